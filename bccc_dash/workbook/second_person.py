"""Ratified decisions and approval events come into records in use only when a second person has confirmed the import.

The workbook is not kept: a fingerprint of all that would be read of it is, and references, words and days of what it
brings. Whoever imports it again within seven days of the confirmation brings in those, and nothing else of that kind.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, fields
from datetime import datetime
from typing import Any

from sqlalchemy import Connection
from sqlalchemy import select as core_select
from sqlmodel import Session, col, select

from bccc_dash.domain.imports import Brought, ImportDeed, is_in_time
from bccc_dash.domain.imports import BroughtItem as Item
from bccc_dash.domain.outcome_vocabulary import DecisionStatus, RecordKind
from bccc_dash.store import audit
from bccc_dash.store.tables import ConcernRow, IncidentRow
from bccc_dash.store.tables import ImportConfirmationItemRow as ItemRow
from bccc_dash.store.tables import ImportConfirmationRow as Confirmation
from bccc_dash.workbook.checking import Checked
from bccc_dash.workbook.planning import Plan, SheetPlan
from bccc_dash.workbook.stored import RECORDS, Values

RATIFIED = DecisionStatus.RATIFIED


def items_of(session: Session, plan: Plan) -> tuple[Item, ...]:
    """What of a plan a second person has to confirm; nothing where it is the first import."""
    sheets = {one.sheet.name: one for one in plan.sheets}
    decisions = list(_decisions(sheets.get("decisions")))
    events = [row for _, row in sheets["approval_events"].added] if "approval_events" in sheets else []
    if plan.is_first or not (decisions or events):
        return ()
    names = _Names(session.connection(), plan)
    found = [_decision_item(names, *one) for one in decisions]
    return tuple(found + [_event_item(names, row) for row in events])


def _decisions(plan: SheetPlan | None) -> Iterator[tuple[int, dict[str, Any], bool]]:
    """The decisions that come in ratified, or were: number, cells by column, whether it was ratified already."""
    if plan is None:
        return
    names = [column.name for column in plan.sheet.kept]
    for number, row in plan.added:
        cells = dict(zip(names, row, strict=True))
        if cells["status"] == RATIFIED:
            yield number, cells, False
    for number, old, row in plan.changed:
        cells, was = dict(zip(names, row, strict=True)), old[names.index("status")]
        if RATIFIED in (cells["status"], was):
            yield number, cells, was == RATIFIED


class _Names:
    """The references of records by number, those of the file included, and the volunteer of each case."""

    def __init__(self, connection: Connection, plan: Plan) -> None:
        self.refs: dict[int, str] = _pairs(connection, RECORDS.c.id, RECORDS.c.ref)
        self.refs.update((number, ref) for number, _, ref in plan.new_records)
        self.volunteers: dict[int, int] = {}
        for table in (ConcernRow, IncidentRow):
            self.volunteers.update(_pairs(connection, col(table.id), col(table.volunteer_id)))
        for one in plan.sheets:
            if one.sheet.record in (RecordKind.CONCERN, RecordKind.INCIDENT):
                self.volunteers.update(_volunteers_in(one))

    def of(self, number: int) -> tuple[str, str]:
        """The reference of a subject, and of the volunteer that it is about."""
        return self.refs[number], self.refs[self.volunteers.get(number, number)]


def _pairs(connection: Connection, first: Any, second: Any) -> dict[int, Any]:
    return {row[0]: row[1] for row in connection.execute(core_select(first, second))}


def _volunteers_in(plan: SheetPlan) -> Iterator[tuple[int, int]]:
    place = [column.name for column in plan.sheet.kept].index("volunteer_ref")
    yield from ((number, row[place]) for number, row in plan.added)
    yield from ((number, row[place]) for number, _, row in plan.changed)


def _decision_item(names: _Names, number: int, cells: dict[str, Any], is_change: bool) -> Item:
    about = names.of(cells["subject_ref"])
    kind, day = str(cells["kind"]), cells["decided_on"]
    to_status = None if cells["to_status"] is None else str(cells["to_status"])
    return Item(Brought.DECISION, names.refs[number], *about, kind, to_status, day, is_change)


def _event_item(names: _Names, row: Values) -> Item:
    volunteer, _, to_status, day, *_ = row
    return Item(Brought.APPROVAL_EVENT, None, *names.of(volunteer), None, str(to_status), day, False)


def fingerprint(sheets: Iterable[Checked]) -> str:
    """The SHA-256 of everything that was read of a book: the same however it is packed, another with any other cell."""
    digest = hashlib.sha256()
    for checked in sorted(sheets, key=lambda one: one.sheet.name):
        digest.update(json.dumps([checked.sheet.name, sorted(checked.headings.places)]).encode())
        for row in checked.rows:
            digest.update(json.dumps(row, default=str).encode() + b"\n")
    return digest.hexdigest()


def leave(session: Session, mark: str, items: Sequence[Item], at: datetime) -> Confirmation | None:
    """The confirmation by which a book of this fingerprint may bring these, if there is one that still holds."""
    for row in _unused(session, mark):
        if row.confirmed_at is not None and is_in_time(row.confirmed_at, at) and set(items) <= _items(session, row):
            return row
    return None


def waiting(session: Session, mark: str, items: Sequence[Item], at: datetime) -> Confirmation | None:
    """The request to confirm just these that was made already, and waits."""
    for row in _unused(session, mark):
        if row.confirmed_at is None and is_in_time(row.asked_at, at) and set(items) == _items(session, row):
            return row
    return None


def _unused(session: Session, mark: str) -> Sequence[Confirmation]:
    same = select(Confirmation).where(Confirmation.fingerprint == mark, col(Confirmation.used_at).is_(None))
    return session.exec(same.order_by(col(Confirmation.id).desc())).all()


def ask(session: Session, mark: str, items: Sequence[Item], at: datetime, *, actor: str, asker_id: int) -> Confirmation:
    """A new request to confirm these, told in the audit."""
    row = Confirmation(fingerprint=mark, asked_at=at, asked_by=actor, asked_by_id=asker_id)
    session.add(row)
    session.flush()
    number = row.id or 0
    session.add_all(ItemRow(confirmation_id=number, **asdict(one)) for one in items)
    _tell(session, ImportDeed.ASKED, number, actor, at)
    return row


def use(session: Session, row: Confirmation, at: datetime, *, actor: str) -> None:
    """Use a confirmation up, in the transaction of the import that it lets in."""
    row.used_at = at
    _tell(session, ImportDeed.CONFIRMATION_USED, row.id or 0, actor, at)


def _tell(session: Session, deed: ImportDeed, number: int, actor: str, at: datetime) -> None:
    session.flush()
    audit.record(session, actor=actor, action=deed, subject=f"import_confirmation/{number}", fields=(), at=at)


def _items(session: Session, row: Confirmation) -> set[Item]:
    rows = session.exec(select(ItemRow).where(ItemRow.confirmation_id == row.id))
    return {Item(**{field.name: getattr(one, field.name) for field in fields(Item)}) for one in rows}
