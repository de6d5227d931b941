"""Those who use the dashboard, listed for the chair. Never kept: who can come in changes by the minute."""

from datetime import datetime
from typing import Any

from sqlalchemy import case, func, select
from sqlmodel import Session, col

from bccc_dash.commands.sessions import is_let_in
from bccc_dash.domain.access import Capability, check_may
from bccc_dash.domain.sign_in import SignInStep
from bccc_dash.domain.user_list import AccountState, ListedUser, Standing
from bccc_dash.domain.viewer import Person
from bccc_dash.domain.vocabulary import Role
from bccc_dash.store.tables import AccountRow, OneTimeLinkRow, RecordRow, SignInSessionRow, UserRow

LINK, SIGNED = OneTimeLinkRow, SignInSessionRow


def listed(session: Session, *, by: Person, at: datetime) -> tuple[ListedUser, ...]:
    """Everybody who uses the dashboard, by name; in one question.

    Raises: Refused where this person may not see them.
    """
    check_may(by, Capability.MANAGE_PEOPLE)
    query = (
        select(UserRow, AccountRow, col(RecordRow.ref), _links(at), _last_in())
        .outerjoin(AccountRow, col(AccountRow.user_id) == col(UserRow.id))
        .outerjoin(RecordRow, col(RecordRow.id) == col(UserRow.volunteer_id))
    )
    found = [_listed(user, account, ref, links, last, at) for user, account, ref, links, last in session.execute(query)]
    return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.user_id)))


def standing(session: Session, user: UserRow) -> Standing:
    """What the chair may change about this person, as it is now."""
    ref = session.execute(select(col(RecordRow.ref)).where(col(RecordRow.id) == user.volunteer_id)).scalar()
    return _standing(user, ref)


def _links(at: datetime) -> Any:
    """How the links of a person stand: 2 where one works, 1 where all have run out; null where there is none."""
    works = (col(LINK.used_at).is_(None)) & (col(LINK.expires_at) > at)
    return select(func.max(case((works, 2), else_=1))).where(col(LINK.user_id) == col(UserRow.id)).scalar_subquery()


def _last_in() -> Any:
    """When the latest session began of those that are kept."""
    full = (col(SIGNED.user_id) == col(UserRow.id), col(SIGNED.step) == SignInStep.FULL)
    return select(func.max(col(SIGNED.started_at))).where(*full).scalar_subquery()


def _listed(
    user: UserRow, account: AccountRow | None, ref: str | None, links: int | None, last: datetime | None, at: datetime
) -> ListedUser:
    return ListedUser(
        user_id=user.id or 0,
        name=user.display_name,
        email=user.email,
        standing=_standing(user, ref),
        state=_state(user, account, links, at),
        last_in=last,
    )


def _standing(user: UserRow, ref: str | None) -> Standing:
    return Standing(
        role=Role(user.role),
        is_lead=bool(user.is_safeguarding_lead),
        on_committee=bool(user.on_management_committee),
        volunteer_ref=ref,
    )


def _state(user: UserRow, account: AccountRow | None, links: int | None, at: datetime) -> AccountState:
    if account is not None and account.disabled_at is not None:
        return AccountState.DISABLED
    if not is_let_in(user, account or AccountRow(user_id=user.id or 0), at):
        return AccountState.OUTSIDE_DAYS
    if account is not None and account.password_hash is not None:
        return AccountState.ACTIVE
    if links is None:
        return AccountState.NEVER_INVITED
    return AccountState.INVITED if links > 1 else AccountState.LINK_RAN_OUT
