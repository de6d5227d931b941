"""The slow reading itself, held to values worked out by hand: acknowledgements, looks, actions, reply, four eyes."""

import pytest

from tests.oracle.by_hand import check, concern, decision, events, figure, incident, person, share, stages

ACTIVE = stages(("S6", "2025-06-01"))


def guide(version: str, effective: str, audience: str = "VOLUNTEER") -> dict[str, str]:
    return {"code": "CODE", "version": version, "audience": audience, "effective_on": effective}


def read_it(version: str, day: str) -> dict[str, str]:
    return {"volunteer_ref": "V-1", "guidance_code": "CODE", "guidance_version": version, "acknowledged_on": day}


@pytest.mark.parametrize(
    ("effective", "read", "expected"),
    [
        ("2026-04-09", [read_it("2", "2026-04-09")], (1, 1)),
        ("2026-04-09", [read_it("2", "2026-04-10")], (0, 1)),
        ("2026-04-09", [read_it("1", "2026-04-01")], (0, 1)),
        ("2026-04-10", [read_it("1", "2026-04-01")], (1, 1)),
    ],
)
def test_k19_asks_for_the_version_in_force(effective, read, expected):
    versions = [guide("2", effective), guide("1", "2025-01-01"), guide("9", "2025-01-01", "FAMILY")]

    assert share("K19", stage_events=ACTIVE, guidance=versions, acknowledgements=read) == expected


def test_k19_of_two_versions_of_one_day_the_later_row_is_in_force_and_without_any_nobody_is_asked():
    versions = [guide("1", "2026-01-01"), guide("2", "2026-01-01")]

    assert share("K19", stage_events=ACTIVE, guidance=versions, acknowledgements=[read_it("2", "2026-02-01")]) == (1, 1)
    assert share("K19", stage_events=ACTIVE) == (0, 0)


def looks(first: str, second: str, *notes: str | None) -> list[dict[str, object]]:
    return [
        check("K-1", started_on=first, necessity_note=notes[0]),
        check("K-2", started_on=second, necessity_note=notes[1], status="CANCELLED"),
    ]


@pytest.mark.parametrize(
    ("checks", "n"),
    [
        (looks("2026-01-09", "2026-04-08", "A reason", "a  REASON"), 1),
        (looks("2026-01-08", "2026-04-08", "A reason", "a  REASON"), 0),
        (looks("2026-04-08", "2026-04-08", "One", "Another"), 0),
        (looks("2026-04-08", "2026-04-08", "One", None), 1),
        (looks("2026-03-01", "2026-03-12", None, None), 0),
        (looks("2026-03-12", "2026-03-13", None, None), 1),
        (looks("2026-04-09", "2026-04-10", None, None), 0),
    ],
)
def test_k26_a_second_look_within_90_days_has_its_own_reason(checks, n):
    assert figure("K26", checks=checks)["n"] == n


def test_k26_the_note_of_the_earlier_look_may_be_blank():
    assert figure("K26", checks=looks("2026-04-01", "2026-04-08", None, "A reason"))["n"] == 0


def task(**cells: object) -> dict[str, object]:
    return {"ref": "A-1", "subject_ref": "V-1", "due_on": "2026-06-01", "status": "DONE"} | cells


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        (task(first_due_on="2026-04-09", done_on="2026-04-09"), (1, 1)),
        (task(first_due_on="2026-04-08", done_on="2026-04-09"), (0, 1)),
        (task(first_due_on="2026-04-10", done_on="2026-04-09"), (0, 0)),
        (task(due_on="2026-03-13", done_on="2026-03-01"), (1, 1)),
        (task(due_on="2026-03-12", done_on="2026-03-01"), (0, 0)),
        (task(due_on="2026-04-01", status="CANCELLED", cancel_reason="Moved"), (0, 0)),
        (task(due_on="2026-04-01", status="CANCELLED", cancel_reason="  "), (0, 1)),
        (task(due_on="2026-04-01", status="OPEN", done_on="2026-03-30"), (0, 1)),
    ],
)
def test_k28_counts_the_first_due_date(action, expected):
    assert share("K28", actions=[action]) == expected


def talk(of: str = "C-1", **cells: object) -> dict[str, object]:
    return {"concern_ref": of} | cells


