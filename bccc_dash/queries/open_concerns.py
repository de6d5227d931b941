"""The concerns open at a day: how many there are of each kind, and one part of the list of those chosen."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import CTE, ColumnElement, RowMapping, Select, Subquery, case, func, literal, or_, select
from sqlalchemy.types import Integer, String
from sqlmodel import Session

from bccc_dash.domain.concern_case import ListedConcern, ListPage, Milestones
from bccc_dash.domain.targets import Targets
from bccc_dash.domain.workbench import A_PAGE, AGES, NOBODY, SEVERITIES, YES, Cell, Choice, Chosen, Owner, Sort
from bccc_dash.queries.at_day import OPEN, case_at
from bccc_dash.queries.milestones import milestone_columns, milestones_of
from bccc_dash.queries.sql import concerns, days_between, number, on, records, stage_spans, users
from bccc_dash.queries.timeliness import assessed_by, discussed_by, shared_by

LAST_DAYS = (7, 28, 90)
"""The last day of each band of AGES but the one that has no end."""


def stage_at(volunteer_id: ColumnElement[Any], day: date) -> ColumnElement[Any]:
    """The stage in which a volunteer stood at the end of `day`; nothing where in none."""
    span = stage_spans.c
    return (
        select(span.stage)
        .where(span.volunteer_id == volunteer_id, span.entered_on <= on(day), span.left_on > on(day))
        .limit(1)
        .correlate_except(stage_spans)
        .scalar_subquery()
    )


def numbered_users() -> Subquery:
    """Everybody as a role and a number within it: id, role, nth. No name."""
    nth = func.row_number().over(partition_by=users.c.role, order_by=users.c.id).label("nth")
    return select(users.c.id, users.c.role, nth).subquery()


@lru_cache(maxsize=8)
def _attributes(day: date) -> dict[Choice, ColumnElement[Any]]:
    """What each choice looks at, as the value that stands in the address."""
    days = days_between(on(day), concerns.c.identified_on)
    bands = [(days <= last, literal(band)) for last, band in zip(LAST_DAYS, AGES, strict=False)]
    owner = case(
        (concerns.c.owner_id.is_(None), literal(NOBODY)), else_=literal("u").concat(concerns.c.owner_id.cast(String))
    )
    waiting = {
        Choice.UNDISCUSSED: ~discussed_by(on(day)),
        Choice.UNASSESSED: ~assessed_by(on(day)),
        Choice.UNSHARED: ~shared_by(on(day)),
    }
    return {
        Choice.SEVERITY: concerns.c.severity,
        Choice.AGE: case(*bands, else_=literal(AGES[-1])),
        Choice.CATEGORY: concerns.c.category,
        Choice.OWNER: owner,
        Choice.STAGE: func.coalesce(stage_at(concerns.c.volunteer_id, day), literal(NOBODY)),
        **{choice: case((waits, literal(YES)), else_=literal("")) for choice, waits in waiting.items()},
    }


def concern_cells(session: Session, *, day: date) -> tuple[tuple[Cell, ...], dict[str, Owner]]:
    """The open concerns by all that can be chosen, and the owners that occur, by their value in the address.

    Shape: one cell for each combination that occurs, so never more than there are open concerns.
    """
    state, attributes = case_at(day, OPEN), _attributes(day)
    one = select(
        *(value.label(choice.value) for choice, value in attributes.items()),
        concerns.c.owner_id,
        days_between(on(day), concerns.c.identified_on).label("days"),
    )
    joined = state.join(concerns, concerns.c.id == state.c.case_id)
    each = one.select_from(joined).where(concerns.c.identified_on <= on(day)).subquery()
    people = numbered_users()
    alike = [*(each.c[choice.value] for choice in Choice), people.c.role, people.c.nth]
    query = (
        select(*alike, func.count().label("n"), func.max(each.c.days).label("longest"))
        .select_from(each.outerjoin(people, people.c.id == each.c.owner_id))
        .group_by(*alike)
    )
    rows = session.execute(query).mappings().all()
    cells = tuple(Cell(tuple(str(row[choice.value]) for choice in Choice), row["n"], row["longest"]) for row in rows)
    owners = {str(row["owner"]): Owner(str(row["role"]), int(row["nth"])) for row in rows if row["role"] is not None}
    return cells, owners


def _order(sort: Sort) -> Sequence[ColumnElement[Any]]:
    """What comes first; concerns that are alike stand in the order in which they were entered."""
    severest = case(*((concerns.c.severity == severity, place) for place, severity in enumerate(SEVERITIES)))
    found, entered = concerns.c.identified_on, concerns.c.id
    orders: dict[Sort, Sequence[ColumnElement[Any]]] = {
        Sort.OLDEST: (found, severest, entered),
        Sort.SEVERE: (severest, found, entered),
        Sort.NEWEST: (found.desc(), severest, entered),
        Sort.REF: (func.lower(records.c.ref), entered),
    }
    return orders[sort]


def _placed(day: date, chosen: Chosen, sort: Sort) -> CTE:
    """Every open concern that meets the choices: id, ref, status, place (from 1), before, after (refs)."""
    state, attributes, order = case_at(day, OPEN), _attributes(day), _order(sort)
    meets = [attributes[choice] == value for choice, value in zip(Choice, chosen, strict=True) if value]
    joined = state.join(concerns, concerns.c.id == state.c.case_id).join(records, records.c.id == concerns.c.id)
    rows = select(
        concerns.c.id,
        records.c.ref,
        state.c.status,
        func.row_number(type_=Integer).over(order_by=order).label("place"),
        func.lag(records.c.ref).over(order_by=order).label("before"),
        func.lead(records.c.ref).over(order_by=order).label("after"),
    )
    return rows.select_from(joined).where(concerns.c.identified_on <= on(day), *meets).cte("placed")


def concern_page(
    session: Session, *, day: date, chosen: Chosen, sort: Sort, page: int, ref: str, targets: Targets
) -> ListPage:
    """One part of the list of open concerns that meet the choices.

    Bounds: parts count from 1. 0 asks for the part on which the concern `ref` stands, the first where it stands on
    none. A ref is found without regard to case.
    """
    placed = _placed(day, chosen, sort)
    asked = func.lower(placed.c.ref) == func.lower(literal(ref))
    found = list(session.execute(_rows(placed, asked, day, page, targets)).mappings())
    rows = [(_listed(row), bool(row["is_asked"])) for row in found]
    opened = next((row for row, is_asked in rows if is_asked), None)
    part = page or (_part(opened.place) if opened else 1)
    return ListPage(part, tuple(row for row, _ in rows if _part(row.place) == part), opened)


def _part(place: int) -> int:
    return (place - 1) // A_PAGE + 1


def _rows(placed: CTE, asked: ColumnElement[bool], day: date, page: int, targets: Targets) -> Select[Any]:
    """The rows of one part, and the concern that is asked for, wherever it stands."""
    theirs = select(placed.c.place).where(asked).limit(1).scalar_subquery()
    part = number(page) if page else func.coalesce(_part_in_sql(theirs), 1)
    return (
        select(
            *(placed.c.ref, placed.c.place, placed.c.before, placed.c.after, placed.c.status),
            concerns.c.severity,
            asked.label("is_asked"),
            *milestone_columns(day, targets),
        )
        .select_from(placed.join(concerns, concerns.c.id == placed.c.id))
        .where(or_(_part_in_sql(placed.c.place) == part, asked))
        .order_by(placed.c.place)
    )


def _part_in_sql(place: ColumnElement[Any]) -> ColumnElement[Any]:
    return (place - 1) // number(A_PAGE) + 1


def _listed(row: RowMapping) -> ListedConcern:
    milestones: Milestones = milestones_of(row)
    return ListedConcern(
        ref=row["ref"],
        place=int(row["place"]),
        before=row["before"],
        after=row["after"],
        severity=str(row["severity"]),
        status=str(row["status"]),
        milestones=milestones,
    )
