"""Leaving Stage 1 and moving on, said once for the figures and for the rules. Source: P22."""

from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, and_, or_, select
from sqlalchemy.sql.selectable import NamedFromClause

from bccc_dash.domain.vocabulary import Stage
from bccc_dash.store.suspects.tables import stage_events

BEYOND_S1 = (Stage.S2, Stage.S3, Stage.S4, Stage.S5, Stage.S6)


def moves(name: str) -> NamedFromClause[Any]:
    """The stage events under a name of their own, so that a question can look at two of them."""
    return stage_events.alias(name)


def left_stage_1(event: NamedFromClause[Any]) -> ColumnElement[bool]:
    """Whether a move led from Stage 1 forward. Where the move does not say from which stage, the one before it does."""
    column = event.c
    from_stage_1 = or_(
        column.from_stage == Stage.S1,
        and_(column.from_stage.is_(None), _stage_before(event) == Stage.S1),
    )
    return and_(column.to_stage.in_(BEYOND_S1), from_stage_1)


def _stage_before(event: NamedFromClause[Any]) -> ScalarSelect[Any]:
    before = stage_events.alias()
    same_day = and_(before.c.occurred_on == event.c.occurred_on, before.c.id < event.c.id)
    return (
        select(before.c.to_stage)
        .where(before.c.volunteer_id == event.c.volunteer_id, or_(before.c.occurred_on < event.c.occurred_on, same_day))
        .order_by(before.c.occurred_on.desc(), before.c.id.desc())
        .limit(1)
        .correlate_except(before)
        .scalar_subquery()
    )
