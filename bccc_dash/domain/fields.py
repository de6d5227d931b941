"""What is typed into a form, looked at before any rule is asked: not missing, not too long, days that can be."""

from datetime import date
from enum import StrEnum
from typing import TypeVar

from bccc_dash.domain.errors import Refused
from bccc_dash.domain.words import uk_date

NAME_LETTERS = 200
NOTE_LETTERS = 4000
EARLIEST = date(2000, 1, 1)
"""No day of a record lies before it; a workbook reads no earlier day from a bare number either."""

MISSING = "{name}: fill it in."
TOO_LONG = "{name}: write at most {letters} letters; these are {n}."
ODD_SIGNS = "{name}: it holds a sign that cannot be shown. Type it anew, as plain text{lines}."
FUTURE = "{name}: {day} is still to come. Choose today or an earlier day."
TOO_EARLY = "{name}: {day} is too early. Choose {earliest} or a later day."
BEFORE = "{name}: {day} is before {what}, {earliest}. Choose that day or a later one."
UNKNOWN = "{name}: choose one of the list."
IN_ONE_LINE = " in one line"

Word = TypeVar("Word", bound=StrEnum)


def check_text(name: str, value: str | None, *, letters: int = NAME_LETTERS, optional: bool = False) -> str | None:
    """Return the text without spaces around it; None where there is none and none is needed.

    Bounds: 1 to `letters` letters; a name is one line, a note (more than 200 letters) may have several.
    Raises: Refused, which names the field and the remedy.
    """
    text = (value or "").strip()
    if not text:
        if optional:
            return None
        raise Refused(MISSING.format(name=name))
    if len(text) > letters:
        raise Refused(TOO_LONG.format(name=name, letters=f"{letters:,}", n=f"{len(text):,}"))
    is_note = letters > NAME_LETTERS
    if not all(sign.isprintable() or (is_note and sign in "\t\r\n") for sign in text):
        raise Refused(ODD_SIGNS.format(name=name, lines="" if is_note else IN_ONE_LINE))
    return text


def needed_text(name: str, value: str | None, *, letters: int = NAME_LETTERS) -> str:
    """Return a text that has to be there.

    Raises: Refused, as `check_text`.
    """
    return check_text(name, value, letters=letters) or ""


def check_note(name: str, value: str | None, *, optional: bool = False) -> str | None:
    """Return a text of several lines; None where there is none and none is needed.

    Raises: Refused, as `check_text`.
    """
    return check_text(name, value, letters=NOTE_LETTERS, optional=optional)


def check_day(name: str, day: date | None, *, today: date, earliest: date = EARLIEST, what: str = "") -> date:
    """Return a day on which something was done: there, not in the future, not before `earliest`; `what` that day was.

    Raises: Refused, which names the field and the remedy.
    """
    if day is None:
        raise Refused(MISSING.format(name=name))
    if day > today:
        raise Refused(FUTURE.format(name=name, day=uk_date(day)))
    if day < earliest:
        sentence = BEFORE if what else TOO_EARLY
        raise Refused(sentence.format(name=name, day=uk_date(day), earliest=uk_date(earliest), what=what))
    return day


def check_word(name: str, value: str | None, words: type[Word]) -> Word:
    """Return the word of a fixed list.

    Raises: Refused, which names the field.
    """
    try:
        return words(value or "")
    except ValueError:
        raise Refused(UNKNOWN.format(name=name)) from None
