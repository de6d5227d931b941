"""When a social media check may be planned, started and called off: each rule at its boundary."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bccc_dash.domain.check_facts import CHECK_MOVES, Checker, CheckPlan, Papers, Promise
from bccc_dash.domain.check_looks import Look, called_off, close_looks, same_reason
from bccc_dash.domain.check_rules import (
    CALLING_OFF_A_CHECK,
    MOVING_A_CHECK,
    PLANNING_A_CHECK,
    STARTING_A_CHECK,
    can_start_check,
    check_can_cancel_check,
    check_can_move_check,
    check_can_plan_check,
    check_can_start_check,
)
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.vocabulary import CheckStatus, CheckTrigger, Role, Stage

TODAY = date(2026, 3, 2)
DAY = timedelta(days=1)
CARA = Checker(user_id=1, role=Role.COORDINATOR)
CHAIR_ID = 9
SWORN = Promise(own_account=True, public_domain=True, no_password=True)
PAPERS = Papers(signed_on=TODAY, permission=True, notice_on=TODAY)
APPLICANT = CheckPlan(trigger=CheckTrigger.APPLICANT_STAGE_1, stage=Stage.S1, papers=PAPERS)
CONCERN = replace(APPLICANT, trigger=CheckTrigger.SPECIFIC_CONCERN, stage=Stage.S6, reason="A complaint came in.")
LATELY = Look("K-2026-001", TODAY - 10 * DAY, "A complaint.")


def clauses_against_starting(plan=APPLICANT, checker=CARA, promise=SWORN):
    return [one.clause for one in STARTING_A_CHECK.obstacles(checker=checker, plan=plan, promise=promise, today=TODAY)]


def test_a_check_with_everything_in_place_may_start():
    check_can_start_check(checker=CARA, plan=APPLICANT, promise=SWORN, today=TODAY)
    assert can_start_check(checker=CARA, plan=CONCERN, promise=SWORN, today=TODAY)


@pytest.mark.parametrize(("days", "stops"), [(-1, []), (0, []), (1, ["P14"])])
def test_no_check_starts_before_the_form_is_signed(days, stops):
    assert clauses_against_starting(replace(APPLICANT, papers=replace(PAPERS, signed_on=TODAY + days * DAY))) == stops


@pytest.mark.parametrize(("days", "stops"), [(-1, []), (0, []), (1, ["P16"])])
def test_no_check_starts_before_the_notice(days, stops):
    assert clauses_against_starting(replace(APPLICANT, papers=replace(PAPERS, notice_on=TODAY + days * DAY))) == stops


@pytest.mark.parametrize(("days", "stops"), [(-1, ["P14"]), (0, ["P14"]), (1, [])])
def test_no_check_starts_once_the_permission_is_withdrawn(days, stops):
    papers = replace(PAPERS, withdrawn_on=TODAY + days * DAY)
    assert clauses_against_starting(replace(APPLICANT, papers=papers)) == stops


@pytest.mark.parametrize("permission", [False, None])
def test_a_form_without_permission_permits_nothing(permission):
    papers = replace(PAPERS, permission=permission)
    with pytest.raises(Refused, match="does not permit the search") as refused:
        check_can_start_check(checker=CARA, plan=replace(APPLICANT, papers=papers), promise=SWORN, today=TODAY)
    assert refused.value.clause == "P14"


def test_without_any_papers_both_are_asked_for():
    assert clauses_against_starting(replace(APPLICANT, papers=Papers())) == ["P14", "P16"]


@pytest.mark.parametrize("role", [*Role, None])
def test_only_the_coordinator_and_the_committee_may_look(role):
    may = role in (Role.COORDINATOR, Role.COMMITTEE_MEMBER, Role.CHAIR)
    assert clauses_against_starting(checker=Checker(user_id=1, role=role)) == ([] if may else ["P19"])


@pytest.mark.parametrize(("kept", "clause"), [({"is_the_person": True}, "P19"), ({"stood_aside": True}, "P31")])
def test_nobody_looks_at_themself_or_where_they_stood_aside(kept, clause):
    checker = replace(CARA, **kept)
    assert clauses_against_starting(checker=checker) == [clause]
    assert [one.clause for one in PLANNING_A_CHECK.obstacles(checker=checker, plan=APPLICANT)] == [clause]
    called = CALLING_OFF_A_CHECK.obstacles(checker=checker, now=CheckStatus.PLANNED)
    assert [one.clause for one in called] == [clause]


@pytest.mark.parametrize("stage", [*Stage, None])
def test_an_applicants_check_starts_in_stage_1_only(stage):
    stops = clauses_against_starting(replace(APPLICANT, stage=stage))
    assert stops == ([] if stage is Stage.S1 else ["P22"])


@pytest.mark.parametrize("stage", [*Stage, None])
def test_any_other_check_starts_at_stage_1_or_later(stage):
    stops = clauses_against_starting(replace(CONCERN, stage=stage))
    assert stops == (["P22"] if stage in (None, Stage.S0) else [])


@pytest.mark.parametrize("reason", [None, "", "  "])
@pytest.mark.parametrize("trigger", list(CheckTrigger))
def test_every_check_but_an_applicants_needs_its_reason(trigger, reason):
    plan = replace(APPLICANT, trigger=trigger, reason=reason)
    assert clauses_against_starting(plan) == ([] if trigger is CheckTrigger.APPLICANT_STAGE_1 else ["P12"])


@pytest.mark.parametrize(
    ("missing", "clause"), [("own_account", "P21"), ("public_domain", "P23"), ("no_password", "P24")]
)
def test_each_of_the_three_promises_is_needed(missing, clause):
    assert clauses_against_starting(promise=replace(SWORN, **{missing: False})) == [clause]


@pytest.mark.parametrize(("ago", "stops"), [(0, ["P61"]), (89, ["P61"]), (90, []), (91, [])])
def test_a_second_look_within_90_days_needs_a_new_reason(ago, stops):
    look = replace(LATELY, started_on=TODAY - ago * DAY, reason="a  COMPLAINT came in.")
    assert clauses_against_starting(replace(CONCERN, looks=(look,))) == stops
    assert clauses_against_starting(replace(CONCERN, looks=(look,), reason="The post is back.")) == []
    assert clauses_against_starting(replace(APPLICANT, looks=(look,))) == stops


@pytest.mark.parametrize(("ago", "stops"), [(89, ["P61"]), (90, [])])
@pytest.mark.parametrize("authoriser", [None, CARA.user_id])
def test_a_third_look_within_90_days_needs_the_chair_who_does_not_look(ago, stops, authoriser):
    looks = (LATELY, Look("K-2025-031", TODAY - ago * DAY, "Something else."))
    plan = replace(CONCERN, looks=looks, authoriser_id=authoriser)
    assert clauses_against_starting(plan) == stops
    assert clauses_against_starting(replace(plan, authoriser_id=CHAIR_ID)) == []


def test_a_third_look_names_those_before_it():
    looks = (replace(LATELY, ref="K-1"), replace(LATELY, ref="K-2"))
    with pytest.raises(Refused, match=r"third look within 90 days, or a later one \(K-2, K-1 came before\)"):
        check_can_start_check(checker=CARA, plan=replace(CONCERN, looks=looks), promise=SWORN, today=TODAY)


@pytest.mark.parametrize(
    ("earlier", "later", "same"),
    [("A", "a ", True), ("A", "B", False), (None, "", True), ("A", None, True), (None, "A", False)],
)
def test_a_reason_is_the_same_but_for_case_and_spacing(earlier, later, same):
    assert same_reason(earlier, later) is same
    assert same_reason(called_off(earlier, "no need"), later) is same


def test_why_a_check_was_called_off_is_no_reason_to_make_one():
    assert same_reason("A", called_off(None, "no need"))


def test_close_looks_come_latest_first():
    older = replace(LATELY, ref="K-2025-031", started_on=TODAY - 80 * DAY)
    assert close_looks((older, LATELY), today=TODAY, within_days=90) == (LATELY, older)


def test_one_check_of_a_person_at_a_time():
    with pytest.raises(Refused, match=r"not done yet \(K-2026-004\)") as refused:
        check_can_plan_check(checker=CARA, plan=replace(APPLICANT, others=("K-2026-004",)))
    assert refused.value.clause == "P61"


@pytest.mark.parametrize("stage", list(Stage))
def test_an_applicants_check_is_planned_up_to_stage_1(stage):
    found = PLANNING_A_CHECK.obstacles(checker=CARA, plan=replace(APPLICANT, stage=stage))
    assert [one.clause for one in found] == ([] if stage in (Stage.S0, Stage.S1) else ["P22"])
    assert PLANNING_A_CHECK.holds(checker=CARA, plan=replace(CONCERN, stage=stage))


@pytest.mark.parametrize("then", list(CheckStatus))
@pytest.mark.parametrize("now", list(CheckStatus))
def test_a_check_moves_as_the_table_says_and_nothing_leaves_its_end(now, then):
    assert MOVING_A_CHECK.holds(now=now, then=then) is (then in CHECK_MOVES[now])
    assert not CHECK_MOVES[CheckStatus.COMPLETED] | CHECK_MOVES[CheckStatus.CANCELLED]


def test_what_is_completed_is_neither_called_off_nor_started_again():
    with pytest.raises(Refused, match="This check is completed, and cannot become cancelled"):
        check_can_cancel_check(checker=CARA, now=CheckStatus.COMPLETED)
    with pytest.raises(Refused, match="cannot become in progress"):
        check_can_move_check(now=CheckStatus.COMPLETED, then=CheckStatus.IN_PROGRESS)
