"""The words and numbers of an import into records in use: what it leaves to the chair, and to a second person."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bccc_dash.domain.words import count, listed

CONFIRMATION_LASTS = timedelta(days=7)
"""How long an import may wait to be confirmed, and how long after that it may be made. A BCCC default."""


class AskedOfChair(StrEnum):
    """What a workbook says of a person and an import never does: it is listed for the chair."""

    ADD_PERSON = "ADD_PERSON"
    ROLE = "ROLE"
    ON_COMMITTEE = "ON_COMMITTEE"
    LEAD = "LEAD"
    VOLUNTEER_LINK = "VOLUNTEER_LINK"
    ACTIVE_FROM = "ACTIVE_FROM"
    ACTIVE_TO = "ACTIVE_TO"


class AskingEnd(StrEnum):
    """How the chair settled it. What is done is done elsewhere: this only takes it off the list."""

    DONE = "DONE"
    DISMISSED = "DISMISSED"


class Brought(StrEnum):
    """What of a workbook comes in only when a second person has confirmed it."""

    DECISION = "DECISION"
    APPROVAL_EVENT = "APPROVAL_EVENT"


class ImportDeed(StrEnum):
    """What the audit calls the deeds around an import."""

    ASKED = "IMPORT_ASKED"
    CONFIRMED = "IMPORT_CONFIRMED"
    CONFIRMATION_USED = "IMPORT_CONFIRMATION_USED"
    LISTED = "IMPORT_LISTED_FOR_CHAIR"
    SETTLED = "IMPORT_ASKING_SETTLED"


@dataclass(frozen=True)
class Asking:
    """One thing that a workbook says of a person: `asked` is its word, `volunteer_ref` the link; both blank: none."""

    number: int
    asked_at: datetime
    asked_by: str
    email: str
    user_id: int | None
    about: AskedOfChair
    asked: str | None
    volunteer_ref: str | None


@dataclass(frozen=True)
class BroughtItem:
    """A ratified decision or an approval event that an import would bring."""

    brought: Brought
    ref: str | None
    subject_ref: str
    volunteer_ref: str
    kind: str | None
    to_status: str | None
    day: date | None
    is_change: bool


@dataclass(frozen=True)
class WaitingImport:
    """An import that waits for somebody other than `asked_by_id` to confirm it, until `until`."""

    number: int
    asked_at: datetime
    asked_by_id: int
    asked_by: str
    until: datetime
    items: tuple[BroughtItem, ...]


@dataclass(frozen=True)
class LeftToPeople:
    """What imports left to whoever asks, and may see it: what waits for a second person, and what was asked of them."""

    waiting: tuple[WaitingImport, ...]
    askings: tuple[Asking, ...]


def is_in_time(since: datetime, at: datetime) -> bool:
    """Return whether no more than seven days have passed."""
    return at - since <= CONFIRMATION_LASTS


def in_words(items: Iterable[BroughtItem]) -> str:
    """Return what an import brings, changes told apart: two ratified decisions and one approval event."""
    told = list(items)
    decisions = sum(one.brought is Brought.DECISION and not one.is_change for one in told)
    changes, events = sum(one.is_change for one in told), sum(one.brought is Brought.APPROVAL_EVENT for one in told)
    kinds = (
        (decisions, "ratified decision", "ratified decisions"),
        (changes, "change of a ratified decision", "changes of a ratified decision"),
        (events, "approval event", "approval events"),
    )
    return listed([count(*kind) for kind in kinds if kind[0]])
