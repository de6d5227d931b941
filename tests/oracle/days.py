"""Days, counted one by one: working days, months back, the middle of a list."""

import datetime as dt
from collections.abc import Sequence
from functools import cache

import holidays

Day = dt.date


@cache
def _closed(year: int) -> frozenset[Day]:
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=year))


def is_working(day: Day) -> bool:
    return day.weekday() < 5 and day not in _closed(day.year)


@cache
def working_day_after(day: Day, k: int) -> Day:
    """The k-th working day after a day, which itself never counts."""
    while k:
        day += dt.timedelta(days=1)
        k -= is_working(day)
    return day


def year_before(day: Day) -> Day:
    """The same day a year before, 28 February for the 29th."""
    if (day.month, day.day) == (2, 29):
        return Day(day.year - 1, 2, 28)
    return day.replace(year=day.year - 1)


def whole_months(since: Day, until: Day) -> int:
    months = (until.year - since.year) * 12 + until.month - since.month
    return months - (until.day < since.day)


def days_between(earlier: Day, later: Day) -> int:
    return (later - earlier).days


def middle(numbers: Sequence[int]) -> float | None:
    """The median: nothing of nothing, the mean of the middle two of an even number."""
    if not numbers:
        return None
    ordered = sorted(numbers)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def spread(numbers: Sequence[int]) -> dict[str, object]:
    """Median, smallest, largest and how many, as the figures give them."""
    return {
        "median_days": middle(numbers),
        "min_days": min(numbers, default=None),
        "max_days": max(numbers, default=None),
        "n": len(numbers),
    }
