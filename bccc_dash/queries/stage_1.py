"""Leaving Stage 1 and moving on. Source: P22."""

from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, and_, exists, func, select

from bccc_dash.domain.period import Period
from bccc_dash.domain.vocabulary import CheckStatus, Stage
from bccc_dash.queries.sql import checks, on, stage_spans
from bccc_dash.store.suspects.moves import left_stage_1, moves


def first_exits(period: Period) -> Select[Any]:
    """Who left Stage 1 forward for the first time in the window: volunteer_id, exited_on."""
    move, before = moves("move"), moves("before")
    earlier = exists().where(
        before.c.volunteer_id == move.c.volunteer_id,
        before.c.occurred_on <= on(period.after),
        left_stage_1(before),
    )
    in_window = and_(move.c.occurred_on > on(period.after), move.c.occurred_on <= on(period.as_of))
    first = select(move.c.volunteer_id, func.min(move.c.occurred_on).label("exited_on"))
    return first.where(in_window, left_stage_1(move), ~earlier).group_by(move.c.volunteer_id)


def checked_in_stage_1(exits: FromClause) -> ColumnElement[bool]:
    """Whether one of `first_exits` had a check begun in Stage 1 (days of entry and exit count) and done by the exit."""
    check = checks.c
    return exists().where(
        check.volunteer_id == exits.c.volunteer_id,
        check.status == CheckStatus.COMPLETED,
        check.completed_on <= exits.c.exited_on,
        begun_in_stage_1(),
    )


def begun_in_stage_1(since: ColumnElement[Any] | None = None) -> ColumnElement[bool]:
    """Whether a check was begun in Stage 1 (days of entry and exit count), in a stay entered on `since` or later."""
    check, span = checks.c, stage_spans.alias()
    stay = [span.c.volunteer_id == check.volunteer_id, span.c.stage == Stage.S1]
    inside = [span.c.entered_on <= check.started_on, span.c.left_on >= check.started_on]
    late_enough = [] if since is None else [span.c.entered_on >= since]
    return exists().where(*stay, *inside, *late_enough).correlate_except(span)
