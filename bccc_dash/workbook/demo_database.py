"""The demonstration centre's database: made whole or not at all, and made anew in another week."""

from datetime import date
from enum import Enum
from pathlib import Path

from sqlmodel import select

from bccc_dash.domain.errors import Refused
from bccc_dash.settings import sqlite_url
from bccc_dash.store.backup import flush_to_disk, part_file
from bccc_dash.store.demonstration import ANCHOR, anchor
from bccc_dash.store.engine import is_sqlite, open_engine, parse, reading, writing
from bccc_dash.store.schema import prepare
from bccc_dash.store.tables import RecordRow, SettingRow, UserRow
from bccc_dash.workbook.demo import demo_sheets
from bccc_dash.workbook.demo_centre import monday_of
from bccc_dash.workbook.importing import import_sheets


class Contents(Enum):
    """What a database holds that is not the demonstration centre."""

    NOTHING = "nothing"
    RECORDS = "records"


HOLDS_RECORDS = (
    "{name} already holds records, and the demonstration centre is only ever made in an empty database: "
    "choose another file, or move that one away."
)


def make_demo(url: str, *, today: date) -> None:
    """Make the demonstration centre in an empty or absent database.

    A SQLite file is made beside its place and moved there when it is whole: killed at any moment, it leaves
    all of it or none.
    Raises: Refused where the database holds records; CouldNotRun.
    """
    if _made_for(url) is not Contents.NOTHING:
        raise Refused(HOLDS_RECORDS.format(name=parse(url).database))
    _make(url, today=today)


def refresh_demo(url: str, today: date) -> None:
    """Make the demonstration centre where there is none; make it anew where it is of another week.

    Raises: Refused where the database holds records that are not the demonstration's; CouldNotRun.
    """
    made_for = _made_for(url)
    if made_for == monday_of(today).isoformat():
        return
    if made_for is Contents.RECORDS or (made_for is not Contents.NOTHING and not is_sqlite(parse(url))):
        raise Refused(HOLDS_RECORDS.format(name=parse(url).database))
    _make(url, today=today)


def _made_for(url: str) -> str | Contents:
    """The Monday for which the demonstration was made; else whether the database holds nothing, or other records."""
    if is_sqlite(parse(url)) and not Path(parse(url).database or "").exists():
        return Contents.NOTHING
    prepare(url, backups=_backups(url))
    engine = open_engine(url)
    try:
        with reading(engine) as session:
            made_for = anchor(session)
            if made_for is not None:
                return made_for
            held = (
                session.exec(select(RecordRow.id).limit(1)).first() or session.exec(select(UserRow.id).limit(1)).first()
            )
            return Contents.NOTHING if held is None else Contents.RECORDS
    finally:
        engine.dispose()


def _make(url: str, *, today: date) -> None:
    if is_sqlite(parse(url)):
        _make_file(Path(parse(url).database or ""), today=today)
    else:
        _fill(url, today=today)


def _make_file(path: Path, *, today: date) -> None:
    with part_file(path) as part:
        _fill(sqlite_url(part), today=today)
        flush_to_disk(part)
        for log in ("-wal", "-shm"):  # an old log beside a new file would be read into it
            path.with_name(path.name + log).unlink(missing_ok=True)
        part.replace(path)
        flush_to_disk(path.parent)


def _fill(url: str, *, today: date) -> None:
    prepare(url, backups=_backups(url))
    engine = open_engine(url)
    try:
        import_sheets(demo_sheets(today), engine=engine)
        with writing(engine) as session:
            session.add(SettingRow(name=ANCHOR, value=monday_of(today).isoformat()))
    finally:
        engine.dispose()


def _backups(url: str) -> Path:
    return Path(parse(url).database or "").parent / "backups"
