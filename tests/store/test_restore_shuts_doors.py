"""A backup brings accounts back, but no session and no link that was open when it was made."""

from datetime import timedelta

import pytest
from sqlmodel import select

from bccc_dash.store.backup import backup
from bccc_dash.store.engine import open_engine, reading, writing
from bccc_dash.store.restore import restore
from bccc_dash.store.tables import AccountRow, OneTimeLinkRow, SignInSessionRow, UserRow
from tests.store.conftest import AT

pytestmark = pytest.mark.sqlite_first
LATER = AT + timedelta(hours=8)


@pytest.fixture
def restored(engine, url, tmp_path):
    with writing(engine) as session:
        user = UserRow(email="asha@example.org", display_name="Asha", role="CHAIR")
        session.add(user)
        session.flush()
        rights = {"user_id": user.id, "role": "CHAIR", "is_lead": False, "step": "FULL"}
        times = {"started_at": AT, "seen_at": AT, "ends_at": LATER}
        session.add(AccountRow(user_id=user.id, password_hash="not one"))  # noqa: S106  # no password
        session.add(SignInSessionRow(token_hash="a" * 64, **rights, **times))
        session.add(SignInSessionRow(token_hash="b" * 64, **rights, **times, ended_at=AT, end_reason="SIGNED_OUT"))
        session.add(OneTimeLinkRow(token_hash="c" * 64, purpose="SET_UP", made_at=AT, expires_at=LATER))
    backup(url, tmp_path / "copy.db")
    restore(url, tmp_path / "copy.db", backups=tmp_path / "backups")
    opened = open_engine(url)
    with reading(opened) as session:
        yield session
    opened.dispose()


def test_every_session_that_was_open_is_ended_and_says_why(restored):
    ended = restored.exec(select(SignInSessionRow).order_by(SignInSessionRow.id)).all()
    assert [row.end_reason for row in ended] == ["RESTORED", "SIGNED_OUT"]
    assert all(row.ended_at is not None for row in ended)


def test_every_link_that_was_open_is_used_up(restored):
    assert [row for row in restored.exec(select(OneTimeLinkRow)) if row.used_at is None] == []


def test_accounts_come_back(restored):
    assert [row.password_hash for row in restored.exec(select(AccountRow))] == ["not one"]
