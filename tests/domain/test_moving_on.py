"""What each stage asks for before it is left, at the boundary of each thing."""

from dataclasses import replace
from datetime import date

import pytest

from bccc_dash.domain.errors import Refused
from bccc_dash.domain.moving_on import (
    LEAVING_STAGE_1,
    ApplicationFacts,
    can_be_looked_up,
    can_become_active,
    can_leave_enquiry,
    can_leave_stage_1,
    can_leave_with_requirements,
    check_can_be_looked_up,
    check_can_become_active,
    check_can_leave_enquiry,
    check_can_leave_stage_1,
    check_can_leave_with_requirements,
)
from bccc_dash.domain.vocabulary import ApprovalStatus, Requirement, Stage

DAY = date(2026, 3, 2)
READY = ApplicationFacts(
    stage=Stage.S1, since=DAY, notice_on=DAY, signed_on=DAY, permission=True, is_checked=True, approval=None
)


def refused(check, facts):
    with pytest.raises(Refused) as told:
        check(facts=facts)
    return told.value.clause, str(told.value)


def test_who_has_everything_passes_every_gate():
    check_can_be_looked_up(facts=READY)
    check_can_leave_enquiry(facts=READY)
    check_can_leave_stage_1(facts=READY)
    check_can_leave_with_requirements(facts=READY)
    check_can_become_active(facts=replace(READY, approval=ApprovalStatus.APPROVED))


def test_enquiry_is_left_only_after_the_notice():
    clause, sentence = refused(check_can_leave_enquiry, replace(READY, notice_on=None))

    assert (clause, "Record the notice first" in sentence) == ("P16", True)
    assert can_leave_enquiry(facts=READY)


@pytest.mark.parametrize(
    ("lack", "word"),
    [
        ({"signed_on": None}, "No signed application form"),
        ({"permission": False}, "gives no permission"),
        ({"permission": None}, "gives no permission"),
        ({"withdrawn_on": DAY}, "taken back on 2 March 2026"),
        ({"signed_on": None, "permission": None, "withdrawn_on": DAY}, "taken back"),
    ],
)
def test_a_look_needs_a_permission_that_stands(lack, word):
    facts = replace(READY, **lack)

    clause, sentence = refused(check_can_be_looked_up, facts)
    assert (clause, word in sentence) == ("P14", True)
    assert not can_be_looked_up(facts=facts)
    assert refused(check_can_leave_stage_1, facts)[0] == "P14"


@pytest.mark.parametrize(
    ("lack", "clause", "word"),
    [
        ({"is_checked": False}, "P22", "No online check"),
        ({"is_concern_missing": True}, "P31", "not on record"),
        ({"unsettled": 1}, "P30", "not decided yet"),
        ({"unsettled": 3}, "P30", "not decided yet"),
    ],
)
def test_stage_1_is_left_only_checked_and_with_every_concern_settled(lack, clause, word):
    told, sentence = refused(check_can_leave_stage_1, replace(READY, **lack))

    assert (told, word in sentence) == (clause, True)
    assert can_leave_stage_1(facts=READY)


def test_all_that_stage_1_lacks_is_told_in_the_order_in_which_it_is_lifted():
    bare = ApplicationFacts(stage=Stage.S1, unsettled=1)

    assert [one.answer for one in LEAVING_STAGE_1.obstacles(facts=bare)] == ["form", "check", "decision"]


def test_a_stage_is_left_only_with_every_requirement_met():
    waits = ((Requirement.DBS, "DBS check"), (Requirement.POLICY_ACKNOWLEDGED, "Policy read and acknowledged"))
    facts = replace(READY, waits=waits)

    assert refused(check_can_leave_with_requirements, facts)[1] == (
        "DBS check: not met by that day. Record that it is met first."
    )
    assert refused(check_can_leave_with_requirements, replace(facts, waits=waits[1:]))[0] == "P2"
    assert can_leave_with_requirements(facts=replace(facts, waits=()))


@pytest.mark.parametrize("status", [None, *ApprovalStatus])
def test_nobody_becomes_active_but_with_the_committees_approval(status):
    facts = replace(READY, approval=status)
    approved = status in (ApprovalStatus.APPROVED, ApprovalStatus.APPROVED_WITH_CONDITIONS)

    assert can_become_active(facts=facts) == approved
    if not approved:
        assert refused(check_can_become_active, facts)[0] == "P1"
