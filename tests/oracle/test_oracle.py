"""The slow reading itself, held to values worked out by hand: vetting, service and actions."""

import pytest

from tests.oracle.by_hand import approvals, check, figure, person, share, stages
from tests.oracle.days import Day, middle, whole_months, working_day_after, year_before


def day(text: str) -> Day:
    return Day.fromisoformat(text)


@pytest.mark.parametrize(
    ("start", "k", "expected"),
    [
        ("2026-03-30", 5, "2026-04-08"),  # over Good Friday and Easter Monday
        ("2026-04-03", 1, "2026-04-07"),  # from a bank holiday
        ("2026-12-24", 1, "2026-12-29"),  # Boxing Day on a Saturday is kept on Monday
        ("2026-04-11", 5, "2026-04-17"),  # from a Saturday
    ],
)
def test_working_days_are_counted_after_the_day_itself(start, k, expected):
    assert working_day_after(day(start), k) == day(expected)


def test_a_year_before_a_leap_day_is_28_february():
    assert year_before(day("2024-02-29")) == day("2023-02-28")


def test_months_are_whole():
    assert whole_months(day("2026-01-10"), day("2026-04-09")) == 2
    assert whole_months(day("2026-01-09"), day("2026-04-09")) == 3


def test_the_middle_of_an_even_number_is_the_mean_of_two_and_of_nothing_nothing():
    assert middle([9, 1, 4, 5]) == 4.5
    assert middle([]) is None


ACTIVE = stages(("S6", "2025-06-01"))


@pytest.mark.parametrize(
    ("moves", "n"),
    [
        ([], 1),
        ([("APPROVED", "2026-04-09")], 0),
        ([("APPROVED", "2026-04-10")], 1),
        ([("APPROVED", "2025-06-01"), ("SUSPENDED", "2026-04-09")], 0),
        ([("APPROVED", "2026-04-09"), ("WITHDRAWN", "2026-04-09")], 1),
    ],
)
def test_k1_active_without_approval(moves, n):
    assert figure("K1", stage_events=ACTIVE, approval_events=approvals(*moves))["n"] == n


def test_k1_probation_needs_approval_itself():
    probation = stages(("S5", "2026-04-09"))
    suspended = approvals(("SUSPENDED", "2026-01-01"))

    assert figure("K1", stage_events=probation, approval_events=suspended)["in_probation_not_approved"] == 1
    assert figure("K1", as_of="2026-04-08", stage_events=probation)["in_probation_not_approved"] == 0


@pytest.mark.parametrize(
    ("left", "completed", "expected"),
    [
        ("2026-04-09", "2026-04-09", (1, 1)),
        ("2026-04-08", "2026-04-09", (0, 1)),
        ("2026-04-10", "2026-04-09", (0, 0)),
        ("2026-03-13", "2026-03-13", (1, 1)),
        ("2026-03-12", "2026-03-12", (0, 0)),
    ],
)
def test_k2_a_check_is_completed_by_the_first_exit(left, completed, expected):
    road = stages(("S1", "2026-03-01"), ("S2", left))

    assert share("K2", stage_events=road, checks=[check(started_on="2026-03-01", completed_on=completed)]) == expected


def test_k2_a_check_begun_before_s1_and_a_second_exit_do_not_count():
    road = stages(("S1", "2026-03-01"), ("S2", "2026-04-01"), ("S1", "2026-04-02"), ("S2", "2026-04-05"))

    assert share("K2", stage_events=road, checks=[check(started_on="2026-02-28", completed_on="2026-03-20")]) == (0, 1)
    assert share("K2", after="2026-04-01", stage_events=road) == (0, 0)


@pytest.mark.parametrize(("said", "d"), [(None, 1), ("S1", 1), ("S0", 0)])
def test_k2_a_move_that_names_no_stage_leads_from_the_one_before(said, d):
    road = stages(("S1", "2026-03-01"), ("S2", "2026-04-01"))
    road[1]["from_stage"] = said

    assert share("K2", stage_events=road) == (0, d)


@pytest.mark.parametrize(
    ("signed", "permission", "told", "n"),
    [
        ("2026-04-01", True, "2026-04-01", 1),
        ("2026-04-02", True, "2026-04-01", 0),
        ("2026-04-01", True, "2026-04-02", 0),
        ("2026-04-01", None, "2026-04-01", 0),
        (None, True, "2026-04-01", 0),
    ],
)
def test_k3_form_and_notice_stand_by_the_day_of_the_start(signed, permission, told, n):
    volunteer = person(form_signed_on=signed, check_permission=permission, notice_given_on=told)

    assert share("K3", volunteers=[volunteer], checks=[check(status="CANCELLED")]) == (n, 1)


@pytest.mark.parametrize(
    ("completed", "d"), [("2026-03-12", 0), ("2026-03-13", 1), ("2026-04-09", 1), ("2026-04-10", 0)]
)
def test_k4_k5_k8_count_checks_completed_inside_the_window(completed, d):
    done = [check(completed_on=completed, outcome="CONCERN_RAISED")]

    assert [share(code, checks=done) for code in ("K4", "K5", "K8")] == [(d, d)] * 3


