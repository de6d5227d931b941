"""Connections: to a SQLite file or a PostgreSQL server, for reading and for writing."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg  # noqa: F401  # so that a missing driver is found when the program starts, not at the first page
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DisconnectionError, InvalidRequestError
from sqlmodel import Session

from bccc_dash.domain.errors import CouldNotRun
from bccc_dash.store import faults
from bccc_dash.store.revision import bump
from bccc_dash.store.shadows import hide
from bccc_dash.store.withheld import NOTHING, Withheld

WRITERS = 0x42434343  # the number of the lock that PostgreSQL's writers take in turn
WAIT_SECONDS = 5
WITHHELD = "withheld"
PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA recursive_triggers=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA secure_delete=ON",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA cache_size=-65536",
    "PRAGMA mmap_size=268435456",
)
POSTGRESQL = {"connect_timeout": 10, "options": "-c TimeZone=UTC -c lock_timeout=30000"}
READING = {"bccc_begin": "BEGIN", "postgresql_readonly": True}
WRITING = {"bccc_begin": "BEGIN IMMEDIATE"}


def open_engine(url: str, *, wait_seconds: int = WAIT_SECONDS) -> Engine:
    """Connections to the database at `url`. Nothing is opened yet, and an absent file is not created.

    Raises: CouldNotRun, now (an address that is none) or at the first use (unreachable, locked, damaged, full).
    """
    parsed = parse(url)
    engine = _sqlite(parsed, wait_seconds) if is_sqlite(parsed) else _postgresql(parsed)
    event.listen(engine, "handle_error", faults.translate, retval=True)
    return engine


@contextmanager
def reading(engine: Engine, *, without: Withheld = NOTHING) -> Iterator[Session]:
    """A session that sees one unchanging state of the database, and never commits.

    Bounds: what is withheld is not there for it. Such a session is one transaction long: after a rollback it refuses.
    """
    options = READING if engine.dialect.name == "sqlite" else READING | {"isolation_level": "REPEATABLE READ"}
    if without.is_nothing:
        with Session(engine.execution_options(**options)) as session:
            yield session
        return
    # Views cannot be made in a transaction that began read-only: `hide` makes it so once they are there.
    writable = engine.execution_options(**options | {"postgresql_readonly": False})
    with Session(writable, autobegin=False, info={WITHHELD: without}) as session:
        event.listen(session, "before_commit", _never_commits)
        session.begin()
        hide(session.connection(), without)
        yield session


def withheld_from(session: Session) -> Withheld:
    """Return what is withheld from whoever reads in this session."""
    withheld: Withheld = session.info.get(WITHHELD, NOTHING)
    return withheld


def _never_commits(_: Any) -> None:
    """Raise: a commit would leave the views to whoever has the connection next."""
    raise InvalidRequestError("A reading does not commit.")


@contextmanager
def writing(engine: Engine, *, changes_records: bool = True) -> Iterator[Session]:
    """A session that writes, one at a time: committed at the end, rolled back on any error.

    `changes_records` is False for a write that no screen shows, such as the audit row of a view: the
    revision stays, and so does what is cached by it.
    """
    with Session(engine.execution_options(**WRITING)) as session:
        take_turn(session.connection())
        yield session
        if changes_records:
            bump(session)
        session.commit()


def take_turn(connection: Connection) -> None:
    """Wait for the other writers. SQLite has done so in BEGIN IMMEDIATE."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITERS})")


def parse(url: str) -> URL:
    """The address, taken apart.

    Raises: CouldNotRun where it is no address, or of a database that is not known here.
    """
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        parsed = None
    if parsed is None or parsed.drivername not in ("sqlite", "postgresql", "postgresql+psycopg") or not parsed.database:
        raise CouldNotRun(
            "The address of the database is not one: write sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME "
            "in BCCC_DATABASE_URL."
        )
    return parsed


def is_sqlite(url: URL) -> bool:
    """Whether the database is a SQLite file."""
    return url.get_backend_name() == "sqlite"


def connect_sqlite(path: Path, *, mode: str, wait_seconds: int = WAIT_SECONDS) -> sqlite3.Connection:
    """A plain connection to a SQLite file: `mode` is ro, rw, or rwc, which creates it."""
    address = f"{path.resolve().as_uri()}?mode={mode}"
    return sqlite3.connect(address, uri=True, timeout=wait_seconds, isolation_level=None, check_same_thread=False)


def _sqlite(url: URL, wait_seconds: int) -> Engine:
    path = Path(url.database or "")
    engine = create_engine(
        url,
        creator=lambda: connect_sqlite(path, mode="rw", wait_seconds=wait_seconds),
        pool_size=8,
        hide_parameters=True,
    )
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "connect", lambda _, record: record.info.update(file=_file_at(path)))
    event.listen(engine, "checkout", lambda _, record, __: _check_same_file(record.info.get("file"), path))
    event.listen(engine, "begin", _begin)
    event.listen(engine.pool, "reset", _end)
    return engine


def _postgresql(url: URL) -> Engine:
    return create_engine(
        url.set(drivername="postgresql+psycopg"), hide_parameters=True, pool_pre_ping=True, connect_args=POSTGRESQL
    )


def _set_up(connection: Any, _: Any) -> None:
    """Every new connection keeps the rules that make the file safe."""
    for pragma in PRAGMAS:
        connection.execute(pragma)


def _file_at(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _check_same_file(opened: tuple[int, int] | None, path: Path) -> None:
    """Raise, so that the pool connects anew, where another file has taken the place of the one that was opened."""
    if opened != _file_at(path):
        raise DisconnectionError


def _end(connection: Any, *_: Any) -> None:
    """A refused COMMIT leaves SQLite's transaction open, where SQLAlchemy takes it for ended."""
    connection.rollback()


def _begin(connection: Connection) -> None:
    """SQLite's transactions begin in words: Python's driver would leave the schema's changes outside them."""
    connection.exec_driver_sql(connection.get_execution_options().get("bccc_begin", "BEGIN"))
