"""What is wrong inside a readable file: the place and the words of each fault, all of them at once."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from bccc_dash.settings import sqlite_url
from tests.workbook.making import (
    Formula,
    faults_of,
    only_fault,
    place,
    put,
    run,
    small,
    users,
    volunteers,
    write_xlsx,
)

pytestmark = pytest.mark.sqlite_first

DAY = dt.date(2026, 3, 1)
VOLUNTEERS_XML = "xl/worksheets/sheet2.xml"


@pytest.fixture
def url(sqlite_file: Path) -> str:
    return sqlite_url(sqlite_file)


CELLS = [
    (["V-2", "Ben", "Helper", "31/02/2026"], ("applied_on", "31/02/2026"), "does not exist"),
    (["V-2", "Ben", "Helper", None], ("applied_on", ""), "is blank, and must not be"),
    (["V-2", None, "Helper", DAY], ("full_name", ""), "is blank, and must not be"),
    ([None, "Ben", "Helper", DAY], ("ref", ""), "is blank, and must not be"),
    (["V-0001 ", "Ben", "Helper", DAY], ("ref", "V-0001"), "is there twice: it is also in volunteers, row 2"),
    (["v-0001", "Ben", "Helper", DAY], ("ref", "v-0001"), "is there twice"),
    (["V-2", "Ben", Formula("A1+1"), DAY], ("role_title", "=A1+1"), "is a formula"),
    (["V-2", "B" * 201, "Helper", DAY], ("full_name", "B" * 119 + "…"), "has 201 letters, more than the 200"),
    (["V-2", "B\x07n", "Helper", DAY], ("full_name", "B\\x07n"), "control character"),
    (["V-2", "B_x0000_n", "Helper", DAY], ("full_name", "B_x0000_n"), "control character"),
    (["Total", None, None, None], ("ref", "Total"), "begins a row of totals"),
    ([None, None, "Total:", 12], ("ref", "Total:"), "begins a row of totals"),
    (["V-2", "Ben", "Helper", DAY, "more"], ("column E", "more"), "under no heading"),
]


@pytest.mark.parametrize(("row", "at", "problem"), CELLS, ids=[problem for _, _, problem in CELLS])
def test_a_fault_names_its_sheet_row_column_and_value(row, at, problem, url, tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", {"users": users(), "volunteers": volunteers([None], row)})

    fault = only_fault(path, url)

    assert place(fault) == ("volunteers", 4, *at)
    assert problem in fault.problem
    assert fault.remedy.endswith(".")


def test_blank_rows_count_and_are_no_records(url, tmp_path):
    rows = volunteers([], ["  ", "\t"], ["V-2", "Ben", "Helper", "never"])
    path = write_xlsx(tmp_path / "a.xlsx", {"volunteers": rows})

    assert only_fault(path, url).row == 5


def test_every_fault_is_told_at_once(url, tmp_path):
    grids = small(
        stage_events=[["volunteer_ref", "to_stage", "occurred_on"], ["V-9", "S9", "soon"], ["V-0001", "S1", DAY]],
        checks=[["ref", "volunteer_ref", "trigger", "status", "checker", "checker_role_at_time"], ["K-1"]],
    )
    found = faults_of(write_xlsx(tmp_path / "a.xlsx", grids), url)

    assert [place(fault)[:3] for fault in found] == [
        ("checks", 2, "volunteer_ref"),
        ("checks", 2, "trigger"),
        ("checks", 2, "status"),
        ("checks", 2, "checker"),
        ("checks", 2, "checker_role_at_time"),
        ("stage_events", 2, "to_stage"),
        ("stage_events", 2, "occurred_on"),
        ("stage_events", 2, "volunteer_ref"),
    ]


REFERENCES = [
    ("stage_events", ["volunteer_ref", "to_stage", "occurred_on"], ["V-9", "S1", DAY], "names nothing"),
    (
        "case_events",
        ["subject_ref", "to_status", "occurred_on"],
        ["V-0001", "OPEN", DAY],
        "is the reference of a volunteer",
    ),
    ("privacy_reviews", ["volunteer_ref", "due_on"], ["C-1", DAY], "names nothing"),
    ("referrals", ["subject_ref", "body", "considered_on"], ["C-1", "LADO", DAY], "names nothing"),
]


@pytest.mark.parametrize(("sheet", "heading", "row", "problem"), REFERENCES, ids=[one[0] for one in REFERENCES])
def test_a_reference_must_name_something_of_the_right_kind(sheet, heading, row, problem, url, tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", small(**{sheet: [heading, row]}))

    fault = only_fault(path, url)

    assert place(fault) == (sheet, 2, heading[0], row[0])
    assert problem in fault.problem


def test_a_person_must_be_a_user(url, tmp_path):
    events = [["volunteer_ref", "to_stage", "occurred_on", "recorded_by"], ["V-0001", "S1", DAY, "x@y.example"]]
    meetings = [["date", "attendees"], [DAY, "cora@bccc.example; nobody@y.example"]]
    found = faults_of(write_xlsx(tmp_path / "a.xlsx", small(stage_events=events, meetings=meetings)), url)

    assert [(fault.sheet, fault.problem) for fault in found] == [
        ("meetings", "is the e-mail of nobody in users"),
        ("stage_events", "is the e-mail of nobody in users"),
    ]


def test_a_row_with_a_fault_is_still_known_to_what_names_it(url, tmp_path):
    grids = {
        "users": users(["ben@bccc.example", "Ben", "TREASURER"]),
        "volunteers": volunteers(["V-2", "Ben", "Helper", "never"]),
        "stage_events": [
            ["volunteer_ref", "to_stage", "occurred_on", "recorded_by"],
            ["V-2", "S1", DAY, "ben@bccc.example"],
        ],
    }
    found = faults_of(write_xlsx(tmp_path / "a.xlsx", grids), url)

    assert [place(fault)[:3] for fault in found] == [("users", 3, "role"), ("volunteers", 3, "applied_on")]


def test_a_user_is_there_once(url, tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", small(users=users(["CORA@bccc.example", "C", "CHAIR"])))

    fault = only_fault(path, url)

    assert place(fault) == ("users", 3, "email", "CORA@bccc.example")


def test_a_reference_is_unique_across_sheets_and_what_is_stored(url, tmp_path):
    consents = [["ref", "subject_family_ref"], ["v-0001", "F1"]]
    path = write_xlsx(tmp_path / "a.xlsx", small(consents=consents))

    assert "is there twice: it is also in volunteers, row 2" in only_fault(path, url).problem

    put(url, {"volunteers": [{"ref": "X-1", "full_name": "A", "role_title": "B", "applied_on": DAY}]})
    consents[1][0] = "x-1"
    path = write_xlsx(tmp_path / "b.xlsx", small(consents=consents))
    assert "is already the reference of a volunteer" in only_fault(path, url).problem


def test_a_heading_twice_a_table_twice_and_a_missing_column_are_faults(url, tmp_path):
    twice = [["ref", "full_name", "Full name", "applied_on"], ["V-1", "A", "B", DAY]]
    found = faults_of(write_xlsx(tmp_path / "a.xlsx", {"volunteers": twice, "Volunteers ": volunteers()}), url)

    said = [(fault.row, fault.problem) for fault in found]
    assert (1, "is a second heading for the column full_name") in said
    assert (1, "is a column that must be there, and is missing") in said
    assert (None, "is a second table of volunteers, beside “volunteers”") in said


def test_a_missing_ref_column_is_a_fault(url, tmp_path):
    rows = [["full_name", "role_title", "applied_on"], ["A", "B", DAY]]
    fault = only_fault(write_xlsx(tmp_path / "a.xlsx", {"volunteers": rows}), url)

    assert place(fault) == ("volunteers", 1, "ref", "")


def test_what_is_not_known_is_noted_and_not_read(url, tmp_path):
    rows = [[*volunteers()[0], "shoe size"], [*volunteers()[1], Formula("1+1")]]
    grids = {"volunteers": rows, "My notes": [[Formula("1+1")]], "Read me first": [["x"]]}

    def hide(book: Any) -> None:
        book.get_worksheet_by_name("volunteers").hide()
        book.get_worksheet_by_name("My notes").activate()
        book.get_worksheet_by_name("My notes").set_first_sheet()

    result = run(write_xlsx(tmp_path / "a.xlsx", grids, then=hide), url)

    assert sorted(result.notes) == [
        "The column “shoe size” of “volunteers” is not one that is known here: it was not read.",
        "The sheet “My notes” is not one that is known here: it was not read.",
        "The sheet “volunteers” is hidden; it was read like the others.",
    ]
