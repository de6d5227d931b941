"""What every figure is asked with, and the few shapes an answer can have."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, select
from sqlmodel import Session

from bccc_dash.domain.period import Period
from bccc_dash.domain.targets import Targets
from bccc_dash.queries.sql import on

Figure = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Asking:
    """A session, the period in question and the targets in force."""

    session: Session
    period: Period
    targets: Targets

    def count(self, query: Select[Any]) -> int:
        """The one number that a query answers with; nothing counts as 0."""
        return int(self.session.execute(query).scalar() or 0)

    def n_of_d(self, met: ColumnElement[bool], query: Select[Any]) -> Figure:
        """{"n", "d"}: of the rows of `query` (any columns), how many there are and how many are met."""
        rows = query.add_columns(case((met, 1), else_=0).label("met")).subquery()
        n, d = self.session.execute(
            select(func.coalesce(func.sum(rows.c.met), 0), func.count()).select_from(rows)
        ).one()
        return {"n": int(n), "d": int(d)}

    def in_window(self, day: ColumnElement[Any]) -> ColumnElement[bool]:
        """Whether a day lies in the window (after, as_of]."""
        return and_(day > on(self.period.after), day <= on(self.period.as_of))

    def by_group(self, query: Select[Any]) -> dict[str, int]:
        """{group: count} of a query of two columns."""
        return {str(group): int(count) for group, count in self.session.execute(query)}


def filled(counts: Mapping[str, int], words: Any) -> dict[str, int]:
    """The counts in the order of `words`, with 0 for those that are missing."""
    return {str(word): counts.get(str(word), 0) for word in words}


def plain(value: Any) -> int | float | None:
    """A number as JSON shows it best: 134 rather than 134.0, 25.5 as it is, None for nothing."""
    if value is None:
        return None
    return int(value) if float(value).is_integer() else float(value)


def spread(asking: Asking, days: Select[Any], *, beside: str = "") -> Figure:
    """{"median_days", "min_days", "max_days", "n"} of a query's column `days`; nulls where it is empty.

    Rows without days are no part of it. With `beside`, a column of 1 and 0, also {"d", that name} over all rows.
    """
    asked = days.selected_columns
    place = func.row_number().over(order_by=(asked.days.is_(None), asked.days)).label("place")
    placed = days.add_columns(place, func.count(asked.days).over().label("size")).subquery()
    middle = case((placed.c.place.in_([(placed.c.size + 1) // 2, (placed.c.size + 2) // 2]), placed.c.days))
    query = select(func.avg(middle), func.min(placed.c.days), func.max(placed.c.days), func.count(placed.c.days))
    counts = (func.count(), func.coalesce(func.sum(placed.c[beside]), 0)) if beside else ()
    median, least, most, n, *more = asking.session.execute(query.add_columns(*counts).select_from(placed)).one()
    found = {"median_days": plain(median), "min_days": plain(least), "max_days": plain(most), "n": int(n)}
    return found | dict(zip(("d", beside), map(int, more), strict=False))
