"""How a CSV file may be written."""

import pytest

from bccc_dash.settings import sqlite_url
from tests.workbook.making import faults_of, got, run, write_folder

TEXT = "ref,full_name,role_title,applied_on\r\nV-1,Zoë “Ö”,Helper,2026-03-01\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"], ids=["comma", "semicolon", "tab"])
def test_a_csv_is_read_in_each_of_its_forms(encoding, separator, sqlite_file, tmp_path):
    data = TEXT.replace(",", separator).encode(encoding)

    result = run(write_folder(tmp_path / "csvs", {"Volunteers": data}), sqlite_url(sqlite_file))

    assert result.notes == ()
    (row,) = got(sqlite_url(sqlite_file))["volunteers"]
    assert row["full_name"] == "Zoë “Ö”"


def test_big_endian_utf_16_is_read_by_its_mark(sqlite_file, tmp_path):
    data = b"\xfe\xff" + TEXT.encode("utf-16-be")

    run(write_folder(tmp_path / "csvs", {"volunteers": data}), sqlite_url(sqlite_file))

    assert got(sqlite_url(sqlite_file))["volunteers"][0]["full_name"] == "Zoë “Ö”"


def test_a_byte_that_windows_1252_does_not_know_is_a_fault_at_its_place(sqlite_file, tmp_path):
    data = TEXT.replace("“Ö”", "\x81").encode("latin-1")
    (fault,) = faults_of(write_folder(tmp_path / "csvs", {"volunteers": data}), sqlite_url(sqlite_file))

    assert (fault.row, fault.column) == (2, "full_name")


def test_what_else_lies_in_the_folder_is_noted(sqlite_file, tmp_path):
    folder = write_folder(tmp_path / "csvs", {"volunteers": TEXT, "friends": "x"})
    (folder / "notes.txt").write_text("x")
    (folder / "more").mkdir()
    (folder / ".hidden").write_text("x")

    assert sorted(run(folder, sqlite_url(sqlite_file)).notes) == [
        "The file “friends.csv” is not one that is known here: it was not read.",
        "The file “notes.txt” is not one that is known here: it was not read.",
        "The folder “more” was not looked into.",
    ]


def test_names_that_differ_in_case_alone_are_two_tables_for_one_sheet(sqlite_file, tmp_path):
    folder = write_folder(tmp_path / "csvs", {"volunteers": TEXT, "stage_events": "volunteer_ref", "stage events": "x"})

    found = faults_of(folder, sqlite_url(sqlite_file))

    assert any("is a second table of stage_events" in fault.problem for fault in found)


def test_text_that_begins_like_a_formula_but_is_none_is_kept(sqlite_file, tmp_path):
    text = TEXT.replace("Zoë “Ö”", "+44 20").replace("Helper", "@helper - 1=1")

    run(write_folder(tmp_path / "csvs", {"volunteers": text}), sqlite_url(sqlite_file))

    (row,) = got(sqlite_url(sqlite_file))["volunteers"]
    assert (row["full_name"], row["role_title"]) == ("+44 20", "@helper - 1=1")


def test_cells_that_end_early_are_blank(sqlite_file, tmp_path):
    text = "ref,full_name,role_title,applied_on,email\r\nV-1,A,Helper,2026-03-01\r\n,,,,,,\r\n"

    run(write_folder(tmp_path / "csvs", {"volunteers": text}), sqlite_url(sqlite_file))

    assert got(sqlite_url(sqlite_file))["volunteers"][0]["email"] is None
