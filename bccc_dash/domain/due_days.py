"""What follows from the counts of reviews by due day: bands, months, weeks, and which rows each list names."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from bccc_dash.domain.overview import ReviewDay
from bccc_dash.domain.reviews import (
    AHEAD_DAYS,
    NAMED_IN_BAND,
    NAMED_IN_MONTH,
    NAMED_IN_WEEK,
    REMIND_WITHIN_DAYS,
    DueDays,
    Span,
    Wanted,
)

BANDS = {"1-30": (-30, -1), "31-90": (-90, -31), "91+": (-91, -91)}
"""The bands of K18 as its JSON names them: the offsets that each holds, both included."""

EDGE = AHEAD_DAYS + 1
LINE_EDGE = -64
"""What is longer overdue stands here, at the left edge of the picture."""

Days = tuple[DueDays, ...]


def overdue_figure(days: Days) -> dict[str, object]:
    """K18 from the counts, in the shape of the figure."""
    by = {band: total(days, first, last, planned=True) for band, (first, last) in BANDS.items()}
    return {"n": sum(by.values()), "by": {"age": by}, "unscheduled": total(days, -EDGE, -1, planned=False)}


def total(days: Days, first: int, last: int, *, planned: bool | None = None) -> int:
    """How many are due from one offset to another, both included; of the scheduled, the worked out, or both."""
    return sum(day.n for day in days if first <= day.offset <= last and planned in (None, day.planned))


def oldest_overdue(days: Days) -> int | None:
    """For how many days the oldest scheduled review is overdue; None where none is."""
    offsets = [day.least for day in days if day.planned and day.offset < 0]
    return -min(offsets) if offsets else None


def line(days: Days) -> tuple[ReviewDay, ...]:
    """The reviews by the day on which the picture places them, nothing beyond 90 days."""
    counts: dict[int, int] = {}
    for day in days:
        if day.offset <= AHEAD_DAYS:
            place = max(day.offset, LINE_EDGE)
            counts[place] = counts.get(place, 0) + day.n
    return tuple(ReviewDay(offset, n) for offset, n in sorted(counts.items()))


def reminders_n(days: Days) -> int:
    """How many are overdue or due within 30 days."""
    return total(days, -EDGE, REMIND_WITHIN_DAYS)


@dataclass(frozen=True)
class Cell:
    """Some days of the next 90: the first and last, how many reviews are due in them, and how many are named."""

    first: date
    last: date
    n: int
    named: int


def months(as_of: date, days: Days) -> tuple[tuple[Cell, ...], ...]:
    """The months that the next 90 days touch, the as-at day's first. A month with few reviews is one cell that names
    them all; one with many has a cell for each week from Monday to Sunday, which names the first few."""
    return tuple(_month(as_of, first, last, days) for first, last in _cut(as_of, lambda day: (day.year, day.month)))


def _month(as_of: date, first: date, last: date, days: Days) -> tuple[Cell, ...]:
    n = _between(as_of, first, last, days)
    if n <= NAMED_IN_MONTH:
        return (Cell(first, last, n, n),)
    weeks = _cut(first, lambda day: day.isocalendar()[:2], last=last)
    counts = [(monday, sunday, _between(as_of, monday, sunday, days)) for monday, sunday in weeks]
    return tuple(Cell(monday, sunday, n, min(n, NAMED_IN_WEEK)) for monday, sunday, n in counts)


def _between(as_of: date, first: date, last: date, days: Days) -> int:
    return total(days, (first - as_of).days, (last - as_of).days)


def _cut(first: date, part: Callable[[date], object], *, last: date | None = None) -> list[tuple[date, date]]:
    """Days in a row, cut wherever the part (a month, a week) changes."""
    end = last or first + timedelta(days=AHEAD_DAYS)
    cuts: list[tuple[date, date]] = []
    for step in range((end - first).days + 1):
        day = first + timedelta(days=step)
        same = bool(cuts) and part(cuts[-1][1]) == part(day)
        cuts[-1:] = [(cuts[-1][0], day)] if same else [*cuts[-1:], (day, day)]
    return cuts


def wanted(as_of: date, days: Days) -> Wanted:
    """The places, in due order, of the rows that the bands and the months name."""
    bands = [_named(total(days, -EDGE, first - 1, planned=True), total(days, first, last, planned=True), NAMED_IN_BAND)
             for first, last in BANDS.values()]  # fmt: skip
    cells = [cell for month in months(as_of, days) for cell in month]
    starts = [total(days, -EDGE, (cell.first - as_of).days - 1) for cell in cells]
    spans = [_named(start, cell.n, cell.named) for start, cell in zip(starts, cells, strict=True)]
    return Wanted(tuple(bands), tuple(spans))


def _named(before: int, n: int, at_most: int) -> Span:
    return before + 1, before + min(n, at_most)


def span_of(page: int, size: int, n: int) -> Span:
    """The places on one part of a list of n rows."""
    return (page - 1) * size + 1, min(page * size, n)


def inside(place: int, spans: Iterable[Span]) -> bool:
    """Whether a place lies in one of the spans."""
    return any(first <= place <= last for first, last in spans)
