"""What is wrong, said in every way in which a rule can be broken."""

from datetime import date

import pytest

from bccc_dash.domain.finding import CaseFacts, CheckFacts, DecisionFacts, Finding, MilestoneFacts, PersonFacts
from bccc_dash.domain.rule import Kind
from bccc_dash.views.finding_sentences import sentence

MARCH = date(2026, 3, 3)
LATER = date(2026, 3, 5)

CHECK = {
    "trigger": "APPLICANT_STAGE_1",
    "role": "COORDINATOR",
    "may_check": True,
    "outcome": "NO_CONCERN",
    "started_on": MARCH,
    "completed_on": LATER,
    "own_account": True,
    "public_domain": True,
    "no_password": True,
    "has_platform": True,
    "has_engine": True,
    "permission": True,
    "form_signed_on": MARCH,
    "notice_given_on": MARCH,
    "has_basis": True,
    "by_other": True,
    "left_stage_1_on": None,
}
DECISION = {
    "about": "C-1",
    "decided_on": MARCH,
    "is_adverse": True,
    "has_proposer": True,
    "has_decider": True,
    "one_person": False,
    "by_committee": True,
    "stood_aside": False,
    "proposed_own": False,
    "decided_own": False,
    "about_conduct": True,
}
CASE = {
    "category": "BOUNDARY_BCCC_FAMILY",
    "severity": "LOW",
    "occurred_on": None,
    "discovered_on": MARCH,
    "recorded_on": MARCH,
    "closed_on": None,
    "decided_on": None,
    "lado_due_on": LATER,
    "lado_on": None,
    "dbs": True,
    "charity_commission": True,
    "consent": None,
}


def told(rule, kind, ref, facts):
    return sentence(Finding(rule, kind, ref, kind is Kind.CONCERN, facts))


@pytest.mark.parametrize(
    ("rule", "cells", "said"),
    [
        ("I3", {"form_signed_on": LATER}, "was started on 3 March 2026, before the form was signed (5 March 2026)."),
        (
            "I3",
            {"permission": False, "notice_given_on": None},
            "though the form gave no permission to search, "
            "and before the notice about internet use was given (no day on record).",
        ),
        (
            "I2",
            {"may_check": False, "role": "READ_ONLY_AUDITOR"},
            "lacks a checker who may check (recorded: Auditor, reading only).",
        ),
        (
            "I2",
            {"completed_on": None, "no_password": False, "has_platform": False, "outcome": None},
            "completed (no day on record), lacks the word that no password was asked for, a platform and an outcome.",
        ),
        ("I18", {"has_basis": False}, "used a private communication without a lawful basis on record."),
        ("I18", {"by_other": False}, "without the authority of somebody other than the checker."),
        ("I4", {}, "on an applicant was started on 3 March 2026, outside Stage 1."),
        ("I4", {"trigger": "SPECIFIC_CONCERN"}, "(a specific concern) has no reason on record."),
        ("I5", {"outcome": "CONCERN_RAISED"}, "raised a concern, and no concern names it."),
        ("I5", {}, "A concern names check K-1, whose outcome is \u201cNo concern found\u201d."),
        ("I5", {"outcome": None}, "A concern names check K-1, without outcome."),
        (
            "CHECK_AFTER_EXIT",
            {"left_stage_1_on": MARCH},
            "was completed on 5 March 2026, after the applicant had moved on, 3 March 2026.",
        ),
        ("I6", {}, "was made by the person whom it is about."),
    ],
)
def test_a_check_says_what_is_wrong(rule, cells, said):
    whole = told(rule, Kind.CHECK, "K-1", CheckFacts(**CHECK | cells))

    assert whole.endswith(said)
    assert "check K-1" in whole.replace("Check", "check")


