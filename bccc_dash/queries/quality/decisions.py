"""Rules about ratified decisions. Source: P25, P27, P29, P30, P56."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, Subquery, and_, exists, func, or_, select, union_all

from bccc_dash.domain.case_vocabulary import ConcernCategory, ObjectionTo
from bccc_dash.domain.vocabulary import IdentityConfidence
from bccc_dash.queries.at_day import concern_stands, incident_stands, ratified_by
from bccc_dash.queries.fairness import ADVERSE, put_off, stood_aside
from bccc_dash.queries.quality.standing import decided, finding
from bccc_dash.queries.sql import assessments, concerns, decisions, discussions, incidents, on, users

FOUND = finding("decisions", decisions.c.id)
OURS = (IdentityConfidence.CONFIRMED, IdentityConfidence.PROBABLE)
FAIR_OBJECTIONS = (ObjectionTo.CONDUCT, ObjectionTo.MANNER_OF_EXPRESSION)


def without_four_eyes(day: date) -> Select[Any]:
    """I7: one person proposed and decided an adverse decision; somebody recused did; the decider is no member."""
    proposer, decider = decisions.c.proposed_by_id, decisions.c.decided_by_id
    alone = and_(decisions.c.kind.in_(ADVERSE), or_(proposer.is_(None), decider.is_(None), proposer == decider))
    member = exists().where(users.c.id == decider, users.c.on_management_committee.is_(True))
    return FOUND.where(decided(day), or_(alone, stood_aside(), ~member))


def _behind(day: date) -> Subquery:
    """The concerns and incidents behind each adverse decision: decision_id, case_id."""
    adverse = and_(ratified_by(day), decisions.c.kind.in_(ADVERSE))
    subject = decisions.c.subject_id
    to_concern = decisions.join(concerns, concerns.c.id == subject)
    to_incident = decisions.join(incidents, incidents.c.id == subject)
    to_born_of = to_incident.join(concerns, concerns.c.id == incidents.c.concern_id)
    to_person = decisions.join(concerns, concerns.c.volunteer_id == subject)
    columns = decisions.c.id.label("decision_id")
    parts = [
        select(columns, concerns.c.id.label("case_id")).select_from(to_concern).where(concern_stands(day)),
        select(columns, incidents.c.id).select_from(to_incident).where(incident_stands(day)),
        select(columns, concerns.c.id)
        .select_from(to_born_of)
        .where(concern_stands(day), incidents.c.recorded_on <= on(day)),
        select(columns, concerns.c.id).select_from(to_person).where(concern_stands(day)),
    ]
    return union_all(*(part.where(adverse) for part in parts)).subquery("behind")


def _adverse_with_a_case(day: date, behind: Subquery, *broken: ColumnElement[bool]) -> Select[Any]:
    has_case = exists().where(behind.c.decision_id == decisions.c.id)
    return FOUND.where(decided(day), decisions.c.kind.in_(ADVERSE), has_case, *broken)


def without_assessed_source(day: date) -> Select[Any]:
    """I8: no source was assessed behind an adverse decision, or the latest doubts that it is this person."""
    behind = _behind(day)
    latest = (
        select(assessments.c.identity_confidence)
        .select_from(assessments.join(behind, behind.c.case_id == assessments.c.case_id))
        .where(behind.c.decision_id == decisions.c.id, assessments.c.assessed_on <= on(day))
        .order_by(assessments.c.assessed_on.desc(), assessments.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    return _adverse_with_a_case(day, behind, func.coalesce(latest, "").not_in(OURS))


def about_belief(day: date) -> Select[Any]:
    """I9: an adverse decision on views, without the objection or the reason being about conduct."""
    behind = _behind(day)
    views = and_(
        behind.c.decision_id == decisions.c.id,
        concerns.c.id == behind.c.case_id,
        concerns.c.category == ConcernCategory.VIEWS_NOT_CONDUCIVE,
    )
    unfair = func.coalesce(concerns.c.objection_to, "").not_in(FAIR_OBJECTIONS)
    conduct = func.coalesce(decisions.c.reason_is_conduct_not_belief, False)
    broken = exists().where(views, or_(unfair, ~conduct))
    return FOUND.where(decided(day), decisions.c.kind.in_(ADVERSE), broken)


def without_reply(day: date) -> Select[Any]:
    """I10: the volunteer could not reply before an adverse decision, and the talk was not put off with a note."""
    behind = _behind(day)
    heard = exists().where(
        behind.c.decision_id == decisions.c.id,
        discussions.c.case_id == behind.c.case_id,
        or_(discussions.c.offered_on <= decisions.c.decided_on, put_off()),
    )
    return _adverse_with_a_case(day, behind, ~heard)
