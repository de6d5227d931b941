"""The workbench of open concerns: what can be chosen, one part of the list, and one concern."""

from sqlmodel import Session, select

from bccc_dash.domain.concern_case import ListPage, OpenedConcern, Presence
from bccc_dash.domain.concern_history import named_breaches, told
from bccc_dash.domain.period import Period
from bccc_dash.domain.targets import Targets
from bccc_dash.domain.viewer import Person
from bccc_dash.domain.workbench import Chosen, Sort, Workbench
from bccc_dash.figures import figures
from bccc_dash.queries.acting import who_acts_instead
from bccc_dash.queries.at_day import anything_recorded
from bccc_dash.queries.chronology import chronology
from bccc_dash.queries.concern_case import breach_refs, concern_case
from bccc_dash.queries.open_concerns import concern_cells, concern_page
from bccc_dash.queries.settings import targets
from bccc_dash.views.redaction import redacted


def workbench(session: Session, period: Period) -> Workbench:
    """What there is to choose from as at `period.as_of`; it is asked once, whatever is chosen."""
    in_force = targets(session)
    cells, owners = concern_cells(session, day=period.as_of)
    shown = figures(session, period, codes=("K9",), in_force=in_force)
    has_records = bool(cells) or bool(session.execute(select(anything_recorded())).scalar())
    return Workbench(targets=in_force, figures=shown, ages=cells, owners=owners, has_records=has_records)


def concern_list(
    session: Session, period: Period, chosen: Chosen, sort: str, page: int, ref: str, targets: Targets
) -> ListPage:
    """One part of the list; see queries/open_concerns.concern_page."""
    return concern_page(session, day=period.as_of, chosen=chosen, sort=Sort(sort), page=page, ref=ref, targets=targets)


def opened_concern(
    session: Session, period: Period, ref: str, targets: Targets, *, person: Person
) -> OpenedConcern | None:
    """One concern with its history, as this person sees it; None where it is not there, or not to be shown."""
    day = period.as_of
    case = concern_case(session, day=day, ref=ref, targets=targets)
    if case is None:
        return None
    if case.presence is Presence.NOT_FOUND_YET:
        return redacted(OpenedConcern(case, (), 0, (), 0), person)
    lines, left_out = chronology(session, day=day, ref=case.ref)
    breaches = breach_refs(session, day=day, ref=case.ref) if left_out else named_breaches(lines)
    lines, left_out = told(case, lines, left_out, day)
    instead = who_acts_instead(session, day=day, ref=case.ref) if case.presence is Presence.OPEN else ()
    return redacted(OpenedConcern(case, lines, left_out, *breaches, instead=instead), person)
