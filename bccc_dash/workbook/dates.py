"""The date parser: Excel dates, dd/mm/yyyy and ISO, and nothing else. Never month first."""

import datetime as dt
import re

from bccc_dash.workbook.faults import BadCell

FIRST_SERIAL, LAST_SERIAL = 36526, 73050
"""Excel's numbers of 1 January 2000 and 31 December 2099: a bare number between them is a date."""
EXCEL_EPOCH = dt.date(1899, 12, 30)
FIRST_EXCEL_DAY = dt.date(1900, 3, 1)
"""Earlier days are written as text: Excel counts a 29 February 1900 that never was."""
MACINTOSH_DAYS = 1462
"""How many days later the days of a workbook that counts from 1904 begin."""

HOW = "Write it as dd/mm/yyyy, for example 31/10/2026."
_UK = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})(?: 00:00(?::00)?)?")
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?)?")
_WITH_TIME = re.compile(r"[0-9/\-]{8,10}[T ][0-9]{1,2}:[0-9]{2}.*")
_SHORT_YEAR = re.compile(r"[0-9]{1,2}[/.\- ][0-9A-Za-z]{1,9}[/.\- ][0-9]{2}")
_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]*)?")


def parse_date(cell: object) -> dt.date | None:
    """The day that a cell names, or None for a blank.

    Raises: BadCell for a day that does not exist, a time, a two-digit year, or anything else.
    """
    if isinstance(cell, dt.datetime):
        return _midnight(cell)
    if isinstance(cell, dt.date):
        return cell
    if isinstance(cell, dt.time | dt.timedelta):
        raise BadCell("is a time, not a date", HOW)
    if isinstance(cell, int | float):
        return _serial(float(cell))
    return _written(str(cell)) if cell else None


def _midnight(moment: dt.datetime) -> dt.date:
    if moment.time() != dt.time():
        raise BadCell("has a time of day beside the date", HOW)
    return moment.date()


def _serial(number: float) -> dt.date:
    if not FIRST_SERIAL <= number <= LAST_SERIAL:
        raise BadCell("is a number, not a date", HOW)
    if not number.is_integer():
        raise BadCell("has a time of day beside the date", HOW)
    return EXCEL_EPOCH + dt.timedelta(days=int(number))


def _written(text: str) -> dt.date:
    if found := _UK.fullmatch(text):
        day, month, year = map(int, found.groups())
    elif found := _ISO.fullmatch(text):
        year, month, day = map(int, found.groups())
    elif _NUMBER.fullmatch(text):
        return _serial(float(text))
    else:
        raise BadCell(_what_is_wrong(text), HOW)
    try:
        return dt.date(year, month, day)
    except ValueError:
        raise BadCell("is a date that does not exist", HOW) from None


def _what_is_wrong(text: str) -> str:
    if _SHORT_YEAR.fullmatch(text):
        return "has a year of two digits"
    if _WITH_TIME.fullmatch(text):
        return "has a time of day beside the date"
    return "is not a date that is known here"
