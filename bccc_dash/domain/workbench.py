"""What can be chosen among open concerns, by the names and values that stand in the page's address."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bccc_dash.domain.case_vocabulary import ConcernCategory, Severity
from bccc_dash.domain.links import Link, Place
from bccc_dash.domain.targets import Targets
from bccc_dash.domain.vocabulary import Stage

YES = "yes"
NOBODY = "none"
"""The owner of a concern that nobody owns, and the stage of a volunteer who is in none."""


class Choice(StrEnum):
    """The names of the choices. Each is independent of the others: what is shown meets all of them."""

    SEVERITY = "severity"
    AGE = "age"
    CATEGORY = "category"
    OWNER = "owner"
    STAGE = "stage"
    UNDISCUSSED = "undiscussed"
    UNASSESSED = "unassessed"
    UNSHARED = "unshared"


SORT, CASE, PAGE = "sort", "case", "page"


def to_concern(ref: str, label: str = "") -> Link:
    """The way to one concern, opened beside the list; it reads as its reference where nothing else is said."""
    return Link(Place.CONCERNS, label or ref, ((CASE, ref),))


TO_DO = (Choice.UNDISCUSSED, Choice.UNASSESSED, Choice.UNSHARED)
"""The choices that are on (YES) or off: not yet discussed, source not yet assessed, not yet shared."""

KNOWN = (*(choice.value for choice in Choice), SORT, CASE, PAGE)
"""Every name that this page understands in its address."""

A_PAGE = 20
"""So many concerns stand on one part of the list."""

SEVERITIES = tuple(reversed(Severity))
"""The most severe first."""

AGES = ("0-7", "8-28", "29-90", "91+")
"""The bands of days open, as K9 names them."""


class Sort(StrEnum):
    """The orders of the list; the first is the one that nobody has to choose."""

    OLDEST = "oldest"
    SEVERE = "severe"
    NEWEST = "newest"
    REF = "ref"


Chosen = tuple[str, ...]
"""One value for each Choice, in their order; "" where any will do."""


def chosen(**values: str) -> Chosen:
    """Return what is chosen; what is not named stands open."""
    return tuple(values.get(choice.value, "") for choice in Choice)


@dataclass(frozen=True)
class Cell:
    """`n` open concerns that are alike in every Choice (a box holds YES or ""); the oldest is `longest` days open."""

    values: Chosen
    n: int
    longest: int


@dataclass(frozen=True)
class Owner:
    """Somebody who owns concerns: the role, and the how-manieth of that role."""

    role: str
    nth: int


@dataclass(frozen=True)
class Workbench:
    """What there is to choose from as at a day: the open concerns by all that can be chosen, the owners by their value
    in the address, and K9 under its code."""

    targets: Targets
    figures: dict[str, dict[str, object]]
    ages: tuple[Cell, ...]
    owners: dict[str, Owner]
    has_records: bool


Counts = dict[Choice, dict[str, int]]


def counted(cells: Iterable[Cell], chosen: Chosen) -> Counts:
    """Return, for each choice and value, how many concerns would be listed if it were chosen and the others stayed.

    The value "" counts all that the other choices leave. A value that no concern has is missing.
    """
    found: list[dict[str, int]] = [{"": 0} for _ in chosen]
    wanted = [(number, value) for number, value in enumerate(chosen) if value]
    for cell in cells:
        missed = [number for number, value in wanted if cell.values[number] != value]
        for number in missed or range(len(chosen)) if len(missed) < 2 else ():
            by_value = found[number]
            for value in {"", cell.values[number]}:
                by_value[value] = by_value.get(value, 0) + cell.n
    return dict(zip(Choice, found, strict=True))


def listed(cells: Iterable[Cell], chosen: Chosen) -> int:
    """Return how many concerns meet every choice."""
    wanted = [(number, value) for number, value in enumerate(chosen) if value]
    return sum(cell.n for cell in cells if all(cell.values[number] == value for number, value in wanted))


def options(choice: Choice, cells: Iterable[Cell], value: str) -> tuple[str, ...]:
    """Return what a list offers, "" first: every severity and age; of the others what occurs, and what is chosen."""
    if choice is Choice.SEVERITY:
        return ("", *SEVERITIES)
    if choice is Choice.AGE:
        return ("", *AGES)
    position = tuple(Choice).index(choice)
    occurring = {cell.values[position] for cell in cells} | ({value} if can_be(choice, value) else set())
    return ("", *_ordered(choice, occurring))


def _ordered(choice: Choice, values: set[str]) -> list[str]:
    if choice is Choice.OWNER:
        return sorted(values, key=lambda value: (value == NOBODY, len(value), value))
    order = [*(ConcernCategory if choice is Choice.CATEGORY else Stage), NOBODY]
    return [str(value) for value in order if value in values]


def can_be(choice: Choice, value: str) -> bool:
    """Return whether a value could be one of a choice's, though no open concern may have it now."""
    if choice is Choice.OWNER:
        number = value[1:]
        is_number = number.isascii() and number.isdecimal() and number[:1] != "0" and len(number) < 10
        return value == NOBODY or (value[:1] == "u" and is_number)
    return value in {Choice.CATEGORY: [*ConcernCategory], Choice.STAGE: [*Stage, NOBODY]}.get(choice, [])
