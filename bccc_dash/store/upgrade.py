"""Moving the schema: what step a database stands at, and the steps from there, all in one transaction."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Column, Connection, Engine, Table, delete, event, func, insert, inspect, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateIndex
from sqlmodel import SQLModel

from bccc_dash import calendar
from bccc_dash.domain.errors import CouldNotRun
from bccc_dash.domain.stages import DEFAULT_REQUIREMENTS, DEFAULT_STAGES, DefaultRequirement, DefaultStage
from bccc_dash.store import triggers
from bccc_dash.store.engine import WRITING, open_engine, take_turn
from bccc_dash.store.faults import name_of
from bccc_dash.store.rows import CALENDAR

MIGRATIONS = Path(__file__).parent / "migrations"
WAIT_SECONDS = 60
LATEST = "head"


class Standing(StrEnum):
    """Where a database stands against this program."""

    EMPTY = "empty"
    OLDER = "older"
    CURRENT = "current"
    NEWER = "newer"
    FOREIGN = "foreign"


SENTENCES = {
    Standing.EMPTY: "{name} holds no records yet: run `python -m bccc_dash migrate`, or import a workbook.",
    Standing.OLDER: "{name} was made by an older version of BCCC Dash: run `python -m bccc_dash migrate`, which "
    "makes a backup first.",
    Standing.NEWER: "{name} was made by a newer version of BCCC Dash: install that version.",
    Standing.FOREIGN: "{name} holds tables that are not BCCC Dash's: name another database in BCCC_DATABASE_URL.",
}


def standing(connection: Connection) -> Standing:
    """Where the database stands."""
    found = step(connection)
    if found is None:
        return Standing.FOREIGN if inspect(connection).get_table_names() else Standing.EMPTY
    if found == latest_step():
        return Standing.CURRENT
    return Standing.OLDER if found in _steps() else Standing.NEWER


def step(connection: Connection) -> str | None:
    """The step at which the database stands; None where it never took one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return last_step(connection)


def last_step(connection: Connection) -> str | None:
    """The step that was taken last; None where none is written down.

    Raises: CouldNotRun where the database keeps no account of its steps.
    """
    found: str | None = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    return found


@contextmanager
def moving(url: str) -> Iterator[Connection]:
    """One transaction, alone, in which the schema may move: committed at the end, or nothing has happened."""
    engine = _moving_engine(url)
    try:
        with engine.execution_options(**WRITING).begin() as connection:
            take_turn(connection)
            yield connection
            _check_links(connection)
    finally:
        engine.dispose()


def move(connection: Connection, *, to: str = LATEST) -> None:
    """Take the steps up to `to`; after the latest one put the guards on and fill the fixed tables.

    Raises: CouldNotRun where the database is newer than this program, or another program's.
    """
    check_not_beyond(connection)
    triggers.take_off(connection)
    settings = _config()
    settings.attributes["connection"] = connection
    with warnings.catch_warnings():  # SQLite's indexes on an expression, which are made again below
        warnings.filterwarnings("ignore", "Skipped unsupported reflection of expression-based index")
        command.upgrade(settings, to)
    if step(connection) == latest_step():
        _index_expressions(connection)
        triggers.put_on(connection)
        _fill(connection)


def check_not_beyond(connection: Connection) -> Standing:
    """Where the database stands, at most at the latest step.

    Raises: CouldNotRun where the database is newer than this program, or another program's.
    """
    found = standing(connection)
    if found in (Standing.NEWER, Standing.FOREIGN):
        raise CouldNotRun(SENTENCES[found].format(name=name_of(connection.engine.url)))
    return found


def latest_step() -> str:
    """The step at which this program's databases stand."""
    return _steps()[0]


@cache
def _steps() -> tuple[str, ...]:
    """Every step, latest first."""
    return tuple(script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions())


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config


def _moving_engine(url: str) -> Engine:
    """Links are not enforced while tables are rebuilt, but all of them are checked before the commit."""
    engine = open_engine(url, wait_seconds=WAIT_SECONDS)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _leave_links)
    return engine


def _leave_links(connection: Any, _: Any) -> None:
    connection.execute("PRAGMA foreign_keys=OFF")


def _check_links(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        return
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if broken is not None:
        raise CouldNotRun(
            f"{name_of(connection.engine.url)} was left as it was: a row of {broken[0]} points at a row of "
            f"{broken[2]} that is not there. Restore a backup with `python -m bccc_dash restore PATH`."
        )


def _index_expressions(connection: Connection) -> None:
    """Make the indexes on an expression that are not there: rebuilding a table on SQLite loses them."""
    indexes = (index for table in SQLModel.metadata.tables.values() for index in table.indexes)
    for index in indexes:
        if not all(isinstance(part, Column) for part in index.expressions):
            connection.execute(CreateIndex(index, if_not_exists=True))


def _fill(connection: Connection) -> None:
    """The fixed rows: the calendar anew, and whatever stage or requirement is not there yet."""
    known = SQLModel.metadata.tables
    _fill_calendar(connection, known[CALENDAR])
    _add_absent(connection, "recruitment_stages", [_row(stage) for stage in DEFAULT_STAGES])
    _add_absent(connection, "requirements", [_row(requirement) for requirement in DEFAULT_REQUIREMENTS])
    if not connection.execute(select(func.count()).select_from(known["revision"])).scalar():
        connection.execute(insert(known["revision"]), {"id": 1, "number": 0})


def _fill_calendar(connection: Connection, table: Table) -> None:
    """Write the calendar anew where it is not what this program counts."""
    days = calendar.ordinals(calendar.FIRST_DAY, calendar.LAST_DAY)
    counted = (len(days), sum(count for _, count in days))
    found = connection.execute(select(func.count(), func.sum(table.c.ordinal)).select_from(table)).one()
    if tuple(found) != counted:
        connection.execute(delete(table))
        connection.execute(insert(table), [{"day": day, "ordinal": count} for day, count in days])


def _row(default: DefaultStage | DefaultRequirement) -> dict[str, Any]:
    return {field.name: getattr(default, field.name) for field in fields(default)}


def _add_absent(connection: Connection, table: str, rows: list[dict[str, Any]]) -> None:
    make = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    connection.execute(make(SQLModel.metadata.tables[table]).on_conflict_do_nothing(), rows)
