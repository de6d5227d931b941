"""Whom to ring, filled in by the chair. Wants a session of `store.engine.writing`."""

from datetime import datetime

from sqlmodel import Session

from bccc_dash.domain.access import Capability, check_may
from bccc_dash.domain.contacts import NOTHING_TOLD, TITLES, ContactKind, Told, checked
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.setting_list import CentreDeed
from bccc_dash.domain.viewer import Person
from bccc_dash.store import audit
from bccc_dash.store.tables import SafeguardingContactRow as Row

MEANWHILE = "{title}: somebody changed this meanwhile. Look at what stands there now, then save again."
IS_SO = "{title}: nothing is changed."


def change_contact(session: Session, *, by: Person, kind: ContactKind, told: Told, seen: Told, at: datetime) -> None:
    """Write down whom to ring; nothing at all takes the contact out. `seen` is what the form showed first.

    Raises: Refused (may not, a field will not do, nothing changed, changed meanwhile).
    """
    check_may(by, Capability.CHANGE_SETTINGS)
    told, row = checked(told), session.get(Row, kind)
    before = NOTHING_TOLD if row is None else Told(row.name, row.telephone, row.hours)
    if before != seen:
        raise Refused(MEANWHILE.format(title=TITLES[kind]))
    if before == told:
        raise Refused(IS_SO.format(title=TITLES[kind]))
    if row is not None:
        session.delete(row)
        session.flush()
    if told != NOTHING_TOLD:
        fields = {"name": told.name, "telephone": told.telephone, "hours": told.hours}
        session.add(Row(kind=kind, **fields, changed_by_id=by.user_id, changed_at=at))
        session.flush()
    audit.record(
        session,
        actor=f"user/{by.user_id}",
        action=CentreDeed.CONTACT_CHANGED,
        subject=f"contact/{kind}",
        fields=("name", "telephone", "hours"),
        at=at,
    )
