"""How the online check of everybody in Stage 1 stands at a day. Source: P22."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, and_, case, exists, func, or_, select

from bccc_dash.domain.vetting import CheckState
from bccc_dash.domain.vocabulary import CheckStatus, Stage
from bccc_dash.queries.sql import checks, on
from bccc_dash.queries.stage_1 import begun_in_stage_1

BEST_FIRST = tuple(reversed(CheckState))
NOWHERE = "NOWHERE"


def checked_in_stage_1(people: FromClause, day: date) -> ColumnElement[bool]:
    """Whether somebody (volunteer_id, began_on) had a check begun in a Stage 1 of this application, done by the day.

    As in K2 any trigger counts, and any stay in Stage 1: who is moved back to it need not be checked again. A stay of
    an earlier application does not count.
    """
    check = checks.c
    begun = and_(check.started_on <= on(day), begun_in_stage_1(people.c.began_on))
    done = and_(check.status == CheckStatus.COMPLETED, check.completed_on <= on(day))
    return exists().where(check.volunteer_id == people.c.volunteer_id, begun, done).correlate_except(checks)


def unchecked(applicants: FromClause, day: date) -> Select[Any]:
    """The people in Stage 1 without its check: the columns of `applicants`, state (CheckState), on_day.

    Of several checks the one nearest to being done counts, of equals the latest; on_day is the day on which it was
    begun, was done out of stage, or is planned for. A plan counts where its day lies in this application and before
    the person left the stage: the records do not say when it was made.
    """
    missing = ~checked_in_stage_1(applicants, day)
    people = select(applicants).where(applicants.c.stage == Stage.S1, missing).subquery()
    state = _state(people, day)
    moment = case(
        (state == CheckState.STARTED, checks.c.started_on),
        (state == CheckState.OUT_OF_STAGE, checks.c.completed_on),
        (state == CheckState.PLANNED, checks.c.planned_for),
        else_=None,
    )
    looks = (
        select(people.c.volunteer_id, state.label("state"), moment.label("on_day"), checks.c.id)
        .select_from(people.join(checks, checks.c.volunteer_id == people.c.volunteer_id))
        .subquery()
    )
    order = case({state: place for place, state in enumerate(BEST_FIRST)}, value=looks.c.state)
    latest = (looks.c.on_day.is_(None), looks.c.on_day.desc(), looks.c.id.desc())
    place = func.row_number().over(partition_by=looks.c.volunteer_id, order_by=(order, *latest)).label("place")
    best = select(looks, place).where(looks.c.state != NOWHERE).subquery()
    joined = people.outerjoin(best, and_(best.c.volunteer_id == people.c.volunteer_id, best.c.place == 1))
    found = func.coalesce(best.c.state, CheckState.NOT_PLANNED.value).label("state")
    columns = [people.c[column.key] for column in applicants.c]
    return select(*columns, found, best.c.on_day).select_from(joined)


def _state(people: FromClause, day: date) -> ColumnElement[Any]:
    """How one check of a person stands at the end of `day`; NOWHERE where it is no matter of this application."""
    check, since = checks.c, people.c.began_on
    begun = and_(check.started_on >= since, check.started_on <= on(day))
    planned = and_(check.planned_for >= since, check.planned_for < people.c.left_on)
    undated = and_(*(column.is_(None) for column in (check.planned_for, check.started_on, check.completed_on)))
    cancelled = check.status == CheckStatus.CANCELLED
    done = and_(check.status == CheckStatus.COMPLETED, check.completed_on >= since, check.completed_on <= on(day))
    return case(
        (and_(cancelled, or_(begun, planned, undated)), CheckState.CANCELLED.value),
        (cancelled, NOWHERE),
        (done, CheckState.OUT_OF_STAGE.value),
        (or_(begun, and_(undated, check.status == CheckStatus.IN_PROGRESS)), CheckState.STARTED.value),
        (and_(func.coalesce(check.started_on > on(day), True), planned), CheckState.PLANNED.value),
        (and_(undated, check.status == CheckStatus.PLANNED), CheckState.PLANNED.value),
        else_=NOWHERE,
    )
