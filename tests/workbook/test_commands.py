"""The commands: what is said, what is left behind, and the exit code."""

import csv
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from bccc_dash.cli import run as command
from bccc_dash.settings import sqlite_url
from bccc_dash.workbook.report import escaped
from bccc_dash.workbook.sheets import SHEETS
from tests.workbook.making import dump, got, small, volunteers, write_folder, write_xlsx

pytestmark = pytest.mark.sqlite_first


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The centre's own database, not made yet."""
    monkeypatch.setenv("BCCC_DATA_FOLDER", str(tmp_path / "data"))
    monkeypatch.delenv("BCCC_DATABASE_URL", raising=False)
    return tmp_path / "data" / "bccc.db"


def workbook(tmp_path: Path) -> str:
    return str(write_xlsx(tmp_path / "a.xlsx", small()))


def bad(tmp_path: Path) -> str:
    rows = volunteers(["=V-2", "Ben", "Helper", "31/02/2026"], ["V-3", "-Ben", "Helper", None])
    return str(write_folder(tmp_path / "bad", {"volunteers": rows}))


def test_an_import_shows_its_preview_and_writes_the_own_database(own, tmp_path, capsys):
    assert command(["import", workbook(tmp_path)]) == 0

    said, beside = capsys.readouterr()
    assert "volunteers                      1          0          0          0          0" in said
    assert said.endswith("The records are in.\n")
    assert beside.endswith("`user set-up` prints the code with which the first person sets a password.\n")
    assert len(got(sqlite_url(own))["volunteers"]) == 1


def test_a_second_import_says_that_nothing_was_changed(own, tmp_path, capsys):
    path = workbook(tmp_path)
    command(["import", path])
    before = dump(sqlite_url(own))

    assert command(["import", path]) == 0

    assert "nothing was changed" in capsys.readouterr().out
    assert dump(sqlite_url(own)) == before


def test_a_dry_run_writes_nothing(own, tmp_path, capsys):
    assert command(["import", workbook(tmp_path), "--dry-run"]) == 0

    assert "nothing was written" in capsys.readouterr().out
    assert not own.exists()


def test_a_refused_import_shows_every_fault_and_reports_them(own, tmp_path, capsys):
    report = tmp_path / "report.csv"

    assert command(["import", bad(tmp_path), "--report", str(report)]) == 1

    said = capsys.readouterr()
    assert "volunteers, row 3, applied_on: “31/02/2026” is a date that does not exist." in said.err
    assert "The file has 3 faults, so nothing was imported" in said.err
    assert not own.exists()
    with report.open(newline="") as file:
        lines = list(csv.reader(file))
    assert lines[0] == ["sheet", "row", "column", "value", "problem", "remedy"]
    assert [line[:4] for line in lines[1:]] == [
        ["volunteers", "3", "ref", "'=V-2"],
        ["volunteers", "3", "applied_on", "31/02/2026"],
        ["volunteers", "4", "applied_on", ""],
    ]


def test_a_file_that_cannot_be_read_is_reported_too(own, tmp_path, capsys):
    report, path = tmp_path / "report.csv", tmp_path / "a.xlsx"
    path.write_bytes(b"x")

    assert command(["import", str(path), "--report", str(report)]) == 1

    assert "is not an Excel workbook" in capsys.readouterr().err
    assert "is not an Excel workbook" in report.read_text()


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1", "'=1"),
        ("@x", "'@x"),
        ("+a", "'+a"),
        ("-a", "'-a"),
        ("-1.5", "-1.5"),
        ("＝1", "'＝1"),
        ("a=1", "a=1"),
        (None, ""),
    ],
)
def test_a_report_holds_nothing_that_a_spreadsheet_would_run(cell, written):
    assert escaped(cell) == written


def test_an_export_is_read_again_and_changes_nothing(own, tmp_path, capsys):
    command(["import", workbook(tmp_path)])
    out = tmp_path / "out.xlsx"

    assert command(["export", "--workbook", str(out)]) == 0
    assert command(["import", str(out)]) == 0

    assert "nothing was changed" in capsys.readouterr().out
    assert out.stat().st_mode & 0o077 == 0


def test_an_export_is_audited(own, tmp_path):
    command(["import", workbook(tmp_path)])
    command(["export", "--workbook", str(tmp_path / "out.xlsx")])

    assert [row[3] for row in sorted(dump(sqlite_url(own))["audit_events"])] == ["IMPORT", "EXPORT"]


def test_a_file_that_is_there_is_not_written_over_unasked(own, tmp_path, capsys):
    command(["import", workbook(tmp_path)])
    out = tmp_path / "out.xlsx"
    out.write_text("mine")

    assert command(["export", "--workbook", str(out)]) == 1
    assert command(["template", str(out)]) == 1
    assert out.read_text() == "mine"
    assert command(["export", "--workbook", str(out), "--overwrite"]) == 0


def test_there_is_nothing_to_export_before_the_first_import(own, tmp_path, capsys):
    assert command(["export", "--workbook", str(tmp_path / "out.xlsx")]) == 2
    assert "import a workbook first" in capsys.readouterr().err


def test_a_place_that_cannot_be_written_could_not_run(own, tmp_path, capsys):
    (tmp_path / "file").write_text("x")

    assert command(["template", str(tmp_path / "file" / "t.xlsx")]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_the_template_explains_every_column_and_holds_no_record(own, tmp_path, capsys):
    path = tmp_path / "t.xlsx"
    assert command(["template", str(path)]) == 0

    book = CalamineWorkbook.from_path(str(path))
    assert book.sheet_names == ["Read me first", *(sheet.name for sheet in SHEETS), "Lists"]
    for sheet in SHEETS:
        assert book.get_sheet_by_name(sheet.name).to_python() == [[column.name for column in sheet.columns]]
    assert command(["import", str(path)]) == 1
    assert "headings but no record" in capsys.readouterr().err


def test_a_filled_in_template_is_read_without_a_note(own, tmp_path, capsys):
    from openpyxl import load_workbook

    path = tmp_path / "t.xlsx"
    command(["template", str(path)])
    book = load_workbook(path)
    book["volunteers"].append(["V-1", "Asha", None, "Helper", "01/03/2026"])
    book.save(path)
    capsys.readouterr()

    assert command(["import", str(path)]) == 0
    assert "not one that is known" not in capsys.readouterr().out
    assert got(sqlite_url(own))["volunteers"][0]["ref"] == "V-1"
