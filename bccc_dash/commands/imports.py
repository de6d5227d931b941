"""What people do about an import: see what waits, confirm what it brings, and settle what it listed for the chair.

What changes something wants a session of `store.engine.writing`, with `changes_records=False`: no record changes.
"""

from datetime import datetime

from sqlalchemy import Engine
from sqlmodel import Session

from bccc_dash.domain.access import Capability, check_may
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.imports import AskingEnd, ImportDeed, LeftToPeople, is_in_time
from bccc_dash.domain.viewer import Matter, Person
from bccc_dash.queries.imports import askings, kept_imports, waiting_imports
from bccc_dash.store import audit
from bccc_dash.store.engine import reading
from bccc_dash.store.tables import ImportAskingRow, ImportConfirmationRow
from bccc_dash.store.withheld import Withheld, withheld_from

NO_IMPORT = "No import waits as number {number}: look at the list of those that do."
IS_CONFIRMED = "Import number {number} is confirmed already: the workbook can be imported again now."
IS_LATE = "Import number {number} waited longer than seven days: have the workbook imported again, to ask anew."
IS_OWN = "You asked for import number {number} yourself: somebody else has to confirm it."
NO_ASKING = "Nothing is listed for the chair as number {number}."
IS_SETTLED = "Number {number} of the chair's list is settled already."
MOST = 2**31 - 1


def left_to_people(engine: Engine, *, by: Person, at: datetime) -> LeftToPeople:
    """What imports left to this person, as of this moment, without a word of what is withheld from them.

    Raises: Refused where they may not see it.
    """
    check_may(by, Capability.CONFIRM_IMPORTS)
    check_may(by, Capability.MANAGE_PEOPLE)
    with reading(engine) as session:
        withheld, waiting = _withheld(session, by), waiting_imports(session, at)
        kept = kept_imports(session, withheld, [one.number for one in waiting])
    with reading(engine, without=withheld) as session:
        asked = askings(session)
    return LeftToPeople(tuple(one for one in waiting if one.number not in kept), tuple(asked))


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

    Raises: Refused (may not, no such line, it names the volunteer that they are, settled already).
    """
    check_may(by, Capability.MANAGE_PEOPLE)
    row = session.get(ImportAskingRow, number, populate_existing=True) if 0 < number <= MOST else None
    if row is None:
        raise Refused(NO_ASKING.format(number=number))
    check_may(by, Capability.MANAGE_PEOPLE, matter=Matter(volunteer_id=row.volunteer_id))
    if row.settled_at is not None:
        raise Refused(IS_SETTLED.format(number=number))
    row.settled_at, row.settled_by_id, row.ending = at, by.user_id, ending
    _tell(session, by, ImportDeed.SETTLED, f"import_asking/{number}", (ending.lower(),), at)


def _withheld(session: Session, by: Person) -> Withheld:
    return withheld_from(session, user_id=by.user_id, volunteer_id=by.volunteer_id)


def _matter(session: Session, number: int, by: Person) -> Matter:
    """What decides whether this person must be kept from the import."""
    is_kept = number in kept_imports(session, _withheld(session, by), [number])
    return Matter(recused=frozenset({by.user_id}) if is_kept else frozenset())


def _tell(session: Session, by: Person, deed: ImportDeed, subject: str, fields: tuple[str, ...], at: datetime) -> None:
    session.flush()
    audit.record(session, actor=f"user/{by.user_id}", action=deed, subject=subject, fields=fields, at=at)
