"""Where a report of faults may be written: never over anything but an older report, and asked before all else."""

import os
import shutil
from pathlib import Path

import pytest

from bccc_dash.cli import run as command
from bccc_dash.settings import sqlite_url
from bccc_dash.workbook.report import HEADING
from tests.workbook.making import dump, small, volunteers, write_folder, write_xlsx


@pytest.fixture
def own(tmp_path: Path, sqlite_template: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The centre's own database, made already."""
    monkeypatch.setenv("BCCC_DATA_FOLDER", str(tmp_path / "data"))
    monkeypatch.delenv("BCCC_DATABASE_URL", raising=False)
    (tmp_path / "data" / "backups").mkdir(parents=True)
    return Path(shutil.copy(sqlite_template, tmp_path / "data" / "bccc.db"))


@pytest.fixture
def good(tmp_path: Path) -> Path:
    return write_folder(tmp_path / "good", small())


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("data/bccc.db", "the database is kept there"),
        ("data/bccc.db-wal", "the database is kept there"),
        ("data/demo.db", "the database is kept there"),
        ("data/backups/new.csv", "the backups are kept there"),
        ("good/volunteers.csv", "it is what is to be imported"),
        ("good/new.csv", "it is what is to be imported"),
        ("good", "it is what is to be imported"),
        ("data", "it is a folder"),
        ("absent/report.csv", "its folder is not there"),
        ("mine.csv", "another file is there already"),
        ("link.csv", "the database is kept there"),
        ("pipe", "another file is there already"),
    ],
)
def test_a_report_is_refused_where_it_would_spoil_something(place, words, own, good, tmp_path, capsys):
    (tmp_path / "mine.csv").write_text("sheet,row,column\nmine")
    (tmp_path / "link.csv").symlink_to(own)
    os.mkfifo(tmp_path / "pipe")
    before, bytes_before = dump(sqlite_url(own)), own.read_bytes()

    assert command(["import", str(good), "--report", str(tmp_path / place)]) == 1

    assert words in capsys.readouterr().err
    assert own.read_bytes() == bytes_before
    assert dump(sqlite_url(own)) == before
    assert (tmp_path / "mine.csv").read_text() == "sheet,row,column\nmine"


def test_the_workbook_itself_is_no_place_for_its_report(own, tmp_path, capsys):
    path = write_xlsx(tmp_path / "a.xlsx", {"volunteers": volunteers(["V-2", "", "", ""])})
    before = path.read_bytes()

    assert command(["import", str(path), "--report", str(path)]) == 1

    assert "it is what is to be imported" in capsys.readouterr().err
    assert path.read_bytes() == before


def test_an_older_report_is_written_over_and_says_when_there_is_no_fault_left(own, good, tmp_path):
    report = tmp_path / "report.csv"
    path = write_xlsx(tmp_path / "a.xlsx", {"volunteers": volunteers(["V-2", "", "", ""])})

    assert command(["import", str(path), "--report", str(report)]) == 1
    assert len(report.read_bytes().splitlines()) == 4
    assert command(["import", str(good), "--report", str(report)]) == 0

    assert report.read_bytes() == HEADING
    assert report.stat().st_mode & 0o077 == 0
    assert not list(tmp_path.glob(".*.part"))


def test_a_folder_that_takes_no_file_is_noticed_before_the_records_are_in(own, good, tmp_path, capsys, monkeypatch):
    before = dump(sqlite_url(own))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "touch", full)

    assert command(["import", str(good), "--report", str(tmp_path / "report.csv")]) == 2

    assert "No space left on device" in capsys.readouterr().err
    assert dump(sqlite_url(own)) == before
