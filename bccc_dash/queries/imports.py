"""What an import left to people: what is listed for the chair, and which imports wait for a second person."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, exists, func, or_, select, union
from sqlmodel import Session, col
from sqlmodel import select as select_rows

from bccc_dash.domain.audit_words import actor_in_words
from bccc_dash.domain.imports import CONFIRMATION_LASTS, AskedOfChair, Asking, Brought, BroughtItem, WaitingImport
from bccc_dash.queries.sql import concerns, incidents, records
from bccc_dash.store.tables import (
    ImportAskingRow,
    ImportConfirmationItemRow,
    ImportConfirmationRow,
    RecordRow,
    UserRow,
)
from bccc_dash.store.withheld import RECORDS, Withheld, hidden_rows

ITEM, WAITS = ImportConfirmationItemRow, ImportConfirmationRow


def askings(session: Session) -> list[Asking]:
    """What is listed for the chair and not settled, the oldest first."""
    rows = session.exec(
        select_rows(ImportAskingRow, UserRow.email, RecordRow.ref)
        .outerjoin(UserRow, col(UserRow.id) == col(ImportAskingRow.user_id))
        .outerjoin(RecordRow, col(RecordRow.id) == col(ImportAskingRow.volunteer_id))
        .where(col(ImportAskingRow.settled_at).is_(None))
        .order_by(col(ImportAskingRow.id))
    ).all()
    names = {number or 0: name for number, name in session.exec(select_rows(UserRow.id, UserRow.display_name))}
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
    """The imports that can still be confirmed, the oldest first. What to withhold is for the caller: `kept_imports`."""
    waits = (col(WAITS.confirmed_at).is_(None), col(WAITS.asked_at) >= at - CONFIRMATION_LASTS)
    rows = session.exec(
        select_rows(WAITS, UserRow.display_name)
        .join(UserRow, col(UserRow.id) == col(WAITS.asked_by_id))
        .where(*waits)
        .order_by(col(WAITS.id))
    ).all()
    brought = select_rows(ITEM).join(WAITS, col(WAITS.id) == col(ITEM.confirmation_id)).where(*waits)
    items: dict[int, list[BroughtItem]] = {}
    for one in session.exec(brought.order_by(col(ITEM.id))):
        items.setdefault(one.confirmation_id, []).append(_item(one))
    return [
        WaitingImport(
            number=row.id or 0,
            asked_at=row.asked_at,
            asked_by_id=row.asked_by_id,
            asked_by=name,
            until=row.asked_at + CONFIRMATION_LASTS,
            items=tuple(items.get(row.id or 0, ())),
        )
        for row, name in rows
    ]


def _item(row: ImportConfirmationItemRow) -> BroughtItem:
    return BroughtItem(
        brought=Brought(row.brought),
        ref=row.ref,
        subject_ref=row.subject_ref,
        volunteer_ref=row.volunteer_ref,
        kind=row.kind,
        to_status=row.to_status,
        day=row.day,
        is_change=row.is_change,
    )


def kept_imports(session: Session, withheld: Withheld, numbers: Iterable[int]) -> frozenset[int]:
    """Which of these imports somebody is kept from: they name what is withheld, or may stem from it.

    A reference that no record has yet is that of a record which the file brings: it tells nothing. But where somebody
    stood aside from a case, an approval event of the same volunteer, or a decision about a record still to come, may
    stem from that case, and the import keeps no word of it: it is withheld too.
    Bounds: a session from which nothing is withheld. Source: P31.
    """
    asked = set(numbers)
    if not asked or withheld.is_nothing:
        return frozenset()
    gone = hidden_rows(session.connection(), withheld).gone[RECORDS]
    named = (ITEM.ref, ITEM.subject_ref, ITEM.volunteer_ref)
    ours = col(ITEM.confirmation_id).in_(asked)
    names_it = or_(*(_is(records.c.ref, col(column)) for column in named))
    named_there = select(col(ITEM.confirmation_id)).join(records, names_it).where(ours, records.c.id.in_(gone))
    stemming = select(col(ITEM.confirmation_id)).where(ours, *_may_stem_from(withheld.case_ids))
    return frozenset(session.execute(union(named_there, stemming)).scalars())


def _may_stem_from(case_ids: frozenset[int]) -> tuple[ColumnElement[bool], ...]:
    """What holds of an item that may stem from one of these cases, though nothing in it says so."""
    people = select(concerns.c.volunteer_id).where(concerns.c.id.in_(case_ids))
    people_of_breaches = select(incidents.c.volunteer_id).where(incidents.c.id.in_(case_ids))
    their = or_(records.c.id.in_(people), records.c.id.in_(people_of_breaches))
    is_known = exists().where(_is(records.c.ref, col(ITEM.subject_ref)))
    about_them = exists().where(_is(records.c.ref, col(ITEM.volunteer_ref)), their)
    return about_them, or_(col(ITEM.brought) == Brought.APPROVAL_EVENT, ~is_known)


def _is(ref: ColumnElement[str], named: Any) -> ColumnElement[bool]:
    return func.lower(ref) == func.lower(named)
