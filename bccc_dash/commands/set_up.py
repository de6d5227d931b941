"""The first set-up: while nobody has a password, a code printed on the console lets the first person set one."""

from datetime import datetime

from sqlalchemy import Engine
from sqlmodel import Session, col, select

from bccc_dash.commands import one_time, people, sessions
from bccc_dash.commands.set_password import good_hash, keep
from bccc_dash.commands.sign_in import find
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.sign_in import LinkPurpose
from bccc_dash.domain.vocabulary import Role
from bccc_dash.store.engine import reading, writing
from bccc_dash.store.tables import AccountRow

ACTOR = "set-up page"
NOT_LET_IN = (
    "{email} may not come in now: the records have this person as disabled, or outside the days of their role. "
    "Write another address."
)
WRONG_CODE = (
    "This code does not work: it was mistyped, used before or replaced, or it is older than a day. "
    "A new one is printed by `python -m bccc_dash user set-up`."
)
IS_DONE = "Somebody has a password already: sign in, or ask the chair for an invitation."


def is_open(session: Session) -> bool:
    """Whether nobody has a password yet."""
    held = select(AccountRow.user_id).where(col(AccountRow.password_hash).is_not(None)).limit(1)
    return session.exec(held).first() is None


def new_code(session: Session, at: datetime) -> str:
    """A code to print on the console: it works once, for a day, and ends the one before.

    Raises: Refused where somebody has a password.
    """
    if not is_open(session):
        raise Refused(IS_DONE)
    return one_time.make(session, LinkPurpose.SET_UP, at, user_id=None)


def set_up(engine: Engine, code: object, *, email: str, name: str, password: object, at: datetime) -> int:
    """Give the first person a password, and return their number: whoever has this e-mail address, or a new chair.

    Raises: Refused (the code does not work, somebody has a password, the address, name or password will not do).
    """
    with reading(engine) as session:
        _check(session, code, at)
        found = find(session, email)
        about = (found[0].display_name if found else name, email)
    hashed = good_hash(password, about)
    with writing(engine) as session:
        _check(session, code, at)
        one_time.redeem(session, code, at)
        found = find(session, email)
        if found and not sessions.is_let_in(found[0], found[1] or AccountRow(user_id=found[0].id or 0), at):
            raise Refused(NOT_LET_IN.format(email=email))
        number = found[0].id if found else people.add_user(session, email, name, Role.CHAIR, at, actor=ACTOR)
        keep(session, number or 0, hashed, at)
    return number or 0


def _check(session: Session, code: object, at: datetime) -> None:
    if not is_open(session):
        raise Refused(IS_DONE)
    try:
        purpose = one_time.look_at(session, code, at).purpose
    except Refused:
        purpose = None
    if purpose is not LinkPurpose.SET_UP:
        raise Refused(WRONG_CODE)
