"""What a decision must rest on, each answer by itself, and when a case has come far enough."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest

from bccc_dash.domain.case_vocabulary import CaseStatus, ObjectionTo
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.fair_decision import (
    DECIDING_A_CASE,
    DECIDING_AGAINST,
    PROPOSING_ON_VIEWS,
    CaseToDecide,
    Evidence,
    can_decide_against,
    can_decide_case,
    can_move_to_decided,
    can_propose_on_views,
    check_can_decide_against,
    check_can_decide_case,
    check_can_propose_on_views,
)
from bccc_dash.domain.outcome_vocabulary import DecisionKind
from bccc_dash.domain.vocabulary import IdentityConfidence

DAY = date(2026, 3, 2)
CONFIRMED = IdentityConfidence.CONFIRMED
GOOD = Evidence(has_case=True, is_assessed=True, identity=CONFIRMED, may_reply=True)
VIEWS = replace(GOOD, about_views=True, objections=(ObjectionTo.CONDUCT,), is_conduct=True)
READY = CaseToDecide(
    status=CaseStatus.AWAITING_COMMITTEE, is_concern=True, moved_on=DAY, is_shared=True, may_reply=True
)
BREACH = CaseToDecide(status=CaseStatus.AWAITING_DECISION, is_concern=False, moved_on=DAY)
KIND = DecisionKind.CONDITIONS


def clauses(evidence):
    return [one.clause for one in DECIDING_AGAINST.obstacles(evidence=evidence)]


def of_case(case, *, kind=KIND, day=DAY):
    return [one.clause for one in DECIDING_A_CASE.obstacles(kind=kind, case=case, day=day)]


def test_without_a_case_behind_it_nothing_is_asked():
    check_can_decide_against(evidence=Evidence())


@pytest.mark.parametrize("identity", [None, *IdentityConfidence])
def test_it_must_be_this_person(identity):
    ours = identity in (CONFIRMED, IdentityConfidence.PROBABLE)
    assert clauses(replace(GOOD, identity=identity)) == ([] if ours else ["P29"])


@pytest.mark.parametrize(
    ("told", "clause"),
    [({"is_assessed": False, "identity": None}, "P29"), ({"may_reply": False}, "P25"), ({"is_private": True}, "P65")],
)
def test_each_thing_that_is_missing_stops_it(told, clause):
    assert clauses(replace(GOOD, **told)) == [clause]
    assert not can_decide_against(evidence=replace(GOOD, **told))


def test_everything_that_is_missing_is_told_in_order():
    nothing = Evidence(has_case=True, about_views=True, objections=(None,), is_private=True)
    assert clauses(nothing) == ["P29", "P25", "P27", "P27", "P65"]
    with pytest.raises(Refused, match="Nobody has assessed the source"):
        check_can_decide_against(evidence=nothing)


@pytest.mark.parametrize(("objection", "is_conduct"), list(product([None, *ObjectionTo], [None, True, False])))
def test_views_are_decided_on_for_conduct_only(objection, is_conduct):
    fair = objection in (ObjectionTo.CONDUCT, ObjectionTo.MANNER_OF_EXPRESSION) and is_conduct is True
    evidence = replace(VIEWS, objections=(objection,), is_conduct=is_conduct)
    assert can_decide_against(evidence=evidence) is fair


def test_one_belief_among_several_stops_it():
    mixed = replace(VIEWS, objections=(ObjectionTo.CONDUCT, ObjectionTo.BELIEF_ITSELF))
    assert clauses(mixed) == ["P27"]


@pytest.mark.parametrize("objection", [None, *ObjectionTo])
def test_at_the_proposal_the_objection_may_still_be_open_but_no_belief(objection):
    evidence = replace(VIEWS, objections=(objection,))
    assert can_propose_on_views(evidence=evidence) is (objection is not ObjectionTo.BELIEF_ITSELF)


def test_at_the_proposal_the_reason_must_be_conduct():
    check_can_propose_on_views(evidence=replace(GOOD, is_conduct=None))
    for answer in (None, False):
        found = PROPOSING_ON_VIEWS.obstacles(evidence=replace(VIEWS, is_conduct=answer))
        assert [one.clause for one in found] == ["P27"]


@pytest.mark.parametrize("status", CaseStatus)
def test_a_case_is_decided_in_the_states_for_it(status):
    decidable = (CaseStatus.AWAITING_COMMITTEE, CaseStatus.AWAITING_DECISION, CaseStatus.DECIDED)
    assert can_decide_case(kind=KIND, case=replace(READY, status=status), day=DAY) is (status in decidable)
    assert can_decide_case(kind=DecisionKind.SUSPEND, case=replace(READY, status=status), day=DAY)


@pytest.mark.parametrize(
    ("told", "clause"),
    [({"is_shared": False}, "P31"), ({"may_reply": False}, "P25"), ({"objection_is_open": True}, "P27")],
)
def test_each_thing_that_a_concern_misses_stops_it(told, clause):
    case = replace(READY, **told)
    assert of_case(case) == [clause]
    assert not can_move_to_decided(case=case, day=DAY)
    assert of_case(replace(case, status=CaseStatus.DECIDED)) == []
    assert of_case(case, kind=DecisionKind.SUSPEND) == []


def test_a_breach_needs_neither_sharing_nor_talk_of_its_own():
    check_can_decide_case(kind=KIND, case=BREACH, day=DAY)
    assert can_move_to_decided(case=BREACH, day=DAY)


@pytest.mark.parametrize(("offset", "passes"), [(-1, False), (0, True), (1, True)])
def test_a_case_is_not_decided_before_it_came_to_the_committee(offset, passes):
    day = DAY + timedelta(days=offset)
    assert can_decide_case(kind=KIND, case=READY, day=day) is passes
    assert can_move_to_decided(case=READY, day=day) is passes
