"""What is typed when a decision is proposed or settled, fit to be kept. Source: P30."""

from dataclasses import dataclass, replace
from datetime import date

from bccc_dash.domain.errors import Refused
from bccc_dash.domain.fields import check_note, check_text
from bccc_dash.domain.outcome_vocabulary import DecisionKind
from bccc_dash.domain.words import uk_date

ENDING = (DecisionKind.CONDITIONS, DecisionKind.SUSPEND)


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """What somebody proposes, why, until when, and when it is looked at again."""

    kind: DecisionKind
    rationale: str
    is_conduct: bool | None = None
    ends_on: date | None = None
    review_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Minute:
    """When it was settled, and where the minutes say so; `decided_on` is today where it is left out.

    `is_conduct` answers the question of belief where the proposal left it open.
    """

    decided_on: date | None = None
    meeting_date: date | None = None
    minute_ref: str = ""
    is_conduct: bool | None = None


def checked_proposal(given: Proposal, today: date) -> Proposal:
    """Return the proposal, trimmed and fit to be kept.

    Raises: Refused, which names the field and the remedy.
    """
    if not isinstance(given.kind, DecisionKind):
        raise Refused("Decision: choose one of the list.")
    rationale = check_note("Reasons", given.rationale, optional=True)
    if not rationale:
        raise Refused("Reasons: say why, in a sentence or two.")
    if given.ends_on is not None and given.kind not in ENDING:
        raise Refused("Ends on: only conditions and a suspension end by themselves. Leave it out.")
    for field, day in (("Ends on", given.ends_on), ("Look at again on", given.review_on)):
        if day is not None and day < today:
            raise Refused(f"{field}: {uk_date(day)} is past. Choose today or a later day.")
    return replace(given, rationale=rationale)


def checked_minute(given: Minute, *, proposed_on: date | None, today: date) -> Minute:
    """Return the minute, trimmed, with its day.

    Raises: Refused, which names the field and the remedy.
    """
    day = given.decided_on or today
    for field, told in (("Decided on", day), ("Meeting", given.meeting_date)):
        if told is not None and told > today:
            raise Refused(f"{field}: {uk_date(told)} is still to come. Choose today or an earlier day.")
    if proposed_on is not None and day < proposed_on:
        raise Refused(f"Decided on: it was proposed on {uk_date(proposed_on)}. Choose that day or a later one.")
    return replace(given, decided_on=day, minute_ref=check_text("Minute", given.minute_ref, optional=True) or "")
