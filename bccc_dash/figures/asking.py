"""What every figure is asked with, and the few shapes an answer can have."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, select
from sqlmodel import Session

from bccc_dash.domain.period import Period
from bccc_dash.domain.targets import Targets
from bccc_dash.queries.sql import on
from bccc_dash.queries.together import Row, one_row_each, side_by_side

Figure = dict[str, Any]


@dataclass(frozen=True)
class OneRow:
    """A question answered with one row, and the figure that the row makes. Such questions are asked together."""

    query: Select[Any]
    figure: Callable[[Row], Figure]

    def __or__(self, other: OneRow) -> OneRow:
        """Both questions as one, and both figures in one."""
        joined, (mine, its) = side_by_side(self.query, other.query)
        query = select(*mine.c, *its.c).select_from(joined)
        return OneRow(query, lambda row: self.figure(row) | other.figure(row))


@dataclass(frozen=True)
class Asking:
    """A session, the period in question and the targets in force."""

    session: Session
    period: Period
    targets: Targets

    def answer(self, question: OneRow) -> Figure:
        """The figure that one question makes, asked alone."""
        return answered(self.session, {"": question})[""]

    def in_window(self, day: ColumnElement[Any]) -> ColumnElement[bool]:
        """Whether a day lies in the window (after, as_of]."""
        return and_(day > on(self.period.after), day <= on(self.period.as_of))


def answered(session: Session, questions: Mapping[str, OneRow]) -> dict[str, Figure]:
    """The figures that the questions make, by the names of the questions; asked as one."""
    rows = one_row_each(session, {name: question.query for name, question in questions.items()})
    return {name: question.figure(rows[name]) for name, question in questions.items()}


def counts(**queries: Select[Any]) -> OneRow:
    """{name: count} of queries that answer with one number each; nothing counts as 0."""
    query = select(*(query.scalar_subquery().label(name) for name, query in queries.items()))
    return OneRow(query, lambda row: {name: int(row[name] or 0) for name in queries})


def n_of_d(met: ColumnElement[bool], query: Select[Any]) -> OneRow:
    """{"n", "d"}: of the rows of `query` (any columns), how many there are and how many are met."""
    rows = query.add_columns(case((met, 1), else_=0).label("met")).subquery()
    n = func.coalesce(func.sum(rows.c.met), 0).label("n")
    counted = select(n, func.count().label("d")).select_from(rows)
    return OneRow(counted, lambda row: {"n": int(row["n"]), "d": int(row["d"])})


def tally(group: ColumnElement[Any], words: Iterable[object], n: ColumnElement[Any]) -> list[ColumnElement[Any]]:
    """A column for each word, named by it: the sum of `n` over the rows of that group."""
    return [func.coalesce(func.sum(case((group == str(word), n), else_=0)), 0).label(str(word)) for word in words]


def tallied(row: Row, words: Iterable[object]) -> dict[str, int]:
    """The counts of a tally, in the order of its words."""
    return {str(word): int(row[str(word)]) for word in words}


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
    sums = (func.count(), func.coalesce(func.sum(placed.c[beside]), 0)) if beside else ()
    median, least, most, n, *more = asking.session.execute(query.add_columns(*sums).select_from(placed)).one()
    found = {"median_days": plain(median), "min_days": plain(least), "max_days": plain(most), "n": int(n)}
    return found | dict(zip(("d", beside), map(int, more), strict=False))
