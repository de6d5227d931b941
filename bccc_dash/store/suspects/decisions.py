"""Ratified decisions that break a rule, whatever the day. Source: P25."""

from typing import Any

from sqlalchemy import Select, and_, false, func, or_, select

from bccc_dash.domain.outcome_vocabulary import DecisionStatus
from bccc_dash.store.suspects.fairness import ADVERSE, stood_aside
from bccc_dash.store.suspects.found import suspect
from bccc_dash.store.suspects.tables import decisions, recusals, shares, users


def without_four_eyes() -> Select[Any]:
    """I7: one person proposed and decided an adverse decision; somebody recused did; the decider is no member."""
    proposer, decider = decisions.c.proposed_by_id, decisions.c.decided_by_id
    alone = and_(or_(proposer.is_(None), decider.is_(None), proposer == decider), decisions.c.kind.in_(ADVERSE))
    members = select(users.c.id).where(users.c.on_management_committee.is_(True))
    outsider = ~func.coalesce(decider.in_(members), false())
    told_without = select(shares.c.subject_id).join(recusals, recusals.c.share_id == shares.c.id)
    recused = and_(decisions.c.subject_id.in_(told_without), stood_aside())
    ratified = decisions.c.status == DecisionStatus.RATIFIED
    return suspect(decisions, decisions.c.subject_id).where(ratified, or_(alone, outsider, recused))
