"""What tells how a concern or a breach breaks a rule."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, ScalarSelect, func, select, union_all

from bccc_dash.domain.case_vocabulary import CaseStatus
from bccc_dash.domain.outcome_vocabulary import ReferralBody
from bccc_dash.queries.at_day import ratified_by, working_day_after
from bccc_dash.queries.referrals import considered_by
from bccc_dash.queries.sql import case_spans, concerns, decisions, incidents, on, records, referrals


def columns(day: date) -> dict[str, ColumnElement[Any]]:
    """The columns of CaseFacts, to be asked of records joined to concerns and incidents."""
    concern, incident = concerns.c, incidents.c
    recorded_on = func.coalesce(concern.recorded_on, incident.recorded_on)
    places = referrals.c.subject_id.in_(_referred_by())
    return {
        "category": func.coalesce(concern.category, incident.breach_type),
        "severity": func.coalesce(concern.severity, incident.severity),
        "occurred_on": incident.occurred_on,
        "discovered_on": func.coalesce(concern.identified_on, incident.discovered_on),
        "recorded_on": recorded_on,
        "closed_on": _closed_on(day),
        "decided_on": _first_decided_on(day),
        "lado_due_on": working_day_after(recorded_on, 1),
        "lado_on": _considered_on(ReferralBody.LADO, places, day),
        "dbs": considered_by(on(day), ReferralBody.DBS, places),
        "charity_commission": considered_by(on(day), ReferralBody.CHARITY_COMMISSION, places),
        "consent": _consent(),
    }


def _referred_by() -> CompoundSelect[Any]:
    """The case itself, the incidents born of a concern, and the concern behind an incident: id."""
    born, own = incidents.alias("born"), incidents.alias("own")
    return union_all(
        select(records.c.id.label("id")).correlate(records),
        select(born.c.id).where(born.c.concern_id == records.c.id).correlate(records),
        select(own.c.concern_id).where(own.c.id == records.c.id).correlate(records),
    )


def _closed_on(day: date) -> ScalarSelect[Any]:
    """The latest closing of a case that is closed at the end of `day`."""
    span = case_spans.alias()
    closed = select(func.max(span.c.from_on)).where(
        span.c.case_id == records.c.id,
        span.c.status == CaseStatus.CLOSED,
        span.c.from_on <= on(day),
        span.c.to_on > on(day),
    )
    return closed.correlate_except(span).scalar_subquery()


def _first_decided_on(day: date) -> ScalarSelect[Any]:
    first = select(func.min(decisions.c.decided_on)).where(decisions.c.subject_id == records.c.id, ratified_by(day))
    return first.correlate_except(decisions).scalar_subquery()


def _considered_on(body: ReferralBody, places: ColumnElement[bool], day: date) -> ScalarSelect[Any]:
    """The first day on which telling a body was considered."""
    first = select(func.min(referrals.c.considered_on)).where(
        referrals.c.body == body, referrals.c.considered_on <= on(day), places
    )
    return first.correlate_except(referrals).scalar_subquery()


def _consent() -> ScalarSelect[Any]:
    """The reference of the consent that a breach names."""
    named = records.alias("consent")
    return select(named.c.ref).where(named.c.id == incidents.c.consent_id).correlate_except(named).scalar_subquery()
