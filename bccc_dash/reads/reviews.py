"""Everything on the page about privacy reviews."""

from sqlmodel import Session

from bccc_dash.domain import due_days as due
from bccc_dash.domain.period import Period
from bccc_dash.domain.reviews import (
    AHEAD_DAYS,
    NOT_DONE,
    Review,
    ReviewLists,
    Reviews,
    Span,
    Unplanned,
    Wanted,
)
from bccc_dash.domain.targets import Targets
from bccc_dash.figures import figures
from bccc_dash.queries.review_lists import Placed, bases, due_days, reviews_at, reviews_that_came_up
from bccc_dash.queries.settings import targets


def reviews(session: Session, period: Period) -> Reviews:
    """What the page shows as at `period.as_of`, whatever part of a list is open.

    K18 is added up from the counts by day, so that what is due is worked out once.
    """
    in_force = targets(session)
    days = due_days(session, period=period, targets=in_force)
    came_up, active, has_records = reviews_that_came_up(session, period=period)
    return Reviews(
        period=period,
        targets=in_force,
        figures=figures(session, period, codes=("K17",), in_force=in_force) | {"K18": due.overdue_figure(days)},
        active=active,
        days=days,
        reviews=due.line(days),
        came_up=came_up,
        reviews_done=sum(row.n for row in came_up if row.outcome not in NOT_DONE),
        due_next_90=due.total(days, 0, AHEAD_DAYS),
        oldest_overdue_days=due.oldest_overdue(days),
        wanted=due.wanted(period.as_of, days),
        has_records=has_records,
    )


def lists_of_reviews(
    session: Session, period: Period, reminders: Span, unplanned: Span, wanted: Wanted, in_force: Targets
) -> ReviewLists:
    """The reviews one by one: those that bands and months name, and one part each of the two long lists.

    Each part is said by its first and last place, an empty one by a last before its first.
    """
    placed = reviews_at(
        session,
        period=period,
        targets=in_force,
        planned=wanted.bands,
        unplanned=unplanned,
        among_all=(*wanted.calendar, reminders),
    )
    nothing = [row for row in placed if not row.review.planned and due.inside(row.among, (unplanned,))]
    basis = bases(session, period=period, targets=in_force, people=[row.volunteer_id for row in nothing])
    planned = [row for row in placed if row.review.planned]
    return ReviewLists(
        overdue=tuple(tuple(row.review for row in planned if due.inside(row.among, (band,))) for band in wanted.bands),
        ahead=tuple(_at(span, placed) for span in wanted.calendar),
        reminders=_at(reminders, placed),
        unplanned=tuple(Unplanned(row.review.ref, row.review.due_on, *basis[row.volunteer_id]) for row in nothing),
    )


def _at(span: Span, placed: list[Placed]) -> tuple[Review, ...]:
    return tuple(row.review for row in placed if due.inside(row.place, (span,)))
