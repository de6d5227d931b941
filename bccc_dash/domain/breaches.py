"""What the page about breaches shows as at one day: plain values, references only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from bccc_dash.domain.overview import BreachEffect
    from bccc_dash.domain.period import Period
    from bccc_dash.domain.targets import Targets

TAKE_DOWN_DAYS = 7
"""What is online should be taken down within so many days of its discovery: a BCCC default. Source: P49."""

WAITING_SIZE = 25
"""So many breaches that wait for a decision stand on one part of their list."""

LISTED = 25
"""So many rows a list that has no parts shows; how many there are besides is said."""


@dataclass(frozen=True)
class Answers:
    """How many breaches are said to affect something: yes, no, and not answered."""

    yes: int = 0
    no: int = 0
    unanswered: int = 0


@dataclass(frozen=True)
class BreachKind:
    """The breaches of one type recorded in the window, and what they are said to affect."""

    breach_type: str
    n: int
    assessment: Answers
    approval: Answers
    length_of_service: Answers


@dataclass(frozen=True)
class Suspended:
    """Somebody suspended at the day, since the first day of the unbroken suspension; `lost_days` are in the window."""

    ref: str
    since: date
    ratified_on: date | None
    lost_days: int


@dataclass(frozen=True)
class SuspendedPeople:
    """The longest suspended, and of everybody suspended at the day: how many, days lost, how many unratified."""

    people: tuple[Suspended, ...]
    n: int = 0
    lost_days: int = 0
    unratified: int = 0


@dataclass(frozen=True)
class Waiting:
    """A breach that waits for a decision on approval; `concern_ref` is empty where it was born of no concern."""

    ref: str
    breach_type: str
    recorded_on: date
    concern_ref: str


@dataclass(frozen=True)
class Online:
    """A breach whose content is still online; `requested_on` is None where nobody has asked for it to be removed."""

    ref: str
    breach_type: str
    discovered_on: date
    requested_on: date | None


@dataclass(frozen=True)
class Unratified:
    """A decision to suspend that took effect and was neither ratified nor rejected within the target."""

    ref: str
    subject_ref: str
    effective_on: date


@dataclass(frozen=True)
class Breaches:
    """What the page shows whatever part of a list is open. `figures` has K14, K16 and K20."""

    period: Period
    targets: Targets
    figures: dict[str, dict[str, object]]
    effects: tuple[BreachEffect, ...]
    kinds: tuple[BreachKind, ...]
    suspended: SuspendedPeople
    has_records: bool


@dataclass(frozen=True)
class BreachLists:
    """One part of the list of those that wait, and the two short lists; `longest` waits the longest of all."""

    longest: Waiting | None
    waiting: tuple[Waiting, ...]
    online: tuple[Online, ...]
    online_n: int
    unratified: tuple[Unratified, ...]
    unratified_n: int
