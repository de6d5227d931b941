"""Ratifying: the one deed by which approval changes and a case is decided."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlmodel import select

from bccc_dash.commands.deed import Done, Form
from bccc_dash.commands.ratifying import ratify_decision
from bccc_dash.domain.approval import ADVERSE
from bccc_dash.domain.decision_form import Minute
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.outcome_vocabulary import DecisionKind
from bccc_dash.store import tables
from bccc_dash.store.engine import reading
from bccc_dash.store.suspects import fairness
from tests.commands.conftest import told
from tests.commands.deciding import (
    AUDITOR,
    BREACH,
    CHAIR,
    CONCERN,
    COORDINATOR,
    FIRST,
    LEAD,
    MEMBER,
    OTHER,
    REFS,
    SECOND,
    TODAY,
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

LATER = datetime(2026, 3, 9, 12, 30, tzinfo=UTC)


@pytest.fixture
def centre(engine):
    fill(engine)
    return engine


def test_a_ratified_decision_changes_approval_and_decides_the_case(centre):
    propose(centre)
    assert ratify(centre, minute=Minute(meeting_date=TODAY, minute_ref="7")) == Done(FIRST)

    assert way(centre) == ["IN_ASSESSMENT", "APPROVED", "APPROVED_WITH_CONDITIONS"]
    assert status(centre, tables.ConcernRow, CONCERN) == "DECIDED"
    assert decisions(centre) == [(CONCERN, "CONDITIONS", "RATIFIED")]


def test_what_is_written_points_back_at_the_decision(centre):
    propose(centre)
    ratify(centre)

    with reading(centre) as session:
        row = session.exec(select(tables.DecisionRow)).one()
        event = session.exec(select(tables.ApprovalEventRow)).all()[-1]
        moved = session.exec(select(tables.CaseEventRow)).all()[-1]
        span = session.exec(select(tables.ApprovalSpanRow).where(tables.ApprovalSpanRow.event_id == event.id)).one()
    assert (row.from_status, row.to_status, row.effective_on) == ("APPROVED", "APPROVED_WITH_CONDITIONS", TODAY)
    assert (row.proposed_by_id, row.decided_by_id, row.decided_on) == (1, 3, TODAY)
    assert (event.decision_id, event.from_status, event.effective_on) == (row.id, "APPROVED", TODAY)
    assert (moved.from_status, moved.to_status, moved.by_id) == ("AWAITING_COMMITTEE", "DECIDED", 3)
    assert span.status == "APPROVED_WITH_CONDITIONS"


def test_it_is_told_of_the_decision_the_volunteer_and_the_case(centre):
    propose(centre)
    before = len(told(centre))
    ratify(centre)

    rows = {(action, subject.split("/")[0]): fields for _, action, subject, fields in told(centre)[before:]}
    assert set(rows) == {("ratify", "decision"), ("decide", "volunteer"), ("decide", "concern")}


def test_a_decision_that_leaves_approval_alone_writes_no_event_of_it(centre):
    propose(centre, DecisionKind.NO_FURTHER_ACTION)
    ratify(centre)

    assert way(centre) == ["IN_ASSESSMENT", "APPROVED"]
    assert status(centre, tables.ConcernRow, CONCERN) == "DECIDED"


@pytest.mark.parametrize("by", [COORDINATOR, LEAD, AUDITOR, replace(MEMBER, volunteer_id=VERA)], ids=str)
def test_only_the_committee_ratifies_and_not_ones_own_matter(centre, by):
    propose(centre, by=CHAIR)
    refused(centre, "^You may not ratify or reject", by=by)


def test_four_eyes_decide_against_a_volunteer_and_two_may_for_them(centre):
    propose(centre, by=MEMBER)
    refused(centre, "You proposed this yourself", "P30")
    propose(centre, DecisionKind.ADVICE_GIVEN, by=MEMBER)
    assert do(centre, ratify_decision, MEMBER, ref="D-2026-002")


def test_whoever_stood_aside_has_no_hand_in_it(centre):
    propose(centre, by=CHAIR)
    recuse(centre, MEMBER)
    refused(centre, "^You may not ratify")
    recuse(centre, CHAIR)
    refused(centre, "Whoever proposed this has stood aside", "P31", by=OTHER)


def test_standing_aside_from_a_concern_holds_for_a_decision_on_the_person(centre):
    propose(centre, about=VERA)
    recuse(centre, MEMBER)
    refused(centre, "You stood aside from a matter", "P31")
    assert ratify(centre, OTHER)


@pytest.mark.parametrize(
    ("before", "kind", "after"),
    [
        ("SUSPENDED", DecisionKind.REINSTATE, "APPROVED"),
        ("IN_ASSESSMENT", DecisionKind.APPROVE, "APPROVED"),
        ("IN_ASSESSMENT", DecisionKind.REFUSE, "REFUSED"),
        ("APPROVED", DecisionKind.WITHDRAW_APPROVAL, "WITHDRAWN"),
        ("SUSPENDED", DecisionKind.END_SERVICE, "ENDED"),
    ],
)
def test_each_kind_leads_where_it_says(engine, before, kind, after):
    fill(engine, approval=before)
    propose(engine, kind, about=VERA)
    ratify(engine)

    assert way(engine)[-1] == after


def test_two_proposals_that_cannot_both_be(centre):
    propose(centre, DecisionKind.WITHDRAW_APPROVAL)
    propose(centre, DecisionKind.SUSPEND)
    do(centre, ratify_decision, MEMBER, ref="D-2026-002")
    propose(centre, DecisionKind.REINSTATE)
    ratify(centre)
    with pytest.raises(Refused, match="Only somebody who is suspended") as found:
        do(centre, ratify_decision, MEMBER, ref="D-2026-003")
    assert found.value.clause == "P56"


def test_a_decision_may_be_dated_back_to_its_proposal(centre):
    propose(centre)
    ratify(centre, at=LATER, minute=Minute(decided_on=TODAY))
    with reading(centre) as session:
        assert session.exec(select(tables.ApprovalEventRow)).all()[-1].effective_on == TODAY


def test_a_form_sent_twice_ratifies_once(centre):
    propose(centre)
    form = Form(key="k" * 16, seen=10)
    assert [ratify(centre, form=form).is_repeat for _ in range(2)] == [False, True]
    assert len(way(centre)) == 3


def test_whoever_comes_second_is_told_and_nothing_is_overwritten(centre):
    propose(centre)
    stale = Form(key="k" * 16, seen=2)
    propose(centre, DecisionKind.ADVICE_GIVEN, by=OTHER)
    refused(centre, "Olga changed this at 12:30", form=stale)


@pytest.mark.parametrize("about", [CONCERN, VERA])
def test_each_undecided_breach_is_asked_about_and_gets_a_row_where_it_is_decided(engine, about):
    fill(engine, breaches=2)
    propose(engine, about=about)
    refused(engine, "Say of B-2026-001 and B-2026-002 whether", "P56")
    refused(engine, "Say of B-2026-002 whether", "P56", decides={REFS[BREACH]: True})
    ratify(engine, decides={REFS[BREACH]: True, REFS[SECOND]: False})

    assert decisions(engine) == [(about, "CONDITIONS", "RATIFIED"), (BREACH, "CONDITIONS", "RATIFIED")]
    assert status(engine, tables.IncidentRow, BREACH) == "DECIDED"
    assert status(engine, tables.IncidentRow, SECOND) == "AWAITING_DECISION"
    assert len(way(engine)) == 3


def test_an_answer_about_no_such_breach_is_refused(centre):
    propose(centre)
    refused(centre, "B-2026-009: no breach", decides={"B-2026-009": True})


def test_a_breach_without_its_finding_is_not_decided_by_the_way(engine):
    fill(engine, breaches=1)
    change(engine, tables.IncidentRow, BREACH, status="INVESTIGATING")
    propose(engine)
    refused(engine, "^B-2026-001: It is investigating", "P30", decides={REFS[BREACH]: True})
    assert ratify(engine, decides={REFS[BREACH]: False})


def test_a_decision_on_a_breach_asks_of_no_other(engine):
    fill(engine, breaches=2)
    propose(engine, about=BREACH)
    ratify(engine)
    assert status(engine, tables.IncidentRow, BREACH) == "DECIDED"


def test_after_a_refusal_nothing_is_half_written(engine):
    fill(engine, breaches=1)
    propose(engine)
    rows = len(told(engine))
    change(engine, tables.IncidentRow, BREACH, status="REPORTED")
    refused(engine, "^B-2026-001", "P30", decides={REFS[BREACH]: True})

    assert (len(way(engine)), len(told(engine))) == (2, rows)
    assert status(engine, tables.ConcernRow, CONCERN) == "AWAITING_COMMITTEE"


def test_figures_and_rules_mean_the_same_by_against():
    assert frozenset(fairness.ADVERSE) == ADVERSE
