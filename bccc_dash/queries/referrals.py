"""Where a referral counts, and whom it concerns. Source: P7, P32."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, exists, or_, select

from bccc_dash.domain.case_vocabulary import Severity
from bccc_dash.domain.outcome_vocabulary import ReferralBody
from bccc_dash.domain.vocabulary import EndReason
from bccc_dash.queries.sql import concerns, incidents, on, referrals, volunteers

GRAVE = (Severity.HIGH, Severity.CRITICAL)
LEFT_UNDER_A_CLOUD = (EndReason.REMOVED, EndReason.RESIGNED_DURING_CONCERN)


def of_concern() -> ColumnElement[bool]:
    """Whether a referral is about the concern or one of its incidents."""
    born = select(incidents.c.id).where(incidents.c.concern_id == concerns.c.id).correlate_except(incidents)
    return or_(referrals.c.subject_id == concerns.c.id, referrals.c.subject_id.in_(born))


def of_incident() -> ColumnElement[bool]:
    """Whether a referral is about the incident or its concern."""
    return or_(referrals.c.subject_id == incidents.c.id, referrals.c.subject_id == incidents.c.concern_id)


def considered_by(limit: ColumnElement[Any], body: ReferralBody, places: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether telling a body was considered by a day; the day is in."""
    found = exists().where(referrals.c.body == body, referrals.c.considered_on <= limit, places)
    return found.correlate_except(referrals)


def left_under_a_cloud(person: ColumnElement[Any], day: date) -> ColumnElement[bool]:
    """Whether the volunteer was removed, or resigned during a concern, by the day."""
    gone = or_(volunteers.c.ended_on.is_(None), volunteers.c.ended_on <= on(day))
    found = exists().where(volunteers.c.id == person, volunteers.c.end_reason.in_(LEFT_UNDER_A_CLOUD), gone)
    return found.correlate_except(volunteers)
