"""The rules before any move: the table, the order of days, reasons, refusals, ends, and coming back."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bccc_dash.domain.errors import Refused
from bccc_dash.domain.moving_on import ApplicationFacts
from bccc_dash.domain.moving_stage import (
    MOVING_STAGE,
    can_apply_again,
    can_end,
    can_move_stage,
    check_can_apply_again,
    check_can_end,
    check_can_move_stage,
)
from bccc_dash.domain.stage_moves import APPROVAL_OVER, ENDS, IN_ORDER, STAGE_MOVES, MoveKind, kind_of_move
from bccc_dash.domain.vocabulary import ApprovalStatus, EndReason, Requirement, Stage

DAY = date(2026, 3, 2)
ONE = timedelta(days=1)
READY = ApplicationFacts(
    stage=Stage.S2,
    since=DAY,
    notice_on=DAY,
    signed_on=DAY,
    permission=True,
    is_checked=True,
    approval=ApprovalStatus.APPROVED,
    approval_since=DAY,
)


def refused(facts, to, *, moved_on=DAY, reason="Because."):
    with pytest.raises(Refused) as told:
        check_can_move_stage(facts=facts, to=Stage(to), moved_on=moved_on, reason=reason)
    return told.value.clause, str(told.value)


def may(facts, to, *, moved_on=DAY, reason="Because."):
    return can_move_stage(facts=facts, to=Stage(to), moved_on=moved_on, reason=reason)


@pytest.mark.parametrize("start", Stage)
@pytest.mark.parametrize("to", Stage)
def test_a_move_is_refused_unless_it_stands_in_the_table(start, to):
    assert may(replace(READY, stage=start), to) == (to in STAGE_MOVES[start])


def test_a_move_that_is_not_in_the_table_names_those_that_are():
    assert refused(READY, "S4")[1] == (
        "Nobody moves from “Interview” to “Induction and training”. "
        "Choose “References and DBS” or “Withdrawn” or “Not appointed”, or a stage before."
    )
    assert refused(replace(READY, stage=Stage.LEFT), "S6")[1].endswith("Record a new application.")


def test_without_a_stage_nothing_moves():
    assert "No stage is on record" in refused(ApplicationFacts(stage=None), "S1")[1]


@pytest.mark.parametrize("reason", [None, ""])
def test_a_move_back_needs_its_reason_and_a_move_ahead_does_not(reason):
    assert "A move back needs its reason" in refused(READY, "S1", reason=reason)[1]
    assert may(READY, "S1", reason="The form was of somebody else.")
    assert may(READY, "S3", reason=reason)
    assert may(READY, "WITHDRAWN", reason=reason)


@pytest.mark.parametrize(("moved_on", "fits"), [(DAY - ONE, False), (DAY, True), (DAY + ONE, True)])
def test_a_move_stands_on_the_day_of_the_latest_one_or_later(moved_on, fits):
    facts = replace(READY, approval_since=DAY - ONE * 9)

    assert may(facts, "S3", moved_on=moved_on) == fits
    if not fits:
        assert "The latest move was on 2 March 2026" in refused(facts, "S3", moved_on=moved_on)[1]


@pytest.mark.parametrize(("stage", "to"), [("S5", "S6"), ("S2", "NOT_APPOINTED"), ("S6", "LEFT")])
def test_a_move_that_rests_on_the_approval_never_stands_before_it(stage, to):
    facts = replace(READY, stage=Stage(stage), since=DAY - ONE * 9)

    assert [may(facts, to, moved_on=DAY + step * ONE) for step in (-1, 0, 1)] == [False, True, True]
    assert refused(facts, to, moved_on=DAY - ONE)[0] == "P1"


def test_a_move_that_does_not_touch_the_approval_may_stand_before_it():
    assert may(replace(READY, since=DAY - ONE * 9), "S3", moved_on=DAY - ONE)


@pytest.mark.parametrize("status", APPROVAL_OVER)
@pytest.mark.parametrize("stage", IN_ORDER[:-1])
def test_whom_the_committee_refused_only_leaves(status, stage):
    facts = replace(READY, stage=stage, approval=status)
    ways = {to: may(facts, to) for to in STAGE_MOVES[stage]}

    assert {to for to, fits in ways.items() if fits} == {Stage.WITHDRAWN, Stage.NOT_APPOINTED}
    assert {kind_of_move(stage, to) for to, fits in ways.items() if not fits} <= {MoveKind.FORWARD, MoveKind.BACK}


@pytest.mark.parametrize(
    ("ended_on", "began_on", "goes_on"),
    [(DAY - ONE, DAY, True), (DAY, DAY, True), (DAY + ONE, DAY, False), (DAY, None, False)],
)
def test_an_ended_approval_of_an_earlier_application_does_not_hinder_this_one(ended_on, began_on, goes_on):
    over = {"approval": ApprovalStatus.ENDED, "approval_since": ended_on, "began_on": began_on}

    assert may(replace(READY, stage=Stage.S0, **over), "S1", moved_on=DAY + ONE) == goes_on


@pytest.mark.parametrize(
    ("stage", "to", "lack", "clause"),
    [
        ("S0", "S1", {"notice_on": None}, "P16"),
        ("S1", "S2", {"signed_on": None}, "P14"),
        ("S1", "S2", {"is_checked": False}, "P22"),
        ("S2", "S3", {"waits": ((Requirement.INTERVIEW, "Interview"),)}, None),
        ("S5", "S6", {"approval": ApprovalStatus.IN_ASSESSMENT}, "P1"),
        ("S5", "S6", {"approval": ApprovalStatus.SUSPENDED}, "P1"),
    ],
)
def test_a_move_ahead_asks_what_the_stage_asks(stage, to, lack, clause):
    facts = replace(READY, stage=Stage(stage), **lack)

    assert refused(facts, to)[0] == clause
    assert may(facts, "WITHDRAWN")


def test_a_move_back_asks_for_nothing_but_its_reason():
    bare = ApplicationFacts(stage=Stage.S4, since=DAY, waits=((Requirement.TRAINING, "Training"),))

    assert MOVING_STAGE.obstacles(facts=bare, to=Stage.S1, moved_on=DAY, reason="Again.") == ()


@pytest.mark.parametrize("to", ENDS)
@pytest.mark.parametrize("reason", EndReason)
def test_each_end_has_reasons_of_its_own(to, reason):
    fitting = {"WITHDRAWN": ("WITHDREW",), "NOT_APPOINTED": ("NOT_APPOINTED",)}
    leaving = ("RESIGNED", "RESIGNED_DURING_CONCERN", "RETIRED", "OTHER")

    assert can_end(facts=READY, to=to, end_reason=reason) == (reason in fitting.get(to, leaving))


@pytest.mark.parametrize("status", [None, *ApprovalStatus])
def test_a_removal_follows_a_decision_of_the_committee(status):
    facts, removed = replace(READY, approval=status), EndReason.REMOVED

    assert can_end(facts=facts, to=Stage.LEFT, end_reason=removed) == (status in APPROVAL_OVER)
    if status not in APPROVAL_OVER:
        with pytest.raises(Refused, match="A removal follows a decision") as told:
            check_can_end(facts=facts, to=Stage.LEFT, end_reason=removed)
        assert told.value.clause == "P56"


@pytest.mark.parametrize("reason", ["RESIGNED", "RETIRED", "OTHER"])
def test_who_leaves_while_a_matter_is_open_is_on_record_as_such(reason):
    facts = replace(READY, open_matters=1)

    with pytest.raises(Refused, match="still open") as told:
        check_can_end(facts=facts, to=Stage.LEFT, end_reason=EndReason(reason))
    assert told.value.clause == "P7"
    assert can_end(facts=facts, to=Stage.LEFT, end_reason=EndReason.RESIGNED_DURING_CONCERN)
    assert can_end(facts=facts, to=Stage.WITHDRAWN, end_reason=EndReason.WITHDREW)
    assert can_end(facts=READY, to=Stage.LEFT, end_reason=EndReason(reason))


@pytest.mark.parametrize("stage", [None, *Stage])
def test_only_who_has_no_application_open_applies_again(stage):
    facts = replace(READY, stage=stage)

    assert can_apply_again(facts=facts, applied_on=DAY) == (stage is None or stage in ENDS)


@pytest.mark.parametrize(("applied_on", "fits"), [(DAY - ONE, False), (DAY, True), (DAY + ONE, True)])
def test_a_new_application_comes_after_what_ended(applied_on, fits):
    facts = replace(READY, stage=Stage.LEFT)

    assert can_apply_again(facts=facts, applied_on=applied_on) == fits
    if not fits:
        with pytest.raises(Refused, match="The latest move was on 2 March 2026"):
            check_can_apply_again(facts=facts, applied_on=applied_on)
