"""What makes a decision adverse, and what makes it fair. Source: P25, P30, P56."""

from sqlalchemy import ColumnElement, and_, exists, or_

from bccc_dash.domain.outcome_vocabulary import DecisionKind
from bccc_dash.queries.sql import decisions, discussions, recusals, shares

ADVERSE = (
    DecisionKind.CONDITIONS,
    DecisionKind.SUSPEND,
    DecisionKind.REFUSE,
    DecisionKind.WITHDRAW_APPROVAL,
    DecisionKind.END_SERVICE,
)


def put_off() -> ColumnElement[bool]:
    """Whether a discussion was put off with a reason and a note."""
    return and_(discussions.c.deferral_reason.is_not(None), discussions.c.deferral_note.is_not(None))


def stood_aside() -> ColumnElement[bool]:
    """Whether the proposer or the decider stood aside when the decision's subject was shared."""
    either = or_(
        recusals.c.user_id == decisions.c.proposed_by_id,
        recusals.c.user_id == decisions.c.decided_by_id,
    )
    return exists().where(shares.c.subject_id == decisions.c.subject_id, recusals.c.share_id == shares.c.id, either)


def two_free_people() -> ColumnElement[bool]:
    """Whether proposer and decider are both named, differ, and neither stood aside from the subject."""
    proposer, decider = decisions.c.proposed_by_id, decisions.c.decided_by_id
    return and_(proposer.is_not(None), decider.is_not(None), proposer != decider, ~stood_aside())
