"""The centre's own settings, changed by the chair: the setting, its history and the audit in one transaction.

Each wants a session of `store.engine.writing`. `seen` is what the centre had set when the form was shown.
"""

from datetime import datetime

from sqlmodel import Session

from bccc_dash.commands.sessions import is_let_in
from bccc_dash.domain.access import Capability, check_may
from bccc_dash.domain.deputies import Duty
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.setting_list import STAGE, CentreDeed, Setting, checked, setting
from bccc_dash.domain.viewer import Person
from bccc_dash.store import audit
from bccc_dash.store.tables import AccountRow, RecruitmentStageRow, SettingChangeRow, SettingRow, UserRow

MEANWHILE = "{what}: somebody changed this meanwhile. Look at what is in force now, then save again."
IS_SO = "{what}: that is in force already."
NOBODY = "{what}: choose somebody of the list, who may come in today."


def change_setting(session: Session, *, by: Person, name: str, value: object, seen: str | None, at: datetime) -> None:
    """Set a number, or go back to the BCCC default where `value` is None.

    Raises: Refused (may not, no such setting, out of bounds, in force already, changed meanwhile).
    """
    check_may(by, Capability.CHANGE_SETTINGS)
    one = setting(name)
    wanted = None if value is None else str(checked(one, value))
    _change(session, one, wanted, by=by, seen=seen, at=at)


def change_deputy(
    session: Session, *, by: Person, duty: Duty, user_id: int | None, seen: str | None, at: datetime
) -> None:
    """Say who acts instead of the holders of a duty; nobody, where `user_id` is None.

    Raises: Refused (may not, nobody of that number who may come in, in force already, changed meanwhile).
    """
    check_may(by, Capability.CHANGE_SETTINGS)
    what = f"Deputy of the {duty.value}"
    if user_id is not None and not _may_come_in(session, user_id, at):
        raise Refused(NOBODY.format(what=what))
    wanted = None if user_id is None else str(user_id)
    before = _stored(session, duty.setting)
    _check(what, before, wanted, seen)
    _store(session, duty.setting, wanted)
    _tell(session, duty.setting, before, wanted, by=by, at=at)


def _may_come_in(session: Session, user_id: int, at: datetime) -> bool:
    """Whether there is such a person, not disabled, in the days of their role."""
    user = session.get(UserRow, user_id)
    return user is not None and is_let_in(user, session.get(AccountRow, user_id) or AccountRow(user_id=user_id), at)


def _change(session: Session, one: Setting, wanted: str | None, *, by: Person, seen: str | None, at: datetime) -> None:
    if one.name.startswith(STAGE):
        before = _of_stage(session, one)
        _check(one.about, before, wanted, seen)
        _stage(session, one).target_days = one.default if wanted is None else int(wanted)
    else:
        before = _stored(session, one.name)
        _check(one.about, before, wanted, seen)
        _store(session, one.name, wanted)
    _tell(session, one.name, before, wanted, by=by, at=at)


def _check(what: str, before: str | None, wanted: str | None, seen: str | None) -> None:
    if before != seen:
        raise Refused(MEANWHILE.format(what=what))
    if before == wanted:
        raise Refused(IS_SO.format(what=what))


def _stored(session: Session, name: str) -> str | None:
    row = session.get(SettingRow, name)
    return None if row is None else row.value


def _store(session: Session, name: str, value: str | None) -> None:
    row = session.get(SettingRow, name)
    if value is None:
        session.delete(row)
    elif row is None:
        session.add(SettingRow(name=name, value=value))
    else:
        row.value = value
    session.flush()


def _stage(session: Session, one: Setting) -> RecruitmentStageRow:
    return session.get_one(RecruitmentStageRow, one.stage)


def _of_stage(session: Session, one: Setting) -> str | None:
    """A stage's target, where it is not the BCCC default."""
    days = _stage(session, one).target_days
    return None if days == one.default else str(days)


def _tell(session: Session, name: str, before: str | None, value: str | None, *, by: Person, at: datetime) -> None:
    session.add(SettingChangeRow(name=name, before=before, value=value, set_by_id=by.user_id, at=at))
    session.flush()
    actor = f"user/{by.user_id}"
    audit.record(
        session, actor=actor, action=CentreDeed.SETTING_CHANGED, subject=f"setting/{name}", fields=(name,), at=at
    )
