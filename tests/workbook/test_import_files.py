"""Importing a file: the database that is made, the backup that is kept, the forms that are read alike."""

import datetime as dt
from pathlib import Path

import pytest

from bccc_dash.domain.errors import CouldNotRun
from bccc_dash.settings import sqlite_url
from tests.workbook.making import (
    csv_text,
    dump,
    got,
    run,
    small,
    volunteers,
    write_folder,
    write_xlsx,
    write_zip,
)

pytestmark = pytest.mark.sqlite_first

DAY = dt.date(2026, 3, 1)


def test_a_dry_run_says_the_same_and_writes_nothing(url, tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", small())
    before = dump(url)

    dry = run(path, url, dry_run=True)

    assert dump(url) == before
    assert dry.preview == run(path, url).preview
    assert not run(path, url).changes


def test_the_first_import_makes_the_database_and_a_dry_run_does_not(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", small())
    database = tmp_path / "own.db"

    run(path, sqlite_url(database), dry_run=True)
    assert not database.exists()

    run(path, sqlite_url(database))
    assert got(sqlite_url(database))["volunteers"][0]["ref"] == "V-0001"
    assert not (tmp_path / "kept").exists()


def test_a_backup_is_kept_before_records_change(sqlite_file, tmp_path):
    run(write_xlsx(tmp_path / "a.xlsx", small()), sqlite_url(sqlite_file))
    before = got(sqlite_url(sqlite_file))

    run(
        write_xlsx(tmp_path / "b.xlsx", {"volunteers": volunteers(["V-2", "Ben", "Helper", DAY])}),
        sqlite_url(sqlite_file),
    )

    latest = max((tmp_path / "kept").iterdir())
    assert latest.name.endswith("before-import.db")
    assert got(sqlite_url(latest)) == before


def test_a_database_that_is_none_could_not_run(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", small())
    database = tmp_path / "own.db"
    database.write_bytes(b"this is no database at all" * 100)

    with pytest.raises(CouldNotRun, match="not a database"):
        run(path, sqlite_url(database))
    assert database.read_bytes() == b"this is no database at all" * 100


def test_progress_is_told_from_nothing_to_all(url, tmp_path):
    said: list[tuple[int, int, str]] = []
    path = write_xlsx(tmp_path / "a.xlsx", small())

    run(path, url, progress=lambda *one: said.append(one))

    assert said[0][2] == "Reading"
    assert said[-1][2] == "Done"
    assert all(0 <= done <= total for done, total, _ in said)


def test_a_folder_a_zip_and_a_workbook_are_read_alike(new_url, tmp_path: Path):
    grids = small(stage_events=[["Volunteer ref", "TO STAGE", "occurred on"], ["v-0001", "Interview", "2/3/2026"]])
    texts = {f"records/{name.upper()}.csv": csv_text(rows) for name, rows in grids.items()}
    paths = (
        write_xlsx(tmp_path / "a.xlsx", grids),
        write_folder(tmp_path / "csvs", grids),
        write_zip(tmp_path / "b.zip", {**texts, "__MACOSX/x": "litter", "records/.DS_Store": "litter"}),
    )
    stored = []
    for path in paths:
        url = new_url()
        assert run(path, url).notes == ()
        stored.append(got(url))

    assert stored[0] == stored[1] == stored[2]
    assert stored[0]["stage_events"][0]["to_stage"] == "S2"
