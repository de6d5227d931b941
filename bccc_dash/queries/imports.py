"""What an import left to people: what is listed for the chair, and which imports wait for a second person."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session, col, select

from bccc_dash.domain.audit_words import actor_in_words
from bccc_dash.domain.imports import CONFIRMATION_LASTS, AskedOfChair, Brought
from bccc_dash.store.tables import (
    ImportAskingRow,
    ImportConfirmationItemRow,
    ImportConfirmationRow,
    RecordRow,
    UserRow,
)


@dataclass(frozen=True, slots=True)
class Asking:
    """One thing that a workbook says of a person: `asked` is its word, `volunteer_ref` the link; both blank: none."""

    number: int
    asked_at: datetime
    asked_by: str
    email: str
    user_id: int | None
    about: AskedOfChair
    asked: str | None
    volunteer_ref: str | None


@dataclass(frozen=True, slots=True)
class BroughtItem:
    """A ratified decision or an approval event that an import would bring."""

    brought: Brought
    ref: str | None
    subject_ref: str
    volunteer_ref: str
    kind: str | None
    to_status: str | None
    day: date | None
    is_change: bool


@dataclass(frozen=True, slots=True)
class WaitingImport:
    """An import that waits for somebody other than `asked_by_id` to confirm it, until `until`."""

    number: int
    asked_at: datetime
    asked_by_id: int
    until: datetime
    items: tuple[BroughtItem, ...]


def askings(session: Session) -> list[Asking]:
    """What is listed for the chair and not settled, the oldest first."""
    rows = session.exec(
        select(ImportAskingRow, UserRow.email, RecordRow.ref)
        .outerjoin(UserRow, col(UserRow.id) == col(ImportAskingRow.user_id))
        .outerjoin(RecordRow, col(RecordRow.id) == col(ImportAskingRow.volunteer_id))
        .where(col(ImportAskingRow.settled_at).is_(None))
        .order_by(col(ImportAskingRow.id))
    ).all()
    names = {number or 0: name for number, name in session.exec(select(UserRow.id, UserRow.display_name))}
    return [
        Asking(
            number=row.id or 0,
            asked_at=row.asked_at,
            asked_by=actor_in_words(row.asked_by, names),
            email=email or row.email or "",
            user_id=row.user_id,
            about=AskedOfChair(row.about),
            asked=row.asked,
            volunteer_ref=ref,
        )
        for row, email, ref in rows
    ]


def waiting_imports(session: Session, at: datetime) -> list[WaitingImport]:
    """The imports that can still be confirmed, the oldest first. What to withhold is for the caller."""
    waits = select(ImportConfirmationRow).where(
        col(ImportConfirmationRow.confirmed_at).is_(None),
        col(ImportConfirmationRow.asked_at) >= at - CONFIRMATION_LASTS,
    )
    return [
        WaitingImport(
            row.id or 0, row.asked_at, row.asked_by_id, row.asked_at + CONFIRMATION_LASTS, _items(session, row)
        )
        for row in session.exec(waits.order_by(col(ImportConfirmationRow.id))).all()
    ]


def _items(session: Session, row: ImportConfirmationRow) -> tuple[BroughtItem, ...]:
    of_it = select(ImportConfirmationItemRow).where(ImportConfirmationItemRow.confirmation_id == row.id)
    rows = session.exec(of_it.order_by(col(ImportConfirmationItemRow.id)))
    return tuple(
        BroughtItem(
            brought=Brought(one.brought),
            ref=one.ref,
            subject_ref=one.subject_ref,
            volunteer_ref=one.volunteer_ref,
            kind=one.kind,
            to_status=one.to_status,
            day=one.day,
            is_change=one.is_change,
        )
        for one in rows
    )
