"""Everything on the page about breaches."""

from sqlmodel import Session

from bccc_dash.domain.breaches import LISTED, Breaches, BreachLists
from bccc_dash.domain.period import Period
from bccc_dash.domain.targets import Targets
from bccc_dash.figures import figures
from bccc_dash.queries.breach_kinds import breaches_by_type
from bccc_dash.queries.breach_lists import breach_lists
from bccc_dash.queries.settings import targets
from bccc_dash.queries.suspensions import suspended_people

ON_BREACHES = ("K14", "K16", "K20")


def breaches(session: Session, period: Period) -> Breaches:
    """What the page shows as at `period.as_of`, whatever part of a list is open."""
    in_force = targets(session)
    effects, kinds, has_records = breaches_by_type(session, period=period)
    return Breaches(
        period=period,
        targets=in_force,
        figures=figures(session, period, codes=ON_BREACHES, in_force=in_force),
        effects=effects,
        kinds=kinds,
        suspended=suspended_people(session, period=period, at_most=LISTED),
        has_records=has_records,
    )


def lists_of_breaches(session: Session, period: Period, page: int, in_force: Targets) -> BreachLists:
    """The breaches one by one; `page` is the part, from 1, of those that wait for a decision."""
    return breach_lists(session, period=period, targets=in_force, page=page)
