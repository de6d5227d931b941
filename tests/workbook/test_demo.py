"""The demonstration centre keeps its promises in every week: it loads, looks current, and has something to say."""

import re
from collections import Counter
from datetime import date, timedelta

import pytest
from sqlalchemy import Engine

from bccc_dash.domain.period import Period
from bccc_dash.figures import figures
from bccc_dash.store.engine import reading
from bccc_dash.workbook.demo import demo_sheets
from bccc_dash.workbook.demo_centre import Cells, Sheets, monday_of
from bccc_dash.workbook.importing import import_sheets
from bccc_dash.workbook.sheets import SHEETS, Kind

DAYS = [
    date(2024, 2, 29),
    date(2025, 12, 31),
    date(2026, 1, 1),
    date(2026, 11, 22),
    date(2027, 1, 4),
    date(2027, 12, 25),
    date(2028, 2, 29),
    date(2029, 4, 2),
]
STILL_TO_COME = {"due_on", "first_due_on", "next_review_on", "review_on", "expires_on", "exempt_until", "deferred_to"}
FREE_TEXT = {Kind.TEXT, Kind.NOTE}
NAMED = {"full_name", "display_name", "email"}


@pytest.fixture(params=DAYS, ids=str)
def today(request: pytest.FixtureRequest) -> date:
    day: date = request.param
    return day


@pytest.fixture
def sheets(today: date) -> Sheets:
    return demo_sheets(today)


def latest(rows: list[Cells], subject: str, to: str) -> dict[object, object]:
    """The state in which each subject stands, by replay."""
    return {row[subject]: row[to] for row in rows}


def test_every_stage_is_occupied_and_the_numbers_are_those_of_a_real_centre(sheets: Sheets) -> None:
    stages = Counter(latest(sheets["stage_events"], "volunteer_ref", "to_stage").values())
    assert len(sheets["volunteers"]) == 60
    assert all(stages[f"S{number}"] for number in range(7))
    assert sum(stages[f"S{number}"] for number in range(6)) == 11
    assert 28 <= stages["S6"] <= 32
    assert stages["LEFT"] > 5
    assert stages["WITHDRAWN"] > 2
    assert stages["NOT_APPOINTED"] > 2
    assert 8 <= len(sheets["users"]) <= 10
    assert 12 <= len(sheets["concerns"]) <= 18
    assert 8 <= len(sheets["incidents"]) <= 12


def test_three_to_five_concerns_are_open(sheets: Sheets) -> None:
    concerns = {row["ref"] for row in sheets["concerns"]}
    stands = latest(sheets["case_events"], "subject_ref", "to_status")
    open_ones = [ref for ref in concerns if stands[ref] not in ("CLOSED", "NOT_THIS_PERSON")]
    assert 3 <= len(open_ones) <= 5
    assert [stands[ref] for ref in concerns].count("NOT_THIS_PERSON") == 1


def test_one_child_spoke_in_confidence_over_a_year_ago(sheets: Sheets, today: date) -> None:
    told = [row["identified_on"] for row in sheets["concerns"] if row["source"] == "CHILD_IN_CONFIDENCE"]
    assert len(told) == 1
    assert isinstance(told[0], date)
    assert told[0] < today - timedelta(days=366)


def test_nothing_is_recorded_as_done_after_this_weeks_monday(sheets: Sheets, today: date) -> None:
    """What is to come lies ahead: days on which something is due, and the next meeting."""
    for sheet, rows in sheets.items():
        for row in rows:
            for column, value in row.items():
                if isinstance(value, date) and column not in STILL_TO_COME and sheet != "meetings":
                    assert value <= monday_of(today), (sheet, column, row)


def test_the_committee_met_a_few_weeks_ago_and_meets_again_soon(sheets: Sheets, today: date) -> None:
    meetings = [row["date"] for row in sheets["meetings"] if isinstance(row["date"], date)]
    held = [day for day in meetings if day < today]
    assert 14 <= (today - max(held)).days <= 67
    assert [day for day in meetings if day > today]
    assert all(day.weekday() < 5 and (day.month, day.day) != (12, 25) for day in meetings)


