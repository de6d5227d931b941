"""What stops a family's consent from being kept or withdrawn. The family is a reference held elsewhere.

Source: P48, P49, P52.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bccc_dash.domain.guard import Guard, Obstacle
from bccc_dash.domain.outcome_vocabulary import ChildAgeAppropriate

FAMILY_REF = re.compile(r"(?=[^0-9]*[0-9])[A-Za-z0-9/-]{1,40}")
NAMES_SOMEBODY = "Write the family's reference, for instance F-0123, never a name: letters, digits and dashes only."
NOT_WRITTEN = "The family's written consent is not there. Record the day on which it was written first."
NOT_ASSESSED = "Say whether the child is old enough to be asked."
CHILD_NOT_ASKED = "The child is old enough to be asked. Record the day of the child's written consent first."
CHILD_TOO_YOUNG = "The child was too young to be asked: take out the day of the child's consent."
AHEAD = "A day of written consent must not be after today."
GONE = "This consent is withdrawn already."
WITHDRAWN_AHEAD = "The day of the withdrawal must not be after today."
WITHDRAWN_EARLY = "The day of the withdrawal must not be before that of the family's consent."


@dataclass(frozen=True, kw_only=True)
class Consent:
    """What was consented to in writing, and when."""

    family_ref: str
    family_written_on: date | None
    child_age_appropriate: ChildAgeAppropriate
    child_written_on: date | None = None
    withdrawn_on: date | None = None


def _keeping_a_consent(*, consent: Consent, today: date) -> Iterator[Obstacle]:
    """A consent is written, by the family and by a child who is old enough, on days that have come; it names nobody."""
    if not FAMILY_REF.fullmatch(consent.family_ref):
        yield Obstacle(NAMES_SOMEBODY, "P52")
    if consent.family_written_on is None:
        yield Obstacle(NOT_WRITTEN, "P48")
    if consent.child_age_appropriate is ChildAgeAppropriate.NOT_ASSESSED:
        yield Obstacle(NOT_ASSESSED, "P48")
    if consent.child_age_appropriate is ChildAgeAppropriate.YES and consent.child_written_on is None:
        yield Obstacle(CHILD_NOT_ASKED, "P48")
    if consent.child_age_appropriate is ChildAgeAppropriate.NO and consent.child_written_on is not None:
        yield Obstacle(CHILD_TOO_YOUNG, "P48")
    if any(day is not None and day > today for day in (consent.family_written_on, consent.child_written_on)):
        yield Obstacle(AHEAD, "P48")


def _withdrawing_a_consent(*, consent: Consent, withdrawn_on: date, today: date) -> Iterator[Obstacle]:
    """A consent is withdrawn once, on a day that has come and not before it was given."""
    if consent.withdrawn_on is not None:
        yield Obstacle(GONE, "P48")
    if withdrawn_on > today:
        yield Obstacle(WITHDRAWN_AHEAD, "P48")
    if consent.family_written_on is not None and withdrawn_on < consent.family_written_on:
        yield Obstacle(WITHDRAWN_EARLY, "P48")


KEEPING_A_CONSENT = Guard(_keeping_a_consent, "P48", "P52")
check_can_keep_consent, can_keep_consent = KEEPING_A_CONSENT.check, KEEPING_A_CONSENT.holds
WITHDRAWING_A_CONSENT = Guard(_withdrawing_a_consent, "P48", "P49")
check_can_withdraw_consent, can_withdraw_consent = WITHDRAWING_A_CONSENT.check, WITHDRAWING_A_CONSENT.holds
