"""What the page about privacy reviews shows as at one day: plain values, references only. Source: P34, P46."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bccc_dash.domain.vocabulary import ReviewOutcome

if TYPE_CHECKING:
    from datetime import date

    from bccc_dash.domain.overview import ReviewDay
    from bccc_dash.domain.period import Period
    from bccc_dash.domain.targets import Targets

REMIND_WITHIN_DAYS = 30
"""People are reminded of what falls due within so many days: a BCCC default."""

AHEAD_DAYS = 90
"""The page looks so many days ahead."""

REMINDERS_SIZE, UNPLANNED_SIZE = 50, 25
"""So many rows stand on one part of the reminder list, and of the list of people with nothing scheduled."""

NAMED_IN_BAND = 12
"""So many references stand beside a count of overdue reviews."""

NAMED_IN_MONTH, NAMED_IN_WEEK = 12, 3
"""A month with more reviews than these is shown by weeks, each with so many references."""

UNPLANNED_PAGE = "unplanned"
"""The name, in the page's address, of the part of the list of people with nothing scheduled."""

NOT_DONE = (ReviewOutcome.DEFERRED, ReviewOutcome.DECLINED, "")
"""What came of a review that counts as not done; the last stands for no outcome recorded."""


class Basis(StrEnum):
    """From what the day of a review that nobody scheduled is worked out."""

    LAST_REVIEW = "LAST_REVIEW"
    START = "START"
    PUT_OFF = "PUT_OFF"
    DECLINED = "DECLINED"


Span = tuple[int, int]
"""The first and the last place of a run of rows, from 1, both included."""


@dataclass(frozen=True)
class DueDays:
    """`n` reviews due `offset` days from the as-at day, with a row of their own (`planned`) or worked out.

    Bounds: -91 stands for 91 days ago and longer, 91 for 91 days ahead and later (of those worked out only);
    `least` is the smallest offset among them.
    """

    offset: int
    planned: bool
    n: int
    least: int


@dataclass(frozen=True)
class CameUp:
    """`n` reviews completed in the window with an outcome by a method; either is empty where it was not recorded."""

    outcome: str
    method: str
    n: int


@dataclass(frozen=True)
class Review:
    """One review that is due; `planned` where it has a row, else its day is worked out."""

    ref: str
    due_on: date
    planned: bool
    reminded_on: date | None


@dataclass(frozen=True)
class Unplanned:
    """Somebody active with nothing scheduled: the day that is worked out, and from which day of what."""

    ref: str
    due_on: date
    basis: Basis
    basis_on: date


@dataclass(frozen=True)
class Wanted:
    """Which rows the lists name, by place in due order: among the scheduled ones, and among all."""

    bands: tuple[Span, ...]
    calendar: tuple[Span, ...]


@dataclass(frozen=True)
class Reviews:
    """What the page shows whatever part of a list is open. `figures` has K17 and K18."""

    period: Period
    targets: Targets
    figures: dict[str, dict[str, object]]
    active: int
    days: tuple[DueDays, ...]
    reviews: tuple[ReviewDay, ...]
    came_up: tuple[CameUp, ...]
    reviews_done: int
    due_next_90: int
    oldest_overdue_days: int | None
    wanted: Wanted
    has_records: bool


@dataclass(frozen=True)
class ReviewLists:
    """The reviews that the lists name: overdue by band (K18's), ahead, one part of the reminders, of the unplanned."""

    overdue: tuple[tuple[Review, ...], ...]
    ahead: tuple[tuple[Review, ...], ...]
    reminders: tuple[Review, ...]
    unplanned: tuple[Unplanned, ...]
