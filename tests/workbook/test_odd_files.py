"""Files written in unusual but lawful ways, and what is no file at all."""

import datetime as dt
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from bccc_dash.settings import sqlite_url
from bccc_dash.workbook.marks import marks_of
from tests.workbook.making import (
    faults_of,
    got,
    only_fault,
    place,
    refusal,
    rewritten,
    run,
    small,
    volunteers,
    write_folder,
    write_xlsx,
    write_zip,
)

DAY = dt.date(2026, 3, 1)
SHEET = "xl/worksheets/sheet1.xml"
CSV = "ref,full_name,role_title,applied_on\r\nV-1,A,Helper,2026-03-01\r\n"


@pytest.fixture
def url(sqlite_file: Path) -> str:
    return sqlite_url(sqlite_file)


def with_cell(tmp_path: Path, cell: bytes) -> Path:
    """A workbook whose cell C3 is written as `cell`."""
    path = write_xlsx(tmp_path / "a.xlsx", {"volunteers": volunteers(["V-2", "Ben", 7, DAY])})

    def change(xml: bytes) -> bytes:
        assert xml.count(b'<c r="C3"><v>7</v></c>') == 1
        return xml.replace(b'<c r="C3"><v>7</v></c>', cell)

    return rewritten(path, {SHEET: change})


@pytest.mark.parametrize(
    "attribute",
    [b't="e"', b"t='e'", b't = "e"', b't ="e"', b't= "e"', b't\n="e"', b"s=\"0\" t='e'"],
)
def test_an_error_value_is_found_however_it_is_written(attribute, url, tmp_path):
    fault = only_fault(with_cell(tmp_path, b'<c r="C3" ' + attribute + b"><v>#REF!</v></c>"), url)

    assert place(fault) == ("volunteers", 3, "role_title", "#REF!")
    assert fault.problem == "is a spreadsheet error value"


def test_a_type_written_by_number_is_taken_for_damage(tmp_path):
    path = with_cell(tmp_path, b'<c r="C3" t="&#101;"><v>#REF!</v></c>')

    assert "is damaged" in refusal(path, tmp_path)


MAIN = b'"http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


@pytest.mark.parametrize(
    "formula",
    [
        b"<f>A2</f>",
        b"<x:f xmlns:x=" + MAIN + b">A2</x:f>",
        b"<_-1:f xmlns:_-1=" + MAIN + b">A2</_-1:f>",
        b"<f\n>A2</f\n>",
        b"<f t='shared'>A2</f>",
        b"<!-- x --><f>A2</f>",
        b"<f><![CDATA[A2]]></f>",
        b"<?x y?><f>&#65;2</f>",
    ],
)
def test_a_formula_is_found_however_it_is_written(formula, url, tmp_path):
    fault = only_fault(with_cell(tmp_path, b'<c r="C3">' + formula + b"<v>7</v></c>"), url)

    assert place(fault) == ("volunteers", 3, "role_title", "=A2")
    assert fault.problem == "is a formula"


@pytest.mark.parametrize(
    "cells",
    [
        b'<c r="C3"><v>7</v></c><c r="C3"><v>8</v></c>',
        b"<c r='C3'><v>7</v></c><c r=\"C3\"><v>8</v></c>",
        b'<c r="C3"><v>7</v></c></row><row r="3"><c r="C3"><v>8</v></c>',
        b'<c r="C3" t="inlineStr"><is><t>a</t></is></c><c r="C3" t="inlineStr"><is><t>b</t></is></c>',
    ],
    ids=["side by side", "other quotes", "other row", "texts"],
)
def test_two_cells_at_one_place_are_a_fault(cells, url, tmp_path):
    fault = only_fault(with_cell(tmp_path, cells), url)

    assert place(fault) == ("volunteers", 3, "role_title", "C3")
    assert fault.problem == "is in the file twice: two cells stand at this place"


