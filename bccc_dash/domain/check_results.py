"""When a social media check may be authorised and completed.

Source: P15, P19, P20, P21, P22, P23, P24, P61, P64, P65.
"""

from collections.abc import Iterator
from datetime import date

from bccc_dash.domain.check_facts import Checker, CheckState
from bccc_dash.domain.check_looks import another_look, close_looks
from bccc_dash.domain.check_rules import CARRYING_ON_A_CHECK, kept_promise, may_look
from bccc_dash.domain.guard import Guard, Obstacle
from bccc_dash.domain.vocabulary import (
    CheckOutcome,
    CheckStatus,
    CheckTrigger,
    IdentityConfidence,
    PlatformResult,
    Provenance,
    Role,
    Stage,
)


def _using_a_private_communication(
    *, provenance: Provenance | None, basis: str | None, is_authorised: bool
) -> Iterator[Obstacle]:
    """A private communication counts only with a lawful basis, and by the leave of somebody other than the checker."""
    if provenance is not Provenance.PRIVATE_COMMUNICATION:
        return
    if not (basis or "").strip():
        yield Obstacle(
            "A private communication cannot be used without a basis. Say by which one, or leave it out.", "P65", "basis"
        )
    if not is_authorised:
        yield Obstacle(
            "A private communication needs somebody else's leave. Ask the chair to authorise it.",
            "P65",
            "authorise",
        )


def _authorising_a_check(*, checker: Checker, state: CheckState, today: date) -> Iterator[Obstacle]:
    """The chair authorises a third look, or the use of a private communication, in a check that somebody else makes."""
    yield from may_look(checker)
    if checker.role is not Role.CHAIR:
        yield Obstacle("Only the chair authorises this. Ask the chair.", "P61")
    if state.status is CheckStatus.IN_PROGRESS and checker.user_id == state.checker_id:
        yield Obstacle(
            "You make this check yourself, so you cannot authorise it. Call it off, and let another person look.", "P65"
        )
    if state.status not in (CheckStatus.PLANNED, CheckStatus.IN_PROGRESS):
        yield Obstacle("This check is over, so there is nothing left to authorise.")
    plan = state.plan
    near = close_looks(plan.looks, today=today, within_days=plan.within_days)
    if len(near) < 2 and not (state.provenance is Provenance.PRIVATE_COMMUNICATION and state.basis):
        yield Obstacle("Nothing in this check needs the chair's leave: carry on without it.", "P61")


def _completing_a_check(
    *,
    checker: Checker,
    state: CheckState,
    outcome: CheckOutcome,
    identity: IdentityConfidence | None,
    today: date,
) -> Iterator[Obstacle]:
    """A check is completed in its stage, with all that was done recorded, and an outcome that fits what was found."""
    yield from CARRYING_ON_A_CHECK.obstacles(checker=checker, state=state)
    plan = state.plan
    if plan.trigger is CheckTrigger.APPLICANT_STAGE_1 and plan.stage is not Stage.S1:
        yield Obstacle("This person has left Stage 1. Call this check off.", "P22", "cancel")
    yield from kept_promise(state.promise)
    yield from _work_recorded(state)
    near = close_looks(plan.looks, today=today, within_days=plan.within_days)
    yield from another_look(near, plan.reason, is_authorised=state.is_authorised, within=plan.within_days)
    yield from _using_a_private_communication(
        provenance=state.provenance, basis=state.basis, is_authorised=state.is_authorised
    )
    yield from _person_fits(outcome, identity)
    yield from _outcome_fits(state, outcome)


def _work_recorded(state: CheckState) -> Iterator[Obstacle]:
    if not state.engines:
        yield Obstacle("No search engine is recorded. Say which were used.", "P15", "search")
    if not state.terms:
        yield Obstacle("No search terms are recorded. Say what was typed in.", "P20", "search")
    if not set(state.platforms) - {PlatformResult.NOT_CHECKED}:
        yield Obstacle("No platform was looked for yet. Record at least one, with what came of it.", "P23", "platforms")
    if state.provenance is None:
        yield Obstacle(
            "It is not said where the material came from. Say whether all of it was in public view.", "P23", "source"
        )


def _person_fits(outcome: CheckOutcome, identity: IdentityConfidence | None) -> Iterator[Obstacle]:
    if (
        (matched := identity is not IdentityConfidence.NOT_MATCHED)
        and identity is None
        and outcome is not CheckOutcome.NOTHING_PUBLIC
    ):
        yield Obstacle("Say how sure it is that what was found is about this person.", "P29", "identity")
    elif outcome is CheckOutcome.NOT_THIS_PERSON and matched:
        yield Obstacle(
            "The outcome is another person, but the person counts as matched. Change one of the two.", "P29", "identity"
        )
    elif outcome in (CheckOutcome.NO_CONCERN, CheckOutcome.CONCERN_RAISED) and not matched:
        yield Obstacle(
            "What was found is about somebody else, so the outcome is another person. Choose that.", "P29", "outcome"
        )


def _outcome_fits(state: CheckState, outcome: CheckOutcome) -> Iterator[Obstacle]:
    if (raised := outcome is CheckOutcome.CONCERN_RAISED) and not state.concerns:
        yield Obstacle(
            "No concern was raised from this check yet. Raise it first, then complete the check.", "P25", "raise"
        )
    if not raised and state.concerns:
        ref = state.concerns[0]
        yield Obstacle(
            f"A concern was raised from this check ({ref}), so that is its outcome. Choose it.", "P25", "outcome"
        )
    if outcome is CheckOutcome.NOTHING_PUBLIC and PlatformResult.PUBLIC_REVIEWED in state.platforms:
        yield Obstacle(
            "Public content of a platform was looked at, so something was public. Choose another outcome.",
            "P23",
            "outcome",
        )


USING_A_PRIVATE_COMMUNICATION = Guard(_using_a_private_communication, "P65")
AUTHORISING_A_CHECK = Guard(_authorising_a_check, "P19", "P31", "P61", "P65")
COMPLETING_A_CHECK = Guard(
    _completing_a_check,
    *("P15", "P19", "P20", "P21", "P22", "P23", "P24", "P25", "P29", "P31", "P61", "P65"),
)

check_can_use_private, can_use_private = USING_A_PRIVATE_COMMUNICATION.check, USING_A_PRIVATE_COMMUNICATION.holds
check_can_authorise_check, can_authorise_check = AUTHORISING_A_CHECK.check, AUTHORISING_A_CHECK.holds
check_can_complete_check, can_complete_check = COMPLETING_A_CHECK.check, COMPLETING_A_CHECK.holds
