"""Whether what a form says of a case can be kept: each refusal names the field and the remedy."""

from datetime import date
from enum import StrEnum
from typing import TypeVar

from bccc_dash.domain.errors import Refused
from bccc_dash.domain.words import uk_date

NOTE_LETTERS = 4000
LINE_LETTERS = 200
Word = TypeVar("Word", bound=StrEnum)


def checked_text(field: str, given: str, *, letters: int = NOTE_LETTERS) -> str:
    """Return the words, trimmed.

    Raises: Refused where there are none, or more letters than are kept.
    """
    kept = checked_option(field, given, letters=letters)
    if kept is None:
        raise Refused(f"{field}: write at least a few words.")
    return kept


def checked_option(field: str, given: str | None, *, letters: int = NOTE_LETTERS) -> str | None:
    """Return the words, trimmed; None where there are none.

    Raises: Refused where there are more letters than are kept, or a sign that no page can show.
    """
    kept = (given or "").strip()
    if len(kept) > letters:
        raise Refused(f"{field}: write at most {letters:,} letters; these are {len(kept):,}.")
    if not all(sign.isprintable() or sign in "\n\t" for sign in kept):
        raise Refused(f"{field}: it holds a sign that cannot be shown; type the words anew.")
    return kept or None


def checked_word(field: str, given: str, known: type[Word]) -> Word:
    """Return the word of the list.

    Raises: Refused where the list has no such word.
    """
    try:
        return known(given)
    except ValueError:
        raise Refused(f"{field}: choose one of the list.") from None


def checked_day(field: str, given: date, *, today: date, after: date | None = None, what: str = "") -> date:
    """Return the day.

    Bounds: today and the day `after` are in; `what` names that day.

    Raises: Refused where it is to come, or before the day after which it must lie.
    """
    if given > today:
        raise Refused(f"{field}: {uk_date(given)} is still to come; give today or an earlier day.")
    if after is not None and given < after:
        raise Refused(f"{field}: {uk_date(given)} is before {what}, {uk_date(after)}; give that day or a later one.")
    return given
