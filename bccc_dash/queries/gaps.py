"""All that is missing in vetting, in one question: the worst lines of each list, and how many there are in all."""

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    FromClause,
    Row,
    Select,
    Subquery,
    case,
    cast,
    func,
    literal,
    null,
    select,
    union_all,
)
from sqlalchemy.types import Date, Integer, String
from sqlmodel import Session

from bccc_dash.domain.period import Period
from bccc_dash.domain.vetting import SHOWN, Gate
from bccc_dash.queries.applicants import applicants, most_overdue_first
from bccc_dash.queries.at_day import anything_recorded
from bccc_dash.queries.gates import gates_missed
from bccc_dash.queries.sql import records, worked_out_once
from bccc_dash.queries.stage_1 import checked_in_stage_1, first_exits
from bccc_dash.queries.stage_1_standing import unchecked
from bccc_dash.queries.waiting import dbs_ending, unmet

RECORDS, LATE, UNCHECKED, LEFT, GATES, WAITING, DBS = "RECORDS", "LATE", "UNCHECKED", "LEFT", "GATES", "WAITING", "DBS"
MISSED, COVERED = "MISSED", "COVERED"
COLUMNS = {
    "code": String,
    "ref": String,
    "stage": String,
    "days": Integer,
    "target_days": Integer,
    "since": Date,
    "other_day": Date,
    "name": String,
    "place": Integer,
    "n": Integer,
}
"""Of every list; a list leaves blank what it does not have. `place` is the line's. A line without a ref counts: it says
how many there are of its code."""

Order = Callable[[FromClause], Sequence[ColumnElement[Any]]]
Lines = dict[str, list[Row[Any]]]


def gap_lines(session: Session, *, period: Period) -> Lines:
    """The lines by list, worst first, SHOWN at most; and lines without a ref that count, `n` of each code.

    RECORDS has a line where anything at all is recorded. LATE: applicants past their target. UNCHECKED: people in Stage
    1 without its check (code: CheckState). LEFT: first exits from Stage 1 (MISSED, COVERED). GATES: code is a Gate.
    WAITING: a line a requirement (code, name) of SHOWN people; n counts people. DBS: LAPSED, SOON.
    """
    day, people = period.as_of, applicants(period)
    late = select(people, literal("").label("code")).where(people.c.past > 0)
    parts = (
        select(literal(RECORDS).label("kind"), *_blanks()).where(anything_recorded()),
        *_worst(LATE, late, most_overdue_first),
        *_worst(UNCHECKED, _unchecked(people, period), most_overdue_first),
        *_worst(LEFT, _left_stage_1(period), _missed_first),
        *_worst(GATES, gates_missed(people, day), _gravest_first),
        *_waiting(worked_out_once(unmet(people, day), "unmet")),
        *_worst(DBS, dbs_ending(day), lambda lines: (lines.c.since, lines.c.ref)),
    )
    every = union_all(*parts).subquery()
    found = session.execute(select(every).order_by(every.c.kind, every.c.place, every.c.code))
    return {kind: list(lines) for kind, lines in groupby(found, key=lambda line: str(line.kind))}


def _unchecked(people: CTE, period: Period) -> Select[Any]:
    found = unchecked(people, period.as_of).subquery()
    return select(found, found.c.state.label("code"), found.c.on_day.label("since"))


def _left_stage_1(period: Period) -> Select[Any]:
    exits = first_exits(period).subquery()
    code = case((checked_in_stage_1(exits), COVERED), else_=MISSED).label("code")
    joined = exits.join(records, records.c.id == exits.c.volunteer_id)
    return select(records.c.ref, exits.c.exited_on.label("since"), code).select_from(joined)


def _missed_first(lines: FromClause) -> Sequence[ColumnElement[Any]]:
    return (lines.c.code == COVERED, lines.c.since.desc(), lines.c.ref)


def _gravest_first(lines: FromClause) -> Sequence[ColumnElement[Any]]:
    gravity = case({gate.value: place for place, gate in enumerate(Gate)}, value=lines.c.code)
    return (gravity, lines.c.since, lines.c.ref)


def _waiting(lines: CTE) -> tuple[Select[Any], ...]:
    place = func.dense_rank().over(order_by=most_overdue_first(lines)).label("place")
    ranked = select(lines, place).subquery()
    people = select(func.count(lines.c.volunteer_id.distinct()).label("n")).subquery()
    worst = select(literal(WAITING), *_columns(ranked)).where(ranked.c.place <= SHOWN)
    return worst, select(literal(WAITING), *_columns(people))


def _worst(kind: str, found: Select[Any], order: Order) -> tuple[Select[Any], ...]:
    """The first lines of a list, and a line a code that says how many there are."""
    lines = worked_out_once(found, kind.lower())
    first = select(lines).order_by(*order(lines)).limit(SHOWN).subquery()
    placed = select(first, func.row_number().over(order_by=order(first)).label("place")).subquery()
    counts = select(lines.c.code, func.count().label("n")).group_by(lines.c.code).subquery()
    return select(literal(kind), *_columns(placed)), select(literal(kind), *_columns(counts))


def _columns(lines: Subquery) -> list[ColumnElement[Any]]:
    blanks = dict(zip(COLUMNS, _blanks(), strict=True))
    return [lines.c[name].label(name) if name in lines.c else blanks[name] for name in COLUMNS]


def _blanks() -> list[ColumnElement[Any]]:
    return [cast(null(), kind).label(name) for name, kind in COLUMNS.items()]
