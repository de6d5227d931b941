"""How a column is written here: text with a limit, a fixed word with its CHECK, a link with its foreign key."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from sqlalchemy import Boolean, CheckConstraint, Column, Date, ForeignKey, Integer, MetaData, String, Table, Text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.types import DateTime
from sqlmodel import Field, SQLModel

NAME_LETTERS = 200
NOTE_LETTERS = 4000
WORD_LETTERS = 80

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


@compiles(String, "sqlite")
@compiles(Text, "sqlite")
@compiles(Date, "sqlite")
@compiles(DateTime, "sqlite")
def _as_text(*_: Any, **__: Any) -> str:
    """STRICT tables know TEXT, not VARCHAR or DATE."""
    return "TEXT"


@compiles(Boolean, "sqlite")
def _as_integer(*_: Any, **__: Any) -> str:
    return "INTEGER"


class Row(SQLModel):
    """Base of every table. On SQLite the table is STRICT."""

    __table_args__: Any = {"sqlite_strict": True}


def table_of(row: Any) -> Table:
    """The table of a class of rows, for questions that name its columns."""
    found: Table = row.__table__
    return found


def own_id() -> Any:
    """The row's own number; rows are kept, and shown, in the order of their numbers."""
    return Field(default=None, sa_column=Column(Integer, primary_key=True, autoincrement=True))


def record_id() -> Any:
    """The number that a row with a reference shares with its row in `records`."""
    return Field(sa_column=Column(Integer, ForeignKey("records.id"), primary_key=True, autoincrement=False))


def link(target: str, *, optional: bool = False, index: bool = True) -> Any:
    """A foreign key to `target` ("users.id")."""
    column = Column(Integer, ForeignKey(target), nullable=optional, index=index)
    return Field(default=None, sa_column=column) if optional else Field(sa_column=column)


def text(letters: int = NAME_LETTERS, *, optional: bool = False) -> Any:
    """Text of at most so many letters."""
    column: Column[str] = Column(String(letters), nullable=optional)
    return Field(default=None, sa_column=column) if optional else Field(sa_column=column)


def note() -> Any:
    """Free text of at most 4,000 letters, or none."""
    return text(NOTE_LETTERS, optional=True)


def word(name: str, words: type[StrEnum], *, optional: bool = False) -> Any:
    """One value of a fixed list, stored as text and CHECKed."""
    # Not "IN (…)": SQLite makes a table of such a list anew for every row, which doubles the time of an import.
    allowed = " OR ".join(f"{name} = '{value}'" for value in words)
    check = CheckConstraint(allowed, name=name)
    column: Column[str] = Column(name, String(WORD_LETTERS), check, nullable=optional)
    return Field(default=None, sa_column=column) if optional else Field(sa_column=column)


def words(name: str, allowed: type[StrEnum]) -> Any:
    """A set of values of a fixed list, stored as text with "; " between, and CHECKed; or none."""
    left: str = name
    for value in sorted(allowed, key=len, reverse=True):
        left = f"replace({left}, '{value}', '')"
    check = CheckConstraint(f"replace({left}, '; ', '') = ''", name=name)
    return Field(default=None, sa_column=Column(name, Text, check, nullable=True))


def indexes(*groups: Sequence[str]) -> tuple[Any, ...]:
    """`__table_args__` of a table with these composite indexes."""
    from sqlalchemy import Index

    return (*(Index(None, *group) for group in groups), {"sqlite_strict": True})


def check_in_table(metadata: MetaData) -> None:
    """Move each column's CHECKs to its table, where migrations see them, and add one to every truth value:
    SQLite has no type for truth, and would take 7."""
    for table in metadata.tables.values():
        for column in table.columns:
            checks = [str(check.sqltext) for check in column.constraints if isinstance(check, CheckConstraint)]
            column.constraints.clear()
            if isinstance(column.type, Boolean):
                checks.append(f"{column.name} IN (TRUE, FALSE)")
            for check in checks:
                table.append_constraint(CheckConstraint(check, name=column.name))
