"""What an import says: every fault with its place and its remedy, and the count of what it would change."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from bccc_dash.domain.errors import Refused

SHOWN_LETTERS = 120


class Fault(NamedTuple):
    """One thing wrong with a file: where (the row as the spreadsheet numbers it), what, and how to mend it."""

    sheet: str
    row: int | None
    column: str
    value: str
    problem: str
    remedy: str

    def __str__(self) -> str:
        place = [self.sheet, f"row {self.row}" if self.row else "", self.column]
        value = f"“{self.value}” " if self.value else ""
        return f"{', '.join(filter(None, place))}: {value}{self.problem}. {self.remedy}"


@dataclass(frozen=True)
class Spoilt:
    """Stands in a cell's place where the file itself has made the cell unusable."""

    shown: str
    problem: str
    remedy: str


class BadCell(ValueError):
    """A cell that cannot be read as what its column holds."""

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(problem)
        self.problem = problem
        self.remedy = remedy


@dataclass
class SheetPreview:
    """What an import does to one sheet, in rows. `absent` rows are stored but not in the file; they stay."""

    sheet: str
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    absent: int = 0
    in_error: int = 0


@dataclass(frozen=True)
class ImportResult:
    """What an import did, or would do. `for_chair` is what it says of people, and does not do."""

    preview: tuple[SheetPreview, ...] = ()
    notes: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()
    for_chair: tuple[Fault, ...] = ()

    @property
    def changes(self) -> bool:
        return any(sheet.added or sheet.changed for sheet in self.preview)


class ImportRefused(Refused):
    """The file cannot be imported: `result` holds every fault. Nothing was written."""

    def __init__(self, result: ImportResult) -> None:
        super().__init__(_sentence(result.faults))
        self.result = result

    @property
    def faults(self) -> tuple[Fault, ...]:
        return self.result.faults


class ImportWaits(Refused):
    """The import waits, under this number, for a second person to confirm it. No record was written."""

    def __init__(self, sentence: str, result: ImportResult, number: int) -> None:
        super().__init__(sentence)
        self.result = result
        self.number = number


def _sentence(faults: tuple[Fault, ...]) -> str:
    many = f"{len(faults):,} faults" if len(faults) != 1 else "one fault"
    return f"The file has {many}, so nothing was imported: mend what is named, then import it again."


def shown(value: object) -> str:
    """A cell's value as a message shows it: short, and without anything that cannot be seen."""
    text = value.shown if isinstance(value, Spoilt) else "" if value is None else as_seen(value)
    text = text[: SHOWN_LETTERS - 1] + "…" if len(text) > SHOWN_LETTERS else text
    return "".join(letter if letter.isprintable() else f"\\x{ord(letter):02x}" for letter in text)


def as_seen(value: object) -> str:
    """A cell that is not text, as the spreadsheet shows it."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    return str(value)


def in_order(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """The faults of each sheet by row, each once."""
    return tuple(sorted(dict.fromkeys(faults), key=lambda fault: (fault.sheet, fault.row or 0)))