def test_k4_k5_k8_ask_the_role_the_three_attestations_and_the_outcome():
    poor = [check(checker_role_at_time="SAFEGUARDING_LEAD", own_account_attested=None)]

    assert [share(code, checks=poor) for code in ("K4", "K5", "K8")] == [(0, 1)] * 3


def test_k6_counts_the_days_since_the_latest_event():
    people = [person("V-1"), person("V-2"), person("V-3")]
    moves = [*stages(("S0", "2026-03-26")), *stages(("S0", "2026-03-25"), of="V-2")]

    found = figure("K6", volunteers=people, stage_events=moves)

    assert found["n"] == 2
    assert found["by"]["stage"]["S0"] == {"n": 2, "median_days": 14.5, "max_days": 15, "over_target": 1}
    assert found["by"]["stage"]["S5"] == {"n": 0, "median_days": None, "max_days": None, "over_target": 0}


@pytest.mark.parametrize(
    ("days", "n"),
    [(["2026-03-12", "2026-04-09"], 0), (["2026-03-13"], 1), (["2026-04-09"], 1), (["2026-04-10"], 0)],
)
def test_k7_counts_the_first_approval_ever(days, n):
    moves = approvals(*(("APPROVED_WITH_CONDITIONS", one) for one in days))

    assert figure("K7", volunteers=[person(applied_on="2026-03-01")], approval_events=moves)["n"] == n


@pytest.mark.parametrize(("applied", "still"), [("2025-10-11", 0), ("2025-10-10", 1)])
def test_k7_waits_more_than_180_days(applied, still):
    waiting = [person(applied_on=applied)]

    found = figure("K7", volunteers=waiting, stage_events=stages(("S3", "2026-01-01")))

    assert (found["n"], found["median_days"], found["still_open"]) == (0, None, still)


@pytest.mark.parametrize(
    ("suspended", "back", "n"),
    [
        ("2026-04-08", None, 2),
        ("2026-04-08", "2026-04-09", 1),
        ("2026-01-01", "2026-03-13", 0),
        ("2026-04-10", None, 0),
    ],
)
def test_k16_counts_the_first_day_and_not_the_day_of_return(suspended, back, n):
    moves = [("SUSPENDED", suspended), *([("APPROVED", back)] if back else [])]

    assert figure("K16", approval_events=approvals(*moves))["n"] == n


def reviewed(completed: str, outcome: str | None = "NO_ACCOUNTS", deferred: str | None = None) -> dict[str, object]:
    cells = {"due_on": "2026-01-01", "completed_on": completed, "outcome": outcome, "deferred_to": deferred}
    return {"volunteer_ref": "V-1", **cells}


@pytest.mark.parametrize(("started", "d"), [("2025-10-09", 0), ("2025-10-08", 1), (None, 1)])
def test_k17_asks_only_those_active_for_more_than_the_interval(started, d):
    assert share("K17", volunteers=[person(started_on=started)], stage_events=ACTIVE) == (0, d)


@pytest.mark.parametrize(
    ("reviews", "n"),
    [
        ([reviewed("2025-10-09")], 1),
        ([reviewed("2025-10-08")], 0),
        ([reviewed("2026-04-10")], 0),
        ([reviewed("2026-04-01", None)], 0),
        ([reviewed("2026-03-01"), reviewed("2026-04-01", "DECLINED")], 1),
    ],
)
def test_k17_a_valid_review_is_at_most_an_interval_old(reviews, n):
    assert share("K17", stage_events=ACTIVE, privacy_reviews=reviews) == (n, 1)


@pytest.mark.parametrize(
    ("due", "completed", "bands"),
    [
        ("2026-04-09", None, (0, 0, 0)),
        ("2026-04-08", None, (1, 0, 0)),
        ("2026-04-08", "2026-04-09", (0, 0, 0)),
        ("2026-03-10", "2026-04-10", (1, 0, 0)),
        ("2026-03-09", None, (0, 1, 0)),
        ("2026-01-09", None, (0, 1, 0)),
        ("2026-01-08", None, (0, 0, 1)),
    ],
)
def test_k18_is_overdue_from_the_day_after(due, completed, bands):
    row = {"volunteer_ref": "V-1", "due_on": due, "completed_on": completed}

    assert tuple(figure("K18", stage_events=ACTIVE, privacy_reviews=[row])["by"]["age"].values()) == bands


@pytest.mark.parametrize(
    ("reviews", "unscheduled"),
    [
        ([], 1),
        ([reviewed("2025-10-09")], 0),
        ([reviewed("2025-10-08")], 1),
        ([reviewed("2026-03-11", "DECLINED")], 1),
        ([reviewed("2026-03-12", "DECLINED")], 0),
        ([reviewed("2025-12-01", "DEFERRED", "2026-04-08")], 1),
        ([reviewed("2025-12-01", "DEFERRED", "2026-04-09")], 0),
    ],
)
def test_k18_a_review_that_nobody_put_in_the_list_falls_due_all_the_same(reviews, unscheduled):
    assert figure("K18", stage_events=ACTIVE, privacy_reviews=reviews)["unscheduled"] == unscheduled
