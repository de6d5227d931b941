"""The slow reading of K31, held to values worked out by hand: each rule kept, and broken."""

import pytest

from tests.oracle.by_hand import approvals, check, concern, decision, events, figure, incident, person, stages
from tests.oracle.quality import ORDER

IN_S1 = stages(("S0", "2026-01-01"), ("S1", "2026-03-01"), ("S2", "2026-04-02"))
LAWFUL = person(form_signed_on="2026-03-01", check_permission=True, notice_given_on="2026-03-01")
COMMITTEE = [
    {"email": "a@x", "on_management_committee": True},
    {"email": "b@x", "on_management_committee": True},
    {"email": "me@x", "on_management_committee": True, "volunteer_ref": "V-1"},
]
PLATFORMS = [{"check_ref": "K-1", "platform": "Facebook", "result": "NO_PROFILE"}]
SOUND = {"volunteers": [LAWFUL], "stage_events": IN_S1, "users": COMMITTEE, "check_platforms": PLATFORMS}


def broken(as_of: str = "2026-04-09", **sheets: object) -> dict[str, int]:
    """The rules that are broken, and how often."""
    found = figure("K31", as_of, **(SOUND | sheets))
    assert list(found["by"]["rule"]) == list(ORDER)
    assert found["n"] == sum(found["by"]["rule"].values())
    return {rule: n for rule, n in found["by"]["rule"].items() if n}


def test_sound_records_break_nothing():
    assert broken(checks=[check()], concerns=[concern()], incidents=[incident()]) == {}


@pytest.mark.parametrize(
    ("cells", "rules"),
    [
        ({"checker_role_at_time": "READ_ONLY_AUDITOR"}, {"I2": 1}),
        ({"no_password_attested": None, "outcome": None, "search_engines": None}, {"I2": 1}),
        ({"outcome": None, "completed_on": "2026-04-10"}, {}),
        ({"started_on": "2026-02-28"}, {"I3": 1, "I4": 1}),
        ({"started_on": "2026-04-02"}, {}),
        ({"started_on": "2026-04-03", "completed_on": "2026-04-03"}, {"I4": 1, "CHECK_AFTER_EXIT": 1}),
        ({"trigger": "SPECIFIC_CONCERN"}, {"I4": 1}),
        ({"trigger": "SPECIFIC_CONCERN", "necessity_note": "Seen"}, {}),
        ({"outcome": "CONCERN_RAISED"}, {"I5": 1}),
        ({"checker": "ME@x"}, {"I6": 1}),
        ({"provenance": "PRIVATE_COMMUNICATION", "authorised_by": "b@x"}, {"I18": 1}),
        ({"provenance": "PRIVATE_COMMUNICATION", "monitoring_basis": "Agreed", "authorised_by": "a@x"}, {"I18": 1}),
        ({"provenance": "PRIVATE_COMMUNICATION", "monitoring_basis": "Agreed", "authorised_by": "b@x"}, {}),
        ({"completed_on": "2026-04-03"}, {"CHECK_AFTER_EXIT": 1}),
    ],
)
def test_rules_about_a_check(cells, rules):
    assert broken(checks=[check(**cells)]) == rules


def test_a_check_that_lies_ahead_breaks_nothing_yet():
    ahead = check(outcome=None, checker="me@x", started_on="2026-04-10", completed_on="2026-04-11")

    assert broken(checks=[ahead]) == {}


@pytest.mark.parametrize(("outcome", "rules"), [("CONCERN_RAISED", {}), ("NO_CONCERN", {"I5": 1})])
def test_i5_a_linked_concern_and_the_outcome_go_together(outcome, rules):
    linked = [concern(check_ref="K-1")]

    assert broken(checks=[check(outcome=outcome)], concerns=linked) == rules


def test_i5_a_concern_about_somebody_else_is_not_linked():
    somebody = [concern(check_ref="K-1", status="NOT_THIS_PERSON")]

    assert broken(checks=[check()], concerns=somebody) == {}


