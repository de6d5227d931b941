"""What else somebody is here: the lead, a member of the committee, a volunteer. Who may ask is for the caller to check.

Each wants a session of `store.engine.writing`. `actor` is who asks, as the audit names them.
"""

from datetime import datetime

from sqlmodel import Session, func, select

from bccc_dash.commands import sessions
from bccc_dash.commands.people import LONGEST, NOBODY, said
from bccc_dash.commands.sign_in import find
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.outcome_vocabulary import RecordKind
from bccc_dash.domain.sign_in import Deed, SessionEnd
from bccc_dash.store import audit
from bccc_dash.store.tables import RecordRow, UserRow

IS_SO = "{email} {what} already."
NO_VOLUNTEER = "There is no volunteer {ref}: write the reference as it stands in the records, for instance V-0042."


def set_lead(session: Session, email: str, is_lead: bool, at: datetime, *, actor: str) -> None:
    """Give or take the safeguarding lead's rights. Every session of this person ends.

    Raises: Refused (nobody of that name, it is so already).
    """
    user, number = _found(session, email)
    if bool(user.is_safeguarding_lead) == is_lead:
        raise Refused(_so(email, "has the lead's rights" if is_lead else "is without the lead's rights"))
    user.is_safeguarding_lead = is_lead
    session.flush()
    sessions.end_all(session, number, at, SessionEnd.ROLE_CHANGED)
    _tell(session, actor, Deed.LEAD_CHANGED, number, "is_safeguarding_lead", at)


def set_on_committee(session: Session, email: str, on_committee: bool, at: datetime, *, actor: str) -> None:
    """Say whether this person sits on the Management Committee.

    Raises: Refused (nobody of that name, it is so already).
    """
    user, number = _found(session, email)
    if bool(user.on_management_committee) == on_committee:
        raise Refused(_so(email, "sits on the committee" if on_committee else "does not sit on the committee"))
    user.on_management_committee = on_committee
    session.flush()
    _tell(session, actor, Deed.COMMITTEE_CHANGED, number, "on_management_committee", at)


def link_volunteer(session: Session, email: str, ref: str | None, at: datetime, *, actor: str) -> None:
    """Say which volunteer this person also is, so that they are kept from what is about themself; None: none.

    Whatever they have open is shut.

    Raises: Refused (nobody of that name, no such volunteer, it is so already).
    """
    user, number = _found(session, email)
    volunteer = None if ref is None else _volunteer(session, ref)
    if user.volunteer_id == volunteer:
        raise Refused(_so(email, "is linked to no volunteer" if volunteer is None else "is linked to that volunteer"))
    user.volunteer_id = volunteer
    session.flush()
    sessions.end_all(session, number, at, SessionEnd.ROLE_CHANGED)
    _tell(session, actor, Deed.VOLUNTEER_LINK_CHANGED, number, "volunteer_id", at)


def _volunteer(session: Session, ref: str) -> int:
    wanted = ref.strip()
    found = None
    if wanted.isprintable() and 0 < len(wanted) <= LONGEST:
        same = func.lower(RecordRow.ref) == wanted.lower()
        found = session.exec(select(RecordRow.id).where(same, RecordRow.kind == RecordKind.VOLUNTEER)).first()
    if found is None:
        raise Refused(NO_VOLUNTEER.format(ref=wanted[:LONGEST]))
    return found


def _found(session: Session, email: str) -> tuple[UserRow, int]:
    found = find(session, email)
    if found is None or found[0].id is None:
        raise Refused(said(NOBODY, email))
    return found[0], found[0].id


def _so(email: str, what: str) -> str:
    return IS_SO.format(email=email.strip()[:LONGEST], what=what)


def _tell(session: Session, actor: str, deed: Deed, user_id: int, field: str, at: datetime) -> None:
    audit.record(session, actor=actor, action=deed, subject=f"user/{user_id}", fields=(field,), at=at)
