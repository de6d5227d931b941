"""What makes a decision fair. Source: P25, P30."""

from sqlalchemy import ColumnElement, and_

from bccc_dash.queries.sql import decisions, discussions
from bccc_dash.store.suspects.fairness import stood_aside


def put_off() -> ColumnElement[bool]:
    """Whether a discussion was put off with a reason and a note."""
    return and_(discussions.c.deferral_reason.is_not(None), discussions.c.deferral_note.is_not(None))


def two_free_people() -> ColumnElement[bool]:
    """Whether proposer and decider are both named, differ, and neither stood aside from the subject."""
    proposer, decider = decisions.c.proposed_by_id, decisions.c.decided_by_id
    return and_(proposer.is_not(None), decider.is_not(None), proposer != decider, ~stood_aside())
