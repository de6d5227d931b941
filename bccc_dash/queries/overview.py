"""The marks of the four pictures: counts by place, never a row a person, so they do not grow with history."""

from typing import Any

from sqlalchemy import ColumnElement, Select, case, exists, func, select
from sqlmodel import Session

from bccc_dash.domain.contacts import ContactKind
from bccc_dash.domain.overview import BreachEffect, ConcernAge, StagePlace
from bccc_dash.domain.period import Period
from bccc_dash.domain.vocabulary import Stage
from bccc_dash.queries.applicants import waits
from bccc_dash.queries.at_day import OPEN, anything_recorded, case_at, people_in
from bccc_dash.queries.breaches import effects_by_type
from bccc_dash.queries.reviews import NOT_DONE
from bccc_dash.queries.sql import concerns, days_between, number, on, privacy_reviews, safeguarding_contacts

FEW = 30
"""Up to so many marks a row each has its own place; beyond, marks share places."""

PLACES = 24
"""Into so many places a stage's target is divided where there are more people than FEW."""

HEADS = "heads"


def stage_places(session: Session, *, period: Period) -> tuple[StagePlace, ...]:
    """Where people stand in each stage. One place a person where a stage has few, shared places where it has many."""
    standing = waits(period).subquery()
    size = func.count().over(partition_by=standing.c.stage).label("size")
    sized = select(standing, size).subquery()
    width = func.coalesce(sized.c.target_days, number(28)) // PLACES + 1
    edge = 2 * sized.c.target_days
    shared = case((sized.c.days > edge, edge), else_=sized.c.days) // width
    place = case((sized.c.size <= FEW, sized.c.days), else_=shared).label("place")
    query = (
        select(sized.c.stage, func.max(sized.c.days), func.count(), sized.c.over)
        .group_by(sized.c.stage, place, sized.c.over)
        .order_by(sized.c.stage, func.max(sized.c.days))
    )
    return tuple(StagePlace(str(s), int(d), int(n), bool(late)) for s, d, n, late in session.execute(query))


def concern_ages(session: Session, *, period: Period) -> tuple[ConcernAge, ...]:
    """The open concerns by severity and age: one mark each where few, shared marks within an age band where many."""
    day = period.as_of
    state = case_at(day, OPEN)
    days = days_between(on(day), concerns.c.identified_on)
    joined = state.join(concerns, concerns.c.id == state.c.case_id)
    rows = select(concerns.c.severity, days.label("days")).select_from(joined)
    aged = rows.where(concerns.c.identified_on <= on(day)).subquery()
    size = func.count().over(partition_by=aged.c.severity).label("size")
    sized = select(aged, size).subquery()
    place = case((sized.c.size <= FEW, sized.c.days), else_=_shared_age(sized.c.days)).label("place")
    query = (
        select(sized.c.severity, func.min(sized.c.days), func.count(), func.max(sized.c.days))
        .group_by(sized.c.severity, place)
        .order_by(sized.c.severity, func.min(sized.c.days))
    )
    return tuple(ConcernAge(str(s), int(d), int(n), int(longest)) for s, d, n, longest in session.execute(query))


def _shared_age(days: ColumnElement[Any]) -> ColumnElement[Any]:
    """A place for an age: the bands of K9 in seven or eight parts each; no place lies in two bands."""
    return case(
        (days <= 7, days),
        (days <= 28, 10 + (days - 8) // 3),
        (days <= 90, 20 + (days - 29) // 9),
        (days <= 360, 30 + (days - 91) // 45),
        else_=40,
    )


def breach_effects(session: Session, *, period: Period) -> tuple[BreachEffect, ...]:
    """The breaches of K14 by type and effect, with the longest wait of the undecided ones, in days."""
    query = effects_by_type(period)
    query = query.order_by(query.selected_columns.breach_type, query.selected_columns.effect)
    return tuple(BreachEffect(str(t), str(e), int(n), w) for t, e, n, w in session.execute(query))


def head_questions(period: Period) -> dict[str, Select[Any]]:
    """One question of one row: active (people at S6), reviews_done (in the window), has_records, and for each
    safeguarding contact, by its kind, whether it is filled in today."""
    day = period.as_of
    review = privacy_reviews.c
    in_window = (review.completed_on > on(period.after)) & (review.completed_on <= on(day))
    done = in_window & review.outcome.not_in(NOT_DONE)
    columns = (
        select(func.count()).select_from(people_in((Stage.S6,), day)).scalar_subquery().label("active"),
        select(func.count()).select_from(privacy_reviews).where(done).scalar_subquery().label("reviews_done"),
        anything_recorded().label("has_records"),
        *(exists().where(safeguarding_contacts.c.kind == kind).label(kind.value) for kind in ContactKind),
    )
    return {HEADS: select(*columns)}
