"""Rules about people's stage and approval. Source: P1."""

from datetime import date
from typing import Any

from sqlalchemy import Select, exists

from bccc_dash.domain.vocabulary import Stage
from bccc_dash.queries.at_day import VALID_WHEN_ACTIVE, approval_is, people_in
from bccc_dash.queries.quality.standing import finding
from bccc_dash.queries.sql import on, stage_events, volunteers


def active_without_approval(day: date) -> Select[Any]:
    """I20: at the Active stage without an approval that allows it."""
    active = people_in((Stage.S6,), day)
    unapproved = ~approval_is(active.c.volunteer_id, VALID_WHEN_ACTIVE, day)
    return finding("volunteers", active.c.volunteer_id).where(unapproved)


def without_stage(day: date) -> Select[Any]:
    """NO_STAGE: applied by the day and has no stage event by then."""
    event = stage_events.c
    staged = exists(event.id).where(event.volunteer_id == volunteers.c.id, event.occurred_on <= on(day))
    return finding("volunteers", volunteers.c.id).where(volunteers.c.applied_on <= on(day), ~staged)
