"""The as-at day and the window of days that a figure looks at."""

from dataclasses import dataclass
from datetime import date, timedelta

EARLIEST, LATEST = date(2015, 1, 1), date(2059, 12, 31)
"""The as-at days there can be: the calendar of working days covers them, and a year more for what falls due after."""


@dataclass(frozen=True)
class Period:
    """An as-at day and a window that ends on it.

    Bounds: the window is (after, as_of]: `after` is not in it, `as_of` is, to the end of that day.
    """

    as_of: date
    after: date

    @property
    def first(self) -> date:
        """The first day inside the window."""
        return self.after + timedelta(days=1)


def twelve_months_before(day: date) -> date:
    """The same day a year before; 28 February for the 29th."""
    if (day.month, day.day) == (2, 29):
        return date(day.year - 1, 2, 28)
    return day.replace(year=day.year - 1)


def since(first: date, *, as_of: date) -> Period:
    """The window whose first day is `first`."""
    return Period(as_of=as_of, after=first - timedelta(days=1))


def since_last_meeting(as_of: date, latest_meeting: date | None) -> Period:
    """The window from the day after the latest meeting before `as_of`; without a meeting, the last 12 months."""
    return Period(as_of=as_of, after=latest_meeting) if latest_meeting else last_twelve_months(as_of)


def this_year(as_of: date) -> Period:
    """1 January to the as-at day."""
    return since(as_of.replace(month=1, day=1), as_of=as_of)


def last_twelve_months(as_of: date) -> Period:
    """The twelve months that end on the as-at day; the same day a year before is not in them."""
    return Period(as_of=as_of, after=twelve_months_before(as_of))


def whole_months(earlier: date, later: date) -> int:
    """Whole months from one day to another."""
    return (later.year - earlier.year) * 12 + later.month - earlier.month - (later.day < earlier.day)
