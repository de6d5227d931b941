"""What stops guidance from being kept as given. Families and children are counted, never named.

Source: P2, P6, P18, P41, P54.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bccc_dash.domain.guard import Guard, Obstacle
from bccc_dash.domain.vocabulary import Audience

MOST_TOLD = 10_000
AHEAD = "The day on which it was given must not be after today."
READ_AHEAD = "The day on which it was acknowledged must not be after today."
READ_EARLY = "The day on which it was acknowledged must not be before the day on which it was given."
TWICE = "This version was given to the volunteer already. Record the acknowledgement of that one."
READ = "This version is acknowledged already."
NOT_GIVEN = "This version was not given to the volunteer yet. Record that it was given first."
NAMED = "A volunteer is named, not counted. Record it with the volunteer."
COUNT = "Say how many were told: a whole number from 1 to 10,000."


@dataclass(frozen=True, kw_only=True)
class Guidance:
    """One version of a piece of guidance, as it stands in the list of guidance or on the paper."""

    code: str
    version: str


@dataclass(frozen=True, kw_only=True)
class GivenBefore:
    """When a volunteer was given this version and when they acknowledged it; None where they did not."""

    given_on: date | None = None
    acknowledged_on: date | None = None


def _giving_guidance(
    *, before: GivenBefore, given_on: date, acknowledged_on: date | None, today: date
) -> Iterator[Obstacle]:
    """A version is given to a volunteer once, on a day that has come, and acknowledged no earlier."""
    if before.given_on is not None:
        yield Obstacle(TWICE, "P2", "acknowledge")
    if given_on > today:
        yield Obstacle(AHEAD, "P2")
    if acknowledged_on is not None:
        yield from _read(given_on, acknowledged_on, today)


def _acknowledging_guidance(*, before: GivenBefore, acknowledged_on: date, today: date) -> Iterator[Obstacle]:
    """A version is acknowledged once, after it was given, on a day that has come."""
    if before.given_on is None:
        yield Obstacle(NOT_GIVEN, "P18", "give")
    if before.acknowledged_on is not None:
        yield Obstacle(READ, "P18")
    yield from _read(before.given_on or acknowledged_on, acknowledged_on, today)


def _read(given_on: date, acknowledged_on: date, today: date) -> Iterator[Obstacle]:
    if acknowledged_on > today:
        yield Obstacle(READ_AHEAD, "P18")
    if acknowledged_on < given_on:
        yield Obstacle(READ_EARLY, "P18")


def _counting_the_told(*, audience: Audience, count: int, given_on: date, today: date) -> Iterator[Obstacle]:
    """Families and children who were told are counted, at least one, on a day that has come."""
    if audience is Audience.VOLUNTEER:
        yield Obstacle(NAMED, "P6")
    if not 1 <= count <= MOST_TOLD:
        yield Obstacle(COUNT, "P6")
    if given_on > today:
        yield Obstacle(AHEAD, "P6")


GIVING_GUIDANCE = Guard(_giving_guidance, "P2", "P18", "P41")
check_can_give_guidance, can_give_guidance = GIVING_GUIDANCE.check, GIVING_GUIDANCE.holds
ACKNOWLEDGING_GUIDANCE = Guard(_acknowledging_guidance, "P2", "P18", "P41")
check_can_acknowledge_guidance, can_acknowledge_guidance = ACKNOWLEDGING_GUIDANCE.check, ACKNOWLEDGING_GUIDANCE.holds
COUNTING_THE_TOLD = Guard(_counting_the_told, "P6", "P54")
check_can_count_told, can_count_told = COUNTING_THE_TOLD.check, COUNTING_THE_TOLD.holds
