"""What a column and a sheet of the workbook are, and the short forms in which `sheets` describes them."""

from dataclasses import dataclass, field
from enum import StrEnum

from sqlmodel import SQLModel

from bccc_dash.domain.outcome_vocabulary import RecordKind
from bccc_dash.store.tables.base import NAME_LETTERS, NOTE_LETTERS, WORD_LETTERS

ANY_RECORD = frozenset(RecordKind)
CASES = frozenset({RecordKind.CONCERN, RecordKind.INCIDENT})
POSITION = "(position)"
"""In a key: rows that agree on the rest of the key are told apart by their order alone."""


class Kind(StrEnum):
    TEXT = "text"
    NOTE = "long text"
    REF = "reference"
    DATE = "date"
    BOOL = "yes or no"
    INT = "whole number"
    WORD = "one of a list"
    WORDS = "several of a list"
    TEXTS = "texts"
    DATES = "dates"
    PERSON = "e-mail of a user"
    PEOPLE = "e-mails of users"


@dataclass(frozen=True)
class Column:
    """One column: what it holds, whether it may be blank, and the attribute of the table that keeps it."""

    name: str
    kind: Kind
    required: bool = False
    letters: int = NOTE_LETTERS
    words: type[StrEnum] | None = None
    refers: frozenset[RecordKind] = frozenset()
    attribute: str = ""
    label: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "attribute", self.attribute or self.name)
        object.__setattr__(self, "label", self.label or self.name.replace("_", " ").capitalize())

    @property
    def names_record(self) -> bool:
        """It holds the reference of another record."""
        return bool(self.refers)


@dataclass(frozen=True)
class Sheet:
    """One sheet: its columns in order, the key that knows a row again, and its table.

    `key` names columns. Where a key is met again, occurrences are counted.
    `record` is the kind of its references, for a sheet whose rows have one, always in the first column.
    `kept` are the columns that the table itself keeps: all but the reference.
    """

    name: str
    table: type[SQLModel]
    singular: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    record: RecordKind | None = None
    append_only: bool = False
    by_name: dict[str, Column] = field(init=False, repr=False, compare=False, hash=False)
    kept: tuple[Column, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_name", {column.name: column for column in self.columns})
        object.__setattr__(self, "kept", self.columns[1:] if self.record else self.columns)

    @property
    def label(self) -> str:
        return self.name.replace("_", " ").capitalize()

    @property
    def required(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns if column.required)


def text(name: str, *, required: bool = False, letters: int = NAME_LETTERS, label: str = "") -> Column:
    return Column(name, Kind.TEXT, required, letters, label=label)


def short(name: str, *, required: bool = False) -> Column:
    """Free text of up to 80 letters."""
    return text(name, required=required, letters=WORD_LETTERS)


def note(name: str) -> Column:
    return Column(name, Kind.NOTE)


def texts(name: str) -> Column:
    return Column(name, Kind.TEXTS)


def date(name: str, *, required: bool = False) -> Column:
    return Column(name, Kind.DATE, required)


def dates(name: str) -> Column:
    return Column(name, Kind.DATES)


def yes_no(name: str) -> Column:
    return Column(name, Kind.BOOL)


def number(name: str) -> Column:
    return Column(name, Kind.INT)


def word(name: str, words: type[StrEnum], *, required: bool = False) -> Column:
    return Column(name, Kind.WORD, required, words=words)


def several(name: str, words: type[StrEnum]) -> Column:
    return Column(name, Kind.WORDS, words=words)


def own_ref(label: str) -> Column:
    """The reference by which a row of this sheet is known."""
    return Column("ref", Kind.REF, True, NAME_LETTERS, label=label)


def names(name: str, *kinds: RecordKind, required: bool = False, attribute: str = "") -> Column:
    """The reference of another record, of any kind unless kinds are given."""
    refers = frozenset(kinds) or ANY_RECORD
    attribute = attribute or name.removesuffix("_ref") + "_id"
    return Column(name, Kind.REF, required, NAME_LETTERS, refers=refers, attribute=attribute)


def person(name: str, *, required: bool = False) -> Column:
    return Column(name, Kind.PERSON, required, NAME_LETTERS, attribute=f"{name}_id")


def people(name: str) -> Column:
    """Users, kept in order in a table of their own."""
    return Column(name, Kind.PEOPLE, attribute="")
