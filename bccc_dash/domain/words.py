"""How dates, counts and rates are said: British, short, and never a percentage of four people."""

from collections.abc import Sequence
from datetime import date, datetime

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

# Under this many cases a percentage says more than is known.
PERCENT_FROM = 5


def uk_date(day: date) -> str:
    """Return a date as 3 March 2026."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def uk_moment(moment: datetime) -> str:
    """Return a moment as 3 March 2026, 14:32, in the zone that it is told in."""
    return f"{uk_date(moment.date())}, {moment:%H:%M}"


def uk_long(day: date) -> str:
    """Return a date as Thursday 12 November 2026."""
    return f"{_DAYS[day.weekday()]} {uk_date(day)}"


def uk_short(day: date) -> str:
    """Return a date as 12 Oct 2026."""
    return f"{day_month(day)} {day.year}"


def day_month(day: date) -> str:
    """Return a date as 12 Oct."""
    return f"{day.day} {_MONTHS[day.month - 1][:3]}"


def weekday_short(day: date) -> str:
    """Return a date as Mon 12 Oct."""
    return f"{_DAYS[day.weekday()][:3]} {day_month(day)}"


def month_year(day: date) -> str:
    """Return a day's month as October 2026."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def uk_span(first: date, last: date) -> str:
    """Return two days as 11 September to 12 November 2026; each year is said where they differ."""
    if first == last:
        return uk_date(last)
    if first.year == last.year:
        return f"{first.day} {_MONTHS[first.month - 1]} to {uk_date(last)}"
    return f"{uk_date(first)} to {uk_date(last)}"


def number_word(n: int) -> str:
    """Return "no", then words to ten, then figures: three, 11, 1,204."""
    return _NUMBERS[n] if 0 <= n < len(_NUMBERS) else figure(n)


def figure(n: int) -> str:
    """Return a whole number in figures, thousands apart: 1,204."""
    return f"{n:,}"


def number(value: float | None, *, none: str = "none") -> str:
    """Return a number as a table writes it: whole ones without a point, halves with one."""
    if value is None:
        return none
    return figure(int(value)) if value == int(value) else f"{value:,.1f}"


def plural(n: int, one: str, many: str | None = None) -> str:
    """Return the noun that goes with a count: 1 day, 2 days."""
    return one if n == 1 else many or f"{one}s"


def count(n: int, one: str, many: str | None = None) -> str:
    """Return a count in words with its noun: three concerns, 11 concerns, no concerns."""
    return f"{number_word(n)} {plural(n, one, many)}"


def days(n: int) -> str:
    """Return an age in figures: 1 day, 92 days."""
    return f"{figure(n)} {plural(n, 'day')}"


def capital(text: str) -> str:
    """Return the text with a capital first letter and the rest untouched."""
    return text[:1].upper() + text[1:]


def n_of_d(n: int, d: int) -> str:
    """Return a rate as "26 of 31 (84%)"; under five cases no percentage; without cases, those words."""
    if d == 0:
        return "no cases in period"
    said = f"{figure(n)} of {figure(d)}"
    return said if d < PERCENT_FROM else f"{said} ({percent(n, d)}%)"


def percent(n: int, d: int) -> int:
    """Return a whole percentage that says 100 only of all and 0 only of none."""
    nearest = (200 * n + d) // (2 * d)
    if n < d:
        nearest = min(nearest, 99)
    return max(nearest, 1) if n else 0


def listed(parts: Sequence[str]) -> str:
    """Return a list as people say it: a, b and c."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"
