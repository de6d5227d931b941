"""One applicant's way through the stages, by ref; and what can be chosen among applicants."""

from dataclasses import dataclass
from datetime import date

STAGE, PERSON = "stage", "volunteer"
"""What can be chosen on the page, by the names that stand in its address."""

STAGES = ("", "S0", "S1", "S2", "S3", "S4", "S5")
"""What can be chosen as a stage; "" stands for any."""


@dataclass(frozen=True)
class Stay:
    """A stay in a stage; `left_on` is None where it has not ended by the day."""

    stage: str
    entered_on: date
    left_on: date | None


@dataclass(frozen=True)
class Look:
    """A check of the person, with the days on which it was begun and done, as far as they lie by the day."""

    ref: str
    started_on: date | None
    completed_on: date | None


@dataclass(frozen=True)
class About:
    """A concern about the person that stands at the day."""

    ref: str
    identified_on: date


@dataclass(frozen=True)
class Way:
    """A person's stays, checks and concerns, oldest first; the latest 25 of each, and how many there are in all."""

    ref: str
    stays: tuple[Stay, ...]
    looks: tuple[Look, ...]
    concerns: tuple[About, ...]
    stays_in_all: int
    looks_in_all: int
    concerns_in_all: int
