"""When a social media check may be planned, started, carried on and called off.

Source: P12, P14, P16, P19, P21, P22, P23, P24, P31, P61.
"""

from collections.abc import Iterator
from datetime import date

from bccc_dash.domain.check_facts import CHECK_MOVES, Checker, CheckPlan, CheckState, Papers, Promise
from bccc_dash.domain.check_looks import another_look, close_looks
from bccc_dash.domain.guard import Guard, Obstacle
from bccc_dash.domain.labels import label
from bccc_dash.domain.vocabulary import CheckStatus, CheckTrigger, Role, Stage
from bccc_dash.domain.words import uk_date

MAY_CHECK = (Role.COORDINATOR, Role.COMMITTEE_MEMBER, Role.CHAIR)
BEFORE_STAGE_1 = (None, Stage.S0)

ONLY_THEY = "Only the coordinator or a member of the Management Committee may make a check. Ask one of them."
ABOUT_ONESELF = "Nobody checks themself. Ask another member of the committee to make this check."
STOOD_ASIDE = "You stood aside from a matter about this person. Ask somebody else to make this check."
NOT_FROM_HERE = "This check is {now}, and cannot become {then}. Make a new check where another look is needed."


def _moving_a_check(*, now: CheckStatus, then: CheckStatus) -> Iterator[Obstacle]:
    """A check goes from planned to in progress to completed, or is called off before; what is done stays done."""
    if then not in CHECK_MOVES[now]:
        yield Obstacle(NOT_FROM_HERE.format(now=label(now).lower(), then=label(then).lower()))


def may_look(checker: Checker) -> Iterator[Obstacle]:
    """Who looks is the coordinator or on the committee, is somebody else, and did not stand aside."""
    if checker.role not in MAY_CHECK:
        yield Obstacle(ONLY_THEY, "P19")
    if checker.is_the_person:
        yield Obstacle(ABOUT_ONESELF, "P19")
    if checker.stood_aside:
        yield Obstacle(STOOD_ASIDE, "P31")


def _planning_a_check(*, checker: Checker, plan: CheckPlan) -> Iterator[Obstacle]:
    """A check is planned by somebody who may make it, with its reason, one at a time; an applicant's for Stage 1."""
    yield from may_look(checker)
    if plan.others:
        ref = plan.others[0]
        yield Obstacle(
            f"A check of this person is not done yet ({ref}). Carry on with it, or call it off first.", "P61"
        )
    yield from _reason_given(plan)
    if plan.trigger is CheckTrigger.APPLICANT_STAGE_1 and plan.stage not in (Stage.S0, Stage.S1):
        yield Obstacle(
            "This person is past Stage 1. Choose why else the check is needed, and write down the reason.",
            "P22",
            "trigger",
        )


def _starting_a_check(*, checker: Checker, plan: CheckPlan, promise: Promise, today: date) -> Iterator[Obstacle]:
    """A check starts only after permission and notice, in its stage, with its reason, by somebody who may."""
    yield from may_look(checker)
    yield from _papers_first(plan.papers, today)
    yield from _in_its_stage(plan)
    yield from _reason_given(plan)
    authorised = plan.authoriser_id not in (None, checker.user_id)
    near = close_looks(plan.looks, today=today, within_days=plan.within_days)
    yield from another_look(near, plan.reason, is_authorised=authorised, within=plan.within_days)
    yield from kept_promise(promise)


def _papers_first(papers: Papers, today: date) -> Iterator[Obstacle]:
    if papers.signed_on is None or papers.signed_on > today:
        yield Obstacle("There is no signed application form yet. Record the signed form first.", "P14", "permission")
    elif not papers.permission:
        yield Obstacle(
            "The signed form does not permit the search. Without permission nobody looks.", "P14", "permission"
        )
    if papers.withdrawn_on is not None and papers.withdrawn_on <= today:
        day = uk_date(papers.withdrawn_on)
        yield Obstacle(f"The permission was withdrawn on {day}. Record a new signed form first.", "P14", "permission")
    if papers.notice_on is None or papers.notice_on > today:
        yield Obstacle(
            "This person was not told yet what their internet use may mean here. Give the notice and record it first.",
            "P16",
            "notice",
        )


def _in_its_stage(plan: CheckPlan) -> Iterator[Obstacle]:
    if plan.stage in BEFORE_STAGE_1:
        yield Obstacle("Checks begin at Stage 1. Move the application on to Stage 1 first.", "P22", "stage")
    elif plan.trigger is CheckTrigger.APPLICANT_STAGE_1 and plan.stage is not Stage.S1:
        yield Obstacle(
            "This person has left Stage 1. Call this check off, and plan one for another reason.", "P22", "cancel"
        )


def _reason_given(plan: CheckPlan) -> Iterator[Obstacle]:
    if plan.trigger is not CheckTrigger.APPLICANT_STAGE_1 and not (plan.reason or "").strip():
        yield Obstacle(
            "Only an applicant's first check needs no reason. Write down why this one is needed.", "P12", "reason"
        )


def kept_promise(promise: Promise) -> Iterator[Obstacle]:
    """The three confirmations without which no check counts."""
    if not promise.own_account:
        yield Obstacle("Confirm that you look with your own account, under no false name.", "P21", "promise")
    if not promise.public_domain:
        yield Obstacle("Confirm that you look only at what everybody can see.", "P23", "promise")
    if not promise.no_password:
        yield Obstacle("Confirm that no password is asked for.", "P24", "promise")


def _calling_off_a_check(*, checker: Checker, now: CheckStatus) -> Iterator[Obstacle]:
    """A check that is not completed may be called off by anybody who may make checks of this person."""
    yield from may_look(checker)
    yield from _moving_a_check(now=now, then=CheckStatus.CANCELLED)


def _carrying_on_a_check(*, checker: Checker, state: CheckState) -> Iterator[Obstacle]:
    """What was done and seen is recorded while the check is in progress, by whoever makes it."""
    yield from may_look(checker)
    if state.status is not CheckStatus.IN_PROGRESS:
        yield Obstacle("This check is not in progress. Start it first, or make a new one.")
    elif checker.user_id != state.checker_id:
        yield Obstacle(
            "Somebody else makes this check. Ask them to carry on, or call it off and plan a new one.", "P21"
        )


MOVING_A_CHECK = Guard(_moving_a_check)
PLANNING_A_CHECK = Guard(_planning_a_check, "P12", "P19", "P22", "P31", "P61")
STARTING_A_CHECK = Guard(_starting_a_check, "P12", "P14", "P16", "P19", "P21", "P22", "P23", "P24", "P31", "P61")
CARRYING_ON_A_CHECK = Guard(_carrying_on_a_check, "P19", "P21", "P31")
CALLING_OFF_A_CHECK = Guard(_calling_off_a_check, "P19", "P31")

check_can_move_check, can_move_check = MOVING_A_CHECK.check, MOVING_A_CHECK.holds
check_can_plan_check, can_plan_check = PLANNING_A_CHECK.check, PLANNING_A_CHECK.holds
check_can_start_check, can_start_check = STARTING_A_CHECK.check, STARTING_A_CHECK.holds
check_can_carry_on, can_carry_on = CARRYING_ON_A_CHECK.check, CARRYING_ON_A_CHECK.holds
check_can_cancel_check, can_cancel_check = CALLING_OFF_A_CHECK.check, CALLING_OFF_A_CHECK.holds
