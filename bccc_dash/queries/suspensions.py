"""Suspensions: the days they cost, who is suspended at a day, and whether a decision about it was ratified.

Source: P57.
"""

from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, Subquery, and_, case, func, or_, select, union_all
from sqlmodel import Session

from bccc_dash.domain.breaches import Suspended, SuspendedPeople
from bccc_dash.domain.outcome_vocabulary import DecisionKind, DecisionStatus
from bccc_dash.domain.period import Period
from bccc_dash.domain.targets import Targets
from bccc_dash.domain.vocabulary import ApprovalStatus
from bccc_dash.queries.at_day import ratified_by
from bccc_dash.queries.quality.standing import is_subject
from bccc_dash.queries.sql import (
    approval_events,
    approval_spans,
    concerns,
    days_after,
    days_between,
    decisions,
    earlier,
    incidents,
    later,
    number,
    on,
    records,
    volunteers,
)

SUSPENDED = ApprovalStatus.SUSPENDED


def suspended_days(period: Period) -> Select[Any]:
    """Suspensions that reach into the window: volunteer_id, days (in it; the day of return is none of them).

    A person has a row for each approval event that says so.
    """
    span = approval_spans.c
    begin = later(span.from_on, on(period.first))
    end = earlier(span.to_on, days_after(on(period.as_of), number(1)))
    overlap = and_(span.to_on > on(period.first), span.from_on <= on(period.as_of))
    days = days_between(end, begin).label("days")
    return select(span.volunteer_id, days).where(span.status == SUSPENDED, overlap)


def unratified_suspensions(period: Period, targets: Targets) -> Select[Any]:
    """Decisions to suspend that took effect and were neither ratified nor rejected for more than 14 days.

    Columns: id, subject_id, effective_on. A decision that was proposed after the as-at day, or that is about a case
    that does not stand at that day (I21), is none of them; one without a day of proposal is.
    """
    there = or_(decisions.c.proposed_on.is_(None), decisions.c.proposed_on <= on(period.as_of))
    by_then = or_(decisions.c.decided_on.is_(None), decisions.c.decided_on <= on(period.as_of))
    settled = and_(decisions.c.status != DecisionStatus.PROPOSED, by_then)
    last = on(period.as_of - timedelta(days=targets.urgent_suspension_days + 1))
    found = select(decisions.c.id, decisions.c.subject_id, decisions.c.effective_on)
    late = found.where(decisions.c.kind == DecisionKind.SUSPEND, decisions.c.effective_on <= last, there, ~settled)
    return late.where(is_subject(decisions.c.subject_id, period.as_of))


def suspended_people(session: Session, *, period: Period, at_most: int) -> SuspendedPeople:
    """The people suspended at the end of the as-at day, the longest first: `at_most` of them, and the counts of all."""
    held = _held(period)
    spans = suspended_days(period).subquery("spans")
    lost = select(func.coalesce(func.sum(spans.c.days), 0)).where(spans.c.volunteer_id == held.c.volunteer_id)
    listed = select(
        records.c.ref,
        held.c.since,
        _ratified_on(held, period).label("ratified_on"),
        lost.correlate(held).scalar_subquery().label("lost_days"),
        held.c.volunteer_id,
    )
    row = listed.select_from(held.join(records, records.c.id == held.c.volunteer_id)).subquery("row")
    unratified = func.sum(case((row.c.ratified_on.is_(None), 1), else_=0)).over()
    query = select(row, func.count().over(), func.sum(row.c.lost_days).over(), unratified)
    found = session.execute(query.order_by(row.c.since, row.c.volunteer_id).limit(at_most)).all()
    if not found:
        return SuspendedPeople(())
    people = tuple(Suspended(ref, since, ratified, int(lost)) for ref, since, ratified, lost, *_ in found)
    total, days, without = found[0][-3:]
    return SuspendedPeople(people, int(total), int(days), int(without))


def _held(period: Period) -> Subquery:
    """Who is suspended at the end of the day: volunteer_id, since (the first day of the unbroken suspension).

    A standing that began and ended on one day was nobody's standing at the end of a day, and breaks nothing.
    """
    day = on(period.as_of)
    span, before = approval_spans.c, approval_spans.alias("before")
    other = and_(before.c.status != SUSPENDED, before.c.from_on < before.c.to_on, before.c.to_on <= day)
    mine = before.c.volunteer_id == span.volunteer_id
    ended = select(func.max(before.c.to_on)).where(mine, other).correlate_except(before).scalar_subquery()
    first = select(func.min(before.c.from_on)).where(mine, before.c.status == SUSPENDED).correlate_except(before)
    since = func.coalesce(ended, first.scalar_subquery()).label("since")
    found = select(span.volunteer_id, since)
    return found.where(span.status == SUSPENDED, span.from_on <= day, span.to_on > day).subquery("held")


def _ratified_on(held: Subquery, period: Period) -> ColumnElement[Any]:
    """The day on which a decision about the suspension was ratified; nothing where none was.

    A decision is about it where the suspension's own record names it, or where it is a decision to suspend, about the
    person or a concern or breach of theirs, of a day on or after the suspension's first.
    """
    person, event = held.c.volunteer_id, approval_events.c
    named = select(event.decision_id).where(
        event.volunteer_id == person,
        event.to_status == SUSPENDED,
        event.effective_on >= held.c.since,
        event.effective_on <= on(period.as_of),
    )
    theirs = union_all(
        select(volunteers.c.id).where(volunteers.c.id == person).correlate(held),
        select(concerns.c.id).where(concerns.c.volunteer_id == person).correlate(held),
        select(incidents.c.id).where(incidents.c.volunteer_id == person).correlate(held),
    )
    own_day = func.coalesce(decisions.c.effective_on, decisions.c.decided_on)
    to_suspend = and_(decisions.c.kind == DecisionKind.SUSPEND, own_day >= held.c.since)
    first = select(func.min(decisions.c.decided_on)).where(ratified_by(period.as_of)).correlate_except(decisions)
    return earlier(
        first.where(decisions.c.id.in_(named.correlate(held))).scalar_subquery(),
        first.where(decisions.c.subject_id.in_(theirs), to_suspend).scalar_subquery(),
    )
