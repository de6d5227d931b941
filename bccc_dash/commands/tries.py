"""Failed tries, counted by account and by address, and the lock that they bring.

Five failures of an account within a quarter of an hour, or twenty from one address, lock it for a quarter of an hour;
every further five, or twenty, lock it for twice as long as before, up to a day. A success clears the account's count,
never the address's; a day after the last lock all is forgotten. Tries while it is locked are neither counted nor told
one by one, so that nobody can fill the audit. Keys are hashes: what was typed cannot be read from them.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address, ip_network

from sqlalchemy import delete, or_
from sqlmodel import Session, col, select

from bccc_dash.domain.sign_in import ACCOUNT_TRIES, ADDRESS_TRIES, FORGET_LOCKS, WINDOW, lock_after
from bccc_dash.store.tables import SignInTryRow

ROW = SignInTryRow
LONGEST = 300
KEPT = timedelta(days=3)


@dataclass(frozen=True)
class Key:
    """What is counted, and how many failures it may have."""

    hashed: str
    limit: int


def of_account(user_id: int | None, typed: object) -> Key:
    """The key of this person's account or, where there is none, of what was typed."""
    named = f"user/{user_id}" if user_id is not None else f"typed/{str(typed)[:LONGEST].strip().casefold()}"
    return Key(_hash(named), ACCOUNT_TRIES)


def of_address(address: object) -> Key:
    """The key of a network address; one household's IPv6 addresses (/64) are one."""
    written = str(address)[:LONGEST]
    try:
        found = ip_address(written)
    except ValueError:
        return Key(_hash(f"address/{written}"), ADDRESS_TRIES)
    if isinstance(found, IPv6Address):
        found = found.ipv4_mapped or ip_network((int(found), 64), strict=False).network_address
    return Key(_hash(f"address/{found}"), ADDRESS_TRIES)


def is_locked(session: Session, key: Key, at: datetime) -> bool:
    """Whether every try by this key is refused at this moment."""
    until = session.exec(select(ROW.locked_until).where(ROW.key_hash == key.hashed)).first()
    return until is not None and at < until


def count_failure(session: Session, key: Key, at: datetime) -> bool:
    """Count one more failure; return whether it locks the key."""
    _forget_old(session, at)
    row = session.get(ROW, key.hashed)
    if row is None:
        row = ROW(key_hash=key.hashed, failures=0, first_at=at, last_at=at)
        session.add(row)
    elif _is_past(row, key, at):
        row.failures, row.first_at, row.locked_until = 0, at, None
    row.failures, row.last_at = row.failures + 1, at
    lock = lock_after(row.failures, limit=key.limit)
    if lock is not None:
        row.locked_until = at + lock
    session.flush()
    return lock is not None


def forget(session: Session, key: Key) -> None:
    """Clear the count, and the lock with it."""
    session.execute(delete(ROW).where(col(ROW.key_hash) == key.hashed))


def _is_past(row: SignInTryRow, key: Key, at: datetime) -> bool:
    if row.failures < key.limit:
        return at - row.first_at >= WINDOW
    return at >= (row.locked_until or row.last_at) + FORGET_LOCKS


def _forget_old(session: Session, at: datetime) -> None:
    free = or_(col(ROW.locked_until).is_(None), col(ROW.locked_until) < at - FORGET_LOCKS)
    session.execute(delete(ROW).where(col(ROW.last_at) < at - KEPT, free))


def _hash(words: str) -> str:
    return hashlib.sha256(words.encode(errors="replace")).hexdigest()
