"""Which bodies are to be considered for a referral. Source: P7, P32."""

from bccc_dash.domain.case_vocabulary import ConcernCategory, Severity
from bccc_dash.domain.outcome_vocabulary import ReferralBody

GRAVE = (Severity.HIGH, Severity.CRITICAL)
MOST_GRAVE = (ConcernCategory.SEXUAL_EXPLOITATION_OR_GROOMING, ConcernCategory.CHILD_IDENTIFIED)
"""These go to the LADO by the next working day, whatever their severity."""

BODIES = (ReferralBody.LADO, ReferralBody.CHARITY_COMMISSION, ReferralBody.DBS, ReferralBody.POLICE)


def bodies_to_consider(severity: str, category: str, *, left_under_a_cloud: bool) -> tuple[ReferralBody, ...]:
    """Return the bodies, the LADO first; none for a concern that is neither grave nor of the gravest kinds."""
    grave = severity in GRAVE
    if not grave and category not in MOST_GRAVE:
        return ()
    asked = {
        ReferralBody.LADO: True,
        ReferralBody.CHARITY_COMMISSION: grave,
        ReferralBody.DBS: grave and left_under_a_cloud,
        ReferralBody.POLICE: category == ConcernCategory.SEXUAL_EXPLOITATION_OR_GROOMING,
    }
    return tuple(body for body in BODIES if asked[body])
