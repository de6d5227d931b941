"""Setting a database up: absent, empty, older, newer, another program's; and two that start at once."""

import os
from pathlib import Path

import pytest
from sqlalchemy import inspect
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, text

from bccc_dash.domain.errors import CouldNotRun
from bccc_dash.settings import sqlite_url
from bccc_dash.store import spans, triggers, upgrade
from bccc_dash.store.engine import open_engine, reading, writing
from bccc_dash.store.restore import restore
from bccc_dash.store.schema import prepare, schema_problem
from tests.store.deeds import begin, know_one_step_more
from tests.store.test_backup import contents

pytestmark = pytest.mark.sqlite_first

BARE = ["sqlite", "postgresql"]


def bare_url(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database that nobody has set up."""
    return (
        sqlite_url(tmp_path / "new" / "bccc.db") if kind == "sqlite" else request.getfixturevalue("empty_postgres_url")
    )


def run_sql(url: str, *statements: str) -> None:
    engine = open_engine(url)
    try:
        with Session(engine) as session:
            for statement in statements:
                session.execute(text(statement))
            session.commit()
    finally:
        engine.dispose()


def problem(url: str) -> str | None:
    engine = open_engine(url)
    found = schema_problem(engine)
    engine.dispose()
    return found


@pytest.fixture
def one_step_more(tmp_path, monkeypatch):
    """Call it to become a later version of the program, by one step."""
    yield lambda: (monkeypatch.setattr(upgrade, "_config", upgrade._config), know_one_step_more(tmp_path / "versions"))
    monkeypatch.undo()
    upgrade._steps.cache_clear()


@pytest.mark.parametrize("kind", BARE)
def test_a_database_that_is_absent_or_empty_is_set_up(kind, request, tmp_path):
    url = bare_url(kind, request, tmp_path)
    assert "run `python -m bccc_dash migrate`" in str(problem(url))
    prepare(url, backups=tmp_path / "backups")
    assert problem(url) is None
    assert not (tmp_path / "backups").exists()


def test_preparing_twice_changes_nothing(filled, url, tmp_path):
    before = contents(url)
    prepare(url, backups=tmp_path / "backups")
    assert contents(url) == before
    assert not (tmp_path / "backups").exists()


def test_an_older_database_is_backed_up_then_moved_with_all_its_rows(filled, url, tmp_path, one_step_more):
    with writing(filled) as session:
        spans.refresh(session)
    before = contents(url)
    filled.dispose()
    one_step_more()
    assert "older version" in str(problem(url))
    prepare(url, backups=tmp_path / "backups")
    assert problem(url) is None
    assert contents(url) == before
    assert "shirt" in {column["name"] for column in inspect(filled).get_columns("volunteers")}
    kept = list((tmp_path / "backups").iterdir())
    assert len(kept) == 1
    assert contents(sqlite_url(kept[0])) == before


def test_guards_and_indexes_are_there_after_a_table_was_built_anew(filled, url, tmp_path, one_step_more):
    one_step_more()
    prepare(url, backups=tmp_path / "backups")
    with reading(filled) as session:
        assert triggers.missing(session.connection()) == []
    with pytest.raises(IntegrityError):
        run_sql(url, "INSERT INTO records (kind, ref) VALUES ('VOLUNTEER', 'v-0000')")


def test_an_older_backup_is_moved_when_it_is_put_back(filled, url, tmp_path, one_step_more):
    before = contents(url)
    one_step_more()
    prepare(url, backups=tmp_path / "backups")
    older = next((tmp_path / "backups").iterdir())
    restore(url, older, backups=tmp_path / "backups")
    assert problem(url) is None
    assert contents(url)["volunteers"] == before["volunteers"]


def test_a_newer_database_is_refused(url, tmp_path):
    run_sql(url, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(CouldNotRun, match="newer version"):
        prepare(url, backups=tmp_path)
    assert "newer version" in str(problem(url))


@pytest.mark.parametrize("kind", BARE)
def test_another_programs_database_is_refused(kind, request, tmp_path):
    url = bare_url(kind, request, tmp_path)
    if kind == "sqlite":
        (tmp_path / "new").mkdir()
        (tmp_path / "new" / "bccc.db").touch()
    run_sql(url, "CREATE TABLE recipes (id INTEGER)")
    with pytest.raises(CouldNotRun, match="tables that are not BCCC Dash's"):
        prepare(url, backups=tmp_path)


@pytest.mark.parametrize("kind", BARE)
def test_three_that_start_at_once_set_it_up_once(kind, request, tmp_path):
    url = bare_url(kind, request, tmp_path)
    faults = [tmp_path / name for name in ("first", "second", "third")]
    started = [begin(lambda: prepare(url, backups=tmp_path), fault) for fault in faults]
    ends = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in started]
    assert ends == [0, 0, 0], [fault.read_text() for fault in faults if fault.exists()]
    assert problem(url) is None


def test_nothing_makes_a_database_but_preparing_it(tmp_path):
    engine = open_engine(sqlite_url(tmp_path / "none.db"))
    assert "There is no database" in str(schema_problem(engine))
    assert list(tmp_path.iterdir()) == []
    engine.dispose()
