"""What is asked for in a concern, how it stands, and what is most urgent."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bccc_dash.domain.case_vocabulary import ConcernCategory, Severity
from bccc_dash.domain.concern_case import MOST_BREACHES, ConcernCase, Considered, Happened, Line, Milestones, Presence
from bccc_dash.domain.concern_duties import Asked, duties, most_urgent
from bccc_dash.domain.concern_history import days_passed, named_breaches
from bccc_dash.domain.outcome_vocabulary import ReferralBody
from bccc_dash.domain.platforms import platform_name
from bccc_dash.domain.referral_bodies import bodies_to_consider
from bccc_dash.domain.standing import Standing

DAY = date(2026, 3, 20)
FOUND = date(2026, 3, 2)
DUE = date(2026, 3, 9)
MILESTONES = Milestones(identified_on=FOUND, talk_due=DUE, judge_due=DUE, tell_due=DUE)
CASE = ConcernCase(
    ref="C-1", presence=Presence.OPEN, status="OPEN", status_on=FOUND, severity="MEDIUM",
    category=ConcernCategory.GENERAL_CONDUCT, milestones=MILESTONES, recorded_on=FOUND, lado_due=None, referrals=(),
    involves_views=False, objection_to=None, source="VOLUNTEER", material=None, expression=None, published_by=None,
    content_scope=None, platform=None, child_impact=None, threshold=None, owner=None, owner_id=None,
    volunteer_ref="V-1", stage="S6", check_ref=None,
)  # fmt: skip
ALL_DONE = replace(
    MILESTONES, held_on=DUE, assessed_on=DUE, judged_on=DUE, shared_on=DUE, decided_on=DUE + timedelta(days=1)
)


def asked(case, day=DAY):
    return {duty.asked: duty for duty in duties(case, day)}


def test_an_ordinary_concern_is_asked_for_six_things():
    assert list(asked(CASE)) == [
        *(Asked.DISCUSSED, Asked.ASSESSED, Asked.JUDGED, Asked.SHARED, Asked.DECIDED, Asked.CLOSED)
    ]


@pytest.mark.parametrize(
    ("changed", "more"),
    [
        ({"category": ConcernCategory.VIEWS_NOT_CONDUCIVE}, Asked.BELIEF),
        ({"involves_views": True}, Asked.BELIEF),
        ({"referrals": (Considered(ReferralBody.LADO, None),)}, Asked.REFERRED),
    ],
)
def test_views_and_grave_matters_ask_for_more(changed, more):
    assert more in asked(replace(CASE, **changed))


@pytest.mark.parametrize(("answer", "standing"), [(None, Standing.NOT_YET), ("CONDUCT", Standing.DONE)])
def test_the_belief_question_is_done_once_it_has_an_answer(answer, standing):
    case = replace(CASE, involves_views=True, objection_to=answer)

    assert asked(case)[Asked.BELIEF].standing is standing


def test_referrals_are_done_on_the_day_on_which_the_last_body_was_considered():
    both = (Considered(ReferralBody.LADO, FOUND), Considered(ReferralBody.POLICE, DUE))

    assert asked(replace(CASE, referrals=both))[Asked.REFERRED].done == DUE
    half = (both[0], Considered(ReferralBody.POLICE, None))
    assert asked(replace(CASE, referrals=half, lado_due=FOUND))[Asked.REFERRED].standing is Standing.NOT_YET


@pytest.mark.parametrize(("days", "standing"), [(89, "Not yet"), (90, "Due today"), (91, "Late")])
def test_no_concern_should_be_open_beyond_90_days(days, standing):
    assert asked(CASE, FOUND + timedelta(days=days))[Asked.CLOSED].standing.value == standing


def test_a_concern_closed_without_a_decision_is_not_asked_for_one():
    closed = asked(replace(CASE, presence=Presence.CLOSED, status_on=DAY))

    assert closed[Asked.DECIDED].standing is Standing.NOT_ASKED
    assert closed[Asked.CLOSED].done == DAY


@pytest.mark.parametrize(
    ("changed", "day", "first"),
    [
        ({}, DAY, Asked.DISCUSSED),
        ({"held_on": DUE, "tell_due": DUE - timedelta(days=1)}, DAY, Asked.SHARED),
        ({"held_on": DUE, "assessed_on": DUE, "tell_due": DAY}, DAY, Asked.SHARED),
        ({"put_off": "POLICE_ADVICE", "judge_due": DAY + timedelta(days=1), "shared_on": DUE}, DAY, Asked.ASSESSED),
        ({"held_on": DUE, "assessed_on": DUE, "shared_on": DUE}, DAY, Asked.JUDGED),
    ],
)
def test_late_comes_before_due_today_before_what_has_a_day_before_what_has_none(changed, day, first):
    case = replace(CASE, milestones=replace(MILESTONES, **changed))

    assert most_urgent(duties(case, day)).asked is first


def test_closing_comes_last_even_when_it_is_late():
    undecided = replace(CASE, milestones=replace(ALL_DONE, decided_on=None))
    long_after = FOUND + timedelta(days=400)

    assert most_urgent(duties(undecided, long_after)).asked is Asked.DECIDED
    assert most_urgent(duties(replace(CASE, milestones=ALL_DONE), long_after)).asked is Asked.CLOSED


def test_nothing_is_urgent_in_a_closed_concern_where_all_was_done():
    closed = replace(CASE, milestones=ALL_DONE, presence=Presence.CLOSED, status_on=DAY)

    assert most_urgent(duties(closed, DAY)) is None


@pytest.mark.parametrize(("day", "lines"), [(DUE, 0), (DUE + timedelta(days=1), 3)])
def test_a_day_passes_when_it_is_over(day, lines):
    assert len(days_passed(CASE, day)) == lines


def test_the_newest_breaches_are_named_first_and_the_rest_counted():
    lines = tuple(Line(FOUND, Happened.BREACH, ref=f"B-{n}") for n in range(MOST_BREACHES + 3))

    refs, more = named_breaches(lines)
    assert (refs[0], len(refs), more) == (f"B-{MOST_BREACHES + 2}", MOST_BREACHES, 3)


@pytest.mark.parametrize(
    ("severity", "category", "gone", "bodies"),
    [
        (Severity.LOW, "GENERAL_CONDUCT", True, ""),
        (Severity.MEDIUM, "CHILD_IDENTIFIED", False, "LADO"),
        (Severity.HIGH, "CONFIDENTIALITY", False, "LADO CHARITY_COMMISSION"),
        (Severity.HIGH, "CONFIDENTIALITY", True, "LADO CHARITY_COMMISSION DBS"),
        (Severity.CRITICAL, "SEXUAL_EXPLOITATION_OR_GROOMING", False, "LADO CHARITY_COMMISSION POLICE"),
    ],
)
def test_the_graver_a_concern_the_more_bodies_are_considered(severity, category, gone, bodies):
    assert " ".join(bodies_to_consider(severity, category, left_under_a_cloud=gone)) == bodies


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (None, None), ("  ", None), ("facebook ", "Facebook"), ("X", "X (Twitter)"), ("twitter", "X (Twitter)"),
        ("Mrs Smith's page", "Another platform"), ("<b>", "Another platform"),
    ],
)  # fmt: skip
def test_only_a_platform_that_is_known_is_named(typed, said):
    assert platform_name(typed) == said
