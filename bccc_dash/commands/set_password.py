"""Setting one's own password: by a link that works once, or while signed in. Every other session ends."""

from datetime import datetime

from sqlalchemy import Engine
from sqlmodel import Session, select

from bccc_dash.commands import one_time, passwords, sessions, tries
from bccc_dash.commands.sign_in import AGAIN, Outcome, TurnedAway, failed, let_in, tell
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.sign_in import Deed, SessionEnd, SignInStep
from bccc_dash.store.engine import reading, writing
from bccc_dash.store.tables import AccountRow, UserRow

NOT_CURRENT = "The password that you have now is another. After several tries, wait and try again later."
FIELDS = ("password_hash", "password_set_at")


def set_password_by_link(engine: Engine, token: object, password: object, at: datetime) -> int:
    """Set the password of whom the link is for, and return their number. They sign in with it next.

    Raises: Refused (the link does not work, in one sentence for every cause; the password is not good enough).
    """
    with reading(engine) as session:
        about = _about(session, _of_link(one_time.look_at(session, token, at), session))
    new = good_hash(password, about)
    with writing(engine, changes_records=False) as session:
        user_id = _of_link(one_time.redeem(session, token, at), session)
        keep(session, user_id, new, at)
    return user_id


def change_password(
    engine: Engine, token: object, current: object, new: object, *, address: object, at: datetime
) -> Outcome:
    """Change the password of whoever is signed in fully, who goes on under a new token.

    A wrong present password counts as a failed try. Raises: Refused where the new one is not good enough.
    """
    with reading(engine) as session:
        there = sessions.who(session, token, at, touch=False)
        if there is None or there.step is not SignInStep.FULL:
            return TurnedAway(AGAIN)
        kept, about = _hash_of(session, there.user_id), _about(session, there.user_id)
        keys = (tries.of_account(there.user_id, None), tries.of_address(address))
        if any(tries.is_locked(session, key, at) for key in keys):
            return TurnedAway(NOT_CURRENT)
    right = passwords.matches(current, kept)
    hashed = good_hash(new, about) if right else ""
    with writing(engine, changes_records=False) as session:
        if any(tries.is_locked(session, key, at) for key in keys):
            return TurnedAway(NOT_CURRENT)
        if not right or _hash_of(session, there.user_id) != kept:
            return failed(session, there.user_id, keys, at, NOT_CURRENT)
        if sessions.who(session, token, at, touch=False) is None:
            return TurnedAway(AGAIN)
        keep(session, there.user_id, hashed, at)
        return let_in(session, _user(session, there.user_id), at)


def good_hash(password: object, about: tuple[str, str]) -> str:
    """The hash of a password that is good enough for the person of this name and e-mail address.

    Raises: Refused where it is not.
    """
    passwords.check_password(password, about=about)
    return passwords.hashed(str(password))


def _of_link(link: one_time.Link, session: Session) -> int:
    """Whose password the link sets.

    Raises: Refused where it is nobody's, or the person is disabled.
    """
    account = None if link.user_id is None else session.get(AccountRow, link.user_id)
    if link.user_id is None or (account is not None and account.disabled_at is not None):
        raise Refused(one_time.NO_LINK)
    return link.user_id


def keep(session: Session, user_id: int, hashed: str, at: datetime) -> None:
    """Let this be the person's password: their sessions, links and lock end, and the audit is told."""
    account = session.get(AccountRow, user_id)
    if account is None:
        account = AccountRow(user_id=user_id)
        session.add(account)
    account.password_hash, account.password_set_at = hashed, at
    sessions.end_all(session, user_id, at, SessionEnd.PASSWORD_CHANGED)
    one_time.end_links(session, user_id, at)
    tries.forget(session, tries.of_account(user_id, None))
    tell(session, user_id, Deed.PASSWORD_SET, at, fields=FIELDS)


def _hash_of(session: Session, user_id: int) -> str | None:
    return session.exec(select(AccountRow.password_hash).where(AccountRow.user_id == user_id)).first()


def _user(session: Session, user_id: int) -> UserRow:
    return session.exec(select(UserRow).where(UserRow.id == user_id)).one()


def _about(session: Session, user_id: int) -> tuple[str, str]:
    user = _user(session, user_id)
    return user.display_name, user.email
