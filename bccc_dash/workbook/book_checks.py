"""Checking a whole book: every known table read, and a count of how far it is."""

from collections.abc import Callable, Sequence

from bccc_dash.domain.errors import Refused
from bccc_dash.workbook.checking import Checked, check_table
from bccc_dash.workbook.sheets import SHEETS
from bccc_dash.workbook.tables import Book, known_tables

Progress = Callable[[int, int, str], None]


def silent(done: int, total: int, words: str) -> None:
    """Progress that nobody follows."""


def check_book(book: Book, *, progress: Progress) -> list[Checked]:
    """The rows of every known table, with every fault of form.

    Raises: Refused where nothing is known, or there is no record at all.
    """
    tables = known_tables(book)
    if not tables:
        names = ", ".join(sheet.name for sheet in SHEETS)
        raise Refused(f"None of its sheets is known here, so nothing was imported: name them {names}.")
    total = sum(len(table.rows) for _, table in tables)
    count = Count(total, "Checking", progress)
    found = [check_table(sheet, table, advance=count.add) for sheet, table in tables if not table.is_blank]
    _check_whole(found)
    book.notes.extend(
        f"The column “{heading}” of “{checked.name}” is not one that is known here: it was not read."
        for checked in found
        for heading in checked.headings.unknown
    )
    return found


def _check_whole(found: Sequence[Checked]) -> None:
    """Raise Refused where the sheet of volunteers is missing, or there is no record."""
    if not any(checked.sheet.name == "volunteers" for checked in found):
        raise Refused("There is no sheet “volunteers” with headings, and every import needs it: add it.")
    if not any(checked.rows or checked.faults for checked in found):
        raise Refused("There are headings but no record in it, so there is nothing to import: fill in the rows.")


class Count:
    """Tells the progress of one part of the work."""

    def __init__(self, total: int, words: str, progress: Progress) -> None:
        self.done, self.total, self.words, self.progress = 0, max(total, 1), words, progress
        progress(0, self.total, words)

    def add(self, number: int) -> None:
        self.done = min(self.done + number, self.total)
        self.progress(self.done, self.total, self.words)
