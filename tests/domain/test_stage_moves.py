"""Where one may go from each stage, and what a move makes of the approval."""

import pytest

from bccc_dash.domain.stage_moves import (
    APPROVAL_OVER,
    END_REASONS,
    ENDS,
    IN_ORDER,
    LEAVING_REASONS,
    STAGE_MOVES,
    MoveKind,
    approval_after,
    is_approved,
    kind_of_move,
)
from bccc_dash.domain.vocabulary import ApprovalStatus, EndReason, Stage


def test_every_stage_has_its_moves_and_none_leads_to_itself():
    assert list(STAGE_MOVES) == [*IN_ORDER, *ENDS]
    assert [stage for stage, onward in STAGE_MOVES.items() if stage in onward or not onward] == []


@pytest.mark.parametrize("place", range(len(IN_ORDER) - 1))
def test_ahead_leads_only_to_the_next_stage(place):
    onward = STAGE_MOVES[IN_ORDER[place]]

    assert [stage for stage in IN_ORDER[place + 1 :] if stage in onward] == [IN_ORDER[place + 1]]


@pytest.mark.parametrize("place", range(len(IN_ORDER)))
def test_back_leads_to_every_stage_before(place):
    assert set(IN_ORDER[:place]) <= STAGE_MOVES[IN_ORDER[place]]


def test_an_application_is_withdrawn_or_turned_down_and_a_service_is_left():
    assert {stage for stage in Stage if Stage.LEFT in STAGE_MOVES[stage]} == {Stage.S6}
    for end in (Stage.WITHDRAWN, Stage.NOT_APPOINTED):
        assert {stage for stage in Stage if end in STAGE_MOVES[stage]} == set(IN_ORDER[:-1])


@pytest.mark.parametrize("end", ENDS)
def test_an_end_leads_only_to_a_new_application(end):
    assert STAGE_MOVES[end] == {Stage.S0}


@pytest.mark.parametrize(
    ("start", "to", "kind"),
    [
        ("S0", "S1", MoveKind.FORWARD),
        ("S5", "S6", MoveKind.FORWARD),
        ("S6", "S5", MoveKind.BACK),
        ("S4", "S0", MoveKind.BACK),
        ("S3", "WITHDRAWN", MoveKind.END),
        ("S6", "LEFT", MoveKind.END),
        ("LEFT", "S0", MoveKind.ANEW),
    ],
)
def test_a_move_is_ahead_back_an_end_or_anew(start, to, kind):
    assert kind_of_move(Stage(start), Stage(to)) is kind


@pytest.mark.parametrize("before", [None, *ApprovalStatus])
def test_only_the_very_first_enquiry_is_not_yet_assessed(before):
    assert (approval_after(Stage.S0, before) is ApprovalStatus.NOT_YET_ASSESSED) == (before is None)


@pytest.mark.parametrize("before", [None, *ApprovalStatus])
def test_stage_1_begins_an_assessment_but_never_undoes_one_or_an_approval(before):
    kept = ("IN_ASSESSMENT", "APPROVED", "APPROVED_WITH_CONDITIONS", "SUSPENDED")

    assert (approval_after(Stage.S1, before) is ApprovalStatus.IN_ASSESSMENT) == (before not in kept)


@pytest.mark.parametrize("before", [None, *ApprovalStatus])
@pytest.mark.parametrize("end", ENDS)
def test_an_end_ends_the_approval_but_leaves_a_refusal_as_it_is(end, before):
    assert approval_after(end, before) is (None if before in APPROVAL_OVER else ApprovalStatus.ENDED)


@pytest.mark.parametrize("before", [None, *ApprovalStatus])
@pytest.mark.parametrize("to", IN_ORDER[2:])
def test_no_other_stage_touches_the_approval(to, before):
    assert approval_after(to, before) is None


def test_who_is_suspended_or_ended_is_not_approved():
    assert [status for status in ApprovalStatus if is_approved(status)] == ["APPROVED", "APPROVED_WITH_CONDITIONS"]
    assert not is_approved(None)


def test_every_end_has_its_reasons_and_every_reason_its_end():
    assert list(END_REASONS) == list(ENDS)
    assert {*LEAVING_REASONS, EndReason.WITHDREW, EndReason.NOT_APPOINTED} == set(EndReason)
