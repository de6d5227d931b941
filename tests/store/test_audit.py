"""The audit chain: added to, never rewritten, and a break shows."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlmodel import func, select

from bccc_dash.store import audit, triggers
from bccc_dash.store.engine import reading, writing
from bccc_dash.store.tables import AuditRow
from tests.store.conftest import AT

FORGED = (
    "INSERT INTO audit_events (at, actor, action, subject, fields, prev_hash, hash) "
    "VALUES ('2026-03-02 12:30:00', 'x', 'VIEW', 'y', '', '', 'made up')"
)


def add(session, *, subject: str = "volunteer/1", fields: tuple[str, ...] = ("status",), at: datetime = AT) -> None:
    audit.record(session, actor="user/1", action="UPDATE", subject=subject, fields=fields, at=at)


def tamper(engine, statement: str) -> None:
    """Somebody with the file in hand takes the guards off, changes a row, and puts them back."""
    with writing(engine) as session:
        triggers.take_off(session.connection())
        session.execute(text(statement))
        triggers.put_on(session.connection())


def broken_at(engine) -> int | None:
    with reading(engine) as session:
        return audit.verify_chain(session)


def test_a_chain_that_was_only_added_to_is_whole(filled):
    assert broken_at(filled) is None


def test_rows_come_and_go_with_their_transaction(engine):
    def write_and_fail():
        with writing(engine) as session:
            add(session)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_and_fail()
    with reading(engine) as session:
        assert session.exec(select(AuditRow)).all() == []


@pytest.mark.parametrize(
    ("deed", "broken"),
    [
        ("UPDATE audit_events SET actor = 'somebody else' WHERE id = 2", 2),
        ("UPDATE audit_events SET at = '2020-01-01 00:00:00+00' WHERE id = 1", 1),
        ("UPDATE audit_events SET fields = '' WHERE id = 3", 3),
        ("DELETE FROM audit_events WHERE id = 1", 2),
    ],
)
def test_a_tampered_row_is_named(filled, deed, broken):
    tamper(filled, deed.replace("+00'", "'") if filled.dialect.name == "sqlite" else deed)
    assert broken_at(filled) == broken


def test_a_row_that_does_not_follow_from_the_last_is_refused(filled):
    def forge():
        with writing(filled) as session:
            session.execute(text(FORGED))

    with pytest.raises(IntegrityError, match="keeps its history"):
        forge()


def test_four_writers_at_once_make_one_chain(engine):
    def write(writer: int) -> None:
        for step in range(5):
            with writing(engine) as session:
                add(session, subject=f"volunteer/{writer}-{step}")

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(4)))
    with reading(engine) as session:
        assert session.exec(select(func.count()).select_from(AuditRow)).one() == 20
    assert broken_at(engine) is None


@pytest.mark.parametrize(
    "odd",
    [
        {"fields": ("status: was OPEN",)},
        {"fields": ("Name",)},
        {"fields": ("a\nb",)},
        {"subject": "two\nlines"},
        {"subject": ""},
        {"at": AT.replace(tzinfo=None)},
    ],
)
def test_values_and_free_text_do_not_come_in(sqlite_engine, odd):
    def write():
        with writing(sqlite_engine) as session:
            add(session, **odd)

    with pytest.raises(ValueError, match=r"identifier|time zone"):
        write()
