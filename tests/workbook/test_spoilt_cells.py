"""Cells that the file itself has spoilt: merged, formulas, error values, quotations that do not end."""

import datetime as dt
import re
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from bccc_dash.settings import sqlite_url
from tests.workbook.making import (
    Formula,
    faults_of,
    only_fault,
    place,
    rewritten,
    small,
    volunteers,
    write_folder,
    write_xlsx,
)

DAY = dt.date(2026, 3, 1)
VOLUNTEERS_XML = "xl/worksheets/sheet2.xml"


@pytest.fixture
def url(sqlite_file: Path) -> str:
    return sqlite_url(sqlite_file)


def test_merged_cells_are_refused_where_they_cover_records(url, tmp_path):
    def merge(book: Any) -> None:
        page = book.get_worksheet_by_name("volunteers")
        page.merge_range(1, 2, 2, 2, "Helper")
        page.merge_range(8, 0, 9, 2, "")

    path = write_xlsx(tmp_path / "a.xlsx", {"volunteers": volunteers(["V-2", "Ben", None, DAY])}, then=merge)

    fault = only_fault(path, url)

    assert place(fault) == ("volunteers", 3, "role_title", "C2:C3")
    assert "is part of the merged cells C2:C3" in fault.problem


def test_an_error_value_is_told_as_the_spreadsheet_shows_it(url, tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", {"volunteers": volunteers(["V-2", "Ben", "Helper", DAY])})
    broken = partial(re.sub, rb'<c r="C3" t="s"><v>[0-9]+</v>', b'<c r="C3" t="e"><v>#REF!</v>')
    rewritten(path, {"xl/worksheets/sheet1.xml": broken})

    fault = only_fault(path, url)

    assert place(fault) == ("volunteers", 3, "role_title", "#REF!")
    assert "is a spreadsheet error value" in fault.problem


def test_a_formula_without_a_stored_value_is_still_a_fault(url, tmp_path):
    row = b'<row r="3"><c r="A3"><f>B1</f></c></row></sheetData>'
    path = write_xlsx(tmp_path / "a.xlsx", small())
    rewritten(path, {VOLUNTEERS_XML: lambda xml: xml.replace(b"</sheetData>", row)})

    found = faults_of(path, url)

    assert place(found[0]) == ("volunteers", 3, "ref", "=B1")


def test_formulas_are_found_however_the_sheet_is_written(url, tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", {"volunteers": volunteers(["V-2", "Ben", Formula("A2"), DAY])})

    def prefixed(xml: bytes) -> bytes:
        for tag in (b"worksheet", b"sheetData", b"row", b"c", b"f", b"v"):
            for mark in (b"<", b"</"):
                for end in (b" ", b">"):
                    xml = xml.replace(mark + tag + end, mark + b"x:" + tag + end)
        return xml.replace(b"xmlns=", b"xmlns:x=")

    rewritten(path, {"xl/worksheets/sheet1.xml": prefixed})

    assert place(only_fault(path, url)) == ("volunteers", 3, "role_title", "=A2")


def test_a_csv_has_its_rows_counted_as_records(url, tmp_path):
    text = 'ref,full_name,role_title,applied_on\r\n\r\nV-1,"A\r\nB",Helper,2026-03-01\r\nV-2,=1+1,Helper,never\r\n'
    found = faults_of(write_folder(tmp_path / "csvs", {"volunteers": text}), url)

    assert [place(fault) for fault in found] == [
        ("volunteers", 4, "full_name", "=1+1"),
        ("volunteers", 4, "applied_on", "never"),
    ]


@pytest.mark.parametrize("rows", ['V-1,"A\r\n', '"V-1"x,A,Helper,2026-03-01\r\n'], ids=["open", "within"])
def test_a_csv_with_a_quotation_that_does_not_end_is_a_fault_at_its_row(rows, url, tmp_path):
    text = f"ref,full_name,role_title,applied_on\r\nV-0,Z,Helper,2026-03-01\r\n{rows}"
    fault = only_fault(write_folder(tmp_path / "csvs", {"volunteers": text}), url)

    assert (fault.sheet, fault.row) == ("volunteers", 3)
    assert "quotation" in fault.problem


def test_a_huge_csv_cell_is_a_fault_at_its_row(url, tmp_path):
    text = f"ref,full_name,role_title,applied_on\r\nV-1,{'x' * 200_000},Helper,2026-03-01\r\n"
    fault = only_fault(write_folder(tmp_path / "csvs", {"volunteers": text}), url)

    assert (fault.row, fault.remedy) == (2, "Shorten it, or close its quotation.")
