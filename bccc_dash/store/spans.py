"""The tables kept for speed: each event with the day on which it ended, and the records that may break a rule.

They hold nothing that the events do not say; tests/store/test_spans.py holds them equal to a replay.
Whoever adds or takes away an event calls `refresh` in the same transaction.
"""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, case, delete, func, insert, literal, or_, select, union_all
from sqlalchemy.types import Date
from sqlmodel import Session

from bccc_dash.domain.case_vocabulary import CaseStatus
from bccc_dash.store import suspects, tables
from bccc_dash.store.tables import STILL
from bccc_dash.store.tables.base import table_of

STAGES, STAGE_EVENTS = table_of(tables.StageSpanRow), table_of(tables.StageEventRow)
APPROVALS, APPROVAL_EVENTS = table_of(tables.ApprovalSpanRow), table_of(tables.ApprovalEventRow)
CASES, CASE_EVENTS = table_of(tables.CaseSpanRow), table_of(tables.CaseEventRow)
CONCERNS, INCIDENTS = table_of(tables.ConcernRow), table_of(tables.IncidentRow)


def refresh_all(session: Session) -> None:
    """Make every span anew from the events, look for every suspect, and let the database count its rows for its
    query plans."""
    refresh(session)
    session.connection().exec_driver_sql("ANALYZE")


def refresh(
    session: Session, *, volunteer_ids: Collection[int] | None = None, case_ids: Collection[int] | None = None
) -> None:
    """Make the spans of these volunteers and cases anew, and look for suspects among what is theirs; of all of them
    where neither is given."""
    everything = volunteer_ids is None and case_ids is None
    if everything or volunteer_ids:
        _replay_stages(session, volunteer_ids)
        _replay_approvals(session, volunteer_ids)
    if everything or case_ids:
        _replay_cases(session, case_ids)
    suspects.refresh(session, volunteer_ids=volunteer_ids, case_ids=case_ids)


def _of(column: ColumnElement[Any], ids: Collection[int] | None) -> list[ColumnElement[bool]]:
    return [] if ids is None else [column.in_(sorted(ids))]


def _until_next(owner: ColumnElement[Any], day: ColumnElement[Any], number: ColumnElement[Any]) -> ColumnElement[Any]:
    """The day of the owner's next event, same-day events in the order in which they were entered."""
    following = func.lead(day).over(partition_by=owner, order_by=(day, number))
    return func.coalesce(following, literal(STILL, Date))


def _replay_people(
    session: Session,
    spans: Table,
    columns: Sequence[str],
    events: Table,
    told: Sequence[ColumnElement[Any]],
    ids: Collection[int] | None,
) -> None:
    """One span an event of the people: `told` is what each event says, the word and then its day."""
    event, day = events.c, told[-1]
    session.execute(delete(spans).where(*_of(spans.c.volunteer_id, ids)))
    until = _until_next(event.volunteer_id, day, event.id)
    rows = select(event.id, event.volunteer_id, *told, until).where(*_of(event.volunteer_id, ids))
    session.execute(insert(spans).from_select(["event_id", "volunteer_id", *columns], rows))


def _replay_stages(session: Session, ids: Collection[int] | None) -> None:
    told = (STAGE_EVENTS.c.to_stage, STAGE_EVENTS.c.occurred_on)
    _replay_people(session, STAGES, ("stage", "entered_on", "left_on"), STAGE_EVENTS, told, ids)


def _replay_approvals(session: Session, ids: Collection[int] | None) -> None:
    told = (APPROVAL_EVENTS.c.to_status, APPROVAL_EVENTS.c.effective_on)
    _replay_people(session, APPROVALS, ("status", "from_on", "to_on"), APPROVAL_EVENTS, told, ids)


def _replay_cases(session: Session, ids: Collection[int] | None) -> None:
    session.execute(delete(CASES).where(*_of(CASES.c.case_id, ids)))
    concern, incident = CONCERNS.c, INCIDENTS.c
    parts = [_recorded(ids)]
    parts += _implied(concern.id, concern.identified_on, concern.closed_on, concern.status, CaseStatus.OPEN, ids)
    parts += _implied(incident.id, incident.recorded_on, incident.closed_on, incident.status, CaseStatus.REPORTED, ids)
    session.execute(insert(CASES).from_select(["case_id", "status", "from_on", "to_on"], union_all(*parts)))


def _recorded(ids: Collection[int] | None) -> Select[Any]:
    """One span an event."""
    event = CASE_EVENTS.c
    until = _until_next(event.subject_id, event.occurred_on, event.id)
    return select(event.subject_id, event.to_status, event.occurred_on, until).where(*_of(event.subject_id, ids))


def _implied(
    number: ColumnElement[Any],
    began: ColumnElement[Any],
    closed: ColumnElement[Any],
    status: ColumnElement[Any],
    first_status: CaseStatus,
    ids: Collection[int] | None,
) -> list[Select[Any]]:
    """The spans that a case's own dates say: before its first event, or all of them where it has no event."""
    event = CASE_EVENTS.c
    first_event = select(func.min(event.occurred_on)).where(event.subject_id == number).scalar_subquery()
    first_end = func.coalesce(first_event, closed, literal(STILL, Date))
    not_them = status == CaseStatus.NOT_THIS_PERSON
    wrong_from_the_start = not_them & closed.is_(None)
    silent = first_event.is_(None)
    last = _either(not_them, CaseStatus.NOT_THIS_PERSON, CaseStatus.CLOSED)
    mine = _of(number, ids)
    return [
        select(number, literal(first_status.value), began, first_end).where(
            began < first_end, or_(~silent, ~wrong_from_the_start), *mine
        ),
        select(number, last, func.coalesce(closed, began), literal(STILL, Date)).where(
            silent, or_(closed.is_not(None), wrong_from_the_start), *mine
        ),
    ]


def _either(condition: ColumnElement[bool], then: CaseStatus, otherwise: CaseStatus) -> ColumnElement[Any]:
    return case((condition, literal(then.value)), else_=literal(otherwise.value))
