"""The bench's large centres have the proportions of a real one, and load like any other."""

from collections import Counter
from datetime import date

import pytest
from sqlalchemy import Engine

from bccc_dash.workbook.demo import demo_sheets
from bccc_dash.workbook.demo_centre import Sheets
from bccc_dash.workbook.importing import import_sheets

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def sheets() -> Sheets:
    return demo_sheets(TODAY, volunteers=2_000, years=20)


def each(sheets: Sheets, sheet: str) -> float:
    """Rows of a sheet, for each volunteer."""
    return len(sheets[sheet]) / len(sheets["volunteers"])


def test_it_has_the_proportions_of_a_real_centre(sheets: Sheets) -> None:
    assert len(sheets["volunteers"]) == 2_000
    assert 6 <= each(sheets, "stage_events") <= 7.5
    assert 3 <= each(sheets, "approval_events") <= 4
    assert 0.9 <= each(sheets, "checks") <= 1.2
    assert len(sheets["check_platforms"]) == 2 * len(sheets["checks"])
    assert 0.06 <= each(sheets, "concerns") <= 0.1
    assert 0.03 <= each(sheets, "incidents") <= 0.06
    assert 115 <= len(sheets["meetings"]) <= 125


def test_some_serve_and_some_apply_at_the_end(sheets: Sheets) -> None:
    stages = Counter({str(row["volunteer_ref"]): row["to_stage"] for row in sheets["stage_events"]}.values())
    assert 0.11 <= stages["S6"] / 2_000 <= 0.17
    assert 0.02 <= sum(stages[f"S{number}"] for number in range(6)) / 2_000 <= 0.05


def test_the_status_of_every_case_is_that_of_its_history(sheets: Sheets) -> None:
    stands = {row["subject_ref"]: row["to_status"] for row in sheets["case_events"]}
    assert all(row["status"] == stands[row["ref"]] for row in sheets["concerns"] + sheets["incidents"])


def test_nothing_is_recorded_as_done_after_the_last_day(sheets: Sheets) -> None:
    done = (
        "occurred_on",
        "effective_on",
        "completed_on",
        "closed_on",
        "held_on",
        "shared_on",
        "decided_on",
        "given_on",
    )
    days = [row[name] for rows in sheets.values() for row in rows for name in done if row.get(name)]
    assert all(isinstance(day, date) and day <= TODAY for day in days)


def test_it_is_imported_without_a_fault(sqlite_engine: Engine) -> None:
    result = import_sheets(demo_sheets(TODAY, volunteers=300, years=20), engine=sqlite_engine)
    assert result.changes
    assert not result.faults
    assert not result.notes
