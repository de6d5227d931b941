"""What the list and one concern say: refs, dates and fixed words."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bccc_dash.domain.case_vocabulary import CaseStatus, ConcernCategory, Source
from bccc_dash.domain.concern_case import Considered, Happened, Line, ListedConcern, OpenedConcern, Presence
from bccc_dash.domain.concern_duties import Asked
from bccc_dash.domain.outcome_vocabulary import DecisionKind, DecisionStatus, ReferralBody, ReferralOutcome
from bccc_dash.domain.overview import Rag
from bccc_dash.domain.sight import IN_CONFIDENCE
from bccc_dash.domain.standing import Standing
from bccc_dash.domain.targets import DEFAULTS
from bccc_dash.domain.workbench import Choice, Owner, Sort
from bccc_dash.views.chronology import chronology, left_out
from bccc_dash.views.concern_case import check_list, facts, heading, presence
from bccc_dash.views.concern_list import box, entry, none_listed, offered, showing
from bccc_dash.views.concern_next import missing_next
from tests.domain.test_concern_duties import ALL_DONE, CASE, DAY, DUE, FOUND, MILESTONES

OWNERS = {"u1": Owner("COORDINATOR", 1), "u4": Owner("COMMITTEE_MEMBER", 2)}


@pytest.mark.parametrize(
    ("choice", "value", "said"),
    [
        (Choice.SEVERITY, "", "Any severity (2)"),
        (Choice.SEVERITY, "HIGH", "High (2)"),
        (Choice.AGE, "91+", "91 days or more (2)"),
        (Choice.CATEGORY, "DISREPUTE", "The centre brought into disrepute (2)"),
        (Choice.OWNER, "u1", "Volunteers and Families Coordinator (2)"),
        (Choice.OWNER, "u4", "Management Committee member, no. 2 (2)"),
        (Choice.OWNER, "u9", "Another owner (2)"),
        (Choice.OWNER, "none", "Nobody (2)"),
        (Choice.STAGE, "S6", "Active (2)"),
        (Choice.STAGE, "none", "In no stage (2)"),
    ],
)
def test_a_choice_carries_the_number_it_would_list(choice, value, said):
    assert offered(choice, value, 2, OWNERS) == said


def test_a_box_carries_it_too():
    assert box(Choice.UNSHARED, 0) == "Not shared with the committee (0)"


@pytest.mark.parametrize(
    ("changed", "day", "said"),
    [
        ({}, DUE, "Discussion due today; source assessment due today; sharing due today."),
        ({"tell_due": DAY}, DAY - timedelta(days=1), "Discussion late; source assessment late; not yet shared."),
        ({"held_on": DUE, "assessed_on": DUE}, DAY, "Sharing late."),
        ({"put_off": "POLICE_ADVICE", "assessed_on": DUE}, DAY, "Sharing late; discussion put off on advice."),
        ({"held_on": DUE, "assessed_on": DUE, "shared_on": DUE}, DAY, "Shared, awaiting a decision."),
    ],
)
def test_an_entry_says_severity_days_and_what_it_waits_for_the_late_first(changed, day, said):
    row = ListedConcern(
        ref="C-1", place=1, before=None, after=None, severity="MEDIUM", status="OPEN",
        milestones=replace(MILESTONES, **changed),
    )  # fmt: skip

    assert entry(row, day) == f"Medium, {(day - FOUND).days} days open. {said}"
    assert entry(replace(row, milestones=ALL_DONE), day).endswith("Decided, not yet closed.")


def test_the_list_says_how_many_it_shows_in_which_order_and_which_part():
    assert showing(3, 4, Sort.OLDEST, 1) == "Showing 3 of 4 open concerns, oldest first."
    assert showing(41, 1270, Sort.REF, 3) == "Showing 41 of 1,270 open concerns, by reference. Here: 41 to 41."


def test_an_empty_list_says_the_way_out():
    assert none_listed(4) == (
        "No open concern matches these filters.",
        "Four are open in all. Set a filter back to \u201cAny\u201d to see them.",
    )
    assert none_listed(0)[0] == "No concern is open."


@pytest.mark.parametrize(
    ("case", "is_listed", "said"),
    [
        (None, False, "There is no concern c-9."),
        (CASE, True, ""),
        (CASE, False, "C-1 is open, but the filters leave it out of the list."),
        (
            replace(CASE, presence=Presence.CLOSED, status_on=DUE),
            False,
            "C-1 is not among the open concerns as at 20 March 2026: it was closed on 9 March 2026.",
        ),
        (replace(CASE, presence=Presence.NOT_FOUND_YET), False, "C-1 had not been found by 20 March 2026."),
    ],
)
def test_why_a_concern_is_not_in_the_list_is_said_in_one_sentence(case, is_listed, said):
    assert presence(case, "c-9", day=DAY, is_listed=is_listed) == said


def test_a_reference_of_10_kb_is_not_repeated_whole():
    assert len(presence(None, "x" * 10_000, day=DAY, is_listed=False)) < 80


def said_next(case=CASE, day=DAY, targets=DEFAULTS):
    need = missing_next(case, day, targets)
    return need.status, f"{need.sentence} {need.aside}"


def test_what_is_missing_next_has_its_day_clause_and_target():
    case = replace(CASE, milestones=replace(MILESTONES, held_on=DUE, assessed_on=DUE))

    assert said_next(case) == (
        Rag.ACT,
        "Missing next: sharing it with the committee. It was due by 9 March 2026, 11 days ago. P31. Target: the first "
        "meeting at least five working days off, at most 28 days (BCCC default).",
    )


def test_what_else_is_late_and_a_target_of_the_committees_own_are_said():
    status, said = said_next(targets=replace(DEFAULTS, discussion_working_days=3))

    assert status is Rag.ACT
    assert "Target: three working days after it was found (set by the committee)." in said
    assert said.endswith("Also late: assessing its source and sharing it with the committee.")


@pytest.mark.parametrize("severity", ["LOW", "HIGH", "CRITICAL"])
@pytest.mark.parametrize("day", [FOUND, DUE, DAY, date(2027, 1, 1)])
def test_every_missing_duty_has_a_sentence(severity, day):
    asked = (Considered(ReferralBody.LADO, None),)
    case = replace(CASE, severity=severity, involves_views=True, referrals=asked, lado_due=DUE)
    steps = ({}, {"held_on": FOUND}, {"put_off": "POLICE_ADVICE"}, {"held_on": FOUND, "assessed_on": FOUND})

    for step in steps:
        status, said = said_next(replace(case, milestones=replace(MILESTONES, **step)), day)
        assert said.startswith("Missing next: ")
        assert status in (Rag.ACT, Rag.WATCH)


def test_nothing_is_missing_next_in_a_closed_concern():
    assert missing_next(replace(CASE, presence=Presence.CLOSED, status_on=DUE), DAY, DEFAULTS) is None


def test_the_check_list_says_done_with_its_day_and_whether_it_was_in_time():
    late = replace(MILESTONES, held_on=DUE + timedelta(days=2), assessed_on=DUE, put_off="SAFEGUARDING_ADVICE")
    rows = {name: (standing, aside) for standing, name, aside in check_list(replace(CASE, milestones=late), DAY)}

    assert rows["Discussed with the volunteer."] == (
        Standing.DONE,
        "11 March 2026, 2 days after its day, 9 March 2026. (P25)",
    )
    assert rows["Source assessed."] == (Standing.DONE, "9 March 2026, in time. (P29)")
    assert rows["Shared with the committee."] == (Standing.LATE, "Due by 9 March 2026, 11 days ago. (P31)")
    assert rows["Decided."] == (Standing.NOT_YET, "(P30)")
    assert rows["Closed."] == (Standing.NOT_YET, "Due by 31 May 2026.")


def test_the_check_list_says_what_is_put_off_and_which_bodies_wait():
    asked = (Considered(ReferralBody.LADO, DUE), Considered(ReferralBody.CHARITY_COMMISSION, None))
    case = replace(CASE, milestones=replace(MILESTONES, put_off="SAFEGUARDING_ADVICE"), referrals=asked)
    rows = {name: aside for _, name, aside in check_list(case, DAY)}

    assert rows["Discussed with the volunteer."] == "Put off on safeguarding advice. (P25)"
    assert rows["Referrals considered."] == "Not yet considered: Charity Commission. (P7, P32)"


def test_an_objection_to_the_belief_itself_takes_advice():
    rows = check_list(replace(CASE, involves_views=True, objection_to="BELIEF_ITSELF"), DAY)

    assert "The belief itself; take advice before anything is decided. (P27)" in [aside for _, _, aside in rows]


def test_a_masked_source_is_said_as_in_confidence():
    known = dict(facts(OpenedConcern(replace(CASE, source=IN_CONFIDENCE), (), 0, ("B-1", "B-2"), 2)))

    assert known["Source"] == "In confidence"
    assert known["Breaches"] == "B-1, B-2 and two more"
    found = chronology((Line(FOUND, Happened.FOUND, word=IN_CONFIDENCE),))
    assert found == (("2 Mar 2026", "Reported in confidence."),)


@pytest.mark.parametrize("category", ConcernCategory)
def test_every_category_is_said_with_its_clause(category):
    assert dict(facts(OpenedConcern(replace(CASE, category=category), (), 0, (), 0)))["Category"].endswith(")")
    assert heading(CASE) == "C-1, medium severity"


WORDS = {
    Happened.FOUND: Source,
    Happened.STATUS: CaseStatus,
    Happened.BREACH: ConcernCategory,
    Happened.CONSIDERED: ReferralBody,
    Happened.PROPOSED: DecisionKind,
    Happened.DAY_PASSED: ("DISCUSSED", "ASSESSED", "SHARED"),
    Happened.RECORDED: ("LOW",),
    Happened.OFFERED: (None, "UNAVAILABLE", "POLICE_ADVICE"),
    Happened.HELD: (None, "DECLINED_TO_MEET"),
    Happened.ASSESSED: (None, "CREDIBLE"),
    Happened.SHARED: (None, "CHAIR_URGENT"),
}


@pytest.mark.parametrize("what", Happened)
def test_every_kind_of_line_is_a_sentence(what):
    for word in WORDS.get(what, ("LADO",) if what is Happened.REFERRED else ("SUSPEND",)):
        ((day, said),) = chronology((Line(FOUND, what, ref="X-1", word=word, other_day=DUE),))
        assert day == "2 Mar 2026"
        assert said[0].isupper()
        assert said.endswith(".")
        assert "None" not in said
        assert "_" not in said


@pytest.mark.parametrize("outcome", DecisionStatus)
def test_a_decision_says_how_it_was_settled(outcome):
    ((_, said),) = chronology((Line(FOUND, Happened.SETTLED, ref="D-1", word="SUSPEND", second=outcome),))

    assert said == f"Suspension: {outcome.lower()} (D-1)."


def test_a_referral_is_said_as_people_say_it():
    lines = [Line(FOUND, Happened.CONSIDERED, word=body, second=ReferralOutcome.NOT_REFERRED) for body in ReferralBody]

    assert chronology(tuple(lines))[4][1] == "Telling the Charity Commission was considered: not referred."
    assert [left_out(n) for n in (0, 1, 12)] == [
        "",
        "One earlier line is not shown.",
        "12 earlier lines are not shown.",
    ]
    assert Asked.SHARED.value == "Shared with the committee"
