"""The demonstration's database is made whole or not at all, only where nothing is, and anew in another week."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func
from sqlmodel import col, select

from bccc_dash.domain.errors import Refused
from bccc_dash.settings import sqlite_url
from bccc_dash.store.engine import open_engine, reading, writing
from bccc_dash.store.tables import SettingRow, StageEventRow, UserRow, VolunteerRow
from bccc_dash.workbook import demo_database
from bccc_dash.workbook.demo_database import ANCHOR, make_demo, refresh_demo

SUNDAY, MONDAY_AFTER = date(2026, 11, 22), date(2026, 11, 23)


def held(url: str) -> tuple[int, date | None, str | None]:
    """How many volunteers, the last day of any stage, and the week for which it was made."""
    engine = open_engine(url)
    with reading(engine) as session:
        volunteers = session.exec(select(func.count()).select_from(VolunteerRow)).one()
        last = session.exec(select(func.max(col(StageEventRow.occurred_on)))).one()
        anchor = session.get(SettingRow, ANCHOR)
    engine.dispose()
    return volunteers, last, anchor.value if anchor else None


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "demo.db"


def test_it_is_made_where_no_file_is_and_not_twice(path: Path) -> None:
    make_demo(sqlite_url(path), today=SUNDAY)
    assert held(sqlite_url(path))[::2] == (60, "2026-11-16")
    assert [file.name for file in path.parent.iterdir()] == ["demo.db"]
    with pytest.raises(Refused, match=r"demo\.db already holds records"):
        make_demo(sqlite_url(path), today=SUNDAY)


def test_it_is_made_in_an_empty_database_of_either_kind(url: str) -> None:
    make_demo(url, today=SUNDAY)
    assert held(url)[::2] == (60, "2026-11-16")


def test_it_is_never_made_where_records_are(url: str) -> None:
    engine = open_engine(url)
    with writing(engine) as session:
        session.add(UserRow(email="chair@bccc.example", display_name="The chair", role="CHAIR"))
    engine.dispose()
    for make in (lambda: make_demo(url, today=SUNDAY), lambda: refresh_demo(url, SUNDAY)):
        with pytest.raises(Refused, match="already holds records"):
            make()
    assert held(url) == (0, None, None)


def test_in_the_same_week_it_stays_as_it_is(path: Path) -> None:
    refresh_demo(sqlite_url(path), date(2026, 11, 16))
    made = path.stat().st_ino
    refresh_demo(sqlite_url(path), SUNDAY)
    assert path.stat().st_ino == made


def test_in_another_week_it_is_made_anew(path: Path) -> None:
    refresh_demo(sqlite_url(path), SUNDAY)
    before = held(sqlite_url(path))
    refresh_demo(sqlite_url(path), MONDAY_AFTER)
    after = held(sqlite_url(path))
    assert after[::2] == (60, "2026-11-23")
    assert before[1] is not None
    assert after[1] is not None
    assert (after[1] - before[1]).days == 7


def test_what_is_not_whole_is_not_there(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(demo_database, "import_sheets", stop)
    with pytest.raises(KeyboardInterrupt):
        make_demo(sqlite_url(path), today=SUNDAY)
    assert list(path.parent.iterdir()) == []


def test_one_that_cannot_be_made_anew_stays_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refresh_demo(sqlite_url(path), SUNDAY)
    before = held(sqlite_url(path))

    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(demo_database, "import_sheets", stop)
    with pytest.raises(KeyboardInterrupt):
        refresh_demo(sqlite_url(path), MONDAY_AFTER)
    assert held(sqlite_url(path)) == before
