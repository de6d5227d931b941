"""K3, K4, K5, K8, K26: whether the social media checks were lawful, complete and not repeated."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, select

from bccc_dash.domain.vocabulary import CheckOutcome, CheckStatus
from bccc_dash.figures.asking import Asking, Figure, OneRow, n_of_d
from bccc_dash.queries.close_looks import Pair, close_pairs
from bccc_dash.queries.sql import checks, volunteers
from bccc_dash.store.suspects.lawful_checks import ATTESTED, LAWFUL, MAY_CHECK


def lawful_start(asking: Asking) -> OneRow:
    """K3: of the checks started, cancelled ones too, how many had permission and notice first."""
    joined = checks.join(volunteers, volunteers.c.id == checks.c.volunteer_id)
    started = select(checks.c.id).select_from(joined).where(asking.in_window(checks.c.started_on))
    return n_of_d(LAWFUL, started)


def _completed(asking: Asking) -> Select[Any]:
    done = checks.c.status == CheckStatus.COMPLETED
    return select(checks.c.id).where(done, asking.in_window(checks.c.completed_on))


def authorised_checker(asking: Asking) -> OneRow:
    """K4: of the checks completed, how many by somebody who was then permitted to check."""
    return n_of_d(checks.c.checker_role_at_time.in_(MAY_CHECK), _completed(asking))


def full_attestation(asking: Asking) -> OneRow:
    """K5: of the checks completed, how many with all three attestations."""
    return n_of_d(ATTESTED, _completed(asking))


def concern_yield(asking: Asking) -> OneRow:
    """K8: of the checks completed, how many raised a concern. Context, never a target."""
    return n_of_d(checks.c.outcome == CheckOutcome.CONCERN_RAISED, _completed(asking))


def same_reason(earlier_note: str | None, later_note: str | None) -> bool:
    """Whether a second look gives no reason of its own: none, or the first one's but for case and spacing."""
    later = "".join((later_note or "").split()).casefold()
    return not later or later == "".join((earlier_note or "").split()).casefold()


def repeat_viewing(asking: Asking) -> Figure:
    """K26: people looked at twice within 90 days without a distinct reason."""
    return without_a_reason(close_pairs(asking.session, period=asking.period, targets=asking.targets))


def without_a_reason(pairs: Sequence[Pair]) -> Figure:
    """K26 from the pairs of looks close together.

    The notes of close pairs are compared here: the two engines do not fold the case of letters alike.
    """
    return {"n": len({person for person, first, second in pairs if same_reason(first, second)})}
