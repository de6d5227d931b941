"""Reading an .xlsx workbook that was let through the guard."""

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum, ZipError
from python_calamine import XmlError as CalamineXmlError

from bccc_dash.domain.errors import Refused
from bccc_dash.workbook.cells import ERROR_VALUE
from bccc_dash.workbook.faults import Spoilt
from bccc_dash.workbook.guard import DAMAGED, LOCKED
from bccc_dash.workbook.headings import letters
from bccc_dash.workbook.marks import MOST_COLUMNS, TWICE, Marks, Place, marks_of, parsed
from bccc_dash.workbook.parts import Layout, check_texts, layout_of
from bccc_dash.workbook.sheets import INSTRUCTIONS, LISTS, plain, sheet_named
from bccc_dash.workbook.tables import Book, Table, check_tables

FORMULA = ("is a formula", "Put its value in its place (copy, then paste as values).")
MERGED = "is part of the merged cells {name}"
UNMERGE = "Unmerge them, and write the value in every row that it is meant for."
_OURS = {plain(INSTRUCTIONS), plain(LISTS)}

Rows = list[list[Any]]
Areas = Sequence[tuple[Place, Place]]


def read_workbook(name: str, archive: ZipFile, data: bytes, *, rows_a_sheet: int) -> Book:
    """The sheets of a workbook that may hold records, and a note of those that do not.

    Raises: Refused where the file is no workbook, is locked, damaged, holds macros or is too large.
    """
    layout = layout_of(name, archive)
    workbook = _from_calamine(name, lambda: CalamineWorkbook.from_filelike(BytesIO(data)))
    book = Book([])
    wanted = []
    for sheet in workbook.sheets_metadata:
        if sheet.typ is not SheetTypeEnum.WorkSheet or sheet_named(sheet.name) is None:
            if plain(sheet.name) not in _OURS:
                book.notes.append(f"The sheet “{sheet.name}” is not one that is known here: it was not read.")
            continue
        wanted.append((sheet.name, sheet.visible is not SheetVisibleEnum.Visible))
    marks = _marks(name, archive, layout, [sheet for sheet, _ in wanted], rows_a_sheet)
    for sheet, hidden in wanted:
        if hidden:
            book.notes.append(f"The sheet “{sheet}” is hidden; it was read like the others.")
        rows, merged = _read(name, workbook, sheet)
        found = marks[sheet]
        if found.is_quick and found.filled != sum(len(row) - row.count("") for row in rows):
            found = parsed(archive.read(layout.sheets[sheet]))  # calamine keeps the last of two cells at one place
        _spoil_all(rows, found, merged)
        book.tables.append(Table(sheet, rows[0] if rows else [], rows[1:], layout.counts_from_1904))
    return check_tables(book)


def _from_calamine(name: str, read: Callable[[], Any]) -> Any:
    """What calamine reads. It panics, rather than raises, on some damaged files."""
    try:
        return read()
    except PasswordError as error:
        raise Refused(LOCKED.format(name=name)) from error
    except (CalamineError, CalamineXmlError, ZipError, OSError, ValueError) as error:
        raise Refused(DAMAGED.format(name=name)) from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise Refused(DAMAGED.format(name=name)) from error
        raise


def _marks(name: str, archive: ZipFile, layout: Layout, sheets: list[str], rows_a_sheet: int) -> dict[str, Marks]:
    """The marks of each sheet, looked for before calamine makes room for its cells."""
    if any(sheet not in layout.sheets for sheet in sheets):
        raise Refused(DAMAGED.format(name=name))
    xmls = {sheet: archive.read(layout.sheets[sheet]) for sheet in sheets}
    check_texts(name, archive, list(xmls.values()))
    marks = {sheet: marks_of(xml, most_rows=rows_a_sheet + 1) for sheet, xml in xmls.items()}
    for sheet, found in marks.items():
        _check_size(sheet, found, rows_a_sheet)
    return marks


def _check_size(sheet: str, marks: Marks, rows_a_sheet: int) -> None:
    if marks.last_row > rows_a_sheet + 1:
        raise Refused(
            f"The sheet “{sheet}” reaches down to row {marks.last_row:,}, and {rows_a_sheet:,} rows are the most: "
            "delete what stands below the records, or import them in parts."
        )
    if marks.last_column > MOST_COLUMNS:
        raise Refused(
            f"The sheet “{sheet}” has more than {MOST_COLUMNS} columns: delete what stands to the right of the records."
        )


def _read(name: str, workbook: CalamineWorkbook, sheet: str) -> tuple[Rows, Areas]:
    read = _from_calamine(name, lambda: workbook.get_sheet_by_name(sheet))
    rows: Rows = _from_calamine(name, lambda: read.to_python(skip_empty_area=False))
    return rows, read.merged_cell_ranges or ()


def _spoil_all(rows: Rows, marks: Marks, merged: Areas) -> None:
    for place, formula in marks.formulas.items():
        _spoil(rows, place, Spoilt(formula, *FORMULA))
    for place, value in marks.errors.items():
        _spoil(rows, place, Spoilt(value, *ERROR_VALUE))
    for place in marks.twice:
        _spoil(rows, place, Spoilt(_cell(place), *TWICE))
    for first, last in merged:
        _spoil_merged(rows, first, last)


def _spoil(rows: Rows, place: Place, spoilt: Spoilt) -> None:
    """Put the fault where the cell is: calamine's rows may end before it, where the cell has no value."""
    row, column = place
    while len(rows) <= row:
        rows.append([])
    rows[row] += [""] * (column + 1 - len(rows[row]))
    rows[row][column] = spoilt


def _spoil_merged(rows: Rows, first: Place, last: Place) -> None:
    """Every merged cell of a row that holds something, but not of rows that are blank."""
    name = f"{_cell(first)}:{_cell(last)}"
    for row in range(first[0], min(last[0] + 1, len(rows))):
        if not any(cell != "" for cell in rows[row]):
            continue
        for column in range(first[1], min(last[1] + 1, len(rows[row]))):
            if (row, column) != first and not isinstance(rows[row][column], Spoilt):
                rows[row][column] = Spoilt(name, MERGED.format(name=name), UNMERGE)


def _cell(place: Place) -> str:
    return f"{letters(place[1])}{place[0] + 1}"
