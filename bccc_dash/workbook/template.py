"""The empty workbook that a centre fills in: explained, with drop-down lists."""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any

from xlsxwriter.utility import xl_col_to_name

from bccc_dash.domain.labels import label
from bccc_dash.workbook.books import new_workbook, write_heading
from bccc_dash.workbook.columns import Column, Kind, Sheet
from bccc_dash.workbook.dates import FIRST_EXCEL_DAY
from bccc_dash.workbook.sheets import INSTRUCTIONS, LISTS, SHEETS

ROWS = 2000
"""How far down the drop-downs and the date format reach."""

INTRODUCTION = (
    "This workbook brings the centre's records into BCCC Dash.",
    "Fill in one row for each record, on the sheet that is named after it. Leave the first row as it is.",
    "Dark headings must be filled in on every row; light ones may stay blank. Only volunteers must have rows.",
    "Dates: as Excel dates, as 31/10/2026 or as 2026-10-31. Never the month first, never a year of two digits.",
    "Yes or no: yes, no, or blank where it is not known.",
    "Lists of several things: put ; between them.",
    "People are named by the e-mail that they have on the sheet users.",
    "Records are named by their ref, such as V-0042. No two records have the same ref, on whatever sheet.",
    "Put no formula in any cell: values only. Do not merge cells, and write no row of totals.",
    "Never write the name of a child, a parent or a family anywhere.",
    "The sheet users is taken as it is by the first import alone. Later ones add nobody, and change nobody's"
    " role, flags, days or volunteer link: what it says of them is listed for the chair.",
    "Then run: python -m bccc_dash import FILE --dry-run (which shows what would happen), and again without --dry-run.",
)
_EXPLAINED = {
    Kind.TEXT: "Text of at most {letters:,} letters.",
    Kind.NOTE: "Text of at most {letters:,} letters. Name no child, parent or family.",
    Kind.DATE: "A date, such as 31/10/2026.",
    Kind.DATES: "Dates, such as 31/10/2026, with ; between them.",
    Kind.BOOL: "yes or no, or blank where it is not known.",
    Kind.INT: "A whole number.",
    Kind.WORD: "One of: {words}.",
    Kind.WORDS: "One or more of: {words}; put ; between them.",
    Kind.TEXTS: "Texts with ; between them.",
    Kind.PERSON: "The e-mail of a person on the sheet users.",
    Kind.PEOPLE: "The e-mails of people on the sheet users, with ; between them.",
}


def write_template(path: Path, *, overwrite: bool = False) -> None:
    """Write the empty workbook: instructions first, then every sheet with its headings.

    Raises: Refused (the file is there already, unless `overwrite`); CouldNotRun where the disk will not take it.
    """
    with new_workbook(path, overwrite=overwrite) as book:
        _write_instructions(book)
        lists = dict(_lists())
        for sheet in SHEETS:
            _write_sheet(book, sheet, lists)
        _write_lists(book)


def explained(column: Column) -> str:
    """What a column holds, in a sentence."""
    need = "Must be filled in. " if column.required else ""
    if column.kind is Kind.REF:
        what = "The ref of a record that is there." if column.names_record else "The record's own ref, such as X-0042."
        return need + what
    words = ", ".join(column.words or ())
    return need + _EXPLAINED[column.kind].format(letters=column.letters, words=words)


def _write_instructions(book: Any) -> None:
    page = book.add_worksheet(INSTRUCTIONS)
    title, bold = book.add_format({"bold": True, "font_size": 16}), book.add_format({"bold": True})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    page.set_column(0, 1, 28)
    page.set_column(2, 2, 100, wrapped)
    page.write_string(0, 0, "How to fill in this workbook", title)
    for row, line in enumerate(INTRODUCTION, start=2):
        page.write_string(row, 0, line)
    row = len(INTRODUCTION) + 3
    for place, heading in enumerate(("Sheet", "Column", "What it holds")):
        page.write_string(row, place, heading, bold)
    lines = ((sheet, column) for sheet in SHEETS for column in sheet.columns)
    for number, (sheet, column) in enumerate(lines, start=row + 1):
        page.write_string(number, 0, sheet.name)
        page.write_string(number, 1, column.name)
        page.write_string(number, 2, explained(column))


def _write_sheet(book: Any, sheet: Sheet, lists: dict[type[StrEnum], str]) -> None:
    page = book.add_worksheet(sheet.name)
    write_heading(book, page, sheet)
    day, plain = book.add_format({"num_format": "dd/mm/yyyy"}), book.add_format({"num_format": "@"})
    for place, column in enumerate(sheet.columns):
        page.write_comment(0, place, explained(column), {"x_scale": 2})
        if column.kind is Kind.DATE:
            page.set_column(place, place, len(column.name) + 3, day)
        elif column.kind in (Kind.TEXT, Kind.REF):
            page.set_column(place, place, len(column.name) + 5, plain)
        if rule := _rule(column, lists):
            page.data_validation(1, place, ROWS, place, rule)


def _rule(column: Column, lists: dict[type[StrEnum], str]) -> dict[str, Any] | None:
    """What Excel itself can watch over while somebody types."""
    if column.kind is Kind.BOOL:
        return {"validate": "list", "source": ["yes", "no"]}
    if column.kind is Kind.WORD and column.words is not None:
        return {"validate": "list", "source": lists[column.words]}
    if column.kind is Kind.DATE:
        message = {"error_title": "Not a date", "error_message": "Write a date such as 31/10/2026."}
        return {"validate": "date", "criteria": ">=", "value": FIRST_EXCEL_DAY, **message}
    return None


def _vocabularies() -> list[type[StrEnum]]:
    return list(dict.fromkeys(column.words for sheet in SHEETS for column in sheet.columns if column.words))


def _lists() -> Iterator[tuple[type[StrEnum], str]]:
    """Where each drop-down finds its words."""
    for place, words in enumerate(_vocabularies()):
        letters = xl_col_to_name(2 * place, col_abs=True)
        yield words, f"={LISTS}!{letters}$2:{letters}${len(words) + 1}"


def _write_lists(book: Any) -> None:
    """The words of the drop-downs, each with its meaning beside it, on a hidden sheet."""
    page = book.add_worksheet(LISTS)
    page.hide()
    for place, words in enumerate(_vocabularies()):
        page.write_string(0, 2 * place, words.__name__)
        for row, word in enumerate(words, start=1):
            page.write_string(row, 2 * place, word.value)
            page.write_string(row, 2 * place + 1, label(word))
