"""A sheet as it was read, before anything in it is understood."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bccc_dash.workbook.cells import BLANKS
from bccc_dash.workbook.columns import Sheet
from bccc_dash.workbook.faults import Fault
from bccc_dash.workbook.sheets import sheet_named


@dataclass
class Table:
    """A sheet or a CSV file: its first row, and the rows beneath with every cell as read.

    `rows[0]` is row 2 of the spreadsheet, blank rows counted. `faults` are those of the file as a whole.
    """

    name: str
    heading: Sequence[object]
    rows: Sequence[Sequence[object]]
    counts_from_1904: bool = False
    faults: list[Fault] = field(default_factory=list)

    @property
    def is_blank(self) -> bool:
        """There is nothing in it, and nothing wrong with it."""
        return not self.faults and is_blank(self.heading) and all(map(is_blank, self.rows))


def is_blank(cells: Sequence[object]) -> bool:
    """Whether a row holds nothing but blank cells."""
    for cell in cells:
        if isinstance(cell, str):
            if cell.strip(BLANKS):
                return False
        elif cell is not None:
            return False
    return True


@dataclass
class Book:
    """Everything in a workbook, folder or zip that may hold records, and what else was in it."""

    tables: list[Table]
    notes: list[str] = field(default_factory=list)
    subject: str = "sheets"


def known_tables(book: Book) -> list[tuple[Sheet, Table]]:
    """The tables of a book that are known, each with its sheet."""
    return [(sheet, table) for table in book.tables if (sheet := sheet_named(table.name)) is not None]


def check_tables(book: Book) -> Book:
    """The book, with a fault on every second table of one sheet."""
    met: dict[str, str] = {}
    for sheet, table in known_tables(book):
        first = met.setdefault(sheet.name, table.name)
        if first is not table.name:
            problem = f"is a second table of {sheet.name}, beside “{first}”"
            table.faults.append(Fault(table.name, None, "", "", problem, "Keep one of the two."))
    return book
