"""The clauses of the policy, P1 to P66, in our own words, and what each asks of this product."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType


class ClauseKind(StrEnum):
    """What a clause asks of the product."""

    GATE = "Gate"
    RECORD = "Record"
    KPI = "KPI"
    REMINDER = "Reminder"
    TAXONOMY = "Taxonomy"
    DESIGN = "Design"
    ADVICE = "Advice"


@dataclass(frozen=True)
class Clause:
    """One clause: its number, what it asks for in plain words, and the kinds of duty it sets."""

    ref: str
    gist: str
    kinds: tuple[ClauseKind, ...]


@cache
def clauses() -> MappingProxyType[str, Clause]:
    """Return every clause by its number, in order."""
    written = tomllib.loads(files(__package__).joinpath("clauses.toml").read_text(encoding="utf-8"))
    return MappingProxyType({ref: _clause(ref, **fields) for ref, fields in written.items()})


def clause(ref: str) -> Clause:
    """Return the clause of this number ("P22").

    Raises: KeyError where the policy has no such clause.
    """
    return clauses()[ref]


def _clause(ref: str, *, gist: str, kinds: list[str]) -> Clause:
    return Clause(ref, gist, tuple(ClauseKind(kind) for kind in kinds))
