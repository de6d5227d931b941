"""A small cast with accounts, and hashes that cost little."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher
from sqlalchemy import Engine
from sqlmodel import Session, select

from bccc_dash.commands import passwords
from bccc_dash.store.engine import reading, writing
from bccc_dash.store.tables import AccountRow, AuditRow, UserRow

AT = datetime(2026, 3, 2, 12, 30, tzinfo=UTC)
MEMBER, CHAIR, LEAD, STRANGER = 1, 2, 3, 4
EMAIL_OF = {MEMBER: "mo@example.org", CHAIR: "cho@example.org", LEAD: "lena@example.org", STRANGER: "sam@example.org"}
PASSWORD = "umbrella-violin-39-teapot"  # noqa: S105  # of nobody


@pytest.fixture(scope="session", autouse=True)
def cheap_hashes() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        cheap = PasswordHash((Argon2Hasher(time_cost=1, memory_cost=8, parallelism=1),))
        patch.setattr(passwords, "HASHER", cheap)
        patch.setattr(passwords, "NOBODYS", cheap.hash("nobody's"))
        yield


@pytest.fixture
def centre(engine: Engine) -> Engine:
    """A member, a chair and a committee member with the lead's flag, all with a password; a user without an account."""
    people = [
        UserRow(email=EMAIL_OF[MEMBER], display_name="Mo Example", role="COMMITTEE_MEMBER"),
        UserRow(email=EMAIL_OF[CHAIR], display_name="Cho Example", role="CHAIR"),
        UserRow(email=EMAIL_OF[LEAD], display_name="Lena", role="COMMITTEE_MEMBER", is_safeguarding_lead=True),
        UserRow(email=EMAIL_OF[STRANGER], display_name="Sam", role="READ_ONLY_AUDITOR"),
    ]
    with writing(engine) as session:
        session.add_all(people)
        session.flush()
        kept = passwords.hashed(PASSWORD)
        session.add_all(
            AccountRow(user_id=number, password_hash=kept, password_set_at=AT) for number in (MEMBER, CHAIR, LEAD)
        )
    return engine


def told(engine: Engine) -> list[tuple[str, str, str, str]]:
    """What the audit says: actor, action, subject, fields."""
    with reading(engine) as session:
        return [(row.actor, row.action, row.subject, row.fields) for row in session.exec(select(AuditRow))]


def user(session: Session, number: int) -> UserRow:
    return session.exec(select(UserRow).where(UserRow.id == number)).one()


def account(session: Session, number: int) -> AccountRow:
    return session.exec(select(AccountRow).where(AccountRow.user_id == number)).one()


def pytest_itemcollected(item: pytest.Item) -> None:
    item.add_marker(pytest.mark.sqlite_first)
