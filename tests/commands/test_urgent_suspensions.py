"""The chair suspends at once: it holds from that day, waits to be ratified, and is undone where it is not."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bccc_dash.commands.decisions import end_lapsed_suspension, reject_decision, withdraw_decision
from bccc_dash.commands.deed import Form
from bccc_dash.commands.ratifying import ratify_decision
from bccc_dash.commands.urgent_suspensions import suspend_at_once
from bccc_dash.domain.decision_form import Proposal
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.outcome_vocabulary import DecisionKind, RecordKind
from bccc_dash.store import tables
from tests.commands.conftest import told
from tests.commands.deciding import (
    CAST,
    CHAIR,
    CONCERN,
    FIRST,
    MEMBER,
    OTHER,
    REFS,
    VERA,
    change,
    decisions,
    do,
    fill,
    propose,
    ratify,
    recuse,
    refused,
    status,
    way,
)

SUSPEND = Proposal(kind=DecisionKind.SUSPEND, rationale="A child may be at risk.")
DAY_14 = datetime(2026, 3, 16, 12, tzinfo=UTC)
DAY_15 = datetime(2026, 3, 17, 12, tzinfo=UTC)
ENDED = [end_lapsed_suspension, reject_decision, withdraw_decision]


@pytest.fixture
def centre(engine):
    fill(engine)
    return engine


def suspend(engine, by=CHAIR, **told):
    about = {"kind": RecordKind.CONCERN, "ref": REFS[CONCERN], "proposal": SUSPEND}
    return do(engine, suspend_at_once, by, **(about | told))


def test_it_holds_at_once_and_waits_to_be_ratified(centre):
    change(centre, tables.ConcernRow, CONCERN, status="OPEN")
    assert suspend(centre).ref == FIRST

    assert way(centre)[-1] == "SUSPENDED"
    assert decisions(centre) == [(CONCERN, "SUSPEND", "PROPOSED")]
    assert status(centre, tables.ConcernRow, CONCERN) == "OPEN"


def test_it_is_told_of_the_decision_the_volunteer_and_the_concern(centre):
    suspend(centre)
    rows = [(action, subject.split("/")[0]) for _, action, subject, _ in told(centre)]
    assert rows == [("suspend", "decision"), ("decide", "volunteer"), ("update", "concern")]


@pytest.mark.parametrize("by", [*(one for one in CAST if one is not CHAIR), replace(CHAIR, volunteer_id=VERA)], ids=str)
def test_only_the_chair_and_not_themself(centre, by):
    with pytest.raises(Refused, match="You may not suspend a volunteer before the committee meets"):
        suspend(centre, by)
    assert way(centre)[-1] == "APPROVED"


def test_a_chair_who_stood_aside_does_not_suspend(centre):
    recuse(centre, CHAIR)
    with pytest.raises(Refused, match="You may not suspend"):
        suspend(centre)


def test_nor_about_the_person_whose_concern_it_was(centre):
    recuse(centre, CHAIR)
    with pytest.raises(Refused, match="You stood aside from a matter") as found:
        suspend(centre, kind=RecordKind.VOLUNTEER, ref=REFS[VERA])
    assert found.value.clause == "P31"


def test_nothing_but_a_suspension_holds_before_the_committee_meets(centre):
    with pytest.raises(Refused, match="only a suspension can hold"):
        suspend(centre, proposal=replace(SUSPEND, kind=DecisionKind.WITHDRAW_APPROVAL))


@pytest.mark.parametrize("approval", ["IN_ASSESSMENT", "SUSPENDED", "REFUSED", "WITHDRAWN", "ENDED"])
def test_only_somebody_approved_is_suspended(engine, approval):
    fill(engine, approval=approval)
    with pytest.raises(Refused, match="cannot become suspended") as found:
        suspend(engine)
    assert found.value.clause == "P56"


def test_a_proposal_to_suspend_that_waits_is_no_hindrance(centre):
    propose(centre, DecisionKind.SUSPEND)
    assert suspend(centre).ref == "D-2026-002"


def test_sent_twice_it_suspends_once(centre):
    form = Form(key="k" * 16)
    assert [suspend(centre, form=form).is_repeat for _ in range(2)] == [False, True]
    assert way(centre).count("SUSPENDED") == 1


def test_somebody_else_ratifies_it_and_nothing_changes_twice(centre):
    suspend(centre)
    refused(centre, "You proposed this yourself", "P30", by=CHAIR)
    ratify(centre)

    assert decisions(centre) == [(CONCERN, "SUSPEND", "RATIFIED")]
    assert way(centre) == ["IN_ASSESSMENT", "APPROVED", "SUSPENDED"]


def test_ratifying_it_still_asks_for_the_reply(centre):
    suspend(centre)
    change(centre, tables.DiscussionRow, 1, offered_on=None)
    refused(centre, "has not been offered a discussion", "P25")


@pytest.mark.parametrize("command", ENDED)
def test_where_it_does_not_stand_approval_is_as_before(engine, command):
    fill(engine, approval="APPROVED_WITH_CONDITIONS")
    suspend(engine)
    do(engine, command, CHAIR if command is withdraw_decision else MEMBER, ref=FIRST, at=DAY_15)

    assert way(engine)[-2:] == ["SUSPENDED", "APPROVED_WITH_CONDITIONS"]
    assert decisions(engine)[0][2] == ("REJECTED" if command is reject_decision else "WITHDRAWN")


@pytest.mark.parametrize("command", ENDED)
def test_what_was_decided_since_is_not_undone_with_it(centre, command):
    suspend(centre)
    propose(centre, DecisionKind.WITHDRAW_APPROVAL)
    do(centre, ratify_decision, OTHER, ref="D-2026-002")
    do(centre, command, CHAIR if command is withdraw_decision else MEMBER, ref=FIRST, at=DAY_15)

    assert way(centre)[-2:] == ["SUSPENDED", "WITHDRAWN"]


def test_it_lapses_after_its_last_day_and_not_on_it(centre):
    suspend(centre)
    with pytest.raises(Refused, match="until 16 March 2026") as found:
        do(centre, end_lapsed_suspension, MEMBER, ref=FIRST, at=DAY_14)
    assert found.value.clause == "P56"
    assert way(centre)[-1] == "SUSPENDED"

    do(centre, end_lapsed_suspension, MEMBER, ref=FIRST, at=DAY_15)
    assert way(centre)[-1] == "APPROVED"


@pytest.mark.parametrize("by", [one for one in CAST if not one.on_committee], ids=str)
def test_only_the_committee_ends_a_lapsed_one(centre, by):
    suspend(centre)
    with pytest.raises(Refused, match="You may not ratify or reject"):
        do(centre, end_lapsed_suspension, by, ref=FIRST, at=DAY_15)


def test_a_proposal_that_never_took_effect_does_not_lapse(centre):
    propose(centre, DecisionKind.SUSPEND)
    with pytest.raises(Refused, match="no urgent suspension"):
        do(centre, end_lapsed_suspension, MEMBER, ref=FIRST, at=DAY_15)
