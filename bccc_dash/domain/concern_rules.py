"""What must be there before a concern moves on. Talking and telling have no order.

Source: P7, P25, P27, P29, P30, P31, P32.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from bccc_dash.domain.case_vocabulary import ConcernCategory, ObjectionTo, Severity, Threshold
from bccc_dash.domain.guard import Guard, Obstacle
from bccc_dash.domain.labels import label
from bccc_dash.domain.outcome_vocabulary import ReferralBody
from bccc_dash.domain.vocabulary import IdentityConfidence
from bccc_dash.domain.words import listed


@dataclass(frozen=True, kw_only=True)
class ConcernFacts:
    """What is known of a concern before it moves. `missing_referrals`: bodies to be considered that were not."""

    category: ConcernCategory
    severity: Severity
    owner_id: int | None = None
    threshold: Threshold | None = None
    involves_views: bool = False
    objection_to: ObjectionTo | None = None
    identity: IdentityConfidence | None = None
    assessor_id: int | None = None
    is_shared: bool = False
    is_answered: bool = False
    is_decided: bool = False
    adverse_stands: bool = False
    open_actions: int = 0
    missing_referrals: tuple[ReferralBody, ...] = ()

    @property
    def is_assessed(self) -> bool:
        """Whether somebody assessed the source."""
        return self.assessor_id is not None


def _reviewing_a_concern(*, facts: ConcernFacts, by_id: int, was_reopened: bool) -> Iterator[Obstacle]:
    """A concern is reviewed once somebody owns it and the threshold is judged; a reopened one by its owner."""
    if facts.owner_id is None:
        yield Obstacle("Nobody owns this concern; name its owner first.", "P7", "owner")
    elif was_reopened and facts.owner_id != by_id:
        yield Obstacle(
            "Only its owner takes a reopened concern up again; ask the owner, or name another.", "P7", "owner"
        )
    if facts.threshold in (None, Threshold.NOT_ASSESSED):
        yield Obstacle("The threshold is not judged; judge it first.", "P7", "threshold")


def _awaiting_the_committee(*, facts: ConcernFacts) -> Iterator[Obstacle]:
    """The source is considered in all cases, before the committee is asked to decide."""
    if not facts.is_assessed:
        yield Obstacle("Nobody assessed the source; assess it, and say how to act on it, first.", "P29", "assess")


def _deciding_a_concern(*, facts: ConcernFacts) -> Iterator[Obstacle]:
    """A concern is decided once the committee knows, the volunteer was asked, and conduct is told from belief."""
    if not facts.is_shared:
        yield Obstacle("The committee was not told; share the concern with it first.", "P31", "share")
    if not facts.is_answered:
        yield Obstacle("The volunteer was not offered a talk; offer one, or note why it is put off.", "P25", "discuss")
    if needs_belief_answer(facts) and facts.objection_to is None:
        yield Obstacle("Views are involved; say first what is objected to: conduct, manner or belief.", "P27", "belief")
    if not facts.is_decided:
        yield Obstacle("No decision is ratified; have one proposed and ratified first.", "P30", "decide")


def _closing_a_concern(*, facts: ConcernFacts, reason: str | None) -> Iterator[Obstacle]:
    """A concern closes with a reason, once nothing is left to do and the referrals asked for were considered."""
    if facts.open_actions:
        yield Obstacle("Actions are still open; finish each, or cancel it with a reason, first.", "P30", "actions")
    if facts.missing_referrals:
        bodies = listed([label(body) for body in facts.missing_referrals])
        yield Obstacle(f"A referral is not considered yet: {bodies}; record each first.", "P7", "referrals")
    if not reason:
        yield Obstacle("No reason for closing is given; write it.", "P30", "reason")


def _reopening_a_case(*, reason: str | None) -> Iterator[Obstacle]:
    """A case that was decided or closed is reopened with a reason."""
    if not reason:
        yield Obstacle("No reason for reopening is given; write it.", "P30", "reason")


def _saying_not_this_person(*, facts: ConcernFacts, by_id: int) -> Iterator[Obstacle]:
    """Two persons find that it is somebody else, and no adverse decision rests on it."""
    if facts.identity is not IdentityConfidence.NOT_MATCHED:
        yield Obstacle("The latest assessment does not say that it is somebody else; assess it anew.", "P29", "assess")
    elif facts.assessor_id == by_id:
        yield Obstacle("You assessed this yourself; a second person must confirm it.", "P29", "confirm")
    if facts.adverse_stands:
        yield Obstacle("A decision against the volunteer rests on this; have it reversed first.", "P30", "decide")


def needs_belief_answer(facts: ConcernFacts) -> bool:
    """Whether somebody must say what is objected to: the conduct, its manner, or the belief itself."""
    return facts.involves_views or facts.category is ConcernCategory.VIEWS_NOT_CONDUCIVE


REVIEWING_A_CONCERN = Guard(_reviewing_a_concern, "P7")
check_can_review_concern, can_review_concern = REVIEWING_A_CONCERN.check, REVIEWING_A_CONCERN.holds
AWAITING_THE_COMMITTEE = Guard(_awaiting_the_committee, "P29", "P30")
check_can_await_committee, can_await_committee = AWAITING_THE_COMMITTEE.check, AWAITING_THE_COMMITTEE.holds
DECIDING_A_CONCERN = Guard(_deciding_a_concern, "P25", "P27", "P30", "P31")
check_can_decide_concern, can_decide_concern = DECIDING_A_CONCERN.check, DECIDING_A_CONCERN.holds
CLOSING_A_CONCERN = Guard(_closing_a_concern, "P7", "P30", "P32")
check_can_close_concern, can_close_concern = CLOSING_A_CONCERN.check, CLOSING_A_CONCERN.holds
REOPENING_A_CASE = Guard(_reopening_a_case, "P30")
check_can_reopen_case, can_reopen_case = REOPENING_A_CASE.check, REOPENING_A_CASE.holds
SAYING_NOT_THIS_PERSON = Guard(_saying_not_this_person, "P29", "P30")
check_can_say_not_this_person, can_say_not_this_person = SAYING_NOT_THIS_PERSON.check, SAYING_NOT_THIS_PERSON.holds
