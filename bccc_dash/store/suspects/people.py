"""Volunteers whose stage or approval breaks a rule on some day. Source: P1."""

from typing import Any

from sqlalchemy import Select, exists, or_

from bccc_dash.domain.vocabulary import VALID_WHEN_ACTIVE, Stage
from bccc_dash.store.suspects.found import suspect
from bccc_dash.store.suspects.tables import approval_spans, stage_events, stage_spans, volunteers

FOUND = suspect(volunteers, volunteers.c.id)


def active_without_approval() -> Select[Any]:
    """I20: at the Active stage, and on some day of it without an approval that allows it."""
    stay, approval = stage_spans.c, approval_spans.c
    theirs = approval.volunteer_id == stay.volunteer_id
    from_the_start = exists().where(theirs, approval.from_on <= stay.entered_on)
    lost = exists().where(
        theirs,
        approval.from_on < stay.left_on,
        approval.to_on > stay.entered_on,
        approval.status.not_in(VALID_WHEN_ACTIVE),
    )
    active = exists().where(stay.volunteer_id == volunteers.c.id, stay.stage == Stage.S6)
    return FOUND.where(active.where(or_(~from_the_start, lost)))


def without_stage() -> Select[Any]:
    """NO_STAGE: no stage event by the day of the application."""
    event = stage_events.c
    staged = exists(event.id).where(event.volunteer_id == volunteers.c.id, event.occurred_on <= volunteers.c.applied_on)
    return FOUND.where(~staged)
