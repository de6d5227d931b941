"""What the database holds, in the form in which an import is compared with it and an export is written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Table, func, select
from sqlmodel import Session

from bccc_dash.domain.outcome_vocabulary import RecordKind
from bccc_dash.store.audit import LastChange, last_changes
from bccc_dash.store.revision import revision
from bccc_dash.store.tables import AttendanceRow, RecordRow, RecusalRow, UserRow
from bccc_dash.workbook.columns import Kind, Sheet

Values = tuple[Any, ...]
"""A row: a value for each kept column of its sheet, records and people by number, several people as a tuple."""

PEOPLE: dict[str, tuple[Table, str]] = {
    "recused": (RecusalRow.__table__, "share_id"),  # type: ignore[attr-defined]  # SQLModel adds it unseen
    "attendees": (AttendanceRow.__table__, "meeting_id"),  # type: ignore[attr-defined]  # SQLModel adds it unseen
}
RECORDS: Table = RecordRow.__table__  # type: ignore[attr-defined]  # SQLModel adds it unseen
USERS: Table = UserRow.__table__  # type: ignore[attr-defined]  # SQLModel adds it unseen
FETCHED = 5000


@dataclass
class Stored:
    """The references, people and rows that are stored. Empty where there is no database yet.

    `changes` are the last changes that were no import's, by subject; `names` the users' by number.
    """

    records: dict[str, tuple[RecordKind, int]] = field(default_factory=dict)
    users: dict[str, int] = field(default_factory=dict)
    rows: dict[str, dict[int, Values]] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    last_ids: dict[str, int] = field(default_factory=dict)
    revision: int = 0
    changes: dict[str, LastChange] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """There is no record and no user: an import takes the workbook as it is."""
        return not self.records and not any(self.counts.values())


def fold(text: str) -> str:
    """A reference or e-mail as it is compared: without case."""
    return text.strip().casefold()


def table_of(sheet: Sheet) -> Table:
    """The table that keeps a sheet."""
    table: Table = sheet.table.__table__  # type: ignore[attr-defined]  # SQLModel adds it unseen
    return table


def read_stored(session: Session, sheets: Sequence[Sheet], every: Sequence[Sheet]) -> Stored:
    """What is stored, with the rows of `sheets` and the counts of `every` sheet."""
    connection = session.connection()
    stored = Stored(revision=revision(session))
    for number, kind, ref in connection.execute(select(RECORDS.c.id, RECORDS.c.kind, RECORDS.c.ref)):
        stored.records[fold(ref)] = (RecordKind(kind), number)
    for number, email, name in connection.execute(select(USERS.c.id, USERS.c.email, USERS.c.display_name)):
        stored.users[fold(email)], stored.names[number] = number, name
    stored.changes = last_changes(session)
    stored.last_ids["records"] = connection.execute(select(func.max(RECORDS.c.id))).scalar() or 0
    for sheet in every:
        table = table_of(sheet)
        count, last = connection.execute(select(func.count(), func.max(table.c.id)).select_from(table)).one()
        stored.counts[sheet.name], stored.last_ids[sheet.name] = count, last or 0
    for sheet in sheets:
        stored.rows[sheet.name] = dict(rows_of(connection, sheet)) if stored.counts[sheet.name] else {}
    return stored


def rows_of(connection: Connection, sheet: Sheet) -> Iterator[tuple[int, Values]]:
    """The stored rows of a sheet with their numbers, in order."""
    table = table_of(sheet)
    people = next((column.name for column in sheet.kept if column.kind is Kind.PEOPLE), None)
    attributes = [table.c[column.attribute] for column in sheet.kept if column.kind is not Kind.PEOPLE]
    together = people_of(connection, people) if people else {}
    place = next((at for at, column in enumerate(sheet.kept) if column.kind is Kind.PEOPLE), 0)
    query = select(table.c.id, *attributes).order_by(table.c.id)
    for number, *values in connection.execute(query.execution_options(yield_per=FETCHED)):
        if people:
            values.insert(place, together.get(number, ()))
        yield number, tuple(values)


def people_of(connection: Connection, column: str) -> dict[int, tuple[int, ...]]:
    """The people of each row that has any, in order."""
    table, owner = PEOPLE[column]
    found: dict[int, list[int]] = {}
    query = select(table.c[owner], table.c.user_id).order_by(table.c[owner], table.c.position)
    for row, user in connection.execute(query):
        found.setdefault(row, []).append(user)
    return {row: tuple(users) for row, users in found.items()}
