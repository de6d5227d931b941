"""Rules about people's stage and approval. Source: P1."""

from datetime import date
from typing import Any

from sqlalchemy import Select, exists

from bccc_dash.domain.vocabulary import VALID_WHEN_ACTIVE, Stage
from bccc_dash.queries.at_day import approval_is
from bccc_dash.queries.quality.standing import suspected
from bccc_dash.queries.sql import on, stage_events, stage_spans, volunteers


def active_without_approval(day: date) -> Select[Any]:
    """I20: at the Active stage without an approval that allows it."""
    stay = stage_spans.c
    active = exists().where(
        stay.volunteer_id == volunteers.c.id,
        stay.stage == Stage.S6,
        stay.entered_on <= on(day),
        stay.left_on > on(day),
    )
    return suspected("I20", volunteers, active, ~approval_is(volunteers.c.id, VALID_WHEN_ACTIVE, day))


def without_stage(day: date) -> Select[Any]:
    """NO_STAGE: applied by the day and has no stage event by then."""
    event = stage_events.c
    staged = exists(event.id).where(event.volunteer_id == volunteers.c.id, event.occurred_on <= on(day))
    return suspected("NO_STAGE", volunteers, volunteers.c.applied_on <= on(day), ~staged)
