"""Every migration goes up from the data of each release before it: tests/store/released/STEP.json, never changed."""

import json
from pathlib import Path

import pytest
from sqlmodel import SQLModel, text

from bccc_dash.settings import sqlite_url
from bccc_dash.store import audit, triggers, upgrade
from bccc_dash.store.backup import backup
from bccc_dash.store.engine import open_engine, reading
from bccc_dash.store.restore import restore
from bccc_dash.store.schema import make_file, prepare, schema_problem
from tests.store.test_backup import contents

pytestmark = pytest.mark.sqlite_first

RELEASED = sorted((Path(__file__).parent / "released").glob("*.json"))
FILLED_BY_THE_PROGRAM = {"working_days", "recruitment_stages", "requirements"}
ALWAYS_EMPTY = {"removal_gate"}


def released_database(file: Path, url: str) -> dict[str, int]:
    """A database as that release left it; how many rows each table holds."""
    rows_of = json.loads(file.read_text())
    make_file(url)
    with upgrade.moving(url) as connection:
        upgrade.move(connection, to=file.stem)
        triggers.take_off(connection)
        connection.execute(text("DELETE FROM revision"))
        for table, rows in rows_of.items():
            for row in rows:
                names = ", ".join(row)
                values = ", ".join(f":{name}" for name in row)
                connection.execute(text(f"INSERT INTO {table} ({names}) VALUES ({values})"), row)
        if file.stem == upgrade.latest_step():
            triggers.put_on(connection)
    return {table: len(rows) for table, rows in rows_of.items()}


@pytest.fixture(params=["sqlite", "postgresql"])
def bare(request, tmp_path):
    if request.param == "sqlite":
        return sqlite_url(tmp_path / "bare.db")
    return request.getfixturevalue("empty_postgres_url")


@pytest.mark.parametrize("file", RELEASED, ids=lambda file: file.stem)
def test_the_data_of_a_release_goes_up_whole(bare, file, tmp_path):
    before = released_database(file, bare)
    prepare(bare, backups=tmp_path / "backups")
    after = contents(bare)
    assert {table: len(after[table]) for table in before} == before
    engine = open_engine(bare)
    assert schema_problem(engine) is None
    with reading(engine) as session:
        assert audit.verify_chain(session) is None
    engine.dispose()


@pytest.mark.parametrize("file", RELEASED, ids=lambda file: file.stem)
def test_a_database_that_goes_up_has_its_suspects_looked_for(bare, file, tmp_path):
    released_database(file, bare)
    prepare(bare, backups=tmp_path / "backups")

    after = contents(bare)["suspects"]
    assert after == [("I2", "checks", 2, 1), ("I3", "checks", 2, 1), ("I7", "decisions", 5, 3)]


def test_the_latest_release_has_a_row_of_everything(tmp_path):
    held = {table for table, rows in json.loads(RELEASED[-1].read_text()).items() if rows}
    assert held == set(SQLModel.metadata.tables) - FILLED_BY_THE_PROGRAM - ALWAYS_EMPTY


def test_a_row_of_everything_goes_through_backup_and_restore(bare, url, tmp_path):
    released_database(RELEASED[-1], bare)
    prepare(bare, backups=tmp_path / "backups")
    backup(bare, tmp_path / "copy.db")
    restore(url, tmp_path / "copy.db", backups=tmp_path / "backups")
    there, here = contents(bare), contents(url)
    for signed in ("audit_events", "revision"):
        there.pop(signed), here.pop(signed)
    assert here == there
