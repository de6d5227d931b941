"""How things stood at the end of a day: stages, approvals, cases, working days."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, Subquery, and_, exists, func, select

from bccc_dash.domain.case_vocabulary import CaseStatus
from bccc_dash.domain.outcome_vocabulary import DecisionStatus
from bccc_dash.domain.vocabulary import Stage
from bccc_dash.queries.sql import (
    approval_spans,
    case_spans,
    concerns,
    decisions,
    incidents,
    on,
    records,
    stage_spans,
    working_days,
)

APPLYING = (Stage.S0, Stage.S1, Stage.S2, Stage.S3, Stage.S4, Stage.S5)
OVER = (CaseStatus.CLOSED, CaseStatus.NOT_THIS_PERSON)
OPEN = tuple(status for status in CaseStatus if status not in OVER)


def anything_recorded() -> ColumnElement[bool]:
    """Whether the database holds any record at all, of any day."""
    return exists(select(records.c.id))


def people_in(stages: tuple[Stage, ...], day: date) -> Subquery:
    """Who stood in these stages at the end of `day`: volunteer_id, stage, entered_on, left_on. One row a person.

    `left_on` may lie after `day`: it is the first day on which the person stood there no more.
    """
    span = stage_spans.c
    found = select(span.volunteer_id, span.stage, span.entered_on, span.left_on)
    return found.where(span.stage.in_(stages), span.left_on > on(day), span.entered_on <= on(day)).subquery()


def approval_is(volunteer_id: ColumnElement[Any], statuses: tuple[str, ...], day: date) -> ColumnElement[bool]:
    """Whether a person's approval at the end of `day` is one of these."""
    span = approval_spans.c
    return exists().where(
        span.volunteer_id == volunteer_id, span.from_on <= on(day), span.to_on > on(day), span.status.in_(statuses)
    )


def _not_this_person(case_id: ColumnElement[Any], day: date) -> ColumnElement[bool]:
    span = case_spans.alias()
    return exists().where(
        span.c.case_id == case_id,
        span.c.from_on <= on(day),
        span.c.to_on > on(day),
        span.c.status == CaseStatus.NOT_THIS_PERSON,
    )


def concern_stands(day: date) -> ColumnElement[bool]:
    """Whether a concern was there at the end of `day` and was not about somebody else (I21)."""
    return and_(concerns.c.identified_on <= on(day), ~_not_this_person(concerns.c.id, day))


def incident_stands(day: date) -> ColumnElement[bool]:
    """Whether an incident was there at the end of `day`; it goes with a concern about somebody else (I21)."""
    own = ~_not_this_person(incidents.c.id, day)
    return and_(incidents.c.recorded_on <= on(day), own, ~_not_this_person(incidents.c.concern_id, day))


def case_at(day: date, statuses: tuple[CaseStatus, ...]) -> Subquery:
    """Which cases were in these states at the end of `day`: case_id, status, from_on."""
    span = case_spans.c
    found = select(span.case_id, span.status, span.from_on)
    return found.where(span.status.in_(statuses), span.to_on > on(day), span.from_on <= on(day)).subquery()


def working_day_after(day: ColumnElement[Any], count: int) -> ScalarSelect[Any]:
    """The count-th working day after a day, which itself never counts."""
    begin, end = working_days.alias(), working_days.alias()
    ordinal = select(begin.c.ordinal + count).where(begin.c.day == day).correlate_except(begin).scalar_subquery()
    return select(func.min(end.c.day)).where(end.c.ordinal == ordinal).correlate_except(end).scalar_subquery()


def ratified_by(day: date) -> ColumnElement[bool]:
    """Whether a decision was ratified by the end of `day`."""
    return and_(decisions.c.status == DecisionStatus.RATIFIED, decisions.c.decided_on <= on(day))
