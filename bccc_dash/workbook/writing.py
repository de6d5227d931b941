"""Carrying out a plan: rows in bulk, in one transaction that is the caller's."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, text, update
from sqlmodel import Session

from bccc_dash.domain.outcome_vocabulary import DecisionStatus
from bccc_dash.store.tables import ApprovalEventRow
from bccc_dash.workbook.columns import Kind, Sheet
from bccc_dash.workbook.planning import Plan, SheetPlan
from bccc_dash.workbook.sheets import WRITE_ORDER
from bccc_dash.workbook.stored import PEOPLE, RECORDS, USERS, Values, table_of

EVENTS: Table = ApprovalEventRow.__table__  # type: ignore[attr-defined]  # SQLModel adds it unseen

AT_ONCE = 5000
MARK = "imported_at"
Advance = Callable[[int], None]
Parameters = dict[str, Any]


def write_plan(session: Session, plan: Plan, *, at: datetime, advance: Advance) -> None:
    """Write every new and changed row: what is named before what names it. `advance` is told how many.

    Ratified decisions and approval events are marked as imported, at this moment.
    """
    connection = session.connection()
    by_name = {one.sheet.name: one for one in plan.sheets}
    ordered = [by_name[sheet.name] for sheet in WRITE_ORDER if sheet.name in by_name]
    _insert(connection, RECORDS, ["id", "kind", "ref"], plan.new_records, advance=lambda _: None)
    for one in ordered:
        rows, columns = _added(one), ["id", *_attributes(one.sheet)]
        if _marks(one.sheet):
            rows, columns = _marked(one.sheet, rows, _for_driver(connection, at)), [*columns, MARK]
        _insert(connection, table_of(one.sheet), columns, rows, advance=advance)
    for one in ordered:
        _update(connection, one, at=at, advance=advance)
        _write_people(connection, one)
    if connection.dialect.name == "postgresql":
        _advance_sequences(connection, plan)


def _attributes(sheet: Sheet) -> list[str]:
    """The columns of the table itself."""
    return [column.attribute for column in sheet.kept if column.kind is not Kind.PEOPLE]


def _marks(sheet: Sheet) -> bool:
    """Whether the table says of a row that it came by an import."""
    return MARK in table_of(sheet).c


def _is_marked(sheet: Sheet, row: Values) -> bool:
    """Every approval event is; a decision where it comes in ratified: one that is ratified here later is not."""
    status = [column.name for column in sheet.kept].index("status") if "status" in sheet.by_name else None
    return status is None or row[status] == DecisionStatus.RATIFIED


def _marked(sheet: Sheet, rows: Iterable[Values], mark: object) -> Iterator[Values]:
    return ((*row, mark if _is_marked(sheet, row[1:]) else None) for row in rows)


def _for_driver(connection: Connection, at: datetime) -> Any:
    """A moment as the driver takes it."""
    moment = EVENTS.c[MARK].type
    process = moment.dialect_impl(connection.dialect).bind_processor(connection.dialect)
    return process(at) if process else at


def _added(plan: SheetPlan) -> Iterator[Values]:
    """The new rows of a sheet. Users name volunteers, who stand after them: that is filled in by `_update`."""
    place = _people_place(plan.sheet)
    if plan.sheet.name == "users":
        link = _attributes(plan.sheet).index("volunteer_id")
        return ((number, *row[:link], None, *row[link + 1 :]) for number, row in plan.added)
    if place is None:
        return ((number, *row) for number, row in plan.added)
    return ((number, *row[:place], *row[place + 1 :]) for number, row in plan.added)


def _as_parameters(sheet: Sheet, row: Values) -> Parameters:
    kept = zip(sheet.kept, row, strict=True)
    return {column.attribute: value for column, value in kept if column.kind is not Kind.PEOPLE}


def _people_place(sheet: Sheet) -> int | None:
    return next((place for place, column in enumerate(sheet.kept) if column.kind is Kind.PEOPLE), None)


def _insert(
    connection: Connection, table: Table, columns: Sequence[str], rows: Iterable[Values], *, advance: Advance
) -> None:
    """Insert rows as the driver takes them: SQLAlchemy's own way costs more than the writing."""
    is_sqlite = connection.dialect.name == "sqlite"
    marks = ", ".join(["?" if is_sqlite else "%s"] * len(columns))
    names = ", ".join(f'"{name}"' for name in columns)
    statement = f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})'  # noqa: S608  # names of our own tables
    rows = map(_for_sqlite, rows) if is_sqlite else iter(rows)
    while some := list(islice(rows, AT_ONCE)):
        connection.exec_driver_sql(statement, some)
        advance(len(some))


def _for_sqlite(row: Values) -> Values:
    """SQLite keeps dates as text."""
    return tuple([value.isoformat() if value.__class__ is date else value for value in row])


def _update(connection: Connection, plan: SheetPlan, *, at: datetime, advance: Advance) -> None:
    table = table_of(plan.sheet)
    rows = [{"this_id": number, **_as_parameters(plan.sheet, row)} for number, _, row in plan.changed]
    if rows:
        if _marks(plan.sheet):
            for parameters, (_, _, row) in zip(rows, plan.changed, strict=True):
                parameters[MARK] = at if _is_marked(plan.sheet, row) else None
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
    rows = ((number, at, user) for number, users in people for at, user in enumerate(users, start=1))
    _insert(connection, table, [owner, "position", "user_id"], rows, advance=lambda _: None)


def _advance_sequences(connection: Connection, plan: Plan) -> None:
    """Let PostgreSQL's own numbering go on after the numbers that were given here."""
    given: Sequence[tuple[Table, int]] = [
        *((table_of(one.sheet), one.added[-1][0]) for one in plan.sheets if one.added and not one.sheet.record),
        *((RECORDS, plan.new_records[-1][0]) for _ in plan.new_records[:1]),
    ]
    advance = text("SELECT setval(pg_get_serial_sequence(:table, 'id'), :last)")
    for table, last in given:
        connection.execute(advance, {"table": table.name, "last": last})