def test_i20_and_no_stage():
    people = [LAWFUL, person("V-2"), person("V-3", applied_on="2026-04-10")]
    active = stages(("S6", "2026-01-01"))

    assert broken(volunteers=people, stage_events=active) == {"I20": 1, "NO_STAGE": 1}
    assert broken(stage_events=active, approval_events=approvals(("SUSPENDED", "2026-04-09"))) == {}


HEARD = [{"concern_ref": "C-1", "offered_on": "2026-04-01"}]


def assessed(day: str, confidence: str, assessor: str = "a@x") -> dict[str, str]:
    return {"concern_ref": "C-1", "assessed_on": day, "assessor": assessor, "identity_confidence": confidence}


FAIR = {"concerns": [concern()], "discussions": HEARD, "source_assessments": [assessed("2026-04-01", "PROBABLE")]}


@pytest.mark.parametrize(
    ("cells", "rules"),
    [
        ({}, {}),
        ({"proposed_by": "b@x"}, {"I7": 1}),
        ({"proposed_by": None}, {"I7": 1}),
        ({"kind": "ADVICE_GIVEN", "proposed_by": None}, {}),
        ({"kind": "ADVICE_GIVEN", "decided_by": None}, {"I7": 1}),
        ({"decided_by": "me@x"}, {"I6": 1}),
        ({"proposed_by": "me@x", "status": "PROPOSED"}, {}),
        ({"decided_on": "2026-04-10", "decided_by": None}, {}),
        ({"decided_on": "2026-03-31"}, {"I10": 1}),
    ],
)
def test_rules_about_a_decision(cells, rules):
    assert broken(decisions=[decision("C-1", "SUSPEND", "2026-04-02") | cells], **FAIR) == rules


def test_i7_a_person_who_stood_aside_decides_nothing():
    aside = [{"subject_ref": "C-1", "shared_on": "2026-04-01", "recused": "b@x"}]

    assert broken(decisions=[decision("C-1", "ADVICE_GIVEN", "2026-04-02")], committee_shares=aside, **FAIR) == {
        "I7": 1
    }


@pytest.mark.parametrize(
    ("rows", "rules"),
    [
        ([assessed("2026-04-09", "CONFIRMED")], {}),
        ([assessed("2026-04-10", "CONFIRMED")], {"I8": 1}),
        ([assessed("2026-04-09", "UNCERTAIN"), assessed("2026-04-08", "CONFIRMED")], {"I8": 1}),
        ([assessed("2026-04-09", "CONFIRMED", "me@x")], {"I6": 1}),
        ([], {"I8": 1}),
    ],
)
def test_i8_the_latest_assessment_is_sure_who_it_was(rows, rules):
    assert broken(decisions=[decision("C-1", "SUSPEND", "2026-04-02")], **FAIR | {"source_assessments": rows}) == rules


@pytest.mark.parametrize(
    ("objection", "conduct", "rules"),
    [("CONDUCT", True, {}), ("CONDUCT", None, {"I9": 1}), ("BELIEF_ITSELF", True, {"I9": 1}), (None, True, {"I9": 1})],
)
def test_i9_objects_to_conduct_not_to_belief(objection, conduct, rules):
    views = [concern(category="VIEWS_NOT_CONDUCIVE", objection_to=objection)]
    refused = decision("C-1", "REFUSE", "2026-04-02", reason_is_conduct_not_belief=conduct)

    assert broken(decisions=[refused], **FAIR | {"concerns": views}) == rules


def test_what_hangs_on_somebody_else_breaks_nothing():
    bad = decision("C-1", "SUSPEND", "2026-03-31", proposed_by="b@x")
    gone = events(("NOT_THIS_PERSON", "2026-04-09"))

    assert broken("2026-04-08", decisions=[bad], **FAIR, case_events=gone) == {"I7": 1, "I10": 1}
    assert broken(decisions=[bad], **FAIR, case_events=gone) == {}


