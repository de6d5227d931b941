"""Rules about ratified decisions. Source: P25, P27, P29, P30, P56."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, Subquery, exists, false, func, or_, select, union_all

from bccc_dash.domain.case_vocabulary import ConcernCategory, ObjectionTo
from bccc_dash.domain.vocabulary import IdentityConfidence
from bccc_dash.queries.at_day import concern_stands, incident_stands, ratified_by
from bccc_dash.queries.fairness import put_off
from bccc_dash.queries.quality.standing import finding, is_subject, suspected
from bccc_dash.queries.sql import assessments, concerns, decisions, discussions, incidents, on
from bccc_dash.store.suspects.fairness import ADVERSE

FOUND = finding("decisions", decisions.c.id)
OURS = (IdentityConfidence.CONFIRMED, IdentityConfidence.PROBABLE)
FAIR_OBJECTIONS = (ObjectionTo.CONDUCT, ObjectionTo.MANNER_OF_EXPRESSION)


def without_four_eyes(day: date) -> Select[Any]:
    """I7: one person proposed and decided an adverse decision; somebody recused did; the decider is no member."""
    return suspected("I7", decisions, ratified_by(day), is_subject(decisions.c.subject_id, day))


def _behind(day: date) -> Subquery:
    """The concerns and incidents behind the decision that is looked at: case_id."""
    subject = decisions.c.subject_id
    born_of = incidents.join(concerns, concerns.c.id == incidents.c.concern_id)
    parts = [
        select(concerns.c.id.label("case_id")).where(concerns.c.id == subject, concern_stands(day)),
        select(incidents.c.id).where(incidents.c.id == subject, incident_stands(day)),
        select(concerns.c.id)
        .select_from(born_of)
        .where(incidents.c.id == subject, concern_stands(day), incidents.c.recorded_on <= on(day)),
        select(concerns.c.id).where(concerns.c.volunteer_id == subject, concern_stands(day)),
    ]
    return union_all(*(part.correlate(decisions) for part in parts)).subquery("behind")


def _adverse_with_a_case(day: date, broken: ColumnElement[bool]) -> Select[Any]:
    """The ratified adverse decisions with a case behind them of which something is broken."""
    found = FOUND.where(decisions.c.kind.in_(ADVERSE), ratified_by(day))
    has_case = exists(select(_behind(day).c.case_id))
    return found.where(has_case, broken, is_subject(decisions.c.subject_id, day))


def without_assessed_source(day: date) -> Select[Any]:
    """I8: no source was assessed behind an adverse decision, or the latest doubts that it is this person."""
    behind = _behind(day)
    latest = (
        select(assessments.c.identity_confidence)
        .select_from(behind.join(assessments, behind.c.case_id == assessments.c.case_id))
        .where(assessments.c.assessed_on <= on(day))
        .order_by(assessments.c.assessed_on.desc(), assessments.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    return _adverse_with_a_case(day, func.coalesce(latest, "").not_in(OURS))


def about_belief(day: date) -> Select[Any]:
    """I9: an adverse decision on views, without the objection or the reason being about conduct."""
    behind = _behind(day)
    unfair = func.coalesce(concerns.c.objection_to, "").not_in(FAIR_OBJECTIONS)
    conduct = func.coalesce(decisions.c.reason_is_conduct_not_belief, false())
    views = exists().where(
        concerns.c.id == behind.c.case_id,
        concerns.c.category == ConcernCategory.VIEWS_NOT_CONDUCIVE,
        or_(unfair, ~conduct),
    )
    return _adverse_with_a_case(day, views)


def without_reply(day: date) -> Select[Any]:
    """I10: the volunteer could not reply before an adverse decision, and the talk was not put off with a note."""
    behind = _behind(day)
    in_time = or_(discussions.c.offered_on <= decisions.c.decided_on, put_off())
    return _adverse_with_a_case(day, ~exists().where(discussions.c.case_id == behind.c.case_id, in_time))
