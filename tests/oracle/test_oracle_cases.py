"""The slow reading itself, held to values worked out by hand: concerns and incidents."""

import pytest

from tests.oracle.by_hand import concern, decision, events, figure, incident, share


@pytest.mark.parametrize(
    ("found", "band"),
    [
        *(("2026-04-09", "0-7"), ("2026-04-02", "0-7"), ("2026-04-01", "8-28"), ("2026-03-12", "8-28")),
        *(("2026-03-11", "29-90"), ("2026-01-09", "29-90"), ("2026-01-08", "91+")),
    ],
)
def test_k9_bands_open_concerns_by_age(found, band):
    ages = figure("K9", concerns=[concern(identified_on=found)])["by"]["age"]

    assert ages == {"0-7": 0, "8-28": 0, "29-90": 0, "91+": 0} | {band: 1}


@pytest.mark.parametrize(
    ("history", "n"),
    [
        ([("CLOSED", "2026-04-09")], 0),
        ([("CLOSED", "2026-04-10")], 1),
        ([("CLOSED", "2026-04-09"), ("REOPENED", "2026-04-09")], 1),
        ([("REOPENED", "2026-04-09"), ("CLOSED", "2026-04-09")], 0),
        ([("NOT_THIS_PERSON", "2026-04-09")], 0),
        ([("NOT_THIS_PERSON", "2026-04-10")], 1),
    ],
)
def test_k9_reads_the_last_event_by_the_day(history, n):
    assert figure("K9", concerns=[concern(status="CLOSED")], case_events=events(*history))["n"] == n


@pytest.mark.parametrize(
    ("cells", "n"),
    [
        ({"closed_on": "2026-04-09"}, 0),
        ({"closed_on": "2026-04-10"}, 1),
        ({"status": "CLOSED"}, 1),
        ({"status": "NOT_THIS_PERSON"}, 0),
        ({"status": "NOT_THIS_PERSON", "closed_on": "2026-04-09"}, 0),
        ({"status": "NOT_THIS_PERSON", "closed_on": "2026-04-10"}, 1),
        ({"identified_on": "2026-04-10"}, 0),
    ],
)
def test_k9_without_events_reads_the_dates(cells, n):
    assert figure("K9", concerns=[concern(**cells)])["n"] == n


@pytest.mark.parametrize(
    ("as_of", "after", "held", "expected"),
    [
        ("2026-04-09", "2026-03-12", "2026-04-08", (1, 1)),
        ("2026-04-09", "2026-03-12", "2026-04-09", (0, 1)),
        ("2026-04-08", "2026-04-07", None, (0, 1)),
        ("2026-04-07", "2026-03-12", "2026-04-01", (0, 0)),
        ("2026-04-09", "2026-04-08", "2026-04-01", (0, 0)),
    ],
)
def test_k10_a_talk_is_held_by_the_fifth_working_day(as_of, after, held, expected):
    talks = [{"concern_ref": "C-1", "held_on": held}]

    assert share("K10", as_of, after, concerns=[concern()], discussions=talks) == expected


@pytest.mark.parametrize(
    ("advice", "held", "n"),
    [
        (None, "2026-03-31", 1),
        (None, "2026-04-01", 0),
        ("2026-03-30", "2026-03-31", 0),
        ("2026-03-01", "2026-03-30", 1),
        ("2026-04-08", "2026-03-31", 1),
    ],
)
def test_k10_critical_goes_by_the_day_of_advice_within_a_working_day(advice, held, n):
    rows = [{"subject_ref": "C-1", "body": "LADO", "considered_on": advice}] if advice else []
    talks = [{"concern_ref": "C-1", "held_on": held}]

    assert share("K10", concerns=[concern(severity="CRITICAL")], referrals=rows, discussions=talks) == (n, 1)


def test_k10_a_talk_put_off_on_advice_is_shown_beside():
    talks = [{"concern_ref": "C-1", "held_on": "2026-03-31", "deferral_reason": "POLICE_ADVICE"}]

    assert figure("K10", concerns=[concern()], discussions=talks) == {"n": 0, "d": 0, "deferred": 1}


