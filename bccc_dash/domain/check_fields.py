"""What is typed into the forms of a social media check: fit to be kept, or refused with what to do."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bccc_dash.domain.errors import Refused
from bccc_dash.domain.fields import check_text, check_word, needed_text
from bccc_dash.domain.vocabulary import PlatformResult

PLATFORM_LETTERS = 80
LISTED = 20
MONTHS = range(1, 241)
LATEST_PLAN = timedelta(days=366)
BETWEEN = "; "


@dataclass(frozen=True)
class Platform:
    """One platform that was looked for, and what came of it; `other` names one that is not in the list."""

    name: str
    result: PlatformResult
    other: str = ""


def several(field: str, typed: Sequence[str]) -> str:
    """Return a list as it is kept, each once.

    Raises: Refused where it is empty or too long, or a part will not do.
    """
    parts = list(dict.fromkeys(check_text(field, part, optional=True) or "" for part in typed))
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
    name = needed_text("Platform", one.name, letters=PLATFORM_LETTERS)
    other = check_text("Other platform", one.other, optional=True) or ""
    if name.casefold() == "other" and not other:
        raise Refused("Other platform: say which.")
    return Platform(name, check_word("Result", one.result, PlatformResult), other)
