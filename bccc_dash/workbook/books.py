"""The look of a workbook that we write, and writing it whole or not at all."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.worksheet import Worksheet

from bccc_dash.domain.errors import Refused
from bccc_dash.store.backup import part_file
from bccc_dash.workbook.columns import Column, Kind, Sheet

PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
REQUIRED = {"bold": True, "bg_color": "#1F3A5F", "font_color": "#FFFFFF", "border": 1}
OPTIONAL = {"bold": True, "bg_color": "#DCE6F2", "border": 1}
WIDTH = 16
_LOOKS_WRITTEN = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_WIDTHS = {Kind.NOTE: 40, Kind.TEXTS: 24, Kind.PEOPLE: 30, Kind.PERSON: 26, Kind.WORD: 22, Kind.WORDS: 22}


@contextmanager
def new_workbook(path: Path, *, overwrite: bool = False, row_by_row: bool = False) -> Iterator[Any]:
    """A workbook to write into, in which text is never taken for a formula, a link or a number.

    With `row_by_row` the rows of its plain pages must be written in order, and cost no memory.
    It appears at `path` when all went well, and not at all when it did not; only its owner may read it.
    Raises: Refused (the file is there already, unless `overwrite`); CouldNotRun (the disk will not take it).
    """
    if path.exists() and not overwrite:
        raise Refused(f"{path} is there already: name a new file, or add --overwrite.")
    with part_file(path) as part:
        book = xlsxwriter.Workbook(str(part), {**PLAIN, "constant_memory": row_by_row})
        yield book
        try:
            book.close()
        except FileCreateError as error:
            raise OSError(None, str(error)) from error
        part.replace(path)


class PlainPage(Worksheet):  # type: ignore[misc]  # xlsxwriter has no types
    """A page whose text comes back as it went in. (Its own way confuses `<r>` with markup, and some `_x0041_`.)"""

    @staticmethod
    def _escape_control_characters(data: str) -> str:
        return written(data)


def written(text: str) -> str:
    """A text as the file format writes it: control characters, and what looks like one written so, by number."""
    if "_x" in text:
        text = _LOOKS_WRITTEN.sub("_x005F_", text)
    if not text.isprintable():
        text = _CONTROL.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
    return f"_x003C_{text[1:]}" if text.startswith("<r>") else text


def write_heading(book: Any, page: Any, sheet: Sheet) -> None:
    """The first row: the names of the columns, the required ones darker; it stays in view."""
    required, optional = book.add_format(REQUIRED), book.add_format(OPTIONAL)
    page.freeze_panes(1, 0)
    for place, column in enumerate(sheet.columns):
        page.set_column(place, place, width_of(column))
        page.write_string(0, place, column.name, required if column.required else optional)


def width_of(column: Column) -> int:
    """How wide a column is drawn, in letters."""
    return max(_WIDTHS.get(column.kind, WIDTH), len(column.name) + 3)
