"""Copies of the database: whole, checked and sealed SQLite files, of either kind of database."""

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection, MetaData

from bccc_dash import clock
from bccc_dash.domain.errors import CouldNotRun, Refused
from bccc_dash.settings import sqlite_url
from bccc_dash.store import triggers, upgrade
from bccc_dash.store.engine import READING, connect_sqlite, is_sqlite, open_engine, parse
from bccc_dash.store.faults import SQLITE_SAYS, DamagedDatabase, could_not_run
from bccc_dash.store.rows import CALENDAR, replace_rows
from bccc_dash.store.seal import seal

SNAPSHOT = READING | {"isolation_level": "REPEATABLE READ"}
STAMP = "%Y%m%dT%H%M%S%fZ"
PART = ".part"
STALE_SECONDS = 24 * 60 * 60


def backup(url: str, path: Path) -> None:
    """Write a copy of the database to `path`, while others go on reading and writing it.

    The file appears whole and checked, or not at all.
    Raises: Refused (`path` exists); CouldNotRun (the database cannot be read or is damaged, no room).
    """
    if path.exists():
        raise Refused(f"{path} is there already: name a new file, so that no backup is overwritten.")
    with part_file(path) as part:
        _copy(url, part)
        _check_and_seal(part, name=str(parse(url).database))
        flush_to_disk(part)
        part.replace(path)
        flush_to_disk(path.parent)


def keep_backup(url: str, folder: Path, keep: int = 10, why: str = "before-import") -> Path | None:
    """Add a copy of the database to `folder`, of which the last `keep` stay; None where it holds nothing yet.

    Raises: CouldNotRun (the database cannot be read or is damaged, no room).
    """
    if _holds_nothing(url):
        return None
    name = Path(parse(url).database or "").stem
    path = folder / f"{name}-{clock.now().strftime(STAMP)}-{why}.db"
    backup(url, path)
    kept = re.compile(re.escape(name) + r"-\d{8}T\d{12}Z-before-[a-z]+\.db")
    for old in sorted(found for found in folder.iterdir() if kept.fullmatch(found.name))[:-keep]:
        old.unlink(missing_ok=True)
    return path


@contextmanager
def part_file(path: Path) -> Iterator[Path]:
    """An empty file beside `path` to write into, gone at the end, that nobody else may read.

    Raises: CouldNotRun for whatever the disk refuses inside the block.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}{PART}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _clear_away(path.parent)
        os.close(os.open(part, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600))
        yield part
    except sqlite3.Error as fault:
        raise could_not_run(fault, parse(sqlite_url(path))) or fault from fault
    except OSError as fault:
        raise CouldNotRun(
            f"{path} cannot be written ({fault.strerror or fault}): see that the disk has room and that "
            "the folder may be written to."
        ) from fault
    finally:
        for file in (part, *(part.with_name(part.name + more) for more in ("-journal", "-wal", "-shm"))):
            with suppress(OSError):  # what refused the file has been said already
                file.unlink(missing_ok=True)


def copy_sqlite(source: Path, target: Path) -> None:
    """Copy a SQLite database, what its log still holds included, into an empty file."""
    with closing(connect_sqlite(source, mode="ro")) as reader, closing(connect_sqlite(target, mode="rw")) as writer:
        reader.backup(writer)


def faults_in(connection: sqlite3.Connection) -> str | None:
    """What is wrong inside a database file; None where nothing is."""
    found = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if found != "ok":
        return str(found)
    link = connection.execute("PRAGMA foreign_key_check").fetchone()
    return f"a row of {link[0]} points at a row of {link[2]} that is not there" if link else None


def flush_to_disk(path: Path) -> None:
    """Wait until the disk has the file, or the folder's list of files."""
    if os.name == "nt" and path.is_dir():
        return  # Windows cannot open a folder; its renames are journalled
    number = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _copy(url: str, part: Path) -> None:
    parsed = parse(url)
    if not is_sqlite(parsed):
        _copy_postgresql(url, part)
        return
    try:
        copy_sqlite(Path(parsed.database or ""), part)
    except sqlite3.Error as fault:
        raise could_not_run(fault, parsed) or fault from fault


def _copy_postgresql(url: str, part: Path) -> None:
    """The same rows, at the same step of the schema, in a SQLite file."""
    engine = open_engine(url)
    try:
        with engine.execution_options(**SNAPSHOT).connect() as source, upgrade.moving(sqlite_url(part)) as target:
            _copy_rows(source, target)
    finally:
        engine.dispose()


def _copy_rows(source: Connection, target: Connection) -> None:
    there = upgrade.step(source)
    latest = there == upgrade.latest_step()
    upgrade.move(target, to=str(there))
    triggers.take_off(target)
    known = MetaData()
    left_out = ("alembic_version", CALENDAR) if latest else ("alembic_version",)
    known.reflect(source, only=lambda name, _: name not in left_out)
    replace_rows(known.sorted_tables, source=source, target=target)
    if latest:
        triggers.put_on(target)


def _check_and_seal(part: Path, *, name: str) -> None:
    connection = connect_sqlite(part, mode="rw")
    try:
        if faults_in(connection):
            raise DamagedDatabase(SQLITE_SAYS[sqlite3.SQLITE_CORRUPT].format(name=name))
        seal(part, connection)
    finally:
        connection.close()


def _holds_nothing(url: str) -> bool:
    """Whether nothing was ever written to the database; a damaged one holds something."""
    parsed = parse(url)
    if is_sqlite(parsed) and not Path(parsed.database or "").exists():
        return True
    engine = open_engine(url)
    try:
        with engine.connect() as connection:
            if upgrade.check_not_beyond(connection) is upgrade.Standing.EMPTY:
                return True
            return connection.exec_driver_sql("SELECT number FROM revision").scalar() == 0
    finally:
        engine.dispose()


def _clear_away(folder: Path) -> None:
    """Remove what a killed backup left behind, a day after: it holds people's records."""
    now = clock.now().timestamp()
    for left in folder.glob(f".*{PART}*"):
        with suppress(OSError):  # another process may have cleared it away first
            if now - left.stat().st_mtime > STALE_SECONDS:
                left.unlink()
