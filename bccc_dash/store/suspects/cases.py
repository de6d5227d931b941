"""Concerns, incidents and what hangs on them that break a rule, whatever the day, or may. Source: P7, P32, P48."""

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, or_

from bccc_dash.domain.case_vocabulary import CaseStatus
from bccc_dash.domain.outcome_vocabulary import DecisionStatus
from bccc_dash.domain.severity import FLOORS, at_least
from bccc_dash.store.suspects.found import suspect
from bccc_dash.store.suspects.tables import case_spans, concerns, decisions, discussions, incidents, shares

CONCERN = suspect(concerns, concerns.c.id)
INCIDENT = suspect(incidents, incidents.c.id)
INCIDENT_DISORDER = or_(
    incidents.c.occurred_on > incidents.c.discovered_on,
    incidents.c.discovered_on > incidents.c.recorded_on,
    incidents.c.occurred_on > incidents.c.recorded_on,
)
CONCERN_DISORDER: ColumnElement[bool] = concerns.c.identified_on > concerns.c.recorded_on


def concern_below_floor() -> Select[Any]:
    """I11: a concern's severity below the floor of its category."""
    return CONCERN.where(_below(concerns.c.category, concerns.c.severity))


def incident_below_floor() -> Select[Any]:
    """I11: an incident's severity below the floor of its type."""
    return INCIDENT.where(_below(incidents.c.breach_type, incidents.c.severity))


def _below(category: ColumnElement[Any], severity: ColumnElement[Any]) -> ColumnElement[bool]:
    return or_(*(and_(category == kind, severity.not_in(at_least(floor))) for kind, floor in FLOORS.items()))


def closed_too_soon(case_id: ColumnElement[Any], *at_the_day: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether a case was closed, and closed earlier than the first decision about it. `at_the_day` says of which of
    `case_spans` and of `decisions` it is asked; of all where nothing is said."""
    ratified = decisions.c.status == DecisionStatus.RATIFIED
    before = decisions.alias()
    in_time = exists().where(
        before.c.subject_id == case_id,
        before.c.status == DecisionStatus.RATIFIED,
        before.c.decided_on <= case_spans.c.from_on,
    )
    found = exists().where(
        case_spans.c.case_id == case_id,
        case_spans.c.status == CaseStatus.CLOSED,
        decisions.c.subject_id == case_id,
        ratified,
        decisions.c.decided_on > case_spans.c.from_on,
        ~in_time.correlate_except(before),
        *at_the_day,
    )
    return found.correlate_except(case_spans, decisions)


def concern_out_of_order() -> Select[Any]:
    """I16: a concern recorded before it was found, or closed before it was decided."""
    return CONCERN.where(or_(CONCERN_DISORDER, closed_too_soon(concerns.c.id)))


def incident_out_of_order() -> Select[Any]:
    """I16: an incident found or recorded before it happened, or closed before it was decided."""
    return INCIDENT.where(or_(INCIDENT_DISORDER, closed_too_soon(incidents.c.id)))


def discussion_out_of_order() -> Select[Any]:
    """I16: a discussion held before it was offered."""
    found = suspect(discussions, discussions.c.case_id)
    return found.where(discussions.c.offered_on > discussions.c.held_on)


def share_out_of_order() -> Select[Any]:
    """I16: a concern shared before it was found."""
    joined = shares.join(concerns, concerns.c.id == shares.c.subject_id)
    found = suspect(shares, shares.c.subject_id).select_from(joined)
    return found.where(shares.c.shared_on < concerns.c.identified_on)
