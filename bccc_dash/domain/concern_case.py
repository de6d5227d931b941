"""One concern as its page shows it: dates and fixed words, no free text, and the short form that the list shows."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bccc_dash.domain.case_vocabulary import ConcernCategory
from bccc_dash.domain.outcome_vocabulary import ReferralBody
from bccc_dash.domain.sight import Sight
from bccc_dash.domain.workbench import Owner

MOST_LINES = 60
"""A chronology shows so many lines; the newest are kept."""

MOST_BREACHES = 10
"""So many breaches of one concern are named."""


class Presence(StrEnum):
    """How a concern stands at the day."""

    OPEN = "OPEN"
    CLOSED = "CLOSED"
    NOT_FOUND_YET = "NOT_FOUND_YET"


@dataclass(frozen=True, kw_only=True)
class Milestones:
    """What was done by the day (None: not), and by when it was to be done. `put_off`: the reason of the advice."""

    identified_on: date
    talk_due: date | None
    judge_due: date | None
    tell_due: date | None
    held_on: date | None = None
    assessed_on: date | None = None
    judged_on: date | None = None
    shared_on: date | None = None
    decided_on: date | None = None
    put_off: str | None = None


@dataclass(frozen=True, kw_only=True)
class ListedConcern:
    """An open concern in the list: where it stands in the whole list, and what stands before and after it."""

    ref: str
    place: int
    before: str | None
    after: str | None
    severity: str
    status: str
    milestones: Milestones


@dataclass(frozen=True)
class ListPage:
    """One part of the list, from 1; `opened` is the chosen concern, wherever in the list it stands."""

    number: int
    rows: tuple[ListedConcern, ...]
    opened: ListedConcern | None = None


@dataclass(frozen=True)
class Considered:
    """A body that is to be considered for a referral, and the day on which it first was."""

    body: ReferralBody
    on: date | None


@dataclass(frozen=True, kw_only=True)
class ConcernCase:
    """A concern as at a day; `source` may be masked. `lado_due` is when the LADO was to be considered, if asked."""

    ref: str
    presence: Presence
    status: str
    status_on: date | None
    severity: str
    category: ConcernCategory
    milestones: Milestones
    recorded_on: date
    lado_due: date | None
    referrals: tuple[Considered, ...]
    involves_views: bool
    objection_to: str | None
    source: str
    material: str | None
    expression: str | None
    published_by: str | None
    content_scope: str | None
    platform: str | None
    child_impact: str | None
    threshold: str | None
    owner: Owner | None
    owner_id: int | None
    volunteer_ref: str
    stage: str | None
    check_ref: str | None


class Happened(StrEnum):
    """The kinds of lines in a chronology, in the order in which one day tells them."""

    FOUND = "1 found"
    RECORDED = "2 recorded"
    STATUS = "3 status"
    BREACH = "4 breach"
    OFFERED = "5 offered"
    HELD = "6 held"
    CHALLENGED = "7 challenged"
    ASSESSED = "8 assessed"
    SHARED = "9 shared"
    CONSIDERED = "A considered"
    REFERRED = "B referred"
    PROPOSED = "C proposed"
    SETTLED = "D settled"
    SET = "E set"
    FELL_DUE = "F fell due"
    DONE = "G done"
    DAY_PASSED = "H day passed"


@dataclass(frozen=True)
class Line:
    """Something that happened on a day; its words depend on the kind. `about`: the breach that was decided about."""

    day: date
    what: Happened
    ref: str | None = None
    word: str | None = None
    second: str | None = None
    other_day: date | None = None
    about: str | None = None


@dataclass(frozen=True)
class OpenedConcern:
    """A concern with its history (oldest first), its breaches, how the reader sees name and words, and who acts."""

    case: ConcernCase
    lines: tuple[Line, ...]
    left_out: int
    breaches: tuple[str, ...]
    more_breaches: int
    name: Sight = Sight.WITHHELD
    words: Sight = Sight.WITHHELD
    instead: tuple[str, ...] = ()