@pytest.mark.parametrize(
    ("kind", "severity", "n"),
    [
        ("BOUNDARY_BCCC_FAMILY", "LOW", 1),
        ("BOUNDARY_BCCC_FAMILY", "MEDIUM", 0),
        ("CONFIDENTIALITY", "MEDIUM", 1),
        ("CONFIDENTIALITY", "CRITICAL", 0),
    ],
)
def test_i11_no_case_is_below_its_floor(kind, severity, n):
    rows = {"concerns": [concern(category=kind, severity=severity)], "incidents": [incident(severity="LOW")]}

    assert broken(**rows).get("I11", 0) == n


@pytest.mark.parametrize(
    ("as_of", "considered", "rules"),
    [
        ("2026-04-07", [], {"I12": 1}),
        ("2026-04-06", [], {}),
        ("2026-04-09", ["2026-04-07"], {}),
        ("2026-04-09", ["2026-04-08"], {"I12": 1}),
    ],
)
def test_i12_lado_is_thought_of_by_the_next_working_day(as_of, considered, rules):
    named = concern(category="CHILD_IDENTIFIED", severity="CRITICAL", identified_on="2026-04-01")
    rows = [{"subject_ref": "C-1", "body": "LADO", "considered_on": day} for day in considered]

    assert broken(as_of, concerns=[named | {"recorded_on": "2026-04-02"}], referrals=rows) == rules


@pytest.mark.parametrize(("ended", "n"), [("2026-04-09", 1), (None, 1), ("2026-04-10", 0)])
def test_i13_removal_asks_for_dbs_and_the_commission(ended, n):
    removed = LAWFUL | {"end_reason": "REMOVED", "ended_on": ended}
    rows = [{"subject_ref": "C-1", "body": "DBS", "considered_on": "2026-04-01"}]

    assert broken(volunteers=[removed], concerns=[concern(severity="HIGH")], referrals=rows).get("I13", 0) == n


@pytest.mark.parametrize(("decided", "rules"), [("2026-04-09", {}), ("2026-04-10", {"I14": 1})])
def test_i14_an_effect_on_approval_is_decided(decided, rules):
    touching = [incident(affects_approval=True)]

    assert broken(incidents=touching, decisions=[decision("B-1", "ADVICE_GIVEN", decided)]) == rules


@pytest.mark.parametrize(
    "sheets",
    [
        {"concerns": [concern(recorded_on="2026-03-29")]},
        {"incidents": [incident(occurred_on="2026-03-31")]},
        {"incidents": [incident(discovered_on="2026-03-31")]},
        {"discussions": [{"concern_ref": "C-1", "offered_on": "2026-04-10", "held_on": "2026-04-09"}]},
        {"committee_shares": [{"subject_ref": "C-1", "shared_on": "2026-03-29"}]},
        {
            "case_events": events(("CLOSED", "2026-04-01")),
            "decisions": [decision("C-1", "ADVICE_GIVEN", "2026-04-02")],
        },
    ],
)
def test_i16_dates_stand_in_order(sheets):
    assert broken(**{"concerns": [concern()]} | sheets) == {"I16": 1}


@pytest.mark.parametrize(
    ("cells", "n"),
    [
        ({"child_age_appropriate": "NO"}, 1),
        ({"child_age_appropriate": "NO", "family_written_on": "2026-03-02"}, 0),
        ({"child_age_appropriate": "NOT_ASSESSED"}, 0),
        ({"child_age_appropriate": "YES", "child_written_on": "2026-03-01"}, 1),
        ({"child_age_appropriate": "YES", "child_written_on": "2026-03-02"}, 0),
        ({"child_age_appropriate": "NO", "withdrawn_on": "2026-02-28"}, 0),
        ({"child_age_appropriate": "NO", "withdrawn_on": "2026-03-01"}, 1),
    ],
)
def test_i19_an_incident_without_consent_names_no_consent_that_was_valid(cells, n):
    published = {"breach_type": "IMAGE_OR_INFORMATION_WITHOUT_CONSENT", "severity": "HIGH", "consent_ref": "N-1"}
    consents = [{"ref": "N-1", "family_written_on": "2026-03-01"} | cells]

    assert broken(incidents=[incident(occurred_on="2026-03-01", **published)], consents=consents).get("I19", 0) == n
