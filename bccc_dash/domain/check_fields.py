"""What is typed into the forms of a social media check: fit to be kept, or refused with what to do."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeVar

from bccc_dash.domain.errors import Refused
from bccc_dash.domain.vocabulary import PlatformResult

NOTE_LETTERS, LINE_LETTERS, PLATFORM_LETTERS = 4000, 200, 80
LISTED = 20
MONTHS = range(1, 241)
LATEST_PLAN = timedelta(days=366)
BETWEEN = "; "
Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True)
class Platform:
    """One platform that was looked for, and what came of it; `other` names one that is not in the list."""

    name: str
    result: PlatformResult
    other: str = ""


def words(field: str, typed: str | None, *, letters: int = NOTE_LETTERS, needed: bool = True) -> str | None:
    """Return a text without the blanks around it; None where there is none.

    Bounds: up to `letters` letters; one line where these are no more than 200.
    Raises: Refused, which names the field.
    """
    text = (typed or "").strip()
    if not text and needed:
        raise Refused(f"{field}: fill it in.")
    lines = text.splitlines() if letters > LINE_LETTERS else [text]
    if len(text) > letters or not all(line.replace("\t", " ").isprintable() for line in lines):
        raise Refused(f"{field}: write plain text of at most {letters:,} letters.")
    return text or None


def word(field: str, typed: str, known: type[Word]) -> Word:
    """Return one of a fixed list.

    Raises: Refused, which names the field.
    """
    if typed not in set(known):
        raise Refused(f"{field}: choose one of the list.")
    return known(typed)


def several(field: str, typed: Sequence[str]) -> str:
    """Return a list as it is kept, each once.

    Raises: Refused where it is empty or too long, or a part will not do.
    """
    parts = list(dict.fromkeys(words(field, part, letters=LINE_LETTERS, needed=False) or "" for part in typed))
    parts = [part for part in parts if part]
    if len(parts) not in range(1, LISTED + 1) or any(BETWEEN.strip() in part for part in parts):
        raise Refused(f"{field}: name from 1 to {LISTED}, each without a semicolon.")
    return BETWEEN.join(parts)


def months_back(number: int | None) -> int | None:
    """Return how many months back the search went; None where nobody said.

    Raises: Refused below 1 or above 240.
    """
    if number is not None and number not in MONTHS:
        raise Refused("Months looked back: write a whole number from 1 to 240.")
    return number


def planned_day(day: date | None, *, today: date) -> date | None:
    """Return the day for which a check is planned.

    Raises: Refused before today, and more than a year ahead.
    """
    if day is not None and not today <= day <= today + LATEST_PLAN:
        raise Refused("Planned for: choose today or a later day, within a year.")
    return day


def platforms(typed: Sequence[Platform]) -> tuple[Platform, ...]:
    """Return the platforms, trimmed, each once.

    Raises: Refused where there is none, one stands there twice, or a name will not do.
    """
    if len(typed) not in range(1, LISTED + 1):
        raise Refused(f"Platforms: name from 1 to {LISTED}.")
    found = tuple(_platform(one) for one in typed)
    if len({(one.name.casefold(), one.other.casefold()) for one in found}) < len(found):
        raise Refused("Platforms: name each once, with one result.")
    return found


def _platform(one: Platform) -> Platform:
    name = words("Platform", one.name, letters=PLATFORM_LETTERS) or ""
    other = words("Other platform", one.other, letters=LINE_LETTERS, needed=False) or ""
    if name.casefold() == "other" and not other:
        raise Refused("Other platform: say which.")
    return Platform(name, word("Result", one.result, PlatformResult), other)
