"""K9 to K13 and K27: open concerns, and whether the policy's milestones were met in time."""

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, literal, select

from bccc_dash.domain.case_vocabulary import CaseStatus, Severity
from bccc_dash.domain.outcome_vocabulary import DecisionStatus
from bccc_dash.domain.period import twelve_months_before
from bccc_dash.figures.asking import Asking, Figure, OneRow, counts, n_of_d, spread, tallied, tally
from bccc_dash.queries.at_day import OPEN, case_at, concern_stands, ratified_by
from bccc_dash.queries.sql import concerns, days_between, decisions, on
from bccc_dash.queries.timeliness import (
    assessed_by,
    assessment_due_on,
    deferred_on_advice,
    discussed_by,
    discussion_due_on,
    shared_by,
    sharing_due_on,
    standing_concerns,
)
from bccc_dash.queries.together import Row

AGE_BANDS = ("0-7", "8-28", "29-90", "91+")


def age_band(days: ColumnElement[Any]) -> ColumnElement[Any]:
    """The age band of a number of days: 7, 28 and 90 belong to the younger band."""
    return case((days <= 7, AGE_BANDS[0]), (days <= 28, AGE_BANDS[1]), (days <= 90, AGE_BANDS[2]), else_=AGE_BANDS[3])


def open_concerns(asking: Asking) -> OneRow:
    """K9: concerns open at the day, by severity and by days since they were found."""
    day = asking.period.as_of
    state = case_at(day, OPEN)
    band = age_band(days_between(on(day), concerns.c.identified_on)).label("band")
    joined = state.join(concerns, concerns.c.id == state.c.case_id)
    found = select(concerns.c.severity, band).select_from(joined).where(concerns.c.identified_on <= on(day)).subquery()
    one = literal(1)
    query = select(*tally(found.c.severity, Severity, one), *tally(found.c.band, AGE_BANDS, one))

    def figure(row: Row) -> Figure:
        severity = tallied(row, Severity)
        return {"n": sum(severity.values()), "by": {"severity": severity, "age": tallied(row, AGE_BANDS)}}

    return OneRow(query, figure)


def _due_in_window(asking: Asking, due_on: ColumnElement[Any], *more: ColumnElement[Any]) -> Select[Any]:
    period = asking.period
    columns = [concerns.c.id, *more]
    return standing_concerns(period.as_of, since=period.after, columns=columns).where(asking.in_window(due_on))


def discussed_in_time(asking: Asking) -> OneRow:
    """K10: of the concerns to be discussed by a day in the window, how many were; those deferred on advice apart."""
    due_on = discussion_due_on(asking.period.as_of, asking.targets)
    due = _due_in_window(asking, due_on)
    on_time = n_of_d(discussed_by(due_on), due.where(~deferred_on_advice()))
    deferred = due.where(deferred_on_advice()).subquery()
    return on_time | counts(deferred=select(func.count()).select_from(deferred))


def source_assessed(asking: Asking) -> OneRow:
    """K11: of the concerns whose source was to be assessed by a day in the window, how many were."""
    due_on = assessment_due_on(asking.targets)
    return n_of_d(assessed_by(due_on), _due_in_window(asking, due_on))


def shared_in_time(asking: Asking) -> OneRow:
    """K12: of the concerns to be shared by a day in the window, how many were."""
    due_on = sharing_due_on(asking.targets)
    return n_of_d(shared_by(due_on), _due_in_window(asking, due_on))


def time_to_decision(asking: Asking) -> Figure:
    """K13: days from found to first decision, and to closure; those still waiting beside each."""
    return _decided(asking) | {"closure": _closed(asking)}


def _decided(asking: Asking) -> Figure:
    day = asking.period.as_of
    ratified = (decisions.c.status == DecisionStatus.RATIFIED) & decisions.c.decided_on.is_not(None)
    before = decisions.alias("before")
    earlier = exists().where(
        before.c.subject_id == decisions.c.subject_id,
        before.c.status == DecisionStatus.RATIFIED,
        before.c.decided_on <= on(asking.period.after),
    )
    firsts = (
        select(decisions.c.subject_id, func.min(decisions.c.decided_on).label("decided_on"))
        .where(ratified, asking.in_window(decisions.c.decided_on), ~earlier)
        .group_by(decisions.c.subject_id)
        .subquery()
    )
    days = days_between(firsts.c.decided_on, concerns.c.identified_on).label("days")
    joined = firsts.join(concerns, concerns.c.id == firsts.c.subject_id)
    return spread(asking, select(days).select_from(joined).where(concern_stands(day))) | asking.answer(
        _undecided(asking)
    )


def _undecided(asking: Asking) -> OneRow:
    day = asking.period.as_of
    state = case_at(day, OPEN)
    decided = exists().where(decisions.c.subject_id == concerns.c.id, ratified_by(day))
    joined = state.join(concerns, concerns.c.id == state.c.case_id)
    waiting = select(func.count()).select_from(joined).where(concerns.c.identified_on <= on(day), ~decided)
    return counts(still_open=waiting)


def _closed(asking: Asking) -> Figure:
    day = asking.period.as_of
    state = case_at(day, (CaseStatus.CLOSED,))
    joined = state.join(concerns, concerns.c.id == state.c.case_id)
    days = days_between(state.c.from_on, concerns.c.identified_on).label("days")
    closed = select(days).select_from(joined)
    closed = closed.where(concerns.c.identified_on <= on(day), state.c.from_on > on(asking.period.after))
    return spread(asking, closed) | {"still_open": asking.answer(open_concerns(asking))["n"]}


def repeat_concerns(asking: Asking) -> OneRow:
    """K27: of the people with a concern found in the twelve months to the day, how many have two or more."""
    day = asking.period.as_of
    recent = concerns.c.identified_on > on(twelve_months_before(day))
    people = (
        select(concerns.c.volunteer_id, func.count().label("found"))
        .where(and_(recent, concern_stands(day)))
        .group_by(concerns.c.volunteer_id)
        .subquery()
    )
    return n_of_d(people.c.found >= 2, select(people.c.volunteer_id))
