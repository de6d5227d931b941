"""The first import makes the database whole or not at all; of two at once, neither undoes the other."""

import datetime as dt
import os
import signal
from pathlib import Path
from typing import Any

import pytest

from bccc_dash.settings import is_demo, read_settings, sqlite_url
from bccc_dash.workbook import first, importing
from tests.store.deeds import begin
from tests.workbook.making import dump, got, put, run, small, volunteers, write_folder, write_xlsx

DAY = dt.date(2026, 3, 1)


def import_until_killed(path: Path, database: Path, moment: str) -> None:
    """Import, in a process that kills itself at that moment."""
    place, name = moment.split(".")
    deadly = importing if place == "importing" else getattr(importing, place)
    setattr(deadly, name, lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL))
    run(path, sqlite_url(database))


def refs(database: Path) -> list[object]:
    return [row["ref"] for row in got(sqlite_url(database))["volunteers"]]


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def no_links(*_: object) -> None:
    raise OSError(95, "Operation not supported")


@pytest.mark.parametrize(
    "moment", ["importing.prepare", "importing.write_plan", "spans.refresh_all", "importing.put_in_place"]
)
def test_an_import_that_is_killed_leaves_no_database_behind(moment, tmp_path):
    path, database = write_folder(tmp_path / "csvs", small()), tmp_path / "data" / "bccc.db"

    child = begin(lambda: import_until_killed(path, database, moment), tmp_path / "fault.txt")
    _, status = os.waitpid(child, 0)

    assert os.waitstatus_to_exitcode(status) == -signal.SIGKILL
    assert not database.exists()
    assert is_demo(read_settings({"BCCC_DATA_FOLDER": str(database.parent)}))
    run(path, sqlite_url(database))
    assert refs(database) == ["V-0001"]
    assert names(database.parent) == ["bccc.db"]


def test_a_fault_while_writing_leaves_no_database_behind(tmp_path, monkeypatch):
    path, database = write_folder(tmp_path / "csvs", small()), tmp_path / "data" / "bccc.db"

    def broken(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(importing.spans, "refresh_all", broken)
    with pytest.raises(OSError, match="No space"):
        run(path, sqlite_url(database))

    assert names(database.parent) == []


def test_what_another_import_is_building_is_left_alone(tmp_path):
    path, database = write_folder(tmp_path / "csvs", small()), tmp_path / "bccc.db"
    living, dead, other = (tmp_path / f"bccc.db.{name}.part" for name in (os.getppid(), 2**22 + 1, "mine"))
    for one in (living, dead, other):
        one.write_text("x")

    run(path, sqlite_url(database))

    assert [one.exists() for one in (living, dead, other)] == [True, False, True]


@pytest.mark.parametrize("links", [True, False])
def test_of_two_first_imports_the_second_adds_to_the_first(links, tmp_path, monkeypatch):
    grids = small(volunteers=volunteers(["V-3", "Cal", "Helper", DAY]))
    mine, database = write_folder(tmp_path / "csvs", grids), tmp_path / "data" / "bccc.db"
    other = write_xlsx(tmp_path / "a.xlsx", {"volunteers": volunteers(["V-2", "Ben", "Helper", DAY])})
    real = first.put_in_place

    def late(part: Path, path: Path) -> bool:
        monkeypatch.setattr(importing, "put_in_place", real)
        monkeypatch.setattr(first.os, "getpid", lambda: 2**22 + 1)
        run(other, sqlite_url(database))
        monkeypatch.undo()
        if not links:
            monkeypatch.setattr(first.os, "link", no_links)
        return real(part, path)

    monkeypatch.setattr(importing, "put_in_place", late)
    result = run(mine, sqlite_url(database))

    assert refs(database) == ["V-0001", "V-2", "V-3"]
    assert [(one.sheet, one.added, one.unchanged, one.absent) for one in result.preview] == [
        ("users", 0, 0, 0),
        ("volunteers", 1, 1, 1),
    ]
    assert [fault.value for fault in result.for_chair] == ["cora@bccc.example"]
    assert refs(next((tmp_path / "kept").iterdir())) == ["V-0001", "V-2"]
    assert names(database.parent) == ["bccc.db"]


def test_a_disk_without_links_takes_the_database_too(tmp_path, monkeypatch):
    monkeypatch.setattr(first.os, "link", no_links)
    run(write_folder(tmp_path / "csvs", small()), sqlite_url(tmp_path / "data" / "bccc.db"))

    assert refs(tmp_path / "data" / "bccc.db") == ["V-0001"]


def test_the_log_of_a_deleted_database_does_not_come_back(tmp_path):
    path, database = write_folder(tmp_path / "csvs", small()), tmp_path / "bccc.db"
    database.with_name("bccc.db-wal").write_bytes(b"old")

    run(path, sqlite_url(database))

    assert refs(database) == ["V-0001"]
    assert database.stat().st_mode & 0o077 == 0


def test_what_another_import_did_meanwhile_is_not_told_as_done_here(url, tmp_path, monkeypatch):
    write, path = importing._write, write_folder(tmp_path / "csvs", small())

    def late(*arguments: Any, **named: Any) -> Any:
        monkeypatch.setattr(importing, "_write", write)
        put(url, {"users": got_users, "volunteers": got_volunteers})
        states.append(dump(url))
        return write(*arguments, **named)

    states: list[Any] = []
    got_users = [{"email": "cora@bccc.example", "display_name": "Cora", "role": "COORDINATOR"}]
    got_volunteers = [{"ref": "V-0001", "full_name": "Asha Bell", "role_title": "Helper", "applied_on": DAY}]
    monkeypatch.setattr(importing, "_write", late)

    result = run(path, url)

    assert not result.changes
    assert [(one.sheet, one.added, one.unchanged) for one in result.preview] == [("users", 0, 1), ("volunteers", 0, 1)]
    assert dump(url) == states[0]
