"""What must be there before a concern moves: each rule alone, at its boundary."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bccc_dash.domain.case_moves import CONCERN_MOVES, INCIDENT_MOVES, check_concern_moves, check_incident_moves
from bccc_dash.domain.case_vocabulary import (
    ConcernCategory,
    ConcernStatus,
    IncidentStatus,
    ObjectionTo,
    Severity,
    Source,
    Threshold,
)
from bccc_dash.domain.concern_raising import (
    CHANGING_SEVERITY,
    RAISING_A_CONCERN,
    CheckBehind,
    can_change_severity,
    can_raise_concern,
)
from bccc_dash.domain.concern_rules import (
    DECIDING_A_CONCERN,
    SAYING_NOT_THIS_PERSON,
    ConcernFacts,
    can_await_committee,
    can_close_concern,
    can_decide_concern,
    can_reopen_case,
    can_review_concern,
    can_say_not_this_person,
)
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.outcome_vocabulary import ReferralBody
from bccc_dash.domain.severity import FLOORS
from bccc_dash.domain.vocabulary import CheckOutcome, CheckStatus, IdentityConfidence

DAY = date(2026, 3, 2)
ANNE, BEN = 1, 2
FACTS = ConcernFacts(category=ConcernCategory.GENERAL_CONDUCT, severity=Severity.LOW)
READY = replace(FACTS, is_shared=True, is_answered=True, is_decided=True)
CHECK = CheckBehind(is_same_volunteer=True, status=CheckStatus.COMPLETED, outcome=None, started_on=DAY)


def raising(category=ConcernCategory.OTHER, severity=Severity.LOW, source=Source.COMPLAINT, check=None, on=DAY):
    return {"category": category, "severity": severity, "source": source, "check": check, "identified_on": on}


@pytest.mark.parametrize("category", ConcernCategory)
@pytest.mark.parametrize("severity", Severity)
def test_no_concern_is_raised_below_the_floor_of_its_category(category, severity):
    order = list(Severity)
    is_enough = order.index(severity) >= order.index(FLOORS.get(category, Severity.LOW))

    assert can_raise_concern(**raising(category, severity)) is is_enough


def test_the_floor_is_refused_by_the_clause_of_the_category():
    (one,) = RAISING_A_CONCERN.obstacles(**raising(ConcernCategory.CHILD_IDENTIFIED, Severity.HIGH))

    assert (one.clause, one.answer) == ("P52", "severity")


def from_check(on=DAY, source=Source.SOCIAL_MEDIA_CHECK, **change):
    return raising(source=source, check=replace(CHECK, **change), on=on)


def test_what_was_found_in_a_check_names_it():
    assert not can_raise_concern(**raising(source=Source.SOCIAL_MEDIA_CHECK))
    assert can_raise_concern(**from_check())
    assert not can_raise_concern(**from_check(source=Source.COMPLAINT))
    assert not can_raise_concern(**from_check(is_same_volunteer=False))


@pytest.mark.parametrize(("days", "holds"), [(-1, False), (0, True), (1, True)])
def test_nothing_is_found_before_the_check_began(days, holds):
    assert can_raise_concern(**from_check(on=DAY + timedelta(days=days))) is holds


@pytest.mark.parametrize("status", CheckStatus)
def test_only_a_check_that_was_made_finds_something(status):
    made = status in (CheckStatus.IN_PROGRESS, CheckStatus.COMPLETED)

    assert can_raise_concern(**from_check(status=status)) is made
    assert not can_raise_concern(**from_check(status=status, started_on=None))


@pytest.mark.parametrize("outcome", [None, *CheckOutcome])
def test_a_check_without_concern_has_none(outcome):
    clear = outcome in (CheckOutcome.NO_CONCERN, CheckOutcome.NOTHING_PUBLIC)

    assert can_raise_concern(**from_check(outcome=outcome)) is not clear


@pytest.mark.parametrize("threshold", [None, *Threshold])
def test_a_review_waits_for_owner_and_threshold(threshold):
    judged = threshold not in (None, Threshold.NOT_ASSESSED)
    facts = replace(FACTS, threshold=threshold)

    assert not can_review_concern(facts=facts, by_id=ANNE, was_reopened=False)
    owned = replace(facts, owner_id=ANNE)
    assert can_review_concern(facts=owned, by_id=BEN, was_reopened=False) is judged
    assert can_review_concern(facts=owned, by_id=ANNE, was_reopened=True) is judged
    assert not can_review_concern(facts=owned, by_id=BEN, was_reopened=True)


def test_the_committee_waits_for_an_assessment():
    assert not can_await_committee(facts=FACTS)
    assert can_await_committee(facts=replace(FACTS, assessor_id=ANNE))


@pytest.mark.parametrize(("missing", "clause"), [("is_shared", "P31"), ("is_answered", "P25"), ("is_decided", "P30")])
def test_a_decision_needs_sharing_an_answer_and_a_ratified_decision(missing, clause):
    assert can_decide_concern(facts=READY)
    assert [one.clause for one in DECIDING_A_CONCERN.obstacles(facts=replace(READY, **{missing: False}))] == [clause]


@pytest.mark.parametrize("views", [{"involves_views": True}, {"category": ConcernCategory.VIEWS_NOT_CONDUCIVE}])
@pytest.mark.parametrize("answer", [None, *ObjectionTo])
def test_where_views_are_involved_somebody_says_what_is_objected_to(views, answer):
    assert can_decide_concern(facts=replace(READY, objection_to=answer, **views)) is (answer is not None)


def test_a_concern_closes_when_nothing_is_left():
    assert can_close_concern(facts=FACTS, reason="Done.")
    assert not can_close_concern(facts=FACTS, reason=None)
    assert not can_close_concern(facts=FACTS, reason="")
    assert not can_close_concern(facts=replace(FACTS, open_actions=1), reason="Done.")
    assert not can_close_concern(facts=replace(FACTS, missing_referrals=(ReferralBody.DBS,)), reason="Done.")


def test_a_case_is_reopened_for_a_reason():
    assert can_reopen_case(reason="It is back.")
    assert not can_reopen_case(reason=None)


@pytest.mark.parametrize("identity", [None, *IdentityConfidence])
def test_somebody_else_is_said_by_two(identity):
    facts = replace(FACTS, identity=identity, assessor_id=ANNE)
    unmatched = identity is IdentityConfidence.NOT_MATCHED

    assert can_say_not_this_person(facts=facts, by_id=BEN) is unmatched
    assert not can_say_not_this_person(facts=facts, by_id=ANNE)
    assert not can_say_not_this_person(facts=replace(facts, adverse_stands=True), by_id=BEN)


def test_every_obstacle_before_not_this_person_names_its_clause():
    found = SAYING_NOT_THIS_PERSON.obstacles(facts=replace(FACTS, adverse_stands=True), by_id=ANNE)

    assert [one.clause for one in found] == ["P29", "P30"]


@pytest.mark.parametrize(
    ("before", "after", "asked_by", "reason", "holds"),
    [
        (Severity.LOW, Severity.HIGH, None, None, True),
        (Severity.HIGH, Severity.HIGH, None, None, True),
        (Severity.HIGH, Severity.LOW, None, "A mistake.", False),
        (Severity.HIGH, Severity.LOW, ANNE, "A mistake.", False),
        (Severity.HIGH, Severity.LOW, BEN, None, False),
        (Severity.HIGH, Severity.LOW, BEN, "A mistake.", True),
    ],
)
def test_to_lower_the_severity_takes_a_reason_and_two(before, after, asked_by, reason, holds):
    given = {"before": before, "after": after, "by_id": ANNE, "asked_by_id": asked_by, "reason": reason}

    assert can_change_severity(category=ConcernCategory.OTHER, **given) is holds
    under = CHANGING_SEVERITY.obstacles(category=ConcernCategory.CHILD_IDENTIFIED, **given)
    assert under[0].clause == "P52"


@pytest.mark.parametrize("before", ConcernStatus)
@pytest.mark.parametrize("after", ConcernStatus)
def test_a_concern_moves_as_its_table_says(before, after):
    if after in CONCERN_MOVES[before]:
        check_concern_moves(before, after)
        return
    with pytest.raises(Refused, match="cannot become"):
        check_concern_moves(before, after)


@pytest.mark.parametrize("before", IncidentStatus)
@pytest.mark.parametrize("after", IncidentStatus)
def test_a_breach_moves_as_its_table_says(before, after):
    if after in INCIDENT_MOVES[before]:
        check_incident_moves(before, after)
        return
    with pytest.raises(Refused, match="cannot become"):
        check_incident_moves(before, after)


def test_somebody_else_is_the_end_and_can_be_found_from_everywhere():
    last = ConcernStatus.NOT_THIS_PERSON

    assert CONCERN_MOVES[last] == frozenset()
    assert all(last in CONCERN_MOVES[before] for before in ConcernStatus if before is not last)
