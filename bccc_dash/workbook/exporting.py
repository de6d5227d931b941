"""Writing records out: the same workbook that an import reads, so that export and import undo each other."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Column as TableColumn
from sqlalchemy import Connection, select
from sqlmodel import Session

from bccc_dash.domain.errors import Refused
from bccc_dash.workbook.books import PlainPage, new_workbook, write_heading
from bccc_dash.workbook.columns import Column, Kind, Sheet
from bccc_dash.workbook.dates import FIRST_EXCEL_DAY
from bccc_dash.workbook.sheets import SHEETS
from bccc_dash.workbook.stored import RECORDS, USERS, Values, rows_of

Sheets = dict[str, list[dict[str, object]]]
Row = dict[str, object]

MOST_ROWS = 1_048_575


def export_sheets(session: Session) -> Sheets:
    """Every sheet with its rows in order, as an import would read them."""
    connection = session.connection()
    refs, emails = _texts(connection, RECORDS.c.ref), _texts(connection, USERS.c.email)
    found: Sheets = {}
    for sheet in SHEETS:
        written = _writer(sheet, refs, emails)
        found[sheet.name] = [written(number, values) for number, values in rows_of(connection, sheet)]
    return found


def _texts(connection: Connection, column: TableColumn[str]) -> dict[int, str]:
    """The references or e-mails of a table, by number."""
    rows = connection.execute(select(column.table.c.id, column))
    return {row[0]: row[1] for row in rows}


def _writer(sheet: Sheet, refs: dict[int, str], emails: dict[int, str]) -> Callable[[int, Values], Row]:
    names = [column.name for column in sheet.kept]
    named = [(column.name, refs if column.names_record else emails) for column in sheet.kept if _is_named(column)]
    people = [column.name for column in sheet.kept if column.kind is Kind.PEOPLE]

    def write(number: int, values: Values) -> Row:
        row: dict[str, Any] = {"ref": refs[number]} if sheet.record else {}
        row.update(zip(names, values, strict=True))
        for name, text in named:
            row[name] = None if row[name] is None else text[row[name]]
        for name in people:
            row[name] = "; ".join(emails[user] for user in row[name]) or None
        return row

    return write


def _is_named(column: Column) -> bool:
    return column.names_record or column.kind is Kind.PERSON


def write_workbook(sheets: Sheets, path: Path, *, overwrite: bool = False) -> None:
    """Write the sheets to an .xlsx file, whole or not at all. Text stays text: nothing in it is ever a formula.

    Raises: Refused (more rows than a sheet can hold, or the file is there already, unless `overwrite`);
    CouldNotRun where the disk will not take it.
    """
    for name, rows in sheets.items():
        if len(rows) > MOST_ROWS:
            raise Refused(f"The sheet {name} would have more than {MOST_ROWS:,} rows, which no workbook can hold.")
    with new_workbook(path, overwrite=overwrite, row_by_row=True) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for sheet in SHEETS:
            page = book.add_worksheet(sheet.name, PlainPage)
            write_heading(book, page, sheet)
            for number, row in enumerate(sheets.get(sheet.name, ()), start=1):
                for place, column in enumerate(sheet.columns):
                    _write_cell(page, number, place, row.get(column.name), day)


def _write_cell(page: Any, row: int, place: int, value: object, day: Any) -> None:
    if value is None or value == "":
        return
    if isinstance(value, bool):
        page.write_string(row, place, "yes" if value else "no")
    elif isinstance(value, int):
        page.write_number(row, place, value)
    elif isinstance(value, dt.date) and value >= FIRST_EXCEL_DAY:
        page.write_datetime(row, place, value, day)
    else:
        page.write_string(row, place, str(value))
