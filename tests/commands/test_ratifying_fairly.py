"""What a decision against a volunteer, and one on a concern, must rest on before the committee ratifies it."""

from datetime import date

import pytest

from bccc_dash.domain.decision_form import Minute
from bccc_dash.domain.outcome_vocabulary import DecisionKind, RecordKind
from bccc_dash.queries.quality.decisions import (
    about_belief,
    without_assessed_source,
    without_four_eyes,
    without_reply,
)
from bccc_dash.store import tables
from bccc_dash.store.engine import reading
from tests.commands.deciding import (
    BREACH,
    CONCERN,
    HEARD,
    REFS,
    TODAY,
    VERA,
    add,
    change,
    fill,
    propose,
    ratify,
    refused,
    status,
    way,
)


@pytest.fixture
def centre(engine):
    fill(engine)
    return engine


def test_no_decision_against_on_a_source_that_nobody_assessed(centre):
    propose(centre)
    change(centre, tables.SourceAssessmentRow, 1, identity_confidence="UNCERTAIN")
    refused(centre, "does not say that this is the volunteer", "P29")


def test_the_latest_assessment_counts(centre):
    propose(centre)
    doubt = tables.SourceAssessmentRow(case_id=CONCERN, assessed_on=HEARD, assessor_id=1)
    doubt.identity_confidence = "NOT_MATCHED"
    add(centre, doubt)
    refused(centre, "does not say that this is the volunteer", "P29")


@pytest.mark.parametrize(("offered", "passes"), [(TODAY, True), (date(2026, 3, 3), False), (None, False)])
def test_a_reply_is_offered_by_the_day_of_the_decision(centre, offered, passes):
    propose(centre)
    change(centre, tables.DiscussionRow, 1, offered_on=offered)
    if passes:
        assert ratify(centre)
    else:
        refused(centre, "has not been offered a discussion", "P25")


@pytest.mark.parametrize(("note", "passes"), [("The police asked for it.", True), (None, False)])
def test_a_discussion_that_waits_with_a_note_is_as_good(centre, note, passes):
    propose(centre)
    change(centre, tables.DiscussionRow, 1, offered_on=None, deferral_reason="POLICE_ADVICE", deferral_note=note)
    if passes:
        assert ratify(centre)
    else:
        refused(centre, "has not been offered", "P25")


@pytest.mark.parametrize(
    ("objection", "sentence"),
    [(None, "Record whether the objection"), ("NOT_APPLICABLE", "Record whether"), ("BELIEF_ITSELF", "Take advice")],
)
def test_no_decision_against_on_belief(engine, objection, sentence):
    fill(engine, category="VIEWS_NOT_CONDUCIVE")
    propose(engine, is_conduct=True)
    change(engine, tables.ConcernRow, CONCERN, objection_to=objection)
    refused(engine, sentence, "P27")


def test_the_question_of_conduct_may_be_answered_by_the_committee(engine):
    fill(engine, category="VIEWS_NOT_CONDUCIVE")
    change(engine, tables.ConcernRow, CONCERN, objection_to="CONDUCT")
    propose(engine, DecisionKind.SUSPEND)
    refused(engine, "Answer whether the reason is conduct", "P27")
    refused(engine, "Answer whether the reason is conduct", "P27", minute=Minute(is_conduct=False))
    assert ratify(engine, minute=Minute(is_conduct=True))


@pytest.mark.parametrize(
    ("basis", "leave", "passes"), [("CRIME", 2, True), (None, 2, False), ("CRIME", None, False), ("CRIME", 1, False)]
)
def test_a_private_communication_is_no_evidence_without_basis_and_leave(centre, basis, leave, passes):
    look = {"trigger": "SPECIFIC_CONCERN", "status": "COMPLETED", "provenance": "PRIVATE_COMMUNICATION"}
    check = tables.CheckRow(id=50, volunteer_id=VERA, checker_id=1, checker_role_at_time="COORDINATOR", **look)
    check.monitoring_basis, check.authorised_by_id = basis, leave
    add(centre, tables.RecordRow(id=50, kind=RecordKind.CHECK, ref="K-2026-001"), check)
    change(centre, tables.ConcernRow, CONCERN, check_id=50)
    propose(centre)
    if passes:
        assert ratify(centre)
    else:
        refused(centre, "rests on a private communication", "P65")


def test_a_case_is_decided_after_the_committee_heard_of_it(centre):
    propose(centre, DecisionKind.NO_FURTHER_ACTION)
    change(centre, tables.CommitteeShareRow, 1, shared_on=date(2026, 3, 3))
    refused(centre, "not been shared with the committee", "P31")


@pytest.mark.parametrize("state", ["OPEN", "UNDER_REVIEW", "CLOSED", "REOPENED"])
def test_a_case_is_decided_when_it_waits_for_the_committee(centre, state):
    propose(centre)
    change(centre, tables.ConcernRow, CONCERN, status=state)
    refused(centre, "has to be reviewed", "P30")


def test_protection_does_not_wait_for_the_case_which_stays_where_it_is(centre):
    propose(centre, DecisionKind.SUSPEND)
    change(centre, tables.ConcernRow, CONCERN, status="UNDER_REVIEW")
    ratify(centre)

    assert way(centre)[-1] == "SUSPENDED"
    assert status(centre, tables.ConcernRow, CONCERN) == "UNDER_REVIEW"


@pytest.mark.parametrize("rule", [without_four_eyes, without_assessed_source, about_belief, without_reply])
def test_what_was_ratified_here_breaks_no_rule_of_quality(engine, rule):
    fill(engine, category="VIEWS_NOT_CONDUCIVE", breaches=1)
    change(engine, tables.ConcernRow, CONCERN, objection_to="MANNER_OF_EXPRESSION")
    propose(engine, is_conduct=True)
    ratify(engine, decides={REFS[BREACH]: True})
    with reading(engine) as session:
        assert session.execute(rule(TODAY)).all() == []
