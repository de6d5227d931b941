"""What a decision against a volunteer must rest on, and when a case has come far enough to be decided.

Source: P25, P27, P29, P30, P31, P65.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bccc_dash.domain.case_vocabulary import CaseStatus, ObjectionTo
from bccc_dash.domain.guard import Guard, Obstacle
from bccc_dash.domain.outcome_vocabulary import DecisionKind
from bccc_dash.domain.vocabulary import IdentityConfidence
from bccc_dash.domain.words import uk_date

OURS = (IdentityConfidence.CONFIRMED, IdentityConfidence.PROBABLE)
FAIR_OBJECTIONS = (ObjectionTo.CONDUCT, ObjectionTo.MANNER_OF_EXPRESSION)
NEEDS_NO_STATE = frozenset({DecisionKind.SUSPEND})
"""Protection never waits for a case to have come far enough."""

TO_DECIDE = (CaseStatus.AWAITING_COMMITTEE, CaseStatus.AWAITING_DECISION)
DECIDABLE = (*TO_DECIDE, CaseStatus.DECIDED)


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """What lies behind a decision at its day.

    `has_case` is whether any concern or breach does; `identity` what the latest assessment of a source says;
    `objections` those of the concerns about views, None where the question is open; `is_private` whether all of it was
    found by reading what is private, without a basis or without somebody else's leave.
    """

    has_case: bool = False
    is_assessed: bool = False
    identity: IdentityConfidence | None = None
    may_reply: bool = False
    about_views: bool = False
    objections: tuple[ObjectionTo | None, ...] = ()
    is_conduct: bool | None = None
    is_private: bool = False


def _deciding_against(*, evidence: Evidence) -> Iterator[Obstacle]:
    """Against a volunteer only on a weighed source, about this person, after a chance to reply, and not on belief."""
    if not evidence.has_case:
        return
    if not evidence.is_assessed:
        yield Obstacle("Nobody has assessed the source yet. Record the assessment first.", "P29", "assess")
    elif evidence.identity not in OURS:
        yield Obstacle(
            "The latest assessment does not say that this is the volunteer. Assess again how sure it is.",
            "P29",
            "assess",
        )
    if not evidence.may_reply:
        yield Obstacle(
            "The volunteer has not been offered a discussion. Offer it, or record with a note why it waits.",
            "P25",
            "discuss",
        )
    yield from _on_belief(evidence)
    if evidence.is_private:
        yield Obstacle(
            "This rests on a private communication, without a basis or without leave from somebody other than the "
            "checker. It cannot be decided on; record other evidence.",
            "P65",
            "check",
        )


def _proposing_on_views(*, evidence: Evidence) -> Iterator[Obstacle]:
    """Against a volunteer who spoke their mind only for conduct, never for a belief."""
    if ObjectionTo.BELIEF_ITSELF in evidence.objections:
        yield Obstacle("The objection is to a belief itself. Take advice before anything is decided.", "P27", "belief")
    if evidence.about_views and not evidence.is_conduct:
        yield Obstacle(
            "Views are in question. Answer whether the reason is conduct, not belief; only for conduct can it go on.",
            "P27",
            "conduct",
        )


def _on_belief(evidence: Evidence) -> Iterator[Obstacle]:
    open_or_no = [one for one in evidence.objections if one not in (*FAIR_OBJECTIONS, ObjectionTo.BELIEF_ITSELF)]
    if open_or_no:
        yield Obstacle(
            "Views are in question. Record whether the objection is to conduct or to the manner of expression.",
            "P27",
            "belief",
        )
    yield from _proposing_on_views(evidence=evidence)


@dataclass(frozen=True, kw_only=True)
class CaseToDecide:
    """How far a concern or breach has come at the day of the decision; `objection_is_open` only where views are in it.

    `moved_on` is the day of its latest change of state.
    """

    status: CaseStatus
    is_concern: bool
    moved_on: date
    is_shared: bool = False
    may_reply: bool = False
    objection_is_open: bool = False


def _deciding_a_case(*, kind: DecisionKind, case: CaseToDecide, day: date) -> Iterator[Obstacle]:
    """A case is decided when it waits for the committee, was shared and discussed, and belief was asked about."""
    if kind in NEEDS_NO_STATE:
        return
    if case.status not in DECIDABLE:
        state = case.status.lower().replace("_", " ")
        first = "its source assessed" if case.is_concern else "its finding recorded"
        yield Obstacle(
            f"It is {state}: it has to be reviewed, with {first}, before the committee decides.", "P30", "move"
        )
    elif case.status in TO_DECIDE:
        yield from _moving_to_decided(case=case, day=day)


def _moving_to_decided(*, case: CaseToDecide, day: date) -> Iterator[Obstacle]:
    """A case moves to decided after the committee heard of it and the volunteer could answer."""
    if case.is_concern and not case.is_shared:
        yield Obstacle("It has not been shared with the committee. Share it first.", "P31", "share")
    if case.is_concern and not case.may_reply:
        yield Obstacle(
            "The volunteer has not been offered a discussion. Offer it, or record with a note why it waits.",
            "P25",
            "discuss",
        )
    if case.objection_is_open:
        yield Obstacle("Views are in question. Record what the objection is to.", "P27", "belief")
    if day < case.moved_on:
        yield Obstacle(f"It came to where it is on {uk_date(case.moved_on)}. Choose that day or a later one.", "P30")


DECIDING_AGAINST = Guard(_deciding_against, "P25", "P27", "P29", "P65")
PROPOSING_ON_VIEWS = Guard(_proposing_on_views, "P27")
DECIDING_A_CASE = Guard(_deciding_a_case, "P25", "P27", "P30", "P31")
MOVING_TO_DECIDED = Guard(_moving_to_decided, "P25", "P27", "P30", "P31")
check_can_decide_against, can_decide_against = DECIDING_AGAINST.check, DECIDING_AGAINST.holds
check_can_propose_on_views, can_propose_on_views = PROPOSING_ON_VIEWS.check, PROPOSING_ON_VIEWS.holds
check_can_decide_case, can_decide_case = DECIDING_A_CASE.check, DECIDING_A_CASE.holds
can_move_to_decided = MOVING_TO_DECIDED.holds
