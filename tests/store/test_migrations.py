"""The schema that migrations make is the schema of the tables."""

import re
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import CheckConstraint, Connection, Table, create_engine, func, inspect, select
from sqlmodel import SQLModel

from bccc_dash.store import triggers
from bccc_dash.store.upgrade import Standing, latest_step, standing

# Said of SQLite, whose indexes test_on_sqlite_they_agree_to_the_word compares itself.
pytestmark = [
    pytest.mark.filterwarnings("ignore:autogenerate skipping metadata-specified expression-based index:UserWarning"),
    pytest.mark.filterwarnings("ignore:Skipped unsupported reflection of expression-based index"),
]


def checks_of(table: Table) -> set[str]:
    return {str(check.name) for check in table.constraints if isinstance(check, CheckConstraint)}


def made_from_tables(tmp_path: Path) -> dict[str, list[str]]:
    """What SQLite keeps of a database that the tables themselves made."""
    other = create_engine(f"sqlite:///{tmp_path / 'other.db'}")
    SQLModel.metadata.create_all(other)
    with other.connect() as connection:
        found = kept_words(connection)
    other.dispose()
    return found


def kept_words(connection: Connection) -> dict[str, list[str]]:
    """Each table and index with the words of its making, in no order."""
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type IN ('table', 'index')")
    return {name: sorted(re.split(r"[\s,()]+", sql.replace('"', ""))) for name, sql in rows if sql}


def test_migrated_and_declared_schema_agree(engine):
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, SQLModel.metadata) == []


def test_on_sqlite_they_agree_to_the_word(sqlite_engine, tmp_path):
    with sqlite_engine.connect() as connection:
        migrated = kept_words(connection)
    migrated.pop("alembic_version")
    assert migrated == made_from_tables(tmp_path)


def test_every_check_is_there(engine):
    declared = SQLModel.metadata.tables
    found = {table: {check["name"] for check in inspect(engine).get_check_constraints(table)} for table in declared}
    assert found == {name: checks_of(table) for name, table in declared.items()}


def test_every_table_is_strict_on_sqlite(sqlite_engine):
    with sqlite_engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'")
        loose = {name for name, strict in rows if not strict and not name.startswith("sqlite_")}
    assert loose == {"alembic_version"}


def test_every_guard_is_there(engine):
    with engine.connect() as connection:
        assert triggers.missing(connection) == []


def test_a_fresh_database_stands_at_the_latest_step(engine):
    with engine.connect() as connection:
        assert standing(connection) is Standing.CURRENT
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == latest_step()


@pytest.mark.parametrize(
    ("table", "rows"), [("working_days", 16802), ("recruitment_stages", 10), ("requirements", 8), ("revision", 1)]
)
def test_the_fixed_tables_are_filled(engine, table, rows):
    with engine.connect() as connection:
        assert connection.execute(select(func.count()).select_from(SQLModel.metadata.tables[table])).scalar() == rows
