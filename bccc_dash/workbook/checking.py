"""From tables as read to rows of known values: every fault of form at once, each at its place."""

from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from pydantic import ValidationError

from bccc_dash.workbook.cells import as_text
from bccc_dash.workbook.columns import Kind, Sheet
from bccc_dash.workbook.dates import FIRST_SERIAL, MACINTOSH_DAYS
from bccc_dash.workbook.faults import BadCell, Fault, Spoilt, shown
from bccc_dash.workbook.headings import Headings, letters, read_headings
from bccc_dash.workbook.rows import parsers, problems, row_model
from bccc_dash.workbook.tables import Table, is_blank

Cells = Sequence[object]
Values = tuple[object, ...]
Progress = Callable[[int, int, str], None]
STEP = 2000

DELETE = "Delete the row: it is no record."
_TOTALS = ("total", "totals", "grand total", "sum", "subtotal", "sub-total")


@dataclass
class Checked:
    """A sheet whose rows were read: their values in the order of the sheet's columns.

    `keys_in_error` are the rows with a fault and their references, so that what names them is not blamed too;
    `partly_read` are the good cells of such rows, None in the place of the others.
    `is_incomplete` where a reference could not be read, so that what is named may stand there.
    """

    sheet: Sheet
    name: str
    headings: Headings
    numbers: list[int] = field(default_factory=list)
    rows: list[Values] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    rows_in_error: set[int] = field(default_factory=set)
    keys_in_error: list[tuple[int, str]] = field(default_factory=list)
    partly_read: list[tuple[int, Values]] = field(default_factory=list)
    is_incomplete: bool = False

    def blame(self, row: int, column: str, value: object, problem: str, remedy: str) -> None:
        """Note a fault of a row."""
        self.faults.append(Fault(self.name, row, self.headings.heading(column), shown(value), problem, remedy))
        self.rows_in_error.add(row)


def check_table(sheet: Sheet, table: Table, *, advance: Callable[[int], None]) -> Checked:
    """The rows of a table, and every fault in them. `advance` is told how many rows were read."""
    headings = read_headings(sheet, table) if table.heading or not table.faults else Headings()
    checked = Checked(sheet, table.name, headings, faults=[*table.faults, *headings.faults])
    checked.is_incomplete = bool(table.faults) or sheet.columns[0].name not in headings.places
    validate = row_model(sheet).__pydantic_validator__.validate_python
    names = [column.name for column in sheet.columns]
    arrange = _arranger(sheet, table, headings)
    for done, (number, cells) in enumerate(_records(table), start=1):
        arranged = dict(zip(names, arrange(cells), strict=True))
        try:
            row = validate(arranged)
        except ValidationError as error:
            _explain(checked, number, cells, arranged, error)
        else:
            checked.numbers.append(number)
            checked.rows.append(tuple(row.__dict__.values()))
        if len(cells) > headings.width or headings.unheaded:
            _check_width(checked, number, cells)
        if done % STEP == 0:
            advance(STEP)
    return checked


def _records(table: Table) -> Iterator[tuple[int, Cells]]:
    """The rows that are not blank, with their numbers."""
    return ((number, cells) for number, cells in enumerate(table.rows, start=2) if not is_blank(cells))


def _arranger(sheet: Sheet, table: Table, headings: Headings) -> Callable[[Cells], Cells]:
    """Puts the cells of a row in the order of the sheet's columns; blank where there is no such column or cell."""
    places = [headings.places.get(column.name, -1) for column in sheet.columns]
    width = max(headings.width, 1)
    pick = itemgetter(*places, -1)

    def arrange(cells: Cells) -> Cells:
        whole = (*cells[:width], *[""] * (width - len(cells)), "")
        arranged: Cells = pick(whole)[:-1]
        return _moved_from_1904(sheet, arranged) if table.counts_from_1904 else arranged

    return arrange


def _moved_from_1904(sheet: Sheet, cells: Cells) -> Cells:
    """Bare numbers in date columns, counted as other workbooks count days. (Real date cells are right already.)"""
    return [
        cell + MACINTOSH_DAYS
        if column.kind in (Kind.DATE, Kind.DATES) and isinstance(cell, float) and cell + MACINTOSH_DAYS >= FIRST_SERIAL
        else cell
        for column, cell in zip(sheet.columns, cells, strict=True)
    ]


def _explain(checked: Checked, number: int, cells: Cells, arranged: dict[str, object], error: ValidationError) -> None:
    """Say what is wrong with a row: that it is a row of totals, or each of its bad cells."""
    total = next((cell for cell in cells if _is_total(cell)), None)
    if total is not None:
        first = next(iter(checked.headings.written), "")
        checked.blame(number, first, total, "begins a row of totals, not a record", DELETE)
        if not _is_total(arranged[checked.sheet.columns[0].name]):
            _keep_key(checked, number, arranged)
        return
    found = dict(problems(error))
    for column, bad in found.items():
        if column in checked.headings.places:
            checked.blame(number, column, arranged[column], bad.problem, bad.remedy)
    checked.rows_in_error.add(number)
    _keep_good_cells(checked, number, arranged, found)


def _keep_good_cells(checked: Checked, number: int, arranged: dict[str, object], bad: Container[str]) -> None:
    """Keep what a row in error names, so that it is looked up as in any other row."""
    good = (None if name in bad else parse(arranged[name]) for name, parse in parsers(checked.sheet).items())
    checked.partly_read.append((number, tuple(good)))
    _keep_key(checked, number, arranged)


def _keep_key(checked: Checked, number: int, arranged: dict[str, object]) -> None:
    """Keep the reference or e-mail by which others name a row in error."""
    if checked.sheet.record is None and checked.sheet.key != ("email",):
        return
    try:
        key = as_text(arranged[checked.sheet.key[0]])
    except BadCell:
        checked.is_incomplete = True
        return
    if key:
        checked.keys_in_error.append((number, key))


def _is_total(cell: object) -> bool:
    return isinstance(cell, str) and cell.strip().rstrip(":").casefold() in _TOTALS


def _check_width(checked: Checked, number: int, cells: Cells) -> None:
    headings = checked.headings
    for place in (*headings.unheaded, *range(headings.width, len(cells))):
        if place < len(cells) and not is_blank(cells[place : place + 1]):
            _blame_place(checked, number, place, cells[place])


def _blame_place(checked: Checked, number: int, place: int, cell: object) -> None:
    name = f"column {letters(place)}"
    if isinstance(cell, Spoilt):
        checked.blame(number, name, cell, cell.problem, cell.remedy)
    else:
        problem = "stands under no heading: the row is longer than its heading"
        checked.blame(number, name, cell, problem, "Give the column a heading, or clear the cell.")
