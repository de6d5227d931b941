"""The words and numbers of an import into records in use: what it leaves to the chair, and to a second person."""

from datetime import datetime, timedelta
from enum import StrEnum

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


def is_in_time(since: datetime, at: datetime) -> bool:
    """Return whether no more than seven days have passed."""
    return at - since <= CONFIRMATION_LASTS
