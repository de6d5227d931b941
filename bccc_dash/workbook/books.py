"""The look of a workbook that we write, and writing it whole or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import xlsxwriter

from bccc_dash.workbook.columns import Column, Kind, Sheet

PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
REQUIRED = {"bold": True, "bg_color": "#1F3A5F", "font_color": "#FFFFFF", "border": 1}
OPTIONAL = {"bold": True, "bg_color": "#DCE6F2", "border": 1}
_WIDTHS = {Kind.NOTE: 40, Kind.TEXTS: 24, Kind.PEOPLE: 30, Kind.PERSON: 26, Kind.WORD: 22, Kind.WORDS: 22}
WIDTH = 16


@contextmanager
def new_workbook(path: Path, *, saving_memory: bool = False) -> Iterator[Any]:
    """A workbook to write into, in which text is never taken for a formula, a link or a number."""
    book = xlsxwriter.Workbook(str(path), {**PLAIN, "constant_memory": saving_memory})
    try:
        yield book
    finally:
        _close(book)


def _close(book: Any) -> None:
    """Close it; a full disk is then an OSError like any other."""
    try:
        book.close()
    except xlsxwriter.exceptions.FileCreateError as error:
        raise OSError(None, str(error)) from error


@contextmanager
def replaced_when_done(path: Path) -> Iterator[Path]:
    """A file to write beside `path`, which takes its place when all went well and goes when it did not."""
    part = path.with_name(f".{path.name}.part")
    try:
        yield part
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def write_heading(book: Any, page: Any, sheet: Sheet) -> None:
    """The first row: the names of the columns, the required ones darker; it stays in view."""
    required, optional = book.add_format(REQUIRED), book.add_format(OPTIONAL)
    page.freeze_panes(1, 0)
    for place, column in enumerate(sheet.columns):
        page.set_column(place, place, width_of(column))
        page.write_string(0, place, column.name, required if column.required else optional)


def width_of(column: Column) -> int:
    return max(_WIDTHS.get(column.kind, WIDTH), len(column.name) + 3)
