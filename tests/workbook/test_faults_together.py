"""One fault does not hide another, and does not bring blame on what is right."""

import datetime as dt
from pathlib import Path

import pytest

from bccc_dash.settings import sqlite_url
from tests.workbook.making import (
    Formula,
    dump,
    faults_of,
    only_fault,
    place,
    small,
    users,
    volunteers,
    write_folder,
    write_xlsx,
    write_zip,
)

DAY = dt.date(2026, 3, 1)
EVENTS = ["volunteer_ref", "to_stage", "occurred_on", "recorded_by"]


@pytest.fixture
def url(sqlite_file: Path) -> str:
    return sqlite_url(sqlite_file)


def test_a_row_with_a_bad_cell_has_its_references_looked_up_too(url, tmp_path):
    events = [EVENTS, ["V-9", "S1", "soon", "nobody@y.example"], ["V-0001", "S1", "soon", "cora@bccc.example"]]
    before = dump(url)

    found = faults_of(write_xlsx(tmp_path / "a.xlsx", small(stage_events=events)), url)

    assert [place(fault)[1:3] for fault in found] == [
        (2, "occurred_on"),
        (2, "volunteer_ref"),
        (2, "recorded_by"),
        (3, "occurred_on"),
    ]
    assert [fault.problem for fault in found][1:3] == [
        "is a reference that names nothing",
        "is the e-mail of nobody in users",
    ]
    assert dump(url) == before


def test_a_second_reference_is_told_though_both_rows_have_other_faults(url, tmp_path):
    rows = volunteers(["V-2", "Ben", "Helper", "never"], ["v-2", "", "Helper", DAY])

    found = faults_of(write_xlsx(tmp_path / "a.xlsx", {"volunteers": rows}), url)

    assert [place(fault)[1:3] for fault in found] == [(3, "applied_on"), (4, "full_name"), (4, "ref")]
    assert found[-1].problem == "is there twice: it is also in volunteers, row 3"


@pytest.mark.parametrize("kind", ["zip", "folder"])
@pytest.mark.parametrize("bad", ['V-1,"a"b,H,1/1/2026\r\nV-2,b,H,1/1/2026\r\n', '"V-1,a\r\nV-2,b'], ids=["in", "open"])
def test_a_broken_quotation_brings_no_blame_on_what_names_a_row_behind_it(bad, kind, url, tmp_path):
    texts = {
        "volunteers": f"ref,full_name,role_title,applied_on\r\n{bad}",
        "stage_events": "volunteer_ref,to_stage,occurred_on\r\nV-2,S0,1/1/2026\r\n",
    }
    named = {f"{name}.csv": text for name, text in texts.items()}
    path = write_zip(tmp_path / "a.zip", named) if kind == "zip" else write_folder(tmp_path / "csvs", texts)

    fault = only_fault(path, url)

    assert (fault.sheet, fault.row) == ("volunteers", 2)
    assert "a quotation in it does not end as it should" in fault.problem


def test_a_broken_heading_row_is_a_fault_and_not_a_missing_sheet(url, tmp_path):
    texts = {
        "volunteers": 'ref,"full_name"x,role_title\r\n',
        "users": "email,display_name,role\r\na@b.example,A,CHAIR\r\n",
        "checks": '"ref',
    }

    found = faults_of(write_folder(tmp_path / "csvs", texts), url)

    assert [(fault.sheet, fault.row) for fault in found] == [("checks", 1), ("volunteers", 1)]


@pytest.mark.parametrize("ref", [Formula('"V-"&2'), "#REF!"], ids=["formula", "error"])
def test_a_reference_that_cannot_be_read_may_be_the_one_that_is_named(ref, url, tmp_path):
    rows = volunteers([ref, "Ben", "Helper", DAY])
    grids = {"users": users(), "volunteers": rows, "stage_events": [EVENTS, ["V-2", "S1", DAY, "x@y.example"]]}

    found = faults_of(write_xlsx(tmp_path / "a.xlsx", grids), url)

    assert [place(fault)[:3] for fault in found] == [("stage_events", 2, "recorded_by"), ("volunteers", 3, "ref")]


def test_a_sheet_without_its_reference_column_is_blamed_alone(url, tmp_path):
    grids = {
        "volunteers": [["full_name", "role_title", "applied_on"], ["Ben", "Helper", DAY]],
        "stage_events": [EVENTS[:3], ["V-2", "S1", DAY]],
    }

    fault = only_fault(write_xlsx(tmp_path / "a.xlsx", grids), url)

    assert place(fault)[:3] == ("volunteers", 1, "ref")


def test_a_value_is_told_as_the_spreadsheet_shows_it(url, tmp_path):
    rows = [["ref", "full_name", "role_title", "applied_on", "started_on"], ["V-1", "A", "H", 36525, True]]

    found = faults_of(write_xlsx(tmp_path / "a.xlsx", {"volunteers": rows}), url)

    assert [fault.value for fault in found] == ["36525", "TRUE"]


def test_a_remedy_names_the_column_as_it_is_labelled(url, tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", {"volunteers": volunteers(["V-2", "Ben", "Helper", None])})

    assert only_fault(path, url).remedy == "Fill in “Applied on”."
