"""What stops a thought-out referral from being kept: each body, referred or not, with its reasons.

Source: P7.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from bccc_dash.domain.guard import Guard, Obstacle
from bccc_dash.domain.outcome_vocabulary import ReferralBody, ReferralOutcome

AHEAD = "The day on which it was considered must not be after today."
EARLY = "The day on which it was considered must not be before the case was found."
TWICE = "This body was considered on that day already. Choose the day of the new consideration."
NO_REASON = "Say why the body was not told. The centre must be able to explain it later."
NO_DAY = "Say on which day the body was told."
DAY_WRONG = "The day on which the body was told must not be before it was considered, nor after today."
STRAY_DAY = "A day and a reference of the body go only with a referral that was made. Take them out."


@dataclass(frozen=True, kw_only=True)
class Considered:
    """That a body was considered, and what came of it."""

    body: ReferralBody
    on: date
    outcome: ReferralOutcome
    rationale: str | None = None
    referred_on: date | None = None
    reference: str | None = None


def _keeping_a_referral(
    *, considered: Considered, found_on: date, before: Collection[tuple[str, date]], today: date
) -> Iterator[Obstacle]:
    """A body is considered after the case was found; told, with the day; not told, with the reason."""
    if considered.on > today:
        yield Obstacle(AHEAD, "P7")
    if considered.on < found_on:
        yield Obstacle(EARLY, "P7")
    if (considered.body, considered.on) in before:
        yield Obstacle(TWICE, "P7")
    if considered.outcome is ReferralOutcome.NOT_REFERRED and not considered.rationale:
        yield Obstacle(NO_REASON, "P7")
    yield from _told(considered, today)


def _told(considered: Considered, today: date) -> Iterator[Obstacle]:
    day = considered.referred_on
    if considered.outcome is not ReferralOutcome.REFERRED:
        if day is not None or considered.reference:
            yield Obstacle(STRAY_DAY, "P7")
    elif day is None:
        yield Obstacle(NO_DAY, "P7")
    elif not considered.on <= day <= today:
        yield Obstacle(DAY_WRONG, "P7")


KEEPING_A_REFERRAL = Guard(_keeping_a_referral, "P7")
check_can_keep_referral, can_keep_referral = KEEPING_A_REFERRAL.check, KEEPING_A_REFERRAL.holds
