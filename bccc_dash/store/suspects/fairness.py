"""What makes a decision adverse, and who stood aside from it, said once for the figures and for the rules.
Source: P25, P56."""

from sqlalchemy import ColumnElement, exists, or_

from bccc_dash.domain.outcome_vocabulary import DecisionKind
from bccc_dash.store.suspects.tables import decisions, recusals, shares

ADVERSE = (
    DecisionKind.CONDITIONS,
    DecisionKind.SUSPEND,
    DecisionKind.REFUSE,
    DecisionKind.WITHDRAW_APPROVAL,
    DecisionKind.END_SERVICE,
)


def stood_aside() -> ColumnElement[bool]:
    """Whether the proposer or the decider stood aside when the decision's subject was shared."""
    either = or_(
        recusals.c.user_id == decisions.c.proposed_by_id,
        recusals.c.user_id == decisions.c.decided_by_id,
    )
    return exists().where(shares.c.subject_id == decisions.c.subject_id, recusals.c.share_id == shares.c.id, either)
