"""How one person's present application stands: what the rules before a move look at. Source: P1, P14, P16, P22."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import FromClause, literal, select
from sqlmodel import Session

from bccc_dash.domain.case_vocabulary import CaseStatus
from bccc_dash.domain.moving_on import ApplicationFacts
from bccc_dash.domain.viewer import Person
from bccc_dash.domain.vocabulary import ApprovalStatus, CheckOutcome, CheckStatus, Requirement, Stage
from bccc_dash.queries.applicants import ALWAYS, application_began
from bccc_dash.queries.at_day import OVER
from bccc_dash.queries.forms import forms
from bccc_dash.queries.matters import stood_aside
from bccc_dash.queries.sql import approval_events, checks, concerns, incidents, on, stage_events
from bccc_dash.queries.stage_1 import begun_in_stage_1
from bccc_dash.queries.waiting import unmet

SETTLED = (CaseStatus.DECIDED, *OVER)


def application_facts(session: Session, volunteer_id: int, *, day: date) -> ApplicationFacts:
    """Return how the present application and its papers stand at the end of `day`.

    Bounds: the latest move and approval are the latest of all. What only a move ahead asks for is left out
    (`facts_ahead` adds it), and so are the matters that are open.
    """
    stage, since = _latest(session, stage_events, "to_stage", "occurred_on", volunteer_id)
    approval, approval_since = _latest(session, approval_events, "to_status", "effective_on", volunteer_id)
    began_on = session.execute(select(application_began(literal(volunteer_id), day))).scalar()
    paper = session.execute(forms(_person(volunteer_id, began_on, stage), day)).one()
    return ApplicationFacts(
        stage=Stage(stage) if stage else None,
        since=since,
        began_on=began_on,
        approval=ApprovalStatus(approval) if approval else None,
        approval_since=approval_since,
        notice_on=paper.notice_on,
        signed_on=paper.signed_on,
        permission=paper.check_permission,
        withdrawn_on=paper.withdrawn_on,
    )


def facts_ahead(session: Session, volunteer_id: int, facts: ApplicationFacts, *, day: date) -> ApplicationFacts:
    """Return the same with the check of Stage 1, its concerns, and the requirements of the present stage."""
    person = _person(volunteer_id, facts.began_on, facts.stage)
    looks = _looks(session, volunteer_id, facts.began_on, day)
    return replace(
        facts,
        is_checked=bool(looks),
        is_concern_missing=any(look.raised and not look.statuses for look in looks),
        unsettled=sum(status not in SETTLED for look in looks for status in look.statuses),
        waits=tuple((Requirement(line.code), str(line.name)) for line in session.execute(unmet(person, day))),
    )


def open_matters(session: Session, volunteer_id: int, *, by: Person) -> int:
    """Return how many concerns and breaches about a volunteer are open; without those from which `by` stood aside."""
    numbers: list[int] = []
    for case in (concerns, incidents):
        found = select(case.c.id).where(case.c.volunteer_id == volunteer_id, case.c.status.not_in(OVER))
        numbers += [int(row[0]) for row in session.execute(found)]
    return sum(by.user_id not in stood_aside(session, number) for number in numbers)


def _latest(session: Session, events: Any, word: str, day: str, volunteer_id: int) -> tuple[str | None, date | None]:
    """What the latest event says, and its day."""
    column = events.c
    found = select(column[word], column[day]).where(column.volunteer_id == volunteer_id)
    row = session.execute(found.order_by(column[day].desc(), column.id.desc()).limit(1)).first()
    return (None, None) if row is None else (str(row[0]), row[1])


def _person(volunteer_id: int, began_on: date | None, stage: str | None) -> FromClause:
    """The one person, as the questions about applicants name people."""
    number, present = literal(volunteer_id).label("volunteer_id"), literal(stage or "").label("stage")
    return select(number, on(began_on or ALWAYS).label("began_on"), present).cte("person")


@dataclass(frozen=True)
class _Look:
    """A check begun in Stage 1 of this application and done: whether it raised a concern, how its concerns stand."""

    raised: bool
    statuses: tuple[CaseStatus, ...]


def _looks(session: Session, volunteer_id: int, began_on: date | None, day: date) -> list[_Look]:
    check = checks.c
    found = select(check.id, check.outcome).where(
        check.volunteer_id == volunteer_id,
        check.status == CheckStatus.COMPLETED,
        check.outcome.is_not(None),
        check.started_on <= on(day),
        check.completed_on <= on(day),
        begun_in_stage_1(on(began_on or ALWAYS)),
    )
    outcomes = {int(row[0]): row[1] for row in session.execute(found)}
    raised = select(concerns.c.check_id, concerns.c.status).where(concerns.c.check_id.in_(sorted(outcomes)))
    told = [(int(row[0]), CaseStatus(row[1])) for row in session.execute(raised)]
    return [
        _Look(outcome == CheckOutcome.CONCERN_RAISED, tuple(status for mother, status in told if mother == number))
        for number, outcome in outcomes.items()
    ]
