"""Whether the database is set up as this program needs it, and setting it up."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine
from sqlmodel import Session

from bccc_dash.domain.errors import CouldNotRun
from bccc_dash.store import suspects, triggers
from bccc_dash.store.backup import keep_backup
from bccc_dash.store.engine import is_sqlite, open_engine, parse
from bccc_dash.store.faults import name_of
from bccc_dash.store.tables import SuspectRow
from bccc_dash.store.upgrade import (
    SENTENCES,
    Standing,
    check_not_beyond,
    latest_step,
    move,
    moving,
    standing,
)

UNGUARDED = (
    "The guards that keep history in {name} are missing: somebody changed the database by hand. "
    "Restore a backup with `python -m bccc_dash restore PATH`."
)
NO_FILE = "There is no database at {name} yet: run `python -m bccc_dash migrate`, or import a workbook."


def prepare(url: str, *, backups: Path) -> None:
    """Bring the database to this program's schema: made where it is absent or empty, backed up and then moved
    where it is older. Two that start at once wait for each other; one that is killed leaves it as it was.

    Raises: CouldNotRun (newer, another program's, unreachable, locked, damaged, no room, guards missing).
    """
    bring_up_to_date(url, backups=backups)
    with _connected(url) as connection:
        if triggers.missing(connection):
            raise CouldNotRun(UNGUARDED.format(name=name_of(connection.engine.url)))


def bring_up_to_date(url: str, *, backups: Path) -> None:
    """Do what `prepare` does, but do not look for the guards of history: a restore puts them on again.

    Raises: CouldNotRun (newer, another program's, unreachable, locked, damaged, no room).
    """
    make_file(url)
    with _connected(url) as connection:
        if check_not_beyond(connection) is Standing.CURRENT:
            return
    keep_backup(url, backups, why="before-migration")
    with moving(url) as connection:
        found = standing(connection)
        if found is not Standing.CURRENT:
            move(connection)
        if found is Standing.OLDER:
            _look_for_suspects(connection)


def _look_for_suspects(connection: Connection) -> None:
    """Look anew for the records that may break a rule: the step may be the first that keeps them, or say anew what one
    is."""
    with Session(connection) as session:
        suspects.refresh(session)
        session.flush()
    connection.exec_driver_sql(f"ANALYZE {SuspectRow.__tablename__}")


def schema_problem(engine: Engine) -> str | None:
    """What keeps the database from being used, in a sentence; None where nothing does.

    Every visit asks this: in one question where nothing is wrong.
    """
    name = name_of(engine.url)
    if is_sqlite(engine.url) and not Path(engine.url.database or "").exists():
        return NO_FILE.format(name=name)
    try:
        with engine.connect() as connection:
            unguarded, step = triggers.missing_and_step(connection)
            if unguarded or step != latest_step():
                found = standing(connection)
                return (UNGUARDED if found is Standing.CURRENT else SENTENCES[found]).format(name=name)
            return None
    except CouldNotRun as fault:
        return str(fault)


def make_file(url: str) -> None:
    """Make the file of a SQLite database, and its folder, where they are absent; nobody else may read it.

    Raises: CouldNotRun where they cannot be made.
    """
    parsed = parse(url)
    path = Path(parsed.database or "")
    if not is_sqlite(parsed) or path.exists():
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
    except OSError as fault:
        raise CouldNotRun(f"{path} cannot be made ({fault.strerror}): its folder must be writable.") from fault


@contextmanager
def _connected(url: str) -> Iterator[Connection]:
    engine = open_engine(url)
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()
