"""Putting a backup in the database's place: all of it or none, and keeping what was there."""

import os
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, inspect, update
from sqlalchemy.exc import DataError, IntegrityError
from sqlmodel import Session, col

from bccc_dash import clock
from bccc_dash.domain.errors import CouldNotRun, Refused
from bccc_dash.domain.sign_in import SessionEnd
from bccc_dash.settings import sqlite_url
from bccc_dash.store import audit, spans, triggers, upgrade
from bccc_dash.store.backup import STAMP, copy_sqlite, faults_in, flush_to_disk, keep_backup, part_file
from bccc_dash.store.engine import connect_sqlite, is_sqlite, open_engine, parse
from bccc_dash.store.faults import DAMAGED, PRIMARY_CODE, DamagedDatabase
from bccc_dash.store.revision import revision
from bccc_dash.store.rows import record_tables, replace_rows
from bccc_dash.store.schema import bring_up_to_date
from bccc_dash.store.seal import is_broken
from bccc_dash.store.tables import OneTimeLinkRow, RevisionRow, SignInSessionRow
from bccc_dash.store.upgrade import Standing

WHY = "before-restore"
ACTOR = "command line"
IS_DAMAGED = "{path} is damaged, so nothing was restored: choose another backup."
IS_NO_BACKUP = "{path} is not a backup of BCCC Dash, so nothing was restored: choose a file that `backup` wrote."
IS_NEWER = (
    "{path} was made by a newer version of BCCC Dash, so nothing was restored: install that version, "
    "or choose an older backup."
)


def restore(url: str, path: Path, *, backups: Path) -> Path | None:
    """Let the database hold what the backup at `path` holds; return the copy of what it held before, if anything.

    Others may have the database open: they see the old records or the new ones, never a mixture.
    Raises: Refused (no such file, damaged, not ours, newer); CouldNotRun (the database or the disk).
    """
    if not path.is_file():
        raise Refused(f"There is no file {path}: give the path of a backup.")
    beside = Path(parse(url).database or "") if is_sqlite(parse(url)) else backups / "restored.db"
    with part_file(beside) as part:
        _bring_up(path, part)
        try:
            bring_up_to_date(url, backups=backups)
            return _replace(url, part, backups=backups, path=path)
        except DamagedDatabase:
            if not is_sqlite(parse(url)):
                raise
            return _set_aside(beside, part)


def _bring_up(path: Path, part: Path) -> None:
    """Copy the backup, check the copy, and bring it to this program's schema.

    Raises: Refused (damaged, not ours, newer).
    """
    try:
        with closing(connect_sqlite(path, mode="ro")) as connection:
            broken = is_broken(path, connection)
        copy_sqlite(path, part)
        with closing(connect_sqlite(part, mode="rw")) as connection:
            broken = broken or faults_in(connection) is not None
            connection.execute("DROP TABLE IF EXISTS backup_seal")
    except sqlite3.DatabaseError as fault:
        raise _said_of(path, fault) or fault from fault
    if broken:
        raise Refused(IS_DAMAGED.format(path=path))
    with upgrade.moving(sqlite_url(part)) as connection:
        _check_ours(path, connection)
        upgrade.move(connection)
        _check_whole(path, connection)
        with Session(connection) as session:
            spans.refresh_all(session)
            session.flush()


def _said_of(path: Path, fault: sqlite3.DatabaseError) -> Refused | None:
    code = getattr(fault, "sqlite_errorcode", 0) & PRIMARY_CODE
    if code not in DAMAGED:
        return None
    begins = path.read_bytes()[:6] if code == sqlite3.SQLITE_NOTADB else b"SQLite"
    return Refused((IS_DAMAGED if begins == b"SQLite" else IS_NO_BACKUP).format(path=path))


def _check_ours(path: Path, connection: Connection) -> None:
    found = upgrade.standing(connection)
    if found is Standing.NEWER:
        raise Refused(IS_NEWER.format(path=path))
    if found in (Standing.EMPTY, Standing.FOREIGN):
        raise Refused(IS_NO_BACKUP.format(path=path))


def _check_whole(path: Path, connection: Connection) -> None:
    """Raise unless every table of ours is there with its columns: a copy made by hand may lack some."""
    seen = inspect(connection)
    there = set(seen.get_table_names())
    for table in record_tables():
        columns = {column["name"] for column in seen.get_columns(table.name)} if table.name in there else set()
        if not columns >= set(table.c.keys()):
            raise Refused(IS_DAMAGED.format(path=path))


def _replace(url: str, part: Path, *, backups: Path, path: Path) -> Path | None:
    """Exchange the rows in one transaction. It holds off writers before the copy is made, so none is lost."""
    new = open_engine(sqlite_url(part))
    try:
        with new.connect() as source, upgrade.moving(url) as target:
            kept = keep_backup(url, backups, why=WHY)
            with Session(target) as session:
                before = revision(session)
            triggers.take_off(target)
            replace_rows(record_tables(), source=source, target=target)
            triggers.put_on(target)
            _sign(target, before=before)
        return kept
    except (DataError, IntegrityError, ValueError) as fault:  # a row that no table of ours can hold
        raise Refused(IS_DAMAGED.format(path=path)) from fault
    finally:
        new.dispose()


def _sign(target: Connection, *, before: int) -> None:
    """Count on from both revisions, so that no screen takes old for new, and say in the audit that it was done."""
    with Session(target) as session:
        number = max(before, revision(session)) + 1
        session.execute(update(RevisionRow).values(number=number))
        at = clock.now()
        _shut_doors(session, at)
        audit.record(session, actor=ACTOR, action="RESTORE", subject="database", fields=(), at=at)
        session.flush()


def _shut_doors(session: Session, at: datetime) -> None:
    """End the sessions and links that the backup brings back: some had been ended since it was made."""
    sessions, links = col(SignInSessionRow.ended_at), col(OneTimeLinkRow.used_at)
    session.execute(
        update(SignInSessionRow).where(sessions.is_(None)).values(ended_at=at, end_reason=SessionEnd.RESTORED)
    )
    session.execute(update(OneTimeLinkRow).where(links.is_(None)).values(used_at=at))


def _set_aside(file: Path, part: Path) -> Path:
    """Put the restored copy where a damaged file was, which stays beside it; its log goes first, lest the new
    file take that for its own."""
    with upgrade.moving(sqlite_url(part)) as target:
        _sign(target, before=0)
    with closing(connect_sqlite(part, mode="rw")) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
    flush_to_disk(part)
    aside = file.with_name(f"{file.stem}-{clock.now().strftime(STAMP)}-damaged.db")
    try:
        os.link(file, aside)
        for more in ("-wal", "-shm"):
            if (log := file.with_name(file.name + more)).exists():
                log.rename(aside.with_name(aside.name + more))
        part.replace(file)
    except OSError as fault:
        raise CouldNotRun(f"{file} cannot be replaced ({fault.strerror}): close what has it open.") from fault
    flush_to_disk(file.parent)
    return aside
