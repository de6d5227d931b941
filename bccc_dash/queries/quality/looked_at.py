"""How many records the rules look at."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, FromClause, func, literal, or_, select, union_all
from sqlmodel import Session

from bccc_dash.domain.rule import Kind
from bccc_dash.queries.at_day import anything_recorded, concern_stands, incident_stands
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


def looked_at(session: Session, *, day: date) -> tuple[dict[Kind, int], bool]:
    """Return, in one question, how many records of each kind were there at the end of `day`, and whether there is any
    record at all, of any day.

    What hangs on a concern about somebody else is not looked at (I21).
    """
    standing = union_all(
        select(concerns.c.id, literal(Kind.CONCERN.value).label("kind")).where(concern_stands(day)),
        select(incidents.c.id, literal(Kind.INCIDENT.value)).where(incident_stands(day)),
    ).cte("standing")
    case_ids = select(standing.c.id)

    def of(table: FromClause, *there: ColumnElement[bool]) -> Any:
        return select(func.count()).select_from(table).where(*there).scalar_subquery()

    talked = or_(discussions.c.held_on <= on(day), discussions.c.offered_on <= on(day))
    counts = {
        Kind.VOLUNTEER: of(volunteers, volunteers.c.applied_on <= on(day)),
        Kind.CHECK: of(checks, check_exists(day)),
        Kind.CONCERN: of(standing, standing.c.kind == Kind.CONCERN.value),
        Kind.INCIDENT: of(standing, standing.c.kind == Kind.INCIDENT.value),
        Kind.ASSESSMENT: of(assessments, assessments.c.assessed_on <= on(day), assessments.c.case_id.in_(case_ids)),
        Kind.DISCUSSION: of(discussions, talked, discussions.c.case_id.in_(case_ids)),
        Kind.SHARE: of(shares, shares.c.shared_on <= on(day), shares.c.subject_id.in_(case_ids)),
        Kind.DECISION: of(decisions, decisions.c.decided_on <= on(day)),
    }
    columns = (counts[kind].label(kind.value) for kind in Kind)
    *found, any_record = session.execute(select(*columns, anything_recorded().label("any"))).one()
    return {kind: int(n) for kind, n in zip(Kind, found, strict=True)}, bool(any_record)
