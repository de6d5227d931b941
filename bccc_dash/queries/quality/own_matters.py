"""I6: nobody checks, assesses, proposes or decides a matter about themself."""

from datetime import date
from typing import Any

from sqlalchemy import Select, and_, case, exists, or_, select

from bccc_dash.queries.at_day import concern_stands, incident_stands
from bccc_dash.queries.quality.standing import check_exists, decided, finding
from bccc_dash.queries.sql import assessments, checks, concerns, decisions, incidents, on, users


def own_matters(day: date) -> Select[Any]:
    """Checks, assessments and decisions by the person they are about: kind, id. Each record once."""
    both = _checks(day).union_all(_assessments(day), _decisions(day)).subquery()
    return select(both.c.kind, both.c.id)


def _checks(day: date) -> Select[Any]:
    joined = users.join(checks, and_(checks.c.checker_id == users.c.id, checks.c.volunteer_id == users.c.volunteer_id))
    return (
        finding("checks", checks.c.id).select_from(joined).where(users.c.volunteer_id.is_not(None), check_exists(day))
    )


def _assessments(day: date) -> Select[Any]:
    person = users.c.volunteer_id
    joined = users.join(assessments, assessments.c.assessor_id == users.c.id)
    concern = exists().where(
        concerns.c.id == assessments.c.case_id, concerns.c.volunteer_id == person, concern_stands(day)
    )
    incident = exists().where(
        incidents.c.id == assessments.c.case_id, incidents.c.volunteer_id == person, incident_stands(day)
    )
    found = finding("source_assessments", assessments.c.id).select_from(joined)
    return found.where(person.is_not(None), assessments.c.assessed_on <= on(day), or_(concern, incident))


def _decisions(day: date) -> Select[Any]:
    """Decisions proposed or decided by the volunteer who is their subject, or whose case is."""
    of_concern = select(concerns.c.volunteer_id).where(concerns.c.id == decisions.c.subject_id)
    of_incident = select(incidents.c.volunteer_id).where(incidents.c.id == decisions.c.subject_id)
    person = case(
        (exists(of_concern), of_concern.correlate_except(concerns).scalar_subquery()),
        (exists(of_incident), of_incident.correlate_except(incidents).scalar_subquery()),
        else_=decisions.c.subject_id,
    )
    acted = or_(users.c.id == decisions.c.proposed_by_id, users.c.id == decisions.c.decided_by_id)
    themself = exists().where(users.c.volunteer_id == person, acted).correlate_except(users)
    named = select(users.c.id).where(users.c.volunteer_id.is_not(None))
    could = or_(decisions.c.proposed_by_id.in_(named), decisions.c.decided_by_id.in_(named))
    return finding("decisions", decisions.c.id).where(could, decided(day), themself)