def test_a_week_later_every_day_is_a_week_later() -> None:
    one, other = demo_sheets(date(2026, 6, 2)), demo_sheets(date(2026, 6, 9))
    days = [row["applied_on"] for row in one["volunteers"]], [row["applied_on"] for row in other["volunteers"]]
    weekdays_apart = [later - earlier for earlier, later in zip(*days, strict=True)]
    assert weekdays_apart.count(timedelta(days=7)) > 50


def test_the_same_week_gives_the_same_centre() -> None:
    assert demo_sheets(date(2026, 11, 16)) == demo_sheets(date(2026, 11, 22))


def test_every_address_is_at_a_domain_that_cannot_exist(sheets: Sheets) -> None:
    cells = [str(value) for rows in sheets.values() for row in rows for value in row.values() if "@" in str(value)]
    assert cells
    assert all(address.endswith("@bccc.example") for cell in cells for address in cell.split("; "))


def test_no_free_text_holds_a_name(sheets: Sheets) -> None:
    people = [str(row["full_name"]) for row in sheets["volunteers"]]
    people += [str(row["display_name"]) for row in sheets["users"]]
    names = {part.lower() for name in people for part in re.split(r"[ -]", name)}
    for sheet in SHEETS:
        free = [column.name for column in sheet.columns if column.kind in FREE_TEXT and column.name not in NAMED]
        for row in sheets.get(sheet.name, []):
            words = {word.lower() for name in free for word in re.findall(r"\w+", str(row.get(name) or ""))}
            assert not words & names


def test_every_sheet_of_the_workbook_has_rows(sheets: Sheets) -> None:
    assert {sheet.name for sheet in SHEETS} == {name for name, rows in sheets.items() if rows}


def test_references_are_given_in_the_order_of_their_days(sheets: Sheets) -> None:
    assert [row["ref"] for row in sheets["volunteers"]] == [f"V-{number:04d}" for number in range(1, 61)]
    for sheet in ("checks", "concerns", "incidents", "decisions", "actions", "consents"):
        refs = [str(row["ref"]) for row in sheets[sheet]]
        assert refs == sorted(refs)
        assert len(set(refs)) == len(refs)
        assert all(re.fullmatch(r"[KCBDAN]-\d{4}-\d{3}", ref) for ref in refs)


def test_it_is_imported_without_a_fault_and_again_without_a_change(engine: Engine) -> None:
    sheets = demo_sheets(date(2026, 11, 22))
    first, again = import_sheets(sheets, engine=engine), import_sheets(sheets, engine=engine)
    assert first.changes
    assert not first.faults
    assert not first.notes
    assert not again.changes


@pytest.mark.parametrize("today", [DAYS[0], DAYS[3], DAYS[5]], ids=str)
def test_every_panel_of_the_overview_has_something_to_say(sheets: Sheets, today: date, sqlite_engine: Engine) -> None:
    import_sheets(sheets, engine=sqlite_engine)
    meetings = [row["date"] for row in sheets["meetings"] if isinstance(row["date"], date) and row["date"] < today]
    with reading(sqlite_engine) as session:
        found = figures(session, Period(as_of=today, after=max(meetings)))
    counts = {code: figure.get("n") for code, figure in found.items()}
    assert counts["K1"] == 0
    assert counts["K6"] == 11
    assert 2 <= sum(stage["over_target"] for stage in found["K6"]["by"]["stage"].values()) <= 4
    assert 3 <= counts["K9"] <= 5
    assert found["K9"]["by"]["age"]["91+"] == 1
    effects = found["K14"]["by"]["effect"]
    assert found["K14"]["undecided_over_28_days"] == effects["undecided"] == 1
    assert (effects["no_change"], effects["conditions"], effects["suspended"]) == (1, 1, 1)
    assert counts["K16"] > 0
    assert 4 <= counts["K18"] <= 6
    assert found["K18"]["unscheduled"] == 0
    assert 0 < counts["K31"] <= 8
    assert found["K10"]["n"] < found["K10"]["d"]
    assert found["K12"]["n"] < found["K12"]["d"]


def test_about_a_dozen_reviews_fall_due_in_the_next_90_days(sheets: Sheets, today: date) -> None:
    due = [row["due_on"] for row in sheets["privacy_reviews"] if not row.get("completed_on")]
    ahead = [day for day in due if isinstance(day, date) and today <= day <= today + timedelta(days=90)]
    assert 10 <= len(ahead) <= 15
