"""People: added, given a role, invited, reset, kept out, let in again. Who may ask for it is for the caller to check.

Each wants a session of `store.engine.writing`. `actor` is who asks, as the audit names them.
"""

import re
from datetime import datetime

from sqlmodel import Session, col, select

from bccc_dash.commands import one_time, second_factor, sessions, tries
from bccc_dash.commands.sign_in import find
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.sign_in import Deed, LinkPurpose, SessionEnd
from bccc_dash.domain.vocabulary import Role
from bccc_dash.store import audit
from bccc_dash.store.tables import AccountRow, UserRow

NOBODY = "Nobody has the e-mail address {email}: add the person first."
HAS_ONE = "{email} has a password already: make a reset instead, if it is lost."
IS_OUT = "{email} is disabled: let them in again first."
IS_IN = "{email} is not disabled."
IS_ALREADY_OUT = "{email} is disabled already."
IS_THERE = "{email} is there already."
NO_EMAIL = "'{email}' is no e-mail address: write it as somebody@example.org, with at most 200 characters."
NO_NAME = "The name of {email} has to be one line of 1 to 200 characters."
HAS_ROLE = "{email} has that role already."
A_CHAIR = "There must be a chair: {email} is the only one who can come in. Make somebody else chair first."
LONGEST = 200
EMAIL = re.compile(r"[^@\s]+@[^@\s]+")


def add_user(session: Session, email: str, name: str, role: Role, at: datetime, *, actor: str) -> int:
    """Add a person; return their number. That alone gives no access: invite them next.

    Raises: Refused (no e-mail address, there already, no name).
    """
    email, name = email.strip(), name.strip()
    if not EMAIL.fullmatch(email) or not email.isprintable() or len(email) > LONGEST:
        raise Refused(said(NO_EMAIL, email))
    if not 0 < len(name) <= LONGEST or not name.isprintable():
        raise Refused(said(NO_NAME, email))
    if find(session, email) is not None:
        raise Refused(said(IS_THERE, email))
    user = UserRow(email=email, display_name=name, role=role)
    session.add(user)
    session.flush()
    number = user.id or 0
    _tell(session, actor, Deed.USER_ADDED, number, at, ("email", "display_name", "role"))
    return number


def set_role(session: Session, email: str, role: Role, at: datetime, *, actor: str) -> None:
    """Give this person another role. Every session of theirs ends.

    Raises: Refused (nobody of that name, has the role already, the only chair who can come in).
    """
    found = find(session, email)
    if found is None or found[0].id is None:
        raise Refused(said(NOBODY, email))
    user, number = found[0], found[0].id
    if user.role == role:
        raise Refused(said(HAS_ROLE, email))
    _check_a_chair_stays(session, user, found[1], at)
    user.role = role
    session.flush()
    sessions.end_all(session, number, at, SessionEnd.ROLE_CHANGED)
    _tell(session, actor, Deed.ROLE_CHANGED, number, at, ("role",))


def invite(session: Session, email: str, at: datetime, *, actor: str) -> str:
    """Make a link by which this person sets their first password; return its token. Older links of theirs end.

    Raises: Refused (nobody of that name, disabled, has a password).
    """
    user_id, account = _known(session, email)
    if account.disabled_at is not None:
        raise Refused(said(IS_OUT, email))
    if account.password_hash is not None:
        raise Refused(said(HAS_ONE, email))
    _tell(session, actor, Deed.INVITED, user_id, at)
    return one_time.make(session, LinkPurpose.INVITE, at, user_id=user_id)


def reset(session: Session, email: str, at: datetime, *, actor: str) -> str:
    """Take password, second factor and lock away, end every session, and return the token of a link to a new password.

    Raises: Refused (nobody of that name, disabled).
    """
    user_id, account = _known(session, email)
    if account.disabled_at is not None:
        raise Refused(said(IS_OUT, email))
    account.password_hash, account.password_set_at = None, None
    session.flush()
    second_factor.drop(session, user_id)
    tries.forget(session, tries.of_account(user_id, None))
    sessions.end_all(session, user_id, at, SessionEnd.RESET)
    _tell(session, actor, Deed.RESET, user_id, at, ("password_hash", "totp_secret", "recovery_codes"))
    return one_time.make(session, LinkPurpose.RESET, at, user_id=user_id)


def disable(session: Session, email: str, at: datetime, *, actor: str) -> None:
    """Keep this person out from now on: every session and link of theirs ends.

    Raises: Refused (nobody of that name, disabled already, the only chair who can come in).
    """
    user_id, account = _known(session, email)
    if account.disabled_at is not None:
        raise Refused(said(IS_ALREADY_OUT, email))
    _check_a_chair_stays(session, session.get_one(UserRow, user_id), account, at)
    account.disabled_at = at
    session.flush()
    sessions.end_all(session, user_id, at, SessionEnd.DISABLED)
    one_time.end_links(session, user_id, at)
    _tell(session, actor, Deed.DISABLED, user_id, at, ("disabled_at",))


def enable(session: Session, email: str, at: datetime, *, actor: str) -> None:
    """Let a disabled person in again, with the password that they had.

    Raises: Refused (nobody of that name, not disabled).
    """
    user_id, account = _known(session, email)
    if account.disabled_at is None:
        raise Refused(said(IS_IN, email))
    account.disabled_at = None
    session.flush()
    _tell(session, actor, Deed.ENABLED, user_id, at, ("disabled_at",))


def _check_a_chair_stays(session: Session, user: UserRow, account: AccountRow | None, at: datetime) -> None:
    """Raises: Refused where this person is a chair who can come in, and no other chair can."""
    if user.role != Role.CHAIR or not _can_come_in(user, account, at):
        return
    others = select(UserRow, AccountRow).join(AccountRow, col(AccountRow.user_id) == col(UserRow.id))
    chairs = session.exec(others.where(UserRow.role == Role.CHAIR, UserRow.id != user.id)).all()
    if not any(_can_come_in(other, theirs, at) for other, theirs in chairs):
        raise Refused(said(A_CHAIR, user.email))


def _can_come_in(user: UserRow, account: AccountRow | None, at: datetime) -> bool:
    return account is not None and account.password_hash is not None and sessions.is_let_in(user, account, at)


def _known(session: Session, email: str) -> tuple[int, AccountRow]:
    """The person's number, and their account, made where there is none yet."""
    found = find(session, email)
    if found is None or found[0].id is None:
        raise Refused(said(NOBODY, email))
    number, account = found[0].id, found[1]
    if account is None:
        account = AccountRow(user_id=number)
        session.add(account)
        session.flush()
    return number, account


def said(sentence: str, email: str) -> str:
    """A sentence about whoever has this e-mail address, of which no more than fits is repeated."""
    return sentence.format(email=email.strip()[:LONGEST])


def _tell(session: Session, actor: str, deed: Deed, user_id: int, at: datetime, fields: tuple[str, ...] = ()) -> None:
    audit.record(session, actor=actor, action=deed, subject=f"user/{user_id}", fields=fields, at=at)
