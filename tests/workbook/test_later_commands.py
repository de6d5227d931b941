"""What the console says of an import into records in use."""

import csv
from pathlib import Path

import pytest

from bccc_dash.cli import run as command
from bccc_dash.settings import sqlite_url
from tests.workbook.later import confirm
from tests.workbook.making import dump, got, small, users, write_folder

EVENTS = [["volunteer_ref", "to_status", "effective_on"], ["V-0001", "APPROVED", "2026-03-02"]]
CHO = ["cho@bccc.example", "Cho", "CHAIR"]


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The centre's own database, with a coordinator, a chair and a volunteer."""
    monkeypatch.setenv("BCCC_DATA_FOLDER", str(tmp_path / "data"))
    monkeypatch.delenv("BCCC_DATABASE_URL", raising=False)
    command(["import", folder(tmp_path, "first", users=users(CHO))])
    return tmp_path / "data" / "bccc.db"


def folder(tmp_path, name, **grids):
    return str(write_folder(tmp_path / name, small(**grids)))


def said(capsys, *arguments):
    capsys.readouterr()
    code = command(["import", *arguments])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def backups(own):
    return len(list((own.parent / "backups").glob("*")))


def test_what_is_for_the_chair_is_said_and_reported(own, tmp_path, capsys):
    path = folder(
        tmp_path, "second", users=users(["cho@bccc.example", "Cho", "COORDINATOR"], ["nia@x.y", "Nia", "CHAIR"])
    )
    report = tmp_path / "report.csv"

    code, out, _ = said(capsys, path, "--report", str(report))

    assert code == 0
    assert "users, row 3, role: “COORDINATOR” is not what is stored, and an import changes nobody's role" in out
    assert "users, row 4, email: “nia@x.y” is the e-mail of somebody who is not known yet" in out
    assert out.endswith("No record was changed: the rest is for the chair.\n")
    with report.open(newline="") as file:
        assert [line[:4] for line in csv.reader(file)][1:] == [
            ["users", "3", "role", "COORDINATOR"],
            ["users", "4", "email", "nia@x.y"],
        ]


def test_a_dry_run_says_it_all_and_writes_nothing(own, tmp_path, capsys):
    path = folder(tmp_path, "second", users=users(["cho@bccc.example", "Cho", "COORDINATOR"]), approval_events=EVENTS)
    before, kept = dump(sqlite_url(own)), backups(own)

    code, out, _ = said(capsys, path, "--dry-run")

    assert code == 0
    assert "“COORDINATOR” is not what is stored" in out
    assert "It brings one approval event: that comes in only when a second person has confirmed it." in out
    assert (dump(sqlite_url(own)), backups(own)) == (before, kept)


def test_an_import_that_waits_is_a_refusal_in_one_sentence_and_makes_no_backup(own, tmp_path, capsys):
    path, kept = folder(tmp_path, "second", users=users(CHO), approval_events=EVENTS), backups(own)

    nameless, named = said(capsys, path), said(capsys, path, "--by", "CORA@bccc.example")

    assert (nameless[0], "with --by and your own e-mail address" in nameless[2]) == (1, True)
    assert (named[0], "as number 1 it waits until" in named[2]) == (1, True)
    assert "approval_events                 1" in named[1]
    assert (got(sqlite_url(own))["approval_events"], backups(own)) == ([], kept)


def test_a_confirmed_import_is_foretold_and_goes_through(own, tmp_path, capsys):
    path = folder(tmp_path, "second", users=users(CHO), approval_events=EVENTS)
    said(capsys, path, "--by", "cora@bccc.example")
    confirm(sqlite_url(own), 1)

    foretold = said(capsys, path, "--dry-run")
    code, out, _ = said(capsys, path)

    assert "It brings one approval event: number 1 is confirmed, so that this may come in once, until" in foretold[1]
    assert (code, out.endswith("The records are in.\n")) == (0, True)
    assert len(got(sqlite_url(own))["approval_events"]) == 1


def test_who_imported_is_told_in_the_audit(own):
    assert [row[2][:9] for row in dump(sqlite_url(own))["audit_events"]] == ["console ("]


def test_whoever_may_not_import_cannot_ask_for_what_needs_a_second_person(own, tmp_path, capsys):
    path = folder(tmp_path, "second", users=users(CHO), approval_events=EVENTS)

    code, _, beside = said(capsys, path, "--by", "cho@bccc.example")

    assert code != 0
    assert "cho@bccc.example may not import a workbook: that is for the coordinator." in beside
