"""Who may come in: own accounts, links that work once, sessions and failed tries. Only hashes of what opens a door."""

import datetime as dt

from sqlalchemy import Column, ForeignKey, Integer, String
from sqlmodel import Field

from bccc_dash.domain.sign_in import LinkPurpose, SessionEnd, SignInStep
from bccc_dash.domain.vocabulary import Role
from bccc_dash.store.tables.base import Row, link, own_id, text, word

HASH_LETTERS = 64


class AccountRow(Row, table=True):
    """How a person of `users` signs in here. Without a row, or without a password, nobody comes in by that name."""

    __tablename__ = "accounts"

    user_id: int = Field(sa_column=Column(Integer, ForeignKey("users.id"), primary_key=True, autoincrement=False))
    password_hash: str | None = text(optional=True)
    password_set_at: dt.datetime | None = None
    totp_secret: str | None = text(optional=True)
    totp_confirmed_at: dt.datetime | None = None
    totp_last_step: int | None = None
    disabled_at: dt.datetime | None = None


class RecoveryCodeRow(Row, table=True):
    """A code that stands in, once, for the second factor."""

    __tablename__ = "recovery_codes"

    id: int | None = own_id()
    user_id: int = link("users.id")
    code_hash: str = text(HASH_LETTERS)
    used_at: dt.datetime | None = None


class OneTimeLinkRow(Row, table=True):
    """A link that works once: into a new account, to a new password, or to the first set-up, which is nobody's yet."""

    __tablename__ = "one_time_links"

    id: int | None = own_id()
    token_hash: str = Field(sa_column=Column(String(HASH_LETTERS), nullable=False, unique=True))
    user_id: int | None = link("users.id", optional=True)
    purpose: str = word("purpose", LinkPurpose)
    made_at: dt.datetime
    expires_at: dt.datetime
    used_at: dt.datetime | None = None


class SignInSessionRow(Row, table=True):
    """One browser signed in, with the rights it was given: where the person's have changed since, it is over."""

    __tablename__ = "sign_in_sessions"

    id: int | None = own_id()
    token_hash: str = Field(sa_column=Column(String(HASH_LETTERS), nullable=False, unique=True))
    user_id: int = link("users.id")
    role: str = word("role", Role)
    is_lead: bool
    step: str = word("step", SignInStep)
    started_at: dt.datetime
    seen_at: dt.datetime
    ends_at: dt.datetime
    ended_at: dt.datetime | None = None
    end_reason: str | None = word("end_reason", SessionEnd, optional=True)


class SignInTryRow(Row, table=True):
    """Failed tries by one e-mail address typed, or from one network address. Neither can be read from it."""

    __tablename__ = "sign_in_tries"

    key_hash: str = Field(sa_column=Column(String(HASH_LETTERS), primary_key=True))
    failures: int
    first_at: dt.datetime
    last_at: dt.datetime = Field(index=True)
    locked_until: dt.datetime | None = None
