"""What tells how a volunteer breaks a rule."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, select

from bccc_dash.domain.vocabulary import Stage
from bccc_dash.queries.sql import approval_spans, on, stage_spans, volunteers


def columns(day: date) -> dict[str, ColumnElement[Any]]:
    """The columns of PersonFacts, to be asked of volunteers."""
    stage, approval = stage_spans.alias(), approval_spans.alias()
    active = select(stage.c.entered_on).where(
        stage.c.volunteer_id == volunteers.c.id,
        stage.c.stage == Stage.S6,
        stage.c.entered_on <= on(day),
        stage.c.left_on > on(day),
    )
    approved = select(approval.c.status).where(
        approval.c.volunteer_id == volunteers.c.id, approval.c.from_on <= on(day), approval.c.to_on > on(day)
    )
    return {
        "applied_on": volunteers.c.applied_on,
        "active_since": active.limit(1).correlate_except(stage).scalar_subquery(),
        "approval": approved.limit(1).correlate_except(approval).scalar_subquery(),
    }
