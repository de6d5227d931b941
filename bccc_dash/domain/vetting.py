"""What the Vetting page shows as at one day: who stands where, what is missing, who waits for what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bccc_dash.domain.overview import StageLane, StagePlace
    from bccc_dash.domain.period import Period

SHOWN = 25
"""So many lines of a list are shown at once; the worst come first."""

NAMED = 3
"""So many people are named by ref in the page's first sentence."""

DBS_SOON_DAYS = 90
"""A DBS check that lapses within so many days is said: a BCCC default."""


class CheckState(StrEnum):
    """How the online check of somebody in Stage 1 stands; the best of several counts, so worst first here."""

    NOT_PLANNED = "NOT_PLANNED"
    CANCELLED = "CANCELLED"
    OUT_OF_STAGE = "OUT_OF_STAGE"
    PLANNED = "PLANNED"
    STARTED = "STARTED"


class Gate(StrEnum):
    """What somebody should have before, or while, they stand where they stand; gravest first."""

    UNAPPROVED_ACTIVE = "UNAPPROVED_ACTIVE"
    WITHDRAWN = "WITHDRAWN"
    NO_FORM = "NO_FORM"
    NO_PERMISSION = "NO_PERMISSION"
    NO_NOTICE = "NO_NOTICE"
    LATE_NOTICE = "LATE_NOTICE"
    NOTICE_DUE = "NOTICE_DUE"
    UNAPPROVED_PROBATION = "UNAPPROVED_PROBATION"


class Wait(StrEnum):
    """What a first stage waits for that is no requirement: the others are named by their requirement."""

    NOTICE = "NOTICE"
    FORM = "FORM"
    PERMISSION = "PERMISSION"
    CHECK = "CHECK"


@dataclass(frozen=True)
class Applicant:
    """Somebody in S0 to S5, and how many days they have been in that stage."""

    ref: str
    stage: str
    days: int
    target_days: int | None

    @property
    def past(self) -> int | None:
        """Days past the target: 0 on its last day, below 0 before, None where the stage has none."""
        return None if self.target_days is None else self.days - self.target_days

    @property
    def is_late(self) -> bool:
        """Whether they have been in the stage for longer than its target."""
        return (self.past or 0) > 0


@dataclass(frozen=True)
class MissingCheck:
    """Somebody in Stage 1 without a check begun in it and done, and how their check stands; `on` where it has a day."""

    applicant: Applicant
    state: CheckState
    on: date | None


@dataclass(frozen=True)
class LeftUnchecked:
    """Somebody who left Stage 1 forward for the first time without its check."""

    ref: str
    left_on: date


@dataclass(frozen=True)
class GateMissed:
    """One gate that is not met, since which day; `given_on` is the day of a notice that came late."""

    ref: str
    gate: Gate
    since: date
    given_on: date | None


@dataclass(frozen=True)
class Waiting:
    """What an applicant waits for in their present stage: codes of requirements (or Wait) and their names."""

    applicant: Applicant
    waits: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class DbsEnding:
    """Somebody in S3 to S6 whose latest DBS check has lapsed (last day before the as-at day) or lapses soon."""

    ref: str
    stage: str
    last_day: date


@dataclass(frozen=True)
class Gaps:
    """The worst lines of each list, SHOWN at most, and how many there are in all, by what they are."""

    late: tuple[Applicant, ...]
    unchecked: tuple[MissingCheck, ...]
    unchecked_in_all: int
    left_unchecked: tuple[LeftUnchecked, ...]
    left_stage_1: int
    left_unchecked_in_all: int
    gates: tuple[GateMissed, ...]
    gates_in_all: dict[Gate, int]
    waiting: tuple[Waiting, ...]
    waiting_in_all: int
    dbs: tuple[DbsEnding, ...]
    dbs_lapsed: int
    dbs_soon: int
    has_records: bool


@dataclass(frozen=True)
class Vetting:
    """Everything on the page but the list one by one. `figures` is the JSON of K6."""

    period: Period
    figures: dict[str, dict[str, object]]
    stages: tuple[StageLane, ...]
    places: tuple[StagePlace, ...]
    gaps: Gaps
