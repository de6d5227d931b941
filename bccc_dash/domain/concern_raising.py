"""What must be there before a concern is raised, and how grave it may be.

Source: P7, P25, P32, P39, P42, P44, P48, P52.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bccc_dash.domain.case_vocabulary import ConcernCategory, Severity, Source
from bccc_dash.domain.category_clauses import CLAUSE_OF
from bccc_dash.domain.guard import Guard, Obstacle
from bccc_dash.domain.labels import label
from bccc_dash.domain.severity import FLOORS, at_least
from bccc_dash.domain.vocabulary import CheckOutcome, CheckStatus

WITHOUT_CONCERN = frozenset({CheckOutcome.NO_CONCERN, CheckOutcome.NOTHING_PUBLIC})
MADE = frozenset({CheckStatus.IN_PROGRESS, CheckStatus.COMPLETED})


@dataclass(frozen=True, kw_only=True)
class CheckBehind:
    """The check from which a concern is raised."""

    is_same_volunteer: bool
    status: CheckStatus
    outcome: CheckOutcome | None
    started_on: date | None


def _raising_a_concern(
    *, category: ConcernCategory, severity: Severity, source: Source, check: CheckBehind | None, identified_on: date
) -> Iterator[Obstacle]:
    """A concern is as grave as its category asks at least, and one found in a check names that check."""
    yield from _under_its_floor(category, severity)
    if source is Source.SOCIAL_MEDIA_CHECK and check is None:
        yield Obstacle("It was found in a check, and none is named; name the check.", "P25", "check")
    if check is not None:
        yield from _of_check(check, source, identified_on)


def _of_check(check: CheckBehind, source: Source, identified_on: date) -> Iterator[Obstacle]:
    if source is not Source.SOCIAL_MEDIA_CHECK:
        yield Obstacle("A check is named, and the source is another; choose the check as the source.", "P25", "source")
    if not check.is_same_volunteer:
        yield Obstacle("That check is of somebody else; name a check of this volunteer.", "P25", "check")
    if check.status not in MADE or check.started_on is None:
        yield Obstacle("That check was not begun, or was cancelled; name one that was made.", "P25", "check")
    elif identified_on < check.started_on:
        yield Obstacle("It cannot have been found before the check began; correct the day.", "P25", "identified_on")
    if check.outcome in WITHOUT_CONCERN:
        yield Obstacle("That check ended without concern; make a new check, and name it.", "P25", "check")


def _changing_severity(
    *,
    category: ConcernCategory,
    before: Severity,
    after: Severity,
    by_id: int,
    asked_by_id: int | None,
    reason: str | None,
) -> Iterator[Obstacle]:
    """Severity never falls under its category's floor; to lower it takes a reason and a second person."""
    yield from _under_its_floor(category, after)
    if after in at_least(before):
        return
    if not reason:
        yield Obstacle("No reason for lowering the severity is given; write it.", "P7", "reason")
    if asked_by_id is None or asked_by_id == by_id:
        yield Obstacle("One person asks to lower the severity, another agrees; ask a second person.", "P7", "confirm")


def _under_its_floor(category: ConcernCategory, severity: Severity) -> Iterator[Obstacle]:
    floor = FLOORS.get(category, Severity.LOW)
    if severity not in at_least(floor):
        least = f"“{label(category)}” is at least {label(floor).lower()}; choose that or graver."
        yield Obstacle(least, CLAUSE_OF[category], "severity")


RAISING_A_CONCERN = Guard(_raising_a_concern, "P25", *sorted({CLAUSE_OF[one] for one in FLOORS}))
check_can_raise_concern, can_raise_concern = RAISING_A_CONCERN.check, RAISING_A_CONCERN.holds
CHANGING_SEVERITY = Guard(_changing_severity, "P7", *sorted({CLAUSE_OF[one] for one in FLOORS}))
check_can_change_severity, can_change_severity = CHANGING_SEVERITY.check, CHANGING_SEVERITY.holds
