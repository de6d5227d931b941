"""Which records are there at a day, for the rules of data quality.

What is wrong whatever the day, and what may be, is kept (`store.suspects`); a rule asks the day of those records only.
"""

from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Select,
    Table,
    and_,
    exists,
    false,
    func,
    literal,
    or_,
    select,
    union_all,
)

from bccc_dash.domain.vocabulary import CheckStatus
from bccc_dash.queries.at_day import concern_stands, incident_stands
from bccc_dash.queries.sql import checks, concerns, incidents, on, suspects, volunteers


def finding(kind: str, number: ColumnElement[Any]) -> Select[Any]:
    """The two columns of a finding: the kind of record (its sheet) and its number."""
    return select(literal(kind).label("kind"), number.label("id"))


def suspected(rule: str, table: Table, *there: ColumnElement[bool]) -> Select[Any]:
    """The suspects of a rule in one table of which these conditions hold: kind, id."""
    found = select(suspects.c.kind, suspects.c.row_id.label("id"))
    joined = suspects.join(table, table.c.id == suspects.c.row_id)
    return found.select_from(joined).where(suspects.c.rule == rule, suspects.c.kind == table.name, *there)


def found_in(*parts: Select[Any]) -> Select[Any]:
    """The findings of several questions that share none, as one."""
    both = union_all(*parts).subquery()
    return select(both.c.kind, both.c.id)


def row_by_row(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """A condition that most rows meet. SQLite is faster through all of them in their own order than by an index, and
    does not look inside `coalesce` for one."""
    return func.coalesce(condition, false())


def check_exists(day: date) -> ColumnElement[bool]:
    """Whether a check was there: planned, started or completed by the day, or without any date."""
    dates = (checks.c.planned_for, checks.c.started_on, checks.c.completed_on)
    return or_(*(column <= on(day) for column in dates), and_(*(column.is_(None) for column in dates)))


def check_completed(day: date) -> ColumnElement[bool]:
    """Whether a check was completed by the day; one without a date of completion counts."""
    undated = and_(checks.c.completed_on.is_(None), check_exists(day))
    return and_(checks.c.status == CheckStatus.COMPLETED, or_(checks.c.completed_on <= on(day), undated))


def cases(day: date) -> CompoundSelect[Any]:
    """Concerns and incidents that stand at the day: id, volunteer_id."""
    found = select(concerns.c.id, concerns.c.volunteer_id).where(concern_stands(day))
    return union_all(found, select(incidents.c.id, incidents.c.volunteer_id).where(incident_stands(day)))


def is_case(subject_id: ColumnElement[Any], day: date) -> ColumnElement[bool]:
    """Whether a record is a concern or an incident that stands at the day."""
    concern = exists().where(concerns.c.id == subject_id, concern_stands(day))
    incident = exists().where(incidents.c.id == subject_id, incident_stands(day))
    return or_(concern.correlate_except(concerns), incident.correlate_except(incidents))


def is_subject(subject_id: ColumnElement[Any], day: date) -> ColumnElement[bool]:
    """Whether a record is a volunteer, or a case that stands at the day: what a decision can be about."""
    about_person = exists().where(volunteers.c.id == subject_id).correlate_except(volunteers)
    return or_(about_person, is_case(subject_id, day))
