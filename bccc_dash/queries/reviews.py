"""Privacy reviews of the people at S6: current, overdue, and due without a row of their own. Source: P46."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, Select, Subquery, and_, case, exists, func, or_, select

from bccc_dash.domain.reviews import Basis
from bccc_dash.domain.targets import Targets
from bccc_dash.domain.vocabulary import ReviewOutcome, Stage
from bccc_dash.queries.at_day import people_in
from bccc_dash.queries.sql import days_after, days_between, number, on, privacy_reviews, volunteers

NOT_DONE = (ReviewOutcome.DEFERRED, ReviewOutcome.DECLINED)


def active_people(day: date, targets: Targets) -> Subquery:
    """Everybody at S6 at `day`: volunteer_id, interval (days), began_on (started, else the latest entry to S6)."""
    people = people_in((Stage.S6,), day)
    interval = func.coalesce(volunteers.c.privacy_review_interval_days, number(targets.privacy_review_days))
    began = func.coalesce(volunteers.c.started_on, people.c.entered_on)
    joined = people.join(volunteers, volunteers.c.id == people.c.volunteer_id)
    found = select(people.c.volunteer_id, interval.label("interval"), began.label("began_on"))
    return found.select_from(joined).subquery("active")


def has_current_review(active: Subquery, day: date) -> ColumnElement[bool]:
    """Whether a person has a review done, neither deferred nor declined, no more than the interval before `day`."""
    review = privacy_reviews.c
    return exists(review.id).where(
        review.volunteer_id == active.c.volunteer_id,
        review.completed_on <= on(day),
        review.completed_on >= days_after(on(day), -active.c.interval),
        review.outcome.not_in(NOT_DONE),
    )


def uncompleted(day: date) -> ColumnElement[bool]:
    """Whether a review was not done by the end of `day`."""
    return or_(privacy_reviews.c.completed_on.is_(None), privacy_reviews.c.completed_on > on(day))


def uncompleted_reviews(day: date) -> Select[Any]:
    """The reviews not done by `day` of the people then at S6: volunteer_id, due_on."""
    people = people_in((Stage.S6,), day)
    joined = people.join(privacy_reviews, privacy_reviews.c.volunteer_id == people.c.volunteer_id)
    return select(people.c.volunteer_id, privacy_reviews.c.due_on).select_from(joined).where(uncompleted(day))


def _latest(active: Subquery, day: date, column: ColumnElement[Any], *only: ColumnElement[bool]) -> ScalarSelect[Any]:
    review = privacy_reviews.c
    done = and_(review.volunteer_id == active.c.volunteer_id, review.completed_on <= on(day))
    ordered = select(column).where(done, review.outcome.is_not(None), *only)
    return ordered.order_by(review.completed_on.desc(), review.id.desc()).limit(1).scalar_subquery()


def derived_reviews(day: date, targets: Targets) -> Subquery:
    """The day on which a review is due for people at S6 who have no uncompleted row.

    Columns: volunteer_id, due_on, basis (from what the day is worked out), basis_on (the day of that).
    The latest completed review decides: deferred, the day it was deferred to; declined, 28 days on; else the
    interval after the last valid one, or after the start.
    """
    active = active_people(day, targets)
    review = privacy_reviews.c
    planned = exists(review.id).where(review.volunteer_id == active.c.volunteer_id, uncompleted(day))
    outcome = _latest(active, day, review.outcome)
    valid_on = _latest(active, day, review.completed_on, review.outcome.not_in(NOT_DONE))
    latest_on, put_off_to = _latest(active, day, review.completed_on), _latest(active, day, review.deferred_to)
    is_put_off, is_declined = outcome == ReviewOutcome.DEFERRED, outcome == ReviewOutcome.DECLINED
    in_turn = days_after(func.coalesce(valid_on, active.c.began_on), active.c.interval)
    again = days_after(latest_on, number(targets.declined_review_again_days))
    due_on = case((is_put_off, func.coalesce(put_off_to, in_turn)), (is_declined, again), else_=in_turn)
    put_off, reviewed = and_(is_put_off, put_off_to.is_not(None)), valid_on.is_not(None)
    basis = case(
        (put_off, Basis.PUT_OFF), (is_declined, Basis.DECLINED), (reviewed, Basis.LAST_REVIEW), else_=Basis.START
    )
    basis_on = case((put_off, put_off_to), (is_declined, latest_on), (reviewed, valid_on), else_=active.c.began_on)
    columns = (due_on.label("due_on"), basis.label("basis"), basis_on.label("basis_on"))
    return select(active.c.volunteer_id, *columns).where(~planned).subquery("derived")


def long_enough_active(active: Subquery, day: date) -> ColumnElement[bool]:
    """Whether a person began more than their interval before `day`."""
    return days_between(on(day), active.c.began_on) > active.c.interval
