"""The only reader of the bank holidays of England: working days, counted."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

import holidays

FIRST_DAY = date(2015, 1, 1)
LAST_DAY = date(2060, 12, 31)
SATURDAY = 5


def ordinals(first: date, last: date) -> list[tuple[date, int]]:
    """Each day from `first` to `last` with the number of working days since FIRST_DAY up to and including it.

    So many working days after a day comes the first day whose number is that much higher.
    Bounds: both days included; days before FIRST_DAY or after LAST_DAY are left out.
    """
    return [(day, ordinal) for day, ordinal in _counted() if first <= day <= last]


@cache
def _counted() -> tuple[tuple[date, int], ...]:
    bank_holidays = holidays.country_holidays("GB", subdiv="ENG", years=range(FIRST_DAY.year, LAST_DAY.year + 1))
    counted, ordinal = [], 0
    for day in _days(FIRST_DAY, LAST_DAY):
        ordinal += day.weekday() < SATURDAY and day not in bank_holidays
        counted.append((day, ordinal))
    return tuple(counted)


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=step) for step in range((last - first).days + 1))
