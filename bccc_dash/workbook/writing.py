"""Carrying out a plan: rows in bulk, in one transaction that is the caller's."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, insert, text, update
from sqlmodel import Session

from bccc_dash.workbook.columns import Kind, Sheet
from bccc_dash.workbook.planning import Plan, SheetPlan
from bccc_dash.workbook.sheets import WRITE_ORDER
from bccc_dash.workbook.stored import PEOPLE, RECORDS, USERS, Values, table_of

AT_ONCE = 5000
Advance = Callable[[int], None]
Parameters = dict[str, Any]


def write_plan(session: Session, plan: Plan, *, advance: Advance) -> None:
    """Write every new and changed row: what is named before what names it. `advance` is told how many."""
    connection = session.connection()
    by_name = {one.sheet.name: one for one in plan.sheets}
    ordered = [by_name[sheet.name] for sheet in WRITE_ORDER if sheet.name in by_name]
    records = ({"id": number, "kind": kind.value, "ref": ref} for number, kind, ref in plan.new_records)
    _insert(connection, RECORDS, records, advance=lambda _: None)
    for one in ordered:
        _insert(connection, table_of(one.sheet), _added(one), advance=advance)
    for one in ordered:
        _update(connection, one, advance=advance)
        _write_people(connection, one)
    if connection.dialect.name == "postgresql":
        _advance_sequences(connection, plan)


def _added(plan: SheetPlan) -> Iterator[Parameters]:
    """The new rows of a sheet. Users name volunteers, who stand after them: that is filled in by `_update`."""
    of = _as_parameters(plan.sheet)
    for number, row in plan.added:
        found = {"id": number, **of(row)}
        if plan.sheet.name == "users":
            found["volunteer_id"] = None
        yield found


def _as_parameters(sheet: Sheet) -> Callable[[Values], Parameters]:
    attributes = [column.attribute for column in sheet.kept]
    people = _people_place(sheet)
    if people is None:
        return lambda row: dict(zip(attributes, row, strict=True))
    del attributes[people]
    return lambda row: dict(zip(attributes, (*row[:people], *row[people + 1 :]), strict=True))


def _people_place(sheet: Sheet) -> int | None:
    return next((place for place, column in enumerate(sheet.kept) if column.kind is Kind.PEOPLE), None)


def _insert(connection: Connection, table: Table, rows: Iterator[Parameters], *, advance: Advance) -> None:
    for some in _in_parts(rows):
        connection.execute(insert(table), some)
        advance(len(some))


def _in_parts(rows: Iterator[Parameters]) -> Iterator[list[Parameters]]:
    some: list[Parameters] = []
    for row in rows:
        some.append(row)
        if len(some) == AT_ONCE:
            yield some
            some = []
    if some:
        yield some


def _update(connection: Connection, plan: SheetPlan, *, advance: Advance) -> None:
    table = table_of(plan.sheet)
    of = _as_parameters(plan.sheet)
    rows = [{"this_id": number, **of(row)} for number, _, row in plan.changed]
    if rows:
        connection.execute(update(table).where(table.c.id == bindparam("this_id")), rows)
        advance(len(rows))
    if plan.sheet.name == "users":
        place = [column.attribute for column in plan.sheet.kept].index("volunteer_id")
        links = [{"this_id": number, "volunteer_id": row[place]} for number, row in plan.added if row[place]]
        if links:
            connection.execute(update(USERS).where(USERS.c.id == bindparam("this_id")), links)


def _write_people(connection: Connection, plan: SheetPlan) -> None:
    place = _people_place(plan.sheet)
    if place is None:
        return
    table, owner = PEOPLE[plan.sheet.kept[place].name]
    altered = [(number, new[place]) for number, old, new in plan.changed if old[place] != new[place]]
    if altered:
        numbers = [{"this_id": number} for number, _ in altered]
        connection.execute(delete(table).where(table.c[owner] == bindparam("this_id")), numbers)
    people = [*altered, *((number, row[place]) for number, row in plan.added)]
    rows = (
        {owner: number, "position": position, "user_id": user}
        for number, users in people
        for position, user in enumerate(users, start=1)
    )
    _insert(connection, table, rows, advance=lambda _: None)


def _advance_sequences(connection: Connection, plan: Plan) -> None:
    """Let PostgreSQL's own numbering go on after the numbers that were given here."""
    given: Sequence[tuple[Table, int]] = [
        *((table_of(one.sheet), one.added[-1][0]) for one in plan.sheets if one.added and not one.sheet.record),
        *((RECORDS, plan.new_records[-1][0]) for _ in plan.new_records[:1]),
    ]
    advance = text("SELECT setval(pg_get_serial_sequence(:table, 'id'), :last)")
    for table, last in given:
        connection.execute(advance, {"table": table.name, "last": last})