@pytest.mark.parametrize(
    ("talks", "n"),
    [
        ([talk(offered_on="2026-04-02")], 1),
        ([talk(offered_on="2026-04-03")], 0),
        ([talk(deferral_reason="UNAVAILABLE", deferral_note="Away")], 1),
        ([talk(deferral_reason="UNAVAILABLE")], 0),
        ([talk("B-1", offered_on="2026-04-01")], 1),
    ],
)
def test_k23_a_talk_on_the_incident_or_its_concern_is_offered_by_the_day_of_the_decision(talks, n):
    cases = {"concerns": [concern()], "incidents": [incident(concern_ref="C-1")]}

    assert share("K23", decisions=[decision("B-1", "SUSPEND", "2026-04-02")], discussions=talks, **cases) == (n, 1)


@pytest.mark.parametrize(("found", "d", "without"), [("2026-04-09", 1, 0), ("2026-04-10", 0, 1)])
def test_k23_a_decision_on_a_volunteer_needs_a_concern_known_by_the_day(found, d, without):
    answer = figure("K23", decisions=[decision("V-1", "REFUSE", "2026-04-02")], concerns=[concern(identified_on=found)])

    assert (answer["d"], answer["without_concern"]) == (d, without)


def test_k23_k24_keep_decisions_on_somebody_else_after_all():
    cases = {"concerns": [concern()], "case_events": events(("NOT_THIS_PERSON", "2026-04-01"))}
    one = [decision("C-1", "CONDITIONS", "2026-04-02")]

    assert share("K23", decisions=one, **cases) == (0, 1)
    assert share("K24", decisions=one, **cases) == (1, 1)


@pytest.mark.parametrize(("decided", "d"), [("2026-03-12", 0), ("2026-03-13", 1), ("2026-04-09", 1), ("2026-04-10", 0)])
def test_k24_counts_adverse_decisions_of_the_window(decided, d):
    some = [decision("V-1", "END_SERVICE", decided), decision("V-1", "APPROVE", decided, ref="D-2")]

    assert share("K24", decisions=some) == (d, d)


@pytest.mark.parametrize(
    ("cells", "n"),
    [({"decided_by": "A@x"}, 0), ({"proposed_by": None}, 0), ({"proposed_by": "c@x"}, 0), ({"proposed_by": "e@x"}, 1)],
)
def test_k24_two_people_neither_of_whom_stood_aside(cells, n):
    aside = [{"subject_ref": "V-1", "shared_on": "2026-04-01", "recused": "d@x; C@x"}]

    assert share("K24", decisions=[decision("V-1", "REFUSE", "2026-04-02", **cells)], committee_shares=aside) == (n, 1)


REMOVED = [person(end_reason="REMOVED", ended_on="2026-04-09")]


@pytest.mark.parametrize(
    ("as_of", "bodies", "n"),
    [
        ("2026-04-09", ("LADO", "CHARITY_COMMISSION"), 0),
        ("2026-04-08", ("LADO", "CHARITY_COMMISSION"), 1),
        ("2026-04-09", ("LADO", "CHARITY_COMMISSION", "DBS"), 1),
        ("2026-04-09", ("LADO", "DBS"), 0),
    ],
)
def test_k22_dbs_is_asked_of_those_removed(as_of, bodies, n):
    rows = [{"subject_ref": "C-1", "body": body, "considered_on": "2026-04-08"} for body in bodies]

    assert share("K22", as_of, volunteers=REMOVED, concerns=[concern(severity="HIGH")], referrals=rows) == (n, 1)


def test_k22_a_row_on_the_concern_or_its_incident_counts_for_both_and_grooming_asks_the_police():
    both = {"concerns": [concern(severity="HIGH")], "incidents": [incident(severity="CRITICAL", concern_ref="C-1")]}
    bodies = {"C-1": "LADO", "B-1": "CHARITY_COMMISSION"}
    rows = [{"subject_ref": ref, "body": body, "considered_on": "2026-04-09"} for ref, body in bodies.items()]

    assert share("K22", referrals=rows, **both) == (2, 2)
    both["incidents"][0]["breach_type"] = "SEXUAL_EXPLOITATION_OR_GROOMING"
    assert share("K22", referrals=rows, **both) == (1, 2)
    assert share("K22", "2026-04-08", referrals=rows, **both) == (0, 2)
