"""What the committee's Overview shows as at one day: plain values, no words and no drawing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bccc_dash.domain.links import Link
from bccc_dash.domain.period import Period


class Rag(StrEnum):
    """How urgent a line is. Green only with evidence; no data is NO_EVIDENCE, never IN_ORDER."""

    ACT = "ACT"
    WATCH = "WATCH"
    NO_EVIDENCE = "NO_EVIDENCE"
    IN_ORDER = "IN_ORDER"

    @property
    def words(self) -> str:
        """Return the words that the committee reads."""
        return _RAG_WORDS[self]


_RAG_WORDS = {
    Rag.ACT: "Act now",
    Rag.WATCH: "Watch",
    Rag.NO_EVIDENCE: "No evidence",
    Rag.IN_ORDER: "In order",
}


@dataclass(frozen=True)
class StageLane:
    """One recruitment stage, empty ones included, in recruitment order."""

    code: str
    name: str
    target_days: int | None
    n: int
    median_days: float | None
    max_days: int | None
    over_target: int


@dataclass(frozen=True)
class StagePlace:
    """`n` people who stand at about `days` days in a stage: exact where few, binned where many."""

    stage: str
    days: int
    n: int
    late: bool


@dataclass(frozen=True)
class ConcernAge:
    """`n` open concerns of a severity, about `days` days open, never across a band of ages; `longest` of them."""

    severity: str
    days: int
    n: int
    longest: int


@dataclass(frozen=True)
class BreachEffect:
    """`n` breaches of a type with one effect (K14's words); the wait is of undecided ones, else None."""

    breach_type: str
    effect: str
    n: int
    longest_wait_days: int | None


@dataclass(frozen=True)
class ReviewDay:
    """`n` uncompleted reviews due `offset_days` from as_of: -64 means 64 or more days overdue, at most 90."""

    offset_days: int
    n: int


@dataclass(frozen=True)
class Need:
    """One thing for the committee: how urgent, a sentence with its count, an aside, the way to where it is shown."""

    status: Rag
    sentence: str
    aside: str = ""
    link: Link | None = None


@dataclass(frozen=True)
class Overview:
    """Everything on the committee's page. `figures` is the JSON of the figures shown, by code."""

    period: Period
    active: int
    applying: int
    figures: dict[str, dict[str, object]]
    stages: tuple[StageLane, ...]
    places: tuple[StagePlace, ...]
    ages: tuple[ConcernAge, ...]
    effects: tuple[BreachEffect, ...]
    reviews: tuple[ReviewDay, ...]
    reviews_done: int
    oldest_overdue_days: int | None
    due_next_90: int
    needs: tuple[Need, ...]
    has_records: bool
