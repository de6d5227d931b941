"""K3, K4, K5, K8, K26: whether the social media checks were lawful, complete and not repeated."""

from typing import Any

from sqlalchemy import Select, select

from bccc_dash.domain.vocabulary import CheckOutcome, CheckStatus
from bccc_dash.figures.asking import Asking, Figure
from bccc_dash.queries.close_looks import close_looks
from bccc_dash.queries.lawful_checks import ATTESTED, LAWFUL, MAY_CHECK
from bccc_dash.queries.sql import checks, volunteers


def lawful_start(asking: Asking) -> Figure:
    """K3: of the checks started, cancelled ones too, how many had permission and notice first."""
    joined = checks.join(volunteers, volunteers.c.id == checks.c.volunteer_id)
    started = select(checks.c.id).select_from(joined).where(asking.in_window(checks.c.started_on))
    return asking.n_of_d(LAWFUL, started)


def _completed(asking: Asking) -> Select[Any]:
    done = checks.c.status == CheckStatus.COMPLETED
    return select(checks.c.id).where(done, asking.in_window(checks.c.completed_on))


def authorised_checker(asking: Asking) -> Figure:
    """K4: of the checks completed, how many by somebody who was then permitted to check."""
    return asking.n_of_d(checks.c.checker_role_at_time.in_(MAY_CHECK), _completed(asking))


def full_attestation(asking: Asking) -> Figure:
    """K5: of the checks completed, how many with all three attestations."""
    return asking.n_of_d(ATTESTED, _completed(asking))


def concern_yield(asking: Asking) -> Figure:
    """K8: of the checks completed, how many raised a concern. Context, never a target."""
    return asking.n_of_d(checks.c.outcome == CheckOutcome.CONCERN_RAISED, _completed(asking))


def same_reason(earlier_note: str | None, later_note: str | None) -> bool:
    """Whether a second look gives no reason of its own: none, or the first one's but for case and spacing."""
    later = "".join((later_note or "").split()).casefold()
    return not later or later == "".join((earlier_note or "").split()).casefold()


def repeat_viewing(asking: Asking) -> Figure:
    """K26: people looked at twice within 90 days without a distinct reason.

    The notes of close pairs are compared here: the two engines do not fold the case of letters alike.
    """
    pairs = asking.session.execute(close_looks(asking.period, asking.targets))
    return {"n": len({person for person, first, second in pairs if same_reason(first, second)})}
