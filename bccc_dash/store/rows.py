"""Rows, carried whole from one database to another of either kind."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, Table, delete, func, insert, select
from sqlmodel import SQLModel

from bccc_dash.store import tables  # noqa: F401  # naming a table is what puts it into the metadata

AT_A_TIME = 5000
CALENDAR = "working_days"
"""The program's own table: it fills it itself, and no record is in it."""


def record_tables() -> list[Table]:
    """Every table but the calendar, those that others point at first."""
    return [table for table in SQLModel.metadata.sorted_tables if table.name != CALENDAR]


def replace_rows(known: Sequence[Table], *, source: Connection, target: Connection) -> None:
    """Let these tables hold, in `target`, what they hold in `source`, and nothing else."""
    for table in reversed(known):
        target.execute(delete(table))
    for table in known:
        _carry(table, source, target)
    if target.dialect.name == "postgresql":
        _number_on(known, target)


def _carry(table: Table, source: Connection, target: Connection) -> None:
    """Insert the rows in the order of their numbers."""
    found = source.execution_options(yield_per=AT_A_TIME).execute(select(table).order_by(*table.primary_key.columns))
    for part in found.mappings().partitions(AT_A_TIME):
        target.execute(insert(table), [dict(row) for row in part])


def _number_on(known: Iterable[Table], target: Connection) -> None:
    """Let PostgreSQL give the next row a number above those that came in."""
    for table in known:
        number = table.autoincrement_column
        if number is not None:
            last = func.max(number)
            sequence = func.pg_get_serial_sequence(table.name, number.name)
            target.execute(select(func.setval(sequence, func.coalesce(last, 1), last.is_not(None))))
