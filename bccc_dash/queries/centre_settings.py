"""What the chair has set, when, and whom to ring."""

from datetime import date

from sqlmodel import Session, col, select

from bccc_dash.clock import in_london
from bccc_dash.domain.centre_settings import CentreSettings, SettingChange
from bccc_dash.domain.contacts import Contact, ContactKind, Told
from bccc_dash.domain.deputies import Duty, Holder
from bccc_dash.domain.setting_list import SETTINGS, STAGE
from bccc_dash.queries.acting import ROLES
from bccc_dash.store.tables import (
    AccountRow,
    RecruitmentStageRow,
    SafeguardingContactRow,
    SettingChangeRow,
    SettingRow,
    UserRow,
)


def centre_settings(session: Session, today: date) -> CentreSettings:
    """Everything on the page "Settings", in four questions. `today` decides who holds a duty."""
    people = session.exec(
        select(UserRow, AccountRow.disabled_at)
        .outerjoin(AccountRow, col(AccountRow.user_id) == col(UserRow.id))
        .order_by(UserRow.display_name, col(UserRow.id))
    ).all()
    names = {user.id or 0: user.display_name for user, _ in people}
    able = [user for user, disabled_at in people if disabled_at is None and _in_office(user, today)]
    return CentreSettings(
        own=_own(session),
        changes=_changes(session, names),
        users=names,
        may_act=tuple(map(_holder, able)),
        holders={duty: tuple(_holder(user) for user in able if _holds(user, duty)) for duty in Duty},
    )


def contacts(session: Session) -> tuple[Contact, ...]:
    """Whom to ring, as far as it is filled in, in the order of the page."""
    rows = session.exec(
        select(SafeguardingContactRow, UserRow.display_name).join(
            UserRow, col(UserRow.id) == col(SafeguardingContactRow.changed_by_id)
        )
    ).all()
    found = [
        Contact(ContactKind(row.kind), Told(row.name, row.telephone, row.hours), by, in_london(row.changed_at))
        for row, by in rows
    ]
    return tuple(sorted(found, key=lambda one: list(ContactKind).index(one.kind)))


def _own(session: Session) -> dict[str, str]:
    """What is set, by name; of the stages' targets those that differ from the BCCC default."""
    own = {row.name: row.value for row in session.exec(select(SettingRow))}
    targets = {row.code: row.target_days for row in session.exec(select(RecruitmentStageRow))}
    stages = [one for one in SETTINGS.values() if one.name.startswith(STAGE)]
    return own | {one.name: str(targets[one.stage]) for one in stages if targets.get(one.stage) != one.default}


def _changes(session: Session, names: dict[int, str]) -> tuple[SettingChange, ...]:
    rows = session.exec(select(SettingChangeRow).order_by(col(SettingChangeRow.id).desc()))
    return tuple(
        SettingChange(row.name, row.before, row.value, names[row.set_by_id], in_london(row.at)) for row in rows
    )


def _in_office(user: UserRow, today: date) -> bool:
    return not ((user.active_from and today < user.active_from) or (user.active_to and today > user.active_to))


def _holder(user: UserRow) -> Holder:
    return Holder(user.id or 0, user.display_name)


def _holds(user: UserRow, duty: Duty) -> bool:
    return user.role == ROLES[duty] or (duty is Duty.LEAD and bool(user.is_safeguarding_lead))
