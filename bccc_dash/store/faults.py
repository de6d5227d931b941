"""What a database says when it cannot go on, in one plain sentence. No password is ever in it."""

import sqlite3
from typing import Any

import psycopg
from sqlalchemy import URL
from sqlalchemy.engine import ExceptionContext

from bccc_dash.domain.errors import CouldNotRun

PRIMARY_CODE = 0xFF  # SQLite adds finer codes above the eighth bit
DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
SQLITE_SAYS = {
    sqlite3.SQLITE_BUSY: "{name} is in use by another program: close that, then try again.",
    sqlite3.SQLITE_LOCKED: "{name} is in use by another program: close that, then try again.",
    sqlite3.SQLITE_CORRUPT: "{name} is damaged: put a backup in its place with `python -m bccc_dash restore PATH`.",
    sqlite3.SQLITE_NOTADB: "{name} is not a database of BCCC Dash: put a backup in its place with "
    "`python -m bccc_dash restore PATH`, or name another file in BCCC_DATABASE_URL.",
    sqlite3.SQLITE_CANTOPEN: "{name} cannot be opened: see that the file and its folder exist and may be written to.",
    sqlite3.SQLITE_READONLY: "{name} cannot be written to: see that the file and its folder may be written to.",
    sqlite3.SQLITE_PERM: "{name} cannot be opened: see that the file and its folder may be written to.",
    sqlite3.SQLITE_FULL: "The disk is full, so nothing was changed in {name}: make room, then try again.",
    sqlite3.SQLITE_IOERR: "The disk could not read or write {name}, so nothing was changed: see that it is "
    "whole and has room, then try again.",
}
POSTGRESQL_SAYS = {
    "28": "The database at {name} does not accept the name or password in BCCC_DATABASE_URL.",
    "3D": "There is no database at {name}: create it, or change BCCC_DATABASE_URL.",
    "42501": "The database at {name} does not allow this: let the user in BCCC_DATABASE_URL own its tables.",
    "53": "The database at {name} is out of room or connections, so nothing was changed: make room, then try again.",
    "55P03": "The database at {name} is busy with another change: wait until that has ended, then try again.",
    "58": "The server at {name} could not read or write its disk, so nothing was changed.",
}
UNREACHABLE = "The database at {name} cannot be reached: see that it runs and that BCCC_DATABASE_URL is right."
NOT_SET_UP = "The database at {name} is not set up, or not up to date: run `python -m bccc_dash migrate`."


class DamagedDatabase(CouldNotRun):
    """The file is no database, or is one that has been damaged."""


def name_of(url: URL) -> str:
    """The database as a person knows it: the file, or server and name; never the password."""
    if url.get_backend_name() == "sqlite":
        return str(url.database)
    host = url.host or url.query.get("host") or "this machine"
    return f"{host}/{url.database or ''}"


def could_not_run(fault: BaseException | None, url: URL) -> CouldNotRun | None:
    """The sentence for a database's error; None where the fault is not the database's but ours."""
    if isinstance(fault, sqlite3.Error):
        return _sqlite(fault, name_of(url))
    if isinstance(fault, psycopg.Error):
        return _postgresql(fault, name_of(url))
    return None


def translate(context: ExceptionContext) -> Any:
    """Listener of an engine: raises the sentence in place of the database's own error."""
    url = context.engine.url if context.engine is not None else None
    return could_not_run(context.original_exception, url) if url is not None else None


def _sqlite(fault: sqlite3.Error, name: str) -> CouldNotRun | None:
    code = getattr(fault, "sqlite_errorcode", 0) & PRIMARY_CODE
    if code in SQLITE_SAYS:
        kind = DamagedDatabase if code in DAMAGED else CouldNotRun
        return kind(SQLITE_SAYS[code].format(name=name))
    if str(fault).startswith(("no such table", "no such column")):
        return CouldNotRun(NOT_SET_UP.format(name=name))
    return None


def _postgresql(fault: psycopg.Error, name: str) -> CouldNotRun | None:
    state = fault.sqlstate or ""
    for start, sentence in POSTGRESQL_SAYS.items():
        if state.startswith(start):
            return CouldNotRun(sentence.format(name=name))
    if isinstance(fault, psycopg.errors.UndefinedTable | psycopg.errors.UndefinedColumn):
        return CouldNotRun(NOT_SET_UP.format(name=name))
    return CouldNotRun(UNREACHABLE.format(name=name)) if isinstance(fault, psycopg.OperationalError) else None
