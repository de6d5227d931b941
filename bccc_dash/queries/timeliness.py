"""By which day a concern was to be discussed, assessed and shared, and whether it was. Source: P25, P29, P31."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, select

from bccc_dash.domain.case_vocabulary import Severity
from bccc_dash.domain.outcome_vocabulary import DeferralReason
from bccc_dash.domain.targets import Targets
from bccc_dash.queries.at_day import concern_stands, working_day_after
from bccc_dash.queries.sql import (
    assessments,
    concerns,
    days_after,
    discussions,
    earlier,
    later,
    meetings,
    number,
    on,
    referrals,
    shares,
)

LONGEST_TARGET = timedelta(days=200)
"""No target day lies further than this after the day a concern was found; it keeps old years out of the search."""

ON_ADVICE = (DeferralReason.SAFEGUARDING_ADVICE, DeferralReason.POLICE_ADVICE)


def discussion_due_on(day: date, targets: Targets) -> ColumnElement[Any]:
    """The day by which a concern is to be discussed: five working days; critical ones with the referral advice.

    Critical: the day of the first referral considered by `day`, never before the concern was found nor after
    the next working day; that working day where none was considered.
    """
    found = concerns.c.identified_on
    advised = (
        select(func.min(referrals.c.considered_on))
        .where(referrals.c.subject_id == concerns.c.id, referrals.c.considered_on <= on(day))
        .correlate_except(referrals)
    )
    next_day = working_day_after(found, targets.critical_discussion_working_days)
    critical = later(found, earlier(advised.scalar_subquery(), next_day))
    ordinary = working_day_after(found, targets.discussion_working_days)
    return case((concerns.c.severity == Severity.CRITICAL, critical), else_=ordinary)


def assessment_due_on(targets: Targets) -> ColumnElement[Any]:
    """The day by which the source of a concern is to be assessed."""
    return working_day_after(concerns.c.identified_on, targets.source_assessment_working_days)


def sharing_due_on(targets: Targets) -> ColumnElement[Any]:
    """The day by which a concern is to be shared: critical the same day, high in five working days, others at the
    first meeting that far off, at most 28 days."""
    found = concerns.c.identified_on
    working = working_day_after(found, targets.sharing_working_days)
    meeting = select(func.min(meetings.c.date)).where(meetings.c.date >= working).correlate_except(meetings)
    at_most = days_after(found, number(targets.sharing_days_at_most))
    return case(
        (concerns.c.severity == Severity.CRITICAL, found),
        (concerns.c.severity == Severity.HIGH, working),
        else_=earlier(meeting.scalar_subquery(), at_most),
    )


def discussed_by(due_on: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether the concern was discussed by a day; the day is in."""
    return exists().where(discussions.c.case_id == concerns.c.id, discussions.c.held_on <= due_on)


def deferred_on_advice() -> ColumnElement[bool]:
    """Whether safeguarding or police advice put the discussion off: any row that says so, whatever its days.

    K10 asks it so, and the needs, the list and the case follow, so that none calls late what another calls put off.
    """
    return exists().where(discussions.c.case_id == concerns.c.id, discussions.c.deferral_reason.in_(ON_ADVICE))


def undiscussed(day: date) -> ColumnElement[bool]:
    """Whether the concern still is to be discussed at the end of `day`: it was not, and no advice put it off."""
    return and_(~discussed_by(on(day)), ~deferred_on_advice())


def assessed_by(due_on: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether the source of the concern was assessed by a day; the day is in."""
    return exists().where(assessments.c.case_id == concerns.c.id, assessments.c.assessed_on <= due_on)


def shared_by(due_on: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether the committee was told of the concern, by any channel, by a day; the day is in."""
    return exists().where(shares.c.subject_id == concerns.c.id, shares.c.shared_on <= due_on)


def standing_concerns(day: date, *, since: date, columns: list[ColumnElement[Any]]) -> Select[Any]:
    """These columns of the concerns that stand at `day` and can have a target day after `since`."""
    recent = concerns.c.identified_on > on(since - min(LONGEST_TARGET, since - date.min))
    return select(*columns).where(and_(concern_stands(day), recent))
