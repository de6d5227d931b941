"""Puts a large centre's cells straight into an empty database: the bench times reading, not this."""

from collections.abc import Iterator
from itertools import count, islice
from typing import Any

from sqlalchemy import insert
from sqlmodel import Session, SQLModel

from bccc_dash.store.spans import refresh_all
from bccc_dash.store.tables import AttendanceRow, RecordRow, RecusalRow
from bccc_dash.workbook.demo_centre import Cells, Sheets
from bccc_dash.workbook.sheets import WRITE_ORDER, Column, Kind, Sheet

AT_ONCE = 20_000
FIRST = {"volunteers": 0, "users": 1}
Ids = dict[object, int]


def load(session: Session, sheets: Sheets) -> None:
    """Write every row of the sheets, then what is kept for speed."""
    records = _write_records(session, sheets)
    users: Ids = {user["email"]: number for number, user in enumerate(sheets["users"], start=1)}
    numbers = records | users
    for sheet in sorted(WRITE_ORDER, key=lambda sheet: FIRST.get(sheet.name, len(FIRST))):
        _write(session, sheet.table, _rows(sheet, sheets.get(sheet.name, []), numbers))
    _write(session, AttendanceRow, _people(sheets.get("meetings", []), "attendees", "meeting_id", users))
    _write(session, RecusalRow, _people(sheets.get("committee_shares", []), "recused", "share_id", users))
    refresh_all(session)


def _write_records(session: Session, sheets: Sheets) -> Ids:
    numbers: Ids = {}
    kinds: dict[int, str] = {}
    for sheet in WRITE_ORDER:
        for row in sheets.get(sheet.name, []) if sheet.record else []:
            numbers[row["ref"]] = number = len(numbers) + 1
            kinds[number] = str(sheet.record)
    _write(session, RecordRow, ({"id": number, "kind": kinds[number], "ref": ref} for ref, number in numbers.items()))
    return numbers


def _rows(sheet: Sheet, rows: list[Cells], numbers: Ids) -> Iterator[dict[str, Any]]:
    columns = [column for column in sheet.columns if column.kind is not Kind.PEOPLE and column.name != "ref"]
    for place, row in enumerate(rows, start=1):
        found = {column.attribute: _value(column, row.get(column.name), numbers) for column in columns}
        found["id"] = numbers[row["ref"]] if sheet.record else place
        yield found


def _value(column: Column, value: object, numbers: Ids) -> object:
    if value is None or not (column.refers or column.kind is Kind.PERSON):
        return value
    return numbers[value]


def _people(rows: list[Cells], column: str, owner: str, users: Ids) -> Iterator[dict[str, Any]]:
    for number, row in enumerate(rows, start=1):
        for position, email in enumerate(str(row.get(column) or "").split("; ")):
            if email:
                yield {owner: number, "position": position, "user_id": users[email]}


def _write(session: Session, table: type[SQLModel], rows: Iterator[dict[str, Any]]) -> None:
    for _ in count():
        batch = list(islice(rows, AT_ONCE))
        if not batch:
            return
        session.connection().execute(insert(table), batch)