@pytest.mark.parametrize(
    "cell", [b'<c r="C3" t="inlineStr"><is><t>O\'Neil = 3</t></is></c>', b"<c r='C3'><v>7</v></c>"]
)
def test_a_plain_cell_is_read_however_it_is_written(cell, url, tmp_path):
    run(with_cell(tmp_path, cell), url)

    assert got(url)["volunteers"][1]["role_title"] in ("O'Neil = 3", "7")


def test_a_text_that_looks_like_an_attribute_does_not_slow_the_search():
    cell = b'<sheetData><row r="1"><c r="A1" t="%s"><is><t>O\'Neil = "e" t="e"</t></is></c></row></sheetData>'

    assert marks_of(cell % b"inlineStr", most_rows=9).is_quick
    assert marks_of(cell % b"e", most_rows=9).errors == {(0, 0): ""}


def pipe(path: Path) -> Path:
    os.mkfifo(path)
    return path


@pytest.mark.parametrize(
    "make", [lambda path: pipe(path / "a.xlsx"), lambda _: Path("/dev/zero")], ids=["pipe", "device"]
)
def test_what_is_no_plain_file_is_refused_unopened(make: Callable[[Path], Path], tmp_path):
    assert "is no plain file but a device, a pipe or the like" in refusal(make(tmp_path), tmp_path)


def test_a_pipe_in_a_folder_is_refused_or_noted_unopened(url, tmp_path):
    folder = write_folder(tmp_path / "csvs", {"volunteers": CSV})
    pipe(folder / "notes")
    assert run(folder, url).notes == ("The file “notes” is not one that is known here: it was not read.",)

    pipe(folder / "users.csv")
    assert "users.csv is no plain file" in refusal(folder, tmp_path)


def test_an_empty_csv_is_an_absent_sheet_in_a_folder_and_in_a_zip(url, tmp_path):
    folder = write_folder(tmp_path / "csvs", {"volunteers": CSV, "users": ""})
    archive = write_zip(tmp_path / "a.zip", {"volunteers.csv": CSV, "users.csv": ""})

    assert [one.sheet for one in run(folder, url).preview] == ["volunteers"]
    assert [one.sheet for one in run(archive, url).preview] == ["volunteers"]
    (folder / "volunteers.csv").write_text("")
    assert "There is no sheet “volunteers” with headings" in refusal(folder, tmp_path)


def test_a_sheet_with_nothing_but_spaces_is_an_absent_sheet(url, tmp_path):
    grids = {"users": [["  ", "\n"], [" "]], "volunteers": volunteers()}

    assert [one.sheet for one in run(write_xlsx(tmp_path / "a.xlsx", grids), url).preview] == ["volunteers"]


def test_blank_lines_at_the_end_of_a_csv_are_no_rows(url, tmp_path):
    folder = write_folder(tmp_path / "csvs", {"volunteers": CSV + "\r\n,,\r\n" * 30})
    run(folder, url, rows=10)
    assert len(got(url)["volunteers"]) == 1

    (folder / "volunteers.csv").write_text(CSV + "\n" * 30 + "V-2,B,Helper,2026-03-01\n")
    assert "has more than 10 rows" in refusal(folder, tmp_path, rows=10)


def test_blank_lines_between_records_count_as_rows(url, tmp_path):
    folder = write_folder(tmp_path / "csvs", {"volunteers": f"{CSV}\r\n,,\r\nV-2,B,Helper,never\r\n"})

    assert [fault.row for fault in faults_of(folder, url)] == [5]


@pytest.mark.parametrize("column", ["ref", "full_name"])
def test_a_cell_of_line_ends_is_blank(column, url, tmp_path):
    row = dict(zip(volunteers()[0], ["V-2", "Ben", "Helper", DAY], strict=True)) | {column: "\n\n"}
    path = write_xlsx(tmp_path / "a.xlsx", small(volunteers=volunteers(list(row.values()))))

    assert (only_fault(path, url).column, only_fault(path, url).problem) == (column, "is blank, and must not be")