@pytest.mark.parametrize(("assessed", "n"), [("2026-04-08", 1), ("2026-04-09", 0)])
def test_k11_the_source_is_assessed_by_the_fifth_working_day(assessed, n):
    rows = [{"concern_ref": "C-1", "assessed_on": assessed, "assessor": "a@x"}]

    assert share("K11", concerns=[concern()], source_assessments=rows) == (n, 1)
    assert share("K11", "2026-04-07", concerns=[concern()], source_assessments=rows) == (0, 0)


@pytest.mark.parametrize(
    ("severity", "meeting", "shared", "expected"),
    [
        ("CRITICAL", "2026-04-08", "2026-03-30", (1, 1)),
        ("CRITICAL", "2026-04-08", "2026-03-31", (0, 1)),
        ("HIGH", "2026-04-09", "2026-04-08", (1, 1)),
        ("HIGH", "2026-04-09", "2026-04-09", (0, 1)),
        ("LOW", "2026-04-08", "2026-04-08", (1, 1)),
        ("LOW", "2026-04-09", "2026-04-09", (1, 1)),
        ("LOW", "2026-04-07", "2026-04-07", (0, 0)),
        ("MEDIUM", "2026-05-20", "2026-04-07", (0, 0)),
    ],
)
def test_k12_is_shared_by_a_day_that_goes_by_severity(severity, meeting, shared, expected):
    shares = [{"subject_ref": "C-1", "shared_on": shared}]
    found = {"concerns": [concern(severity=severity)], "meetings": [{"date": meeting}]}

    assert share("K12", committee_shares=shares, **found) == expected


def test_k12_without_a_meeting_in_time_28_days_are_the_limit():
    shares = [{"subject_ref": "C-1", "shared_on": "2026-04-27"}]

    assert share("K12", "2026-04-27", "2026-04-26", concerns=[concern()], committee_shares=shares) == (1, 1)


@pytest.mark.parametrize(
    ("days", "n", "still"),
    [
        (["2026-04-09"], 1, 0),
        (["2026-04-10"], 0, 1),
        (["2026-03-12", "2026-04-01"], 0, 0),
        ([None], 0, 1),
    ],
)
def test_k13_counts_the_first_ratified_decision(days, n, still):
    decisions = [decision("C-1", "ADVICE_GIVEN", day, ref=f"D-{k}") for k, day in enumerate(days)]
    found = figure("K13", concerns=[concern()], decisions=decisions)

    assert (found["n"], found["still_open"]) == (n, still)


def test_k13_closure_counts_the_latest_closing_of_what_is_closed():
    twice = [("CLOSED", "2026-04-01"), ("REOPENED", "2026-04-02"), ("CLOSED", "2026-04-09")]
    closing = figure("K13", concerns=[concern()], case_events=events(*twice))["closure"]
    reopened = figure("K13", "2026-04-08", concerns=[concern()], case_events=events(*twice))["closure"]

    assert closing == {"median_days": 10, "min_days": 10, "max_days": 10, "n": 1, "still_open": 0}
    assert (reopened["n"], reopened["still_open"]) == (0, 1)


TOUCHING = {"affects_approval": True}


@pytest.mark.parametrize(
    ("kind", "decided", "effect"),
    [
        *(("SUSPEND", "2026-04-09", "suspended"), ("SUSPEND", "2026-04-10", "undecided")),
        *(("REFUSE", "2026-04-01", "withdrawn"), ("END_SERVICE", "2026-04-01", "ended")),
        *(("CONDITIONS", "2026-04-01", "conditions"), ("TRAINING_OR_SUPERVISION", "2026-04-01", "no_change")),
    ],
)
def test_k14_names_the_effect_of_the_latest_decision(kind, decided, effect):
    earlier = decision("B-1", "NO_FURTHER_ACTION", None, ref="D-0")
    found = figure("K14", incidents=[incident(**TOUCHING)], decisions=[decision("B-1", kind, decided), earlier])

    assert found["by"]["effect"][effect] == found["n"] == 1


