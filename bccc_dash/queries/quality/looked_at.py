"""How many records the rules look at."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, func, literal, or_, select, union_all
from sqlmodel import Session

from bccc_dash.domain.case_vocabulary import CaseStatus
from bccc_dash.domain.rule import Kind
from bccc_dash.queries.at_day import anything_recorded, case_at
from bccc_dash.queries.quality.standing import check_exists
from bccc_dash.queries.sql import (
    assessments,
    checks,
    concerns,
    decisions,
    discussions,
    incidents,
    on,
    shares,
    volunteers,
)

HANGING = (Kind.ASSESSMENT, Kind.DISCUSSION, Kind.SHARE)


def looked_at(session: Session, *, day: date) -> tuple[dict[Kind, int], bool]:
    """Return, in one question, how many records of each kind were there at the end of `day`, and whether there is any
    record at all, of any day.

    What hangs on a concern about somebody else is not looked at (I21).
    """
    cases, hanging = _cases(day), _hanging(day).subquery()

    def of(table: FromClause, *there: ColumnElement[bool]) -> Any:
        return select(func.count()).select_from(table).where(*there).scalar_subquery()

    counts = {
        Kind.VOLUNTEER: of(volunteers, volunteers.c.applied_on <= on(day)),
        Kind.CHECK: of(checks, check_exists(day)),
        Kind.CONCERN: of(cases[Kind.CONCERN].subquery()),
        Kind.INCIDENT: of(cases[Kind.INCIDENT].subquery()),
        Kind.DECISION: of(decisions, decisions.c.decided_on <= on(day)),
    }
    counts |= {kind: hanging.c[kind.value] for kind in HANGING}
    columns = (counts[kind].label(kind.value) for kind in Kind)
    asked = select(*columns, anything_recorded().label("any")).select_from(hanging)
    *found, any_record = session.execute(asked).one()
    return {kind: int(n) for kind, n in zip(Kind, found, strict=True)}, bool(any_record)


def _cases(day: date) -> dict[Kind, Select[Any]]:
    """The concerns and the incidents that stand at the day: id. Those about somebody else are few: they are looked up
    once, and not for each case."""
    at_the_day = case_at(day, (CaseStatus.NOT_THIS_PERSON,))
    others = select(at_the_day.c.case_id)
    theirs = or_(incidents.c.concern_id.is_(None), incidents.c.concern_id.not_in(others))
    return {
        Kind.CONCERN: select(concerns.c.id).where(concerns.c.identified_on <= on(day), concerns.c.id.not_in(others)),
        Kind.INCIDENT: select(incidents.c.id).where(
            incidents.c.recorded_on <= on(day), incidents.c.id.not_in(others), theirs
        ),
    }


def _hanging(day: date) -> Select[Any]:
    """How many records hang on the cases that stand at the day, a column a kind, all counted in one pass."""
    talked = or_(discussions.c.held_on <= on(day), discussions.c.offered_on <= on(day))
    rows = union_all(
        _of_case(Kind.ASSESSMENT, assessments.c.case_id).where(assessments.c.assessed_on <= on(day)),
        _of_case(Kind.DISCUSSION, discussions.c.case_id).where(talked),
        _of_case(Kind.SHARE, shares.c.subject_id).where(shares.c.shared_on <= on(day)),
    ).subquery()
    counted: list[ColumnElement[Any]] = [
        func.count().filter(rows.c.kind == kind.value).label(kind.value) for kind in HANGING
    ]
    return select(*counted).where(rows.c.case_id.in_(union_all(*_cases(day).values())))


def _of_case(kind: Kind, case_id: ColumnElement[Any]) -> Select[Any]:
    return select(literal(kind.value).label("kind"), case_id.label("case_id"))
