"""What people do about an import: confirm what it brings, and settle what it listed for the chair.

Each wants a session of `store.engine.writing`, with `changes_records=False`: no record changes.
"""

from datetime import datetime

from sqlmodel import Session, col, func, select

from bccc_dash.domain.access import Capability, check_may
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.imports import AskingEnd, ImportDeed, is_in_time
from bccc_dash.domain.viewer import Matter, Person
from bccc_dash.store import audit
from bccc_dash.store.tables import (
    CommitteeShareRow,
    ImportAskingRow,
    ImportConfirmationItemRow,
    ImportConfirmationRow,
    RecordRow,
    RecusalRow,
)

NO_IMPORT = "No import waits as number {number}: look at the list of those that do."
IS_CONFIRMED = "Import number {number} is confirmed already: the workbook can be imported again now."
IS_LATE = "Import number {number} waited longer than seven days: have the workbook imported again, to ask anew."
IS_OWN = "You asked for import number {number} yourself: somebody else has to confirm it."
NO_ASKING = "Nothing is listed for the chair as number {number}."
IS_SETTLED = "Number {number} of the chair's list is settled already."
MOST = 2**31 - 1

Item = ImportConfirmationItemRow


def confirm_import(session: Session, number: int, *, by: Person, at: datetime) -> None:
    """Confirm that this import may bring its ratified decisions and approval events; it is then made from the console.

    Raises: Refused (may not, asked for it, it is about them, no such import, confirmed already, too late).
    """
    check_may(by, Capability.CONFIRM_IMPORTS)
    row = session.get(ImportConfirmationRow, number, populate_existing=True) if 0 < number <= MOST else None
    if row is None:
        raise Refused(NO_IMPORT.format(number=number))
    if row.asked_by_id == by.user_id:
        raise Refused(IS_OWN.format(number=number))
    check_may(by, Capability.CONFIRM_IMPORTS, matter=_matter(session, number, by))
    if row.confirmed_at is not None:
        raise Refused(IS_CONFIRMED.format(number=number))
    if not is_in_time(row.asked_at, at):
        raise Refused(IS_LATE.format(number=number))
    row.confirmed_at, row.confirmed_by_id = at, by.user_id
    _tell(session, by, ImportDeed.CONFIRMED, f"import_confirmation/{number}", ("confirmed_at", "confirmed_by"), at)


def settle_asking(session: Session, number: int, ending: AskingEnd, *, by: Person, at: datetime) -> None:
    """Take one line off the chair's list: what it asks was done elsewhere, or will not be done.

    Raises: Refused (may not, no such line, settled already).
    """
    check_may(by, Capability.MANAGE_PEOPLE)
    row = session.get(ImportAskingRow, number, populate_existing=True) if 0 < number <= MOST else None
    if row is None:
        raise Refused(NO_ASKING.format(number=number))
    if row.settled_at is not None:
        raise Refused(IS_SETTLED.format(number=number))
    row.settled_at, row.settled_by_id, row.ending = at, by.user_id, ending
    _tell(session, by, ImportDeed.SETTLED, f"import_asking/{number}", (ending.lower(),), at)


def _matter(session: Session, number: int, by: Person) -> Matter:
    """What of the import bears on whether this person must be kept from it: that it is about them, or a recusal."""
    of_it = Item.confirmation_id == number
    own = select(func.lower(RecordRow.ref)).where(RecordRow.id == by.volunteer_id)
    about = session.exec(select(Item.id).where(of_it, func.lower(Item.volunteer_ref).in_(own)).limit(1)).first()
    stood_aside = session.exec(
        select(RecusalRow.user_id)
        .join(CommitteeShareRow, col(CommitteeShareRow.id) == col(RecusalRow.share_id))
        .join(RecordRow, col(RecordRow.id) == col(CommitteeShareRow.subject_id))
        .join(Item, func.lower(Item.subject_ref) == func.lower(RecordRow.ref))
        .where(of_it, RecusalRow.user_id == by.user_id)
        .limit(1)
    ).first()
    recused = frozenset() if stood_aside is None else frozenset({by.user_id})
    return Matter(volunteer_id=None if about is None else by.volunteer_id, recused=recused)


def _tell(session: Session, by: Person, deed: ImportDeed, subject: str, fields: tuple[str, ...], at: datetime) -> None:
    session.flush()
    audit.record(session, actor=f"user/{by.user_id}", action=deed, subject=subject, fields=fields, at=at)
