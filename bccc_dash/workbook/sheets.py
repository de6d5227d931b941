"""The one description of every sheet of the workbook, in the order in which they stand in it."""

import re

from bccc_dash.workbook.case_sheets import CASE_SHEETS
from bccc_dash.workbook.columns import POSITION, Column, Kind, Sheet
from bccc_dash.workbook.outcome_sheets import OUTCOME_SHEETS
from bccc_dash.workbook.people_sheets import PEOPLE_SHEETS

__all__ = [
    "INSTRUCTIONS",
    "LISTS",
    "POSITION",
    "SHEETS",
    "SHEET_BY_NAME",
    "WRITE_ORDER",
    "Column",
    "Kind",
    "Sheet",
    "column_named",
    "plain",
    "sheet_named",
]

SHEETS: tuple[Sheet, ...] = (*PEOPLE_SHEETS, *CASE_SHEETS, *OUTCOME_SHEETS)
SHEET_BY_NAME = {sheet.name: sheet for sheet in SHEETS}

INSTRUCTIONS = "Read me first"
LISTS = "Lists"
"""Sheets of our own template that hold no records."""

_FIRST = ("users", "volunteers", "checks", "concerns", "consents", "incidents", "decisions")
WRITE_ORDER: tuple[Sheet, ...] = (
    *(SHEET_BY_NAME[name] for name in _FIRST),
    *(sheet for sheet in SHEETS if sheet.name not in _FIRST),
)
"""The order in which rows can be written: what is named stands before what names it (but users name volunteers)."""


def plain(heading: str) -> str:
    """A heading without what does not count in it: case, spaces, underscores, hyphens."""
    return re.sub(r"[\s_\-]+", "", heading).casefold()


_SHEETS = {plain(sheet.name): sheet for sheet in SHEETS}
_COLUMNS = {
    sheet.name: {plain(heading): column for column in sheet.columns for heading in (column.name, column.label)}
    for sheet in SHEETS
}


def sheet_named(name: str) -> Sheet | None:
    """The sheet of this name, or none."""
    return _SHEETS.get(plain(name))


def column_named(sheet: Sheet, heading: str) -> Column | None:
    """The column of this heading, by its name or its label, or none."""
    return _COLUMNS[sheet.name].get(plain(heading))
