"""Signing in: the password, then the code. What fails is counted and told in the audit, so it is returned, not raised.

A password's hash takes a fifth of a second, which is worked out between the transactions: a failed try holds up no
writer. Whether the account is locked is asked again in the one that writes, so tries at once gain nothing.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Engine, func, literal
from sqlmodel import Session, col, select

from bccc_dash.commands import passwords, second_factor, sessions, tries
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.sign_in import Deed, SessionEnd, SignInStep, needs_second_factor
from bccc_dash.domain.vocabulary import Role
from bccc_dash.store import audit
from bccc_dash.store.engine import reading, writing
from bccc_dash.store.tables import AccountRow, UserRow
from bccc_dash.store.tables.base import NAME_LETTERS

NOT_IN = "The e-mail address and password do not open an account here. After several tries, wait and try again later."
NO_CODE = "The code does not work: it is wrong, was used before, or came after too many tries. Wait for the next one."
AGAIN = "Please sign in again."
DOOR, UNKNOWN = "sign-in page", "unknown account"


class Next(StrEnum):
    """What has to come after this."""

    NOTHING = "NOTHING"
    CODE = "CODE"
    SET_UP_CODE = "SET_UP_CODE"


@dataclass(frozen=True)
class Admitted:
    """Let in, or one step further: the token of the new session, and what comes next."""

    token: str
    user_id: int
    next: Next


@dataclass(frozen=True)
class TurnedAway:
    """Not let in: the sentence to show, the same for every cause."""

    sentence: str


Outcome = Admitted | TurnedAway
Person = tuple[UserRow, AccountRow | None]


def sign_in(engine: Engine, email: object, password: object, *, address: object, at: datetime) -> Outcome:
    """Try an e-mail address and a password that came from this network address.

    Raises: BadRecord where a setting of sessions is no number; CouldNotRun where the database is at fault.
    """
    with reading(engine) as session:
        kept = _password_of(find(session, email), at)
        shut = tries.is_locked(session, tries.of_address(address), at)
    right = not shut and passwords.matches(password, kept)
    with writing(engine, changes_records=False) as session:
        return decide(session, email, kept if right else None, address=address, at=at)


def decide(session: Session, email: object, proven: str | None, *, address: object, at: datetime) -> Outcome:
    """Let in whoever proved to know the password of this hash, if it is still theirs and nothing is locked."""
    person = find(session, email)
    user_id = person[0].id if person else None
    keys = (tries.of_account(user_id, email), tries.of_address(address))
    if any(tries.is_locked(session, key, at) for key in keys):
        return TurnedAway(NOT_IN)
    if person is None or user_id is None or proven is None or _password_of(person, at) != proven:
        return failed(session, user_id, keys, at, NOT_IN)
    follows = what_follows(session, person[0])
    if follows is Next.NOTHING:
        return let_in(session, person[0], at)
    return Admitted(sessions.begin(session, person[0], SignInStep.PASSWORD, at), user_id, follows)


def second_step(session: Session, token: object, code: object, *, address: object, at: datetime) -> Outcome:
    """Let in whoever gave the password before and now a right code, from the app or on paper, under a new token."""
    there = sessions.who(session, token, at, touch=False)
    if there is None or there.step is not SignInStep.PASSWORD:
        return TurnedAway(AGAIN)
    keys = (tries.of_account(there.user_id, None), tries.of_address(address))
    if any(tries.is_locked(session, key, at) for key in keys):
        return TurnedAway(NO_CODE)
    taken = second_factor.take(session, there.user_id, code, at)
    if taken is None:
        return failed(session, there.user_id, keys, at, NO_CODE)
    if taken == "recovery_code":
        tell(session, there.user_id, Deed.RECOVERY_CODE_USED, at)
    return _promote(session, token, there.user_id, at)


def set_up_code(session: Session, token: object, code: object, at: datetime) -> tuple[Outcome, list[str]]:
    """Confirm the second factor that was begun: in fully, under a new token, with ten recovery codes to show once.

    Raises: Refused where nothing was begun, or it is confirmed already.
    """
    there = sessions.who(session, token, at, touch=False)
    if there is None:
        return TurnedAway(AGAIN), []
    codes = second_factor.confirm(session, there.user_id, code, at)
    if codes is None:
        return TurnedAway(NO_CODE), []
    fields = ("totp_secret", "totp_confirmed_at", "recovery_codes")
    tell(session, there.user_id, Deed.SECOND_FACTOR_SET, at, fields=fields)
    return _promote(session, token, there.user_id, at), codes


def sign_out(session: Session, token: object, at: datetime) -> None:
    """End the session of this token, if there is one."""
    user_id = sessions.end(session, token, at)
    if user_id is not None:
        tell(session, user_id, Deed.SIGN_OUT, at)


def end_own_session(session: Session, token: object, number: object, at: datetime) -> bool | None:
    """End one of the sessions of whoever holds this token; whether it was this very one, None where it was not theirs.

    Raises: Refused where nobody holds the token any more.
    """
    there = sessions.who(session, token, at, touch=False)
    if there is None:
        raise Refused(AGAIN)
    wanted = (
        int(number) if isinstance(number, str) and number.isascii() and number.isdigit() and len(number) < 10 else 0
    )
    if not sessions.end_own(session, there.user_id, wanted, at):
        return None
    tell(session, there.user_id, Deed.SESSIONS_ENDED, at)
    return wanted == there.session_id


def let_in(session: Session, user: UserRow, at: datetime) -> Admitted:
    """Begin a full session, clear the count of failures, and tell the audit."""
    number = user.id or 0
    tries.forget(session, tries.of_account(number, None))
    tell(session, number, Deed.SIGN_IN, at)
    return Admitted(sessions.begin(session, user, SignInStep.FULL, at), number, Next.NOTHING)


def failed(
    session: Session, user_id: int | None, keys: tuple[tries.Key, tries.Key], at: datetime, sentence: str
) -> TurnedAway:
    """Count the failure by account and by address, and tell the audit, also of the lock that it brings."""
    subject = UNKNOWN if user_id is None else f"user/{user_id}"
    _record(session, DOOR, Deed.SIGN_IN_FAILED, subject, at)
    for key, locked in zip(keys, (subject, "address"), strict=True):
        if tries.count_failure(session, key, at):
            _record(session, DOOR, Deed.SIGN_IN_LOCKED, locked, at)
    return TurnedAway(sentence)


def what_follows(session: Session, user: UserRow) -> Next:
    """What a person has to do after the right password."""
    if second_factor.is_set(session, user.id or 0):
        return Next.CODE
    required = needs_second_factor(Role(user.role), is_lead=bool(user.is_safeguarding_lead))
    return Next.SET_UP_CODE if required else Next.NOTHING


def find(session: Session, email: object) -> Person | None:
    """The person of this e-mail address, capitals or not, with their account."""
    if not isinstance(email, str) or not email.isprintable() or not 0 < len(email.strip()) <= NAME_LETTERS:
        return None
    wanted = func.lower(literal(email.strip()))
    found = session.execute(
        select(UserRow, AccountRow)
        .outerjoin(AccountRow, col(AccountRow.user_id) == col(UserRow.id))
        .where(func.lower(col(UserRow.email)) == wanted)
    ).first()
    return None if found is None else (found[0], found[1])


def tell(session: Session, user_id: int, deed: Deed, at: datetime, *, fields: tuple[str, ...] = ()) -> None:
    """Tell the audit what this person did to their own account."""
    _record(session, f"user/{user_id}", deed, f"user/{user_id}", at, fields)


def _promote(session: Session, token: object, user_id: int, at: datetime) -> Admitted:
    sessions.end(session, token, at, SessionEnd.NEXT_STEP)
    return let_in(session, session.exec(select(UserRow).where(UserRow.id == user_id)).one(), at)


def _password_of(person: Person | None, at: datetime) -> str | None:
    """The hash of the password that lets this person in, if any does."""
    if person is None or person[1] is None or not sessions.is_let_in(*person, at):
        return None
    return person[1].password_hash


def _record(session: Session, actor: str, deed: Deed, subject: str, at: datetime, fields: tuple[str, ...] = ()) -> None:
    audit.record(session, actor=actor, action=deed, subject=subject, fields=fields, at=at)
