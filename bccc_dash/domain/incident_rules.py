"""What must be there before a breach moves on, and whether a publication had consent on its day.

Source: P48, P49, P55, P56, P57.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bccc_dash.domain.guard import Guard, Obstacle
from bccc_dash.domain.outcome_vocabulary import ChildAgeAppropriate, ContentStatus, Finding


@dataclass(frozen=True, kw_only=True)
class IncidentFacts:
    """What is known of a breach. None of the three effects is answered until it is True or False."""

    owner_id: int | None = None
    finding: Finding | None = None
    content: ContentStatus | None = None
    takedown_requested_on: date | None = None
    affects_assessment: bool | None = None
    affects_approval: bool | None = None
    affects_length_of_service: bool | None = None
    is_decided: bool = False


@dataclass(frozen=True, kw_only=True)
class Consent:
    """A family's consent, and the child's where the child is of an age to give it."""

    family_written_on: date | None = None
    child_age: ChildAgeAppropriate | None = None
    child_written_on: date | None = None
    withdrawn_on: date | None = None


def had_consent(consent: Consent | None, published_on: date) -> bool:
    """Return whether a publication of this day had consent. Written on the day is in; withdrawn on the day is too.

    Source: P48.
    """
    if consent is None or consent.family_written_on is None or consent.family_written_on > published_on:
        return False
    if consent.withdrawn_on is not None and consent.withdrawn_on < published_on:
        return False
    if consent.child_age is ChildAgeAppropriate.NO:
        return True
    written = consent.child_written_on is not None and consent.child_written_on <= published_on
    return consent.child_age is ChildAgeAppropriate.YES and written


def _asking_for_a_decision(*, facts: IncidentFacts) -> Iterator[Obstacle]:
    """A breach is put up for decision once its investigation has a finding."""
    if facts.finding in (None, Finding.NOT_DETERMINED):
        yield Obstacle("The investigation has no finding; record what was found first.", "P55", "finding")


def _closing_a_breach(*, facts: IncidentFacts, reason: str | None) -> Iterator[Obstacle]:
    """A breach closes once its effects are answered, and what is still online was asked to be taken down."""
    if facts.content is ContentStatus.LIVE and facts.takedown_requested_on is None:
        yield Obstacle("It is still online; ask for it to be taken down, and record the day, first.", "P49", "takedown")
    if facts.affects_assessment is None:
        yield Obstacle("Say first whether this affects the assessment.", "P55", "effects")
    if facts.affects_approval is None:
        yield Obstacle("Say first whether this affects the approval.", "P56", "effects")
    if facts.affects_length_of_service is None:
        yield Obstacle("Say first whether this affects the length of service.", "P57", "effects")
    if facts.affects_approval and not facts.is_decided:
        yield Obstacle("It affects the approval; have a decision about it ratified first.", "P56", "decide")
    if not reason:
        yield Obstacle("No reason for closing is given; write it.", "P55", "reason")


ASKING_FOR_A_DECISION = Guard(_asking_for_a_decision, "P55")
check_can_ask_for_decision, can_ask_for_decision = ASKING_FOR_A_DECISION.check, ASKING_FOR_A_DECISION.holds
CLOSING_A_BREACH = Guard(_closing_a_breach, "P49", "P55", "P56", "P57")
check_can_close_breach, can_close_breach = CLOSING_A_BREACH.check, CLOSING_A_BREACH.holds