@pytest.mark.parametrize(
    ("rule", "cells", "said"),
    [
        ("I6", {"proposed_own": True, "decided_own": True}, "was proposed and decided by the person whom it is about."),
        ("I7", {"one_person": True}, ": one person proposed and decided it."),
        (
            "I7",
            {"has_proposer": False, "stood_aside": True},
            "proposing it and somebody who had stood aside took part.",
        ),
        (
            "I7",
            {"is_adverse": False, "has_proposer": False, "has_decider": False},
            ": nobody is on record as deciding it.",
        ),
        ("I7", {"by_committee": False}, ": the decider is not on the Management Committee."),
        ("I9", {"about_conduct": False}, "does not record that its reason is conduct, not belief."),
        ("I9", {}, "the objection on record is not to conduct or manner of expression."),
        ("I10", {}, ": no discussion was offered before it, and none was put off with a note."),
        ("I8", {}, "or the latest assessment doubts that it is this person."),
    ],
)
def test_a_decision_says_what_is_wrong(rule, cells, said):
    whole = told(rule, Kind.DECISION, "D-1", DecisionFacts(**DECISION | cells))

    assert whole.startswith("Decision D-1 of 3 March 2026 about C-1")
    assert whole.endswith(said)


@pytest.mark.parametrize(
    ("rule", "cells", "said"),
    [
        ("I11", {}, "is recorded as low; the least for \u201cOnline friend of a BCCC family\u201d is medium."),
        ("I12", {}, "was recorded on 3 March 2026: telling LADO was not considered by 5 March 2026."),
        ("I12", {"lado_on": date(2026, 3, 6)}, "not considered by 5 March 2026; it was considered on 6 March 2026."),
        ("I13", {"dbs": False}, "(low) is about somebody who was removed or resigned: telling DBS was not considered."),
        (
            "I13",
            {"dbs": False, "charity_commission": False},
            "telling DBS or the Charity Commission was not considered.",
        ),
        ("I14", {}, "recorded on 3 March 2026, affects approval, and nothing is decided about it."),
        ("I16", {"discovered_on": LATER}, "on 5 March 2026, after it was recorded (3 March 2026)."),
        ("I16", {"occurred_on": LATER}, "occurred on 5 March 2026, after it was discovered (3 March 2026)."),
        (
            "I16",
            {"closed_on": MARCH, "decided_on": LATER},
            "was closed on 3 March 2026, before the first decision about it (5 March 2026).",
        ),
        (
            "I19",
            {"occurred_on": MARCH, "consent": "N-1"},
            "on 3 March 2026 without consent, and consent N-1 was then valid.",
        ),
    ],
)
def test_a_breach_says_what_is_wrong(rule, cells, said):
    whole = told(rule, Kind.INCIDENT, "B-1", CaseFacts(**CASE | cells))

    assert whole.startswith("Breach B-1")
    assert whole.endswith(said)


def test_a_concern_is_found_and_a_breach_discovered():
    late = CaseFacts(**CASE | {"discovered_on": LATER})

    assert told("I16", Kind.CONCERN, "C-1", late).startswith("Concern C-1 was found on 5 March 2026")


@pytest.mark.parametrize(
    ("rule", "facts", "said"),
    [
        ("NO_STAGE", PersonFacts(MARCH, None, None), "Volunteer V-1 applied on 3 March 2026 and stands at no stage."),
        (
            "I20",
            PersonFacts(MARCH, LATER, "WITHDRAWN"),
            "Volunteer V-1 is at the Active stage (5 March 2026); the approval is \u201cApproval withdrawn\u201d.",
        ),
        (
            "I20",
            PersonFacts(MARCH, LATER, None),
            "is at the Active stage (5 March 2026); the approval is not on record.",
        ),
    ],
)
def test_a_volunteer_says_what_is_wrong(rule, facts, said):
    assert told(rule, Kind.VOLUNTEER, "V-1", facts).endswith(said)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (
            Kind.ASSESSMENT,
            "The source assessment of C-1 on 3 March 2026 was made by the person whom the case is about.",
        ),
        (Kind.DISCUSSION, "The discussion of C-1 was held on 3 March 2026, before it was offered (5 March 2026)."),
        (Kind.SHARE, "C-1 was shared with the committee on 3 March 2026, before it was found (5 March 2026)."),
    ],
)
def test_what_has_no_reference_is_known_by_its_case_and_day(kind, said):
    assert told("I16", kind, "C-1", MilestoneFacts("C-1", LATER, MARCH)) == said
