"""What must be there before an applicant moves to another stage."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bccc_dash.domain.guard import Guard, Obstacle
from bccc_dash.domain.stage_moves import is_approved
from bccc_dash.domain.vocabulary import ApprovalStatus, Requirement, Stage
from bccc_dash.domain.words import uk_date


@dataclass(frozen=True, kw_only=True)
class ApplicationFacts:
    """How one person's present application stands at the end of a day.

    `since` is the day of the latest move, `began_on` that on which somebody came back (None: a first application).
    The approval is the latest there is. `is_checked` tells of a check begun in Stage 1 of this application and
    done, with an outcome. `unsettled` counts its concerns that are not decided, closed or about somebody else;
    `is_concern_missing` tells of a check that raised a concern which nobody entered. `waits` are the requirements of
    the present stage that are not met. `open_matters` counts the concerns and breaches about the person that are open.
    """

    stage: Stage | None
    since: date | None = None
    began_on: date | None = None
    approval: ApprovalStatus | None = None
    approval_since: date | None = None
    notice_on: date | None = None
    signed_on: date | None = None
    permission: bool | None = None
    withdrawn_on: date | None = None
    is_checked: bool = False
    is_concern_missing: bool = False
    unsettled: int = 0
    waits: tuple[tuple[Requirement, str], ...] = ()
    open_matters: int = 0


def _allowing_the_check(*, facts: ApplicationFacts) -> Iterator[Obstacle]:
    """The signed form of this application gives permission to look, and it was not taken back."""
    if facts.withdrawn_on is not None:
        yield Obstacle(
            f"The permission to look was taken back on {uk_date(facts.withdrawn_on)}. Record a new signed form first.",
            "P14",
            "form",
        )
    elif facts.signed_on is None:
        yield Obstacle("No signed application form is on record. Record the signed form first.", "P14", "form")
    elif not facts.permission:
        yield Obstacle("The signed form gives no permission to look. Record a form that gives it first.", "P14", "form")


def _leaving_enquiry(*, facts: ApplicationFacts) -> Iterator[Obstacle]:
    """Nobody leaves Enquiry before they were told what their internet use may mean for volunteering."""
    if facts.notice_on is None:
        yield Obstacle(
            "The notice about internet use was not given by that day. Record the notice first.", "P16", "notice"
        )


def _leaving_stage_1(*, facts: ApplicationFacts) -> Iterator[Obstacle]:
    """Nobody leaves Stage 1 forward without permission, its check, and a decision on whatever the check raised."""
    yield from _allowing_the_check(facts=facts)
    if not facts.is_checked:
        yield Obstacle(
            "No online check was begun in Stage 1 and completed by that day. Complete the check first.", "P22", "check"
        )
    if facts.is_concern_missing:
        yield Obstacle("The check raised a concern that is not on record. Enter the concern first.", "P31", "concern")
    if facts.unsettled:
        yield Obstacle(
            "A concern that the check raised is not decided yet. The committee decides it first.", "P30", "decision"
        )


def _meeting_requirements(*, facts: ApplicationFacts) -> Iterator[Obstacle]:
    """Nobody leaves a stage forward before everything that it requires is met and has not lapsed."""
    for requirement, name in facts.waits:
        clause = "P2" if requirement is Requirement.POLICY_ACKNOWLEDGED else ""
        yield Obstacle(f"{name}: not met by that day. Record that it is met first.", clause, requirement.value)


def _becoming_active(*, facts: ApplicationFacts) -> Iterator[Obstacle]:
    """Nobody becomes an active volunteer without the committee's approval."""
    if not is_approved(facts.approval):
        yield Obstacle("The committee has not approved this person. It ratifies an approval first.", "P1", "decision")


ALLOWING_THE_CHECK = Guard(_allowing_the_check, "P14")
check_can_be_looked_up, can_be_looked_up = ALLOWING_THE_CHECK.check, ALLOWING_THE_CHECK.holds
LEAVING_ENQUIRY = Guard(_leaving_enquiry, "P16")
check_can_leave_enquiry, can_leave_enquiry = LEAVING_ENQUIRY.check, LEAVING_ENQUIRY.holds
LEAVING_STAGE_1 = Guard(_leaving_stage_1, "P14", "P22", "P30", "P31")
check_can_leave_stage_1, can_leave_stage_1 = LEAVING_STAGE_1.check, LEAVING_STAGE_1.holds
MEETING_REQUIREMENTS = Guard(_meeting_requirements, "P2")
check_can_leave_with_requirements, can_leave_with_requirements = MEETING_REQUIREMENTS.check, MEETING_REQUIREMENTS.holds
BECOMING_ACTIVE = Guard(_becoming_active, "P1")
check_can_become_active, can_become_active = BECOMING_ACTIVE.check, BECOMING_ACTIVE.holds
