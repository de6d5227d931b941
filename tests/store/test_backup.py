"""Copies of the database: whole, checked, sealed, and only so many kept."""

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from sqlmodel import SQLModel, select

from bccc_dash.domain.errors import CouldNotRun, Refused
from bccc_dash.settings import sqlite_url
from bccc_dash.store.backup import backup, keep_backup
from bccc_dash.store.engine import open_engine, reading, writing
from bccc_dash.store.faults import DamagedDatabase
from bccc_dash.store.schema import schema_problem
from bccc_dash.store.seal import is_broken
from tests.store.conftest import add_a_volunteer

pytestmark = pytest.mark.sqlite_first


def contents(url: str) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table."""
    engine = open_engine(url)
    with reading(engine) as session:
        found = {
            name: [tuple(row) for row in session.execute(select(table).order_by(*table.primary_key.columns))]
            for name, table in SQLModel.metadata.tables.items()
        }
    engine.dispose()
    return found


def broken(file: Path) -> bool:
    with closing(sqlite3.connect(file)) as connection:
        return is_broken(file, connection)


def test_a_backup_holds_every_row(filled, url, tmp_path):
    backup(url, tmp_path / "copy.db")
    assert contents(sqlite_url(tmp_path / "copy.db")) == contents(url)


def test_a_backup_is_one_sealed_file_that_nobody_else_may_read(filled, url, tmp_path):
    folder = tmp_path / "new folder"
    backup(url, folder / "copy.db")
    assert [file.name for file in folder.iterdir()] == ["copy.db"]
    assert stat.S_IMODE((folder / "copy.db").stat().st_mode) == 0o600
    assert not broken(folder / "copy.db")


def test_a_backup_is_itself_a_database_with_its_guards(filled, url, tmp_path):
    backup(url, tmp_path / "copy.db")
    engine = open_engine(sqlite_url(tmp_path / "copy.db"))
    assert schema_problem(engine) is None
    engine.dispose()


def test_a_backup_is_taken_while_somebody_writes(filled, url, tmp_path):
    before = contents(url)
    with writing(filled) as session:
        add_a_volunteer(session, "V-9999")
        backup(url, tmp_path / "copy.db")
    assert contents(sqlite_url(tmp_path / "copy.db")) == before


def test_a_backup_overwrites_nothing(filled, url, tmp_path):
    (tmp_path / "copy.db").write_text("a letter")
    with pytest.raises(Refused, match="is there already"):
        backup(url, tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_text() == "a letter"


def test_one_changed_letter_breaks_the_seal(filled, url, tmp_path):
    backup(url, tmp_path / "copy.db")
    content = (tmp_path / "copy.db").read_bytes()
    (tmp_path / "copy.db").write_bytes(content.replace(b"Asha Example", b"Asha Exemple", 1))
    assert broken(tmp_path / "copy.db")


def test_a_damaged_database_is_not_copied(sqlite_engine, sqlite_file, tmp_path):
    content = bytearray(sqlite_file.read_bytes())
    content[8192:12288] = b"\xff" * 4096
    sqlite_file.write_bytes(content)
    with pytest.raises(DamagedDatabase, match="is damaged"):
        backup(sqlite_url(sqlite_file), tmp_path / "copies" / "copy.db")
    assert list((tmp_path / "copies").iterdir()) == []


def test_the_last_ten_are_kept(filled, url, tmp_path):
    (tmp_path / "letter.db").touch()
    kept = [keep_backup(url, tmp_path, why="before-import") for _ in range(12)]
    left = {file for file in tmp_path.iterdir() if file.name.endswith("-before-import.db")}
    assert left == set(kept[2:])
    assert (tmp_path / "letter.db").exists()


def test_nothing_is_kept_of_a_database_that_holds_nothing(url, tmp_path):
    assert keep_backup(url, tmp_path / "backups") is None
    assert not (tmp_path / "backups").exists()


def test_nothing_is_kept_of_a_database_that_is_not_there(tmp_path):
    assert keep_backup(sqlite_url(tmp_path / "none.db"), tmp_path / "backups") is None
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_said(filled, url, tmp_path):
    (tmp_path / "letter").touch()
    with pytest.raises(CouldNotRun, match="cannot be written"):
        backup(url, tmp_path / "letter" / "copy.db")
