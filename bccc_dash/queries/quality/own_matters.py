"""I6: nobody checks, assesses, proposes or decides a matter about themself."""

from datetime import date
from typing import Any

from sqlalchemy import Select, Subquery, and_, exists, or_, select, union_all

from bccc_dash.queries.at_day import ratified_by
from bccc_dash.queries.quality.standing import check_exists, finding, found_in, is_case, is_subject
from bccc_dash.queries.sql import assessments, checks, concerns, decisions, incidents, on, users


def own_matters(day: date) -> Select[Any]:
    """Checks, assessments and decisions by the person they are about: kind, id. Each record once."""
    return found_in(_checks(day), _assessments(day), _decisions(day))


def _matters() -> Subquery:
    """What is about a user who is a volunteer, too: user_id, subject_id (the person, their concerns and incidents)."""
    person = users.c.volunteer_id
    parts = [
        select(users.c.id.label("user_id"), person.label("subject_id")).where(person.is_not(None)),
        select(users.c.id, concerns.c.id).select_from(users.join(concerns, concerns.c.volunteer_id == person)),
        select(users.c.id, incidents.c.id).select_from(users.join(incidents, incidents.c.volunteer_id == person)),
    ]
    return union_all(*parts).subquery("matters")


def _checks(day: date) -> Select[Any]:
    themself = exists().where(users.c.volunteer_id == checks.c.volunteer_id, users.c.id == checks.c.checker_id)
    people = select(users.c.volunteer_id).where(users.c.volunteer_id.is_not(None))
    return finding("checks", checks.c.id).where(checks.c.volunteer_id.in_(people), themself, check_exists(day))


def _assessments(day: date) -> Select[Any]:
    matters = _matters()
    their_own = and_(matters.c.subject_id == assessments.c.case_id, matters.c.user_id == assessments.c.assessor_id)
    about_them = assessments.c.case_id.in_(select(_matters().c.subject_id))
    found = finding("source_assessments", assessments.c.id).where(about_them, exists().where(their_own))
    return found.where(assessments.c.assessed_on <= on(day), is_case(assessments.c.case_id, day))


def _decisions(day: date) -> Select[Any]:
    matters = _matters()
    acted = or_(matters.c.user_id == decisions.c.proposed_by_id, matters.c.user_id == decisions.c.decided_by_id)
    their_own = exists().where(matters.c.subject_id == decisions.c.subject_id, acted)
    about_them = decisions.c.subject_id.in_(select(_matters().c.subject_id))
    found = finding("decisions", decisions.c.id).where(about_them, their_own, ratified_by(day))
    return found.where(is_subject(decisions.c.subject_id, day))
