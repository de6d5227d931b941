"""Privacy reviews by the day on which they are due, those with a row and those that are worked out: counted, and one
by one in due order. Source: P46."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import CTE, ColumnElement, Select, and_, case, false, func, literal, or_, select, true, union_all
from sqlalchemy.types import Integer, String
from sqlmodel import Session

from bccc_dash.domain.due_days import EDGE
from bccc_dash.domain.period import Period
from bccc_dash.domain.reviews import AHEAD_DAYS, Basis, CameUp, DueDays, Review, Span
from bccc_dash.domain.targets import Targets
from bccc_dash.domain.vocabulary import Stage
from bccc_dash.queries.at_day import anything_recorded, people_in
from bccc_dash.queries.reviews import derived_reviews, uncompleted_reviews
from bccc_dash.queries.sql import days_after, days_between, number, on, privacy_reviews, records

Spans = Collection[Span]
HEADS = ("active", "records")


def due_days(session: Session, *, period: Period, targets: Targets) -> tuple[DueDays, ...]:
    """How many reviews are due by offset from the as-at day, the scheduled apart from those worked out.

    Those with a row of their own are left out where they are due later than in 90 days.
    """
    due = _due(period, targets)
    exact = days_between(due.c.due_on, on(period.as_of))
    offset = case((exact < -EDGE, -EDGE), (exact > EDGE, EDGE), else_=exact).label("offset")
    query = select(offset, due.c.planned, func.count(), func.min(exact)).group_by(offset, due.c.planned)
    found = [DueDays(int(day), bool(planned), int(n), int(least)) for day, planned, n, least in session.execute(query)]
    return tuple(sorted(found, key=lambda day: (day.offset, not day.planned)))


@dataclass(frozen=True)
class Placed:
    """A review, its place in due order among all and among its kind (scheduled, or worked out), and whose it is."""

    place: int
    among: int
    volunteer_id: int
    review: Review


def reviews_at(
    session: Session, *, period: Period, targets: Targets, planned: Spans, unplanned: Span, among_all: Spans
) -> list[Placed]:
    """The reviews at these places in due order: among the scheduled, among those worked out, and among all."""
    due, row = _due(period, targets), privacy_reviews.c
    in_order = (due.c.due_on, due.c.volunteer_id, due.c.number)
    place = func.row_number().over(order_by=in_order).label("place")
    among = func.row_number().over(partition_by=due.c.planned, order_by=in_order).label("among")
    placed = select(due, place, among).subquery("placed")
    at = placed.c
    wanted = or_(
        and_(at.planned, _in_spans(at.among, planned)),
        and_(~at.planned, _in_spans(at.among, (unplanned,))),
        _in_spans(at.place, among_all),
    )
    reminded = case((row.reminder_sent_on <= on(period.as_of), row.reminder_sent_on))
    named = select(at.place, at.among, at.volunteer_id, records.c.ref, at.due_on, at.planned, reminded)
    joined = placed.join(records, records.c.id == at.volunteer_id).outerjoin(privacy_reviews, row.id == at.number)
    found = session.execute(named.select_from(joined).where(wanted).order_by(at.place))
    return [Placed(place, among, owner, Review(*review)) for place, among, owner, *review in found]


def _in_spans(place: ColumnElement[Any], spans: Spans) -> ColumnElement[bool]:
    return or_(false(), *(place.between(first, last) for first, last in spans if first <= last))


def _due(period: Period, targets: Targets) -> CTE:
    """What is due: volunteer_id, due_on, planned, number (of its row; 0 where it has none)."""
    day, review = period.as_of, privacy_reviews.c
    rows = uncompleted_reviews(day).where(review.due_on <= days_after(on(day), number(AHEAD_DAYS)))
    rows = rows.add_columns(true().label("planned"), review.id.label("number"))
    derived = derived_reviews(day, targets)
    worked_out = select(derived.c.volunteer_id, derived.c.due_on, false(), literal(0, Integer))
    return union_all(rows, worked_out).cte("due")


def bases(
    session: Session, *, period: Period, targets: Targets, people: Collection[int]
) -> dict[int, tuple[Basis, date]]:
    """From what, and from which day of it, the review of each of these people is worked out."""
    derived = derived_reviews(period.as_of, targets).c
    query = select(derived.volunteer_id, derived.basis, derived.basis_on).where(derived.volunteer_id.in_(people))
    rows = session.execute(query) if people else ()
    return {person: (Basis(basis), basis_on) for person, basis, basis_on in rows}


def reviews_that_came_up(session: Session, *, period: Period) -> tuple[tuple[CameUp, ...], int, bool]:
    """In one question: what came of the reviews completed in the window, how many people are active at its end, and
    whether anything at all is recorded."""
    found = session.execute(union_all(_came_up(period), _active(period), _any_record())).all()
    heads = {outcome: n for part, outcome, _, n in found if part == "head"}
    came_up = [CameUp(outcome, method, int(n)) for part, outcome, method, n in found if part == "came up"]
    in_order = sorted(came_up, key=lambda row: (row.outcome, row.method))
    return tuple(in_order), int(heads.get(HEADS[0], 0)), HEADS[1] in heads


def _row(
    part: str, outcome: ColumnElement[Any], method: ColumnElement[Any], n: ColumnElement[Any]
) -> list[ColumnElement[Any]]:
    return [literal(part, String).label("part"), outcome.label("outcome"), method.label("method"), n.label("n")]


def _came_up(period: Period) -> Select[Any]:
    review = privacy_reviews.c
    outcome, method = func.coalesce(review.outcome, ""), func.coalesce(review.method, "")
    in_window = (review.completed_on > on(period.after)) & (review.completed_on <= on(period.as_of))
    found = select(*_row("came up", outcome, method, func.count()))
    return found.where(in_window).group_by(review.outcome, review.method)


def _active(period: Period) -> Select[Any]:
    people = people_in((Stage.S6,), period.as_of)
    return select(*_row("head", literal(HEADS[0]), literal("", String), func.count())).select_from(people)


def _any_record() -> Select[Any]:
    return select(*_row("head", literal(HEADS[1]), literal("", String), literal(1))).where(anything_recorded())