@pytest.mark.parametrize(("recorded", "n", "late"), [("2026-03-12", 1, 0), ("2026-03-11", 1, 1), ("2026-04-10", 0, 0)])
def test_k14_keeps_the_undecided_and_says_which_are_late(recorded, n, late):
    found = figure("K14", incidents=[incident(recorded_on=recorded, **TOUCHING)])

    assert (found["n"], found["undecided_over_28_days"]) == (n, late)


@pytest.mark.parametrize(("closed", "d"), [("2026-03-12", 0), ("2026-03-13", 1), ("2026-04-09", 1), ("2026-04-10", 0)])
def test_k15_asks_incidents_closed_in_the_window(closed, d):
    answered = {"affects_assessment": False, "affects_approval": "no", "affects_length_of_service": True}
    rows = {"case_events": events(("CLOSED", closed), of="B-1")}

    assert share("K15", incidents=[incident(recorded_on="2026-03-01", **answered)], **rows) == (d, d)
    assert share("K15", incidents=[incident(recorded_on="2026-03-01")], **rows) == (0, d)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"content_status": "LIVE"}, (0, 1, 1)),
        ({"content_status": None}, (0, 1, 0)),
        ({"content_status": "NOT_ONLINE"}, (0, 0, 0)),
        ({"content_status": "LIVE", "removed_on": "2026-04-09"}, (1, 1, 0)),
        ({"content_status": "REMOVED", "removed_on": "2026-04-10"}, (0, 1, 1)),
        ({"discovered_on": "2026-03-12"}, (0, 0, 0)),
        ({"recorded_on": "2026-04-10"}, (0, 0, 0)),
    ],
)
def test_k20_counts_what_was_taken_down_by_the_day(cells, expected):
    found = figure("K20", incidents=[incident(**cells)])

    assert (found["n"], found["d"], found["still_open"]) == expected


@pytest.mark.parametrize(
    ("recorded", "expected"),
    [("2026-03-13", (1, 1)), ("2026-03-12", (0, 1)), ("2025-04-10", (0, 1)), ("2025-04-09", (0, 0))],
)
def test_k21_counts_the_window_and_twelve_months(recorded, expected):
    found = figure("K21", incidents=[incident(recorded_on=recorded, breach_type="CHILD_IDENTIFIED")])

    assert (found["n"], found["n_12_months"]) == expected


def test_k25_a_concern_and_its_incident_are_two_and_both_go_when_it_was_somebody_else():
    both = {"concerns": [concern()], "incidents": [incident(concern_ref="C-1", source="FAMILY_MEMBER")]}
    gone = figure("K25", case_events=events(("NOT_THIS_PERSON", "2026-04-09")), **both)

    assert figure("K25", **both)["by"] == {"source": {"VOLUNTEER": 1, "FAMILY_MEMBER": 1}}
    assert (gone["n"], gone["by"]) == (0, {"source": {}})
    assert gone["months_since_last"] == {"CHILD_IN_CONFIDENCE": None, "FAMILY_MEMBER": None, "VOLUNTEER": None}


@pytest.mark.parametrize(("found", "n", "months"), [("2025-04-09", 0, 12), ("2025-04-10", 1, 11), ("2026-03-10", 1, 0)])
def test_k25_counts_twelve_months_and_the_silence_since(found, n, months):
    answer = figure("K25", concerns=[concern(identified_on=found)])

    assert (answer["n"], answer["months_since_last"]["VOLUNTEER"]) == (n, months)


@pytest.mark.parametrize(
    ("second", "expected"), [("2025-04-09", (0, 1)), ("2025-04-10", (1, 1)), ("2026-04-10", (0, 1))]
)
def test_k27_counts_two_concerns_within_twelve_months(second, expected):
    assert share("K27", concerns=[concern(), concern("C-2", identified_on=second)]) == expected
