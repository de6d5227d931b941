"""Proposing a decision, taking it back, rejecting it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bccc_dash.commands.decisions import propose_decision, reject_decision, withdraw_decision
from bccc_dash.commands.deed import Done, Form
from bccc_dash.domain.decision_form import Minute, Proposal
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.outcome_vocabulary import DecisionKind, RecordKind
from bccc_dash.domain.vocabulary import Role
from bccc_dash.store import tables
from tests.commands.conftest import told
from tests.commands.deciding import (
    AUDITOR,
    BREACH,
    CAST,
    CHAIR,
    CONCERN,
    COORDINATOR,
    FIRST,
    LEAD,
    MEMBER,
    OTHER,
    REFS,
    TODAY,
    VERA,
    change,
    decisions,
    do,
    fill,
    recuse,
    status,
    way,
)

ADVICE = Proposal(kind=DecisionKind.ADVICE_GIVEN, rationale="A word about what is posted.")
CONDITIONS = Proposal(kind=DecisionKind.CONDITIONS, rationale="Only together with somebody else.")
ON_CONCERN = {"kind": RecordKind.CONCERN, "ref": REFS[CONCERN]}


@pytest.fixture
def centre(engine):
    fill(engine)
    return engine


def propose(engine, by=COORDINATOR, proposal=ADVICE, **told):
    return do(engine, propose_decision, by, proposal=proposal, **(ON_CONCERN | told))


def test_a_proposal_waits_and_changes_nothing_else(centre):
    assert propose(centre, proposal=CONDITIONS) == Done(FIRST)

    assert decisions(centre) == [(CONCERN, "CONDITIONS", "PROPOSED")]
    assert way(centre)[-1] == "APPROVED"
    assert status(centre, tables.ConcernRow, CONCERN) == "AWAITING_COMMITTEE"


def test_a_proposal_is_told_of_the_decision_and_of_its_subject(centre):
    propose(centre)

    rows = [(actor, action, subject.split("/")[0]) for actor, action, subject, _ in told(centre)]
    assert rows == [("user/1", "propose", "decision"), ("user/1", "update", "concern")]


@pytest.mark.parametrize("by", [one for one in CAST if one is not AUDITOR])
def test_all_who_work_on_cases_may_propose(centre, by):
    assert propose(centre, by).ref == FIRST


@pytest.mark.parametrize(
    "by", [AUDITOR, replace(COORDINATOR, volunteer_id=VERA), replace(COORDINATOR, role=None)], ids=str
)
def test_others_and_whom_it_is_about_may_not_propose(centre, by):
    with pytest.raises(Refused, match=r"^You may not propose a decision here"):
        propose(centre, by)
    assert decisions(centre) == []


def test_whoever_stood_aside_may_not_propose(centre):
    recuse(centre, MEMBER)
    with pytest.raises(Refused, match="You may not propose"):
        propose(centre, MEMBER)
    with pytest.raises(Refused, match="You stood aside from a matter"):
        propose(centre, MEMBER, kind=RecordKind.VOLUNTEER, ref=REFS[VERA])


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"rationale": "  "}, "Reasons: say why"),
        ({"rationale": "a" * 4001}, "Reasons: write at most 4,000 letters; these are 4,001"),
        ({"rationale": "a\x00b"}, "Reasons: it holds a sign"),
        ({"kind": "SUSPEND_ALL"}, "Decision: choose one"),
        ({"ends_on": TODAY}, "Ends on: only conditions and a suspension"),
        ({"review_on": TODAY - timedelta(days=1)}, "Look at again on: 1 March 2026 is past"),
        ({"kind": DecisionKind.CONDITIONS, "ends_on": date(2026, 3, 1)}, "Ends on: 1 March 2026 is past"),
    ],
)
def test_a_field_that_is_at_fault_is_named(centre, told, sentence):
    with pytest.raises(Refused, match=sentence):
        propose(centre, proposal=replace(ADVICE, **told))


@pytest.mark.parametrize(
    "proposal",
    [
        replace(ADVICE, rationale="a" * 4000),
        replace(ADVICE, review_on=TODAY),
        replace(CONDITIONS, ends_on=TODAY, review_on=TODAY + timedelta(days=1)),
    ],
)
def test_fields_at_their_limit_are_kept(centre, proposal):
    assert propose(centre, proposal=proposal).ref == FIRST


def test_a_decision_is_about_a_person_or_a_case(centre):
    with pytest.raises(Refused, match="About: a decision is about a volunteer"):
        propose(centre, kind=RecordKind.CHECK)


def test_a_proposal_that_approval_does_not_allow_is_refused_at_once(centre):
    with pytest.raises(Refused, match="Only somebody who is suspended") as refused:
        propose(centre, proposal=replace(ADVICE, kind=DecisionKind.REINSTATE))
    assert refused.value.clause == "P56"


def test_the_same_decision_waits_once(centre):
    propose(centre)
    with pytest.raises(Refused, match="proposed already"):
        propose(centre, MEMBER)
    assert propose(centre, MEMBER, CONDITIONS).ref == "D-2026-002"


def test_a_decision_on_views_needs_the_answer_of_conduct(engine):
    fill(engine, category="VIEWS_NOT_CONDUCIVE")
    with pytest.raises(Refused, match="the reason is conduct") as refused:
        propose(engine, proposal=CONDITIONS)
    assert refused.value.clause == "P27"

    assert propose(engine, proposal=replace(CONDITIONS, is_conduct=True)).ref == FIRST
    assert propose(engine, proposal=replace(CONDITIONS, kind=DecisionKind.SUSPEND)).ref == "D-2026-002"


def test_a_form_sent_twice_proposes_once(centre):
    form = Form(key="k" * 16)
    assert propose(centre, form=form) == Done(FIRST)
    assert propose(centre, form=form) == Done(FIRST, is_repeat=True)
    assert len(decisions(centre)) == 1


def test_whoever_proposes_on_what_somebody_changed_meanwhile_is_told(centre):
    propose(centre, MEMBER, CONDITIONS)
    with pytest.raises(Refused, match="Mo changed this at 12:30"):
        propose(centre, form=Form(key="k" * 16, seen=0))


def test_one_takes_back_what_one_proposed_and_nobody_else_does(centre):
    propose(centre)
    with pytest.raises(Refused, match="Somebody else proposed this"):
        do(centre, withdraw_decision, CHAIR, ref=FIRST)
    do(centre, withdraw_decision, COORDINATOR, ref=FIRST)

    assert decisions(centre) == [(CONCERN, "ADVICE_GIVEN", "WITHDRAWN")]
    assert propose(centre).ref == "D-2026-002"


@pytest.mark.parametrize("by", [CHAIR, MEMBER])
def test_the_committee_rejects_with_its_minute(centre, by):
    propose(centre)
    do(centre, reject_decision, by, ref=FIRST, minute=Minute(meeting_date=TODAY, minute_ref=" 4.2 "))

    assert decisions(centre) == [(CONCERN, "ADVICE_GIVEN", "REJECTED")]
    assert ("user/1", "propose") in [row[:2] for row in told(centre)]
    assert (f"user/{by.user_id}", "reject") in [row[:2] for row in told(centre)]


@pytest.mark.parametrize("by", [COORDINATOR, LEAD, AUDITOR, replace(MEMBER, volunteer_id=VERA)], ids=str)
def test_only_the_committee_rejects_and_not_ones_own_matter(centre, by):
    propose(centre)
    with pytest.raises(Refused, match="You may not ratify or reject"):
        do(centre, reject_decision, by, ref=FIRST)
    assert decisions(centre)[0][2] == "PROPOSED"


def test_one_does_not_reject_what_one_proposed(centre):
    propose(centre, MEMBER)
    with pytest.raises(Refused, match="Withdraw it instead"):
        do(centre, reject_decision, MEMBER, ref=FIRST)


@pytest.mark.parametrize(
    ("minute", "sentence"),
    [
        (Minute(decided_on=TODAY + timedelta(days=1)), "Decided on: 3 March 2026 is still to come"),
        (Minute(decided_on=TODAY - timedelta(days=1)), "Decided on: it was proposed on 2 March 2026"),
        (Minute(meeting_date=TODAY + timedelta(days=1)), "Meeting: 3 March 2026 is still to come"),
        (Minute(minute_ref="a" * 201), "Minute: write at most 200 letters"),
    ],
)
def test_a_minute_that_cannot_be_is_refused(centre, minute, sentence):
    propose(centre)
    with pytest.raises(Refused, match=sentence):
        do(centre, reject_decision, OTHER, ref=FIRST, minute=minute)


@pytest.mark.parametrize("command", [reject_decision, withdraw_decision])
def test_what_is_settled_stays_so(centre, command):
    propose(centre)
    do(centre, reject_decision, CHAIR, ref=FIRST)
    with pytest.raises(Refused, match=r"rejected already\. Propose a new one"):
        do(centre, command, COORDINATOR if command is withdraw_decision else MEMBER, ref=FIRST)


def test_a_subject_without_a_state_of_its_own_is_fine(centre):
    assert propose(centre, kind=RecordKind.VOLUNTEER, ref=REFS[VERA]).ref == FIRST
    assert decisions(centre) == [(VERA, "ADVICE_GIVEN", "PROPOSED")]


def test_what_is_not_there_is_refused_as_what_one_may_not(centre):
    with pytest.raises(Refused, match=r"^You may not propose"):
        propose(centre, kind=RecordKind.INCIDENT, ref=REFS[BREACH])


def test_a_user_who_lost_the_committee_meanwhile_may_not_reject(centre):
    propose(centre)
    change(centre, tables.UserRow, MEMBER.user_id, on_management_committee=False)
    with pytest.raises(Refused, match="You may not ratify"):
        do(centre, reject_decision, replace(MEMBER, on_committee=False, role=Role.COMMITTEE_MEMBER), ref=FIRST)
