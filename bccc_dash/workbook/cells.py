"""What a cell says: one parser for each kind of column, from a cell as read to the value that is kept.

A parser takes text, a number, a truth value, a date or nothing, and returns the value, or None for a blank.
Equal cells are parsed once.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import lru_cache

from bccc_dash.domain.labels import label
from bccc_dash.workbook.columns import Column, Kind
from bccc_dash.workbook.dates import parse_date
from bccc_dash.workbook.faults import BadCell, Spoilt, as_seen

REMEMBERED = 1 << 15
SPACES = " \t"
BLANKS = SPACES + "\r\n"
"""A cell of nothing else is blank."""
_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|_x00(?:0[0-8BCEFbcef]|1[0-9A-Fa-f]|7[Ff]|[89][0-9A-Fa-f])_"
)
_UNWRITABLE = re.compile("[\ud800-\udfff\ufffe\uffff]")
_ERROR_VALUES = re.compile(
    r"#(?:REF!|N/A|NAME\?|VALUE!|DIV/0!|NULL!|NUM!|SPILL!|CALC!|FIELD!|BLOCKED!|UNKNOWN!|GETTING_DATA)", re.IGNORECASE
)
_WHOLE = re.compile(r"[+-]?[0-9]{1,12}(?:\.0+)?")
_TRUE = frozenset({"yes", "y", "true", "1"})
_FALSE = frozenset({"no", "n", "false", "0"})
BIGGEST = 2**31 - 1
ERROR_VALUE = ("is a spreadsheet error value", "Put the value itself in the cell, or leave it blank.")


def parser_of(column: Column) -> Callable[[object], object]:
    """The parser of a column's cells.

    Raises (when called): BadCell with the problem and its remedy.
    """
    read = _BY_KIND[column.kind](column)

    def parse(cell: object) -> object:
        value = read(cell)
        if value is None and column.required:
            raise BadCell("is blank, and must not be", f"Fill in “{column.label}”.")
        return value

    return lru_cache(maxsize=REMEMBERED, typed=True)(parse)


def as_text(cell: object) -> str:
    """The cell as text: as typed, line ends made one, surrounding spaces and tabs dropped.

    Raises: BadCell.
    """
    text = cell if type(cell) is str else _written(cell)
    text = text.strip(SPACES)
    if text.isspace() and not text.strip(BLANKS):
        return ""
    if not text.isprintable() or "_" in text or text.startswith("#"):
        return _looked_at(text)
    return text


def _written(cell: object) -> str:
    """A cell that is not text, as the spreadsheet shows it."""
    if cell is None:
        return ""
    if isinstance(cell, Spoilt):
        raise BadCell(cell.problem, cell.remedy)
    return as_seen(cell)


def _looked_at(text: str) -> str:
    if _CONTROL.search(text):
        raise BadCell("holds a control character, which cannot be seen", "Type the text anew, without it.")
    if _UNWRITABLE.search(text):
        raise BadCell("holds a character that no workbook can keep", "Type the text anew, without it.")
    if _ERROR_VALUES.fullmatch(text):
        raise BadCell(*ERROR_VALUE)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _texts_of(column: Column) -> Callable[[object], str | None]:
    def parse(cell: object) -> str | None:
        text = as_text(cell)
        if len(text) > column.letters:
            raise BadCell(
                f"has {len(text):,} letters, more than the {column.letters:,} allowed",
                "Shorten it, and keep the rest where it belongs.",
            )
        return text or None

    return parse


def _joined(column: Column, found: Iterable[str]) -> str | None:
    """The parts of a list as they are kept and exported, which is the form that must not be too long."""
    text = "; ".join(found)
    if len(text) > column.letters:
        raise BadCell(
            f"has {len(text):,} letters when its parts are written as “a; b”, more than the {column.letters:,} allowed",
            "Shorten it, and keep the rest where it belongs.",
        )
    return text or None


def _lists_of(column: Column) -> Callable[[object], str | None]:
    return lambda cell: _joined(column, parts(as_text(cell)))


def parts(text: str | None) -> list[str]:
    """The parts of a list, blank ones left out."""
    return [part for piece in (text or "").split(";") if (part := piece.strip(SPACES))]


def _people_of(column: Column) -> Callable[[object], str | None]:
    def parse(cell: object) -> str | None:
        first_met: dict[str, str] = {}
        for email in parts(as_text(cell)):
            first_met.setdefault(email.casefold(), email)
        return _joined(column, first_met.values())

    return parse


def _days_of(_: Column) -> Callable[[object], dt.date | None]:
    return lambda cell: parse_date(cell if _is_dated(cell) else as_text(cell))


def _dates_of(column: Column) -> Callable[[object], str | None]:
    def parse(cell: object) -> str | None:
        given = [cell] if _is_dated(cell) else parts(as_text(cell))
        days = (parse_date(part) for part in given)
        return _joined(column, (day.isoformat() for day in days if day))

    return parse


def _is_dated(cell: object) -> bool:
    """It is a date, a time or a number, rather than text that may be one."""
    return isinstance(cell, dt.date | dt.time | dt.timedelta | float | int) and not isinstance(cell, bool)


def _truths_of(_: Column) -> Callable[[object], bool | None]:
    def parse(cell: object) -> bool | None:
        text = as_text(cell).lower()
        if not text:
            return None
        if text not in _TRUE and text not in _FALSE:
            raise BadCell("is neither yes nor no", "Write yes or no, or leave it blank where it is not known.")
        return text in _TRUE

    return parse


def _numbers_of(_: Column) -> Callable[[object], int | None]:
    def parse(cell: object) -> int | None:
        text = as_text(cell)
        if not text:
            return None
        if not _WHOLE.fullmatch(text) or abs(int(text.partition(".")[0])) > BIGGEST:
            raise BadCell("is not a whole number", "Write it in figures, for example 12.")
        return int(text.partition(".")[0])

    return parse


def _words_key(text: str) -> str:
    return re.sub(r"[\s_\-]+", "", text.casefold().replace("&", "and").replace("’", "'"))


def allowed(words: type[StrEnum]) -> str:
    """The values of a list, for a remedy."""
    return ", ".join(words)


@lru_cache(maxsize=64)
def _known_words(words: type[StrEnum]) -> dict[str, str]:
    known = {_words_key(label(word)): word.value for word in words}
    known |= {_words_key(word.value): word.value for word in words}
    if "YES" in known.values():
        known |= {"true": "YES", "false": "NO"}
    return known


def _word(column: Column, text: str) -> str:
    assert column.words is not None  # noqa: S101  # SHEETS gives every such column its list
    value = _known_words(column.words).get(_words_key(text))
    if value is None:
        raise BadCell("is not in the list of this column", f"Write one of: {allowed(column.words)}.")
    return value


def _a_word_of(column: Column) -> Callable[[object], str | None]:
    def parse(cell: object) -> str | None:
        text = as_text(cell)
        return _word(column, text) if text else None

    return parse


def _words_of(column: Column) -> Callable[[object], str | None]:
    def parse(cell: object) -> str | None:
        return _joined(column, dict.fromkeys(_word(column, part) for part in parts(as_text(cell))))

    return parse


_BY_KIND: dict[Kind, Callable[[Column], Callable[[object], object]]] = {
    Kind.TEXT: _texts_of,
    Kind.NOTE: _texts_of,
    Kind.REF: _texts_of,
    Kind.PERSON: _texts_of,
    Kind.TEXTS: _lists_of,
    Kind.PEOPLE: _people_of,
    Kind.DATE: _days_of,
    Kind.DATES: _dates_of,
    Kind.BOOL: _truths_of,
    Kind.INT: _numbers_of,
    Kind.WORD: _a_word_of,
    Kind.WORDS: _words_of,
}
