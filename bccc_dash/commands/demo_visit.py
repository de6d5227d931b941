"""Coming into the demonstration centre: without a password, as one of three roles, and into no other database."""

from datetime import datetime

from sqlmodel import Session, col, select

from bccc_dash.commands.sign_in import Admitted, let_in
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.vocabulary import Role
from bccc_dash.store import demonstration
from bccc_dash.store.tables import AccountRow, UserRow

ROLES = (Role.COMMITTEE_MEMBER, Role.COORDINATOR, Role.CHAIR)
NOT_HERE = "Only the demonstration centre is open to everybody. Sign in."


def is_open(session: Session) -> bool:
    """Whether this is the demonstration centre."""
    return demonstration.anchor(session) is not None


def come_in(session: Session, role: object, at: datetime) -> Admitted:
    """Begin a session as the demonstration's holder of this role.

    Raises: Refused where this is another database, or the role none of the three.
    """
    if role not in ROLES or not is_open(session):
        raise Refused(NOT_HERE)
    in_office = select(UserRow).where(UserRow.role == role, col(UserRow.active_to).is_(None))
    unconflicted = in_office.where(col(UserRow.volunteer_id).is_(None)).order_by(col(UserRow.id))
    found = session.exec(unconflicted).first()
    if found is None or found.id is None:
        raise Refused(NOT_HERE)
    if session.get(AccountRow, found.id) is None:
        session.add(AccountRow(user_id=found.id))
        session.flush()
    return let_in(session, found, at)
