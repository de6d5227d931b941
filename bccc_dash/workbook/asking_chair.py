"""What a workbook says of people that an import into records in use never does: it is listed for the chair."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session, col, select

from bccc_dash.domain.imports import AskedOfChair
from bccc_dash.store.tables import ImportAskingRow
from bccc_dash.workbook.checking import Checked
from bccc_dash.workbook.columns import Column, Sheet
from bccc_dash.workbook.faults import Fault, shown
from bccc_dash.workbook.stored import Values, fold

ASKS = {
    "role": AskedOfChair.ROLE,
    "on_management_committee": AskedOfChair.ON_COMMITTEE,
    "is_safeguarding_lead": AskedOfChair.LEAD,
    "volunteer_ref": AskedOfChair.VOLUNTEER_LINK,
    "active_from": AskedOfChair.ACTIVE_FROM,
    "active_to": AskedOfChair.ACTIVE_TO,
}
"""The columns of users that say who may do what, from when to when."""
DIFFERS = "is not what is stored, and an import changes nobody's role, flags, days or volunteer link"
UNKNOWN = "is the e-mail of somebody who is not known yet, and an import adds nobody"
LISTED = "It is listed for the chair instead."
ADD_FIRST = "It is listed for the chair instead; to add the person: python -m bccc_dash user add EMAIL NAME ROLE."


@dataclass(frozen=True)
class Asked:
    """One thing asked: about whom (a number, or the e-mail of somebody unknown), what, and the place in the file."""

    user_id: int | None
    email: str | None
    about: AskedOfChair
    asked: str | None
    volunteer_id: int | None
    place: Fault

    @property
    def key(self) -> tuple[object, ...]:
        return self.user_id, fold(self.email or ""), self.about, self.asked, self.volunteer_id


def as_stored(sheet: Sheet, old: Values, row: Values) -> Values:
    """The row of a known person with everything as it is stored, but for the name."""
    kept = zip(sheet.kept, old, row, strict=True)
    return tuple(now if column.name == "display_name" else was for column, was, now in kept)


def asked_of_chair(
    checked: Checked, number: int, own: int | None, old: Values | None, rows: Sequence[Values]
) -> list[Asked]:
    """What a row of users asks beyond what is stored: `rows` are its cells and the same with references resolved.

    A column that the file does not have asks nothing.
    """
    cells, row = rows
    email = str(cells[0])
    found = [] if old is not None else [_unknown(checked, number, email, row)]
    for place, column in enumerate(checked.sheet.kept):
        if column.name not in ASKS or column.name not in checked.headings.places:
            continue
        was = None if old is None else old[place]
        is_told = old is None and column.name == "role"  # of somebody new, the role is told with the person
        if (was or None) != (row[place] or None) and not is_told:
            told = Fault(
                checked.name,
                number,
                checked.headings.heading(column.name),
                shown(_in_words(cells[place])),
                DIFFERS,
                LISTED,
            )
            found.append(_asked(column, row[place], own, email, told))
    return found


def _unknown(checked: Checked, number: int, email: str, row: Values) -> Asked:
    heading = checked.headings.heading("email")
    place = Fault(checked.name, number, heading, shown(email), UNKNOWN, ADD_FIRST)
    role = row[[column.name for column in checked.sheet.kept].index("role")]
    return Asked(None, email, AskedOfChair.ADD_PERSON, str(role), None, place)


def _asked(column: Column, value: object, own: int | None, email: str, place: Fault) -> Asked:
    volunteer = value if column.names_record and isinstance(value, int) else None
    asked = None if column.names_record else _in_words(value)
    return Asked(own, None if own else email, ASKS[column.name], asked, volunteer, place)


def _in_words(value: object) -> str | None:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat() if isinstance(value, date) else None if value is None else str(value)


def keep_asked(session: Session, asked: Sequence[Asked], *, actor: str, at: datetime) -> list[str]:
    """List for the chair what is not on the list already; return the words of what was added to it."""
    rows = session.exec(select(ImportAskingRow).where(col(ImportAskingRow.settled_at).is_(None)))
    listed = {(one.user_id, fold(one.email or ""), one.about, one.asked, one.volunteer_id) for one in rows}
    new = [one for one in asked if one.key not in listed]
    session.add_all(
        ImportAskingRow(
            asked_at=at,
            asked_by=actor,
            user_id=one.user_id,
            email=one.email,
            about=one.about,
            asked=one.asked,
            volunteer_id=one.volunteer_id,
        )
        for one in new
    )
    session.flush()
    return sorted({one.about.lower() for one in new})
