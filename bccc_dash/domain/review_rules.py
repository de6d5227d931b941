"""What stops a privacy review from being planned or answered. Which accounts somebody has is never asked.

Source: P34, P46.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from bccc_dash.domain.guard import Guard, Obstacle
from bccc_dash.domain.vocabulary import ReviewMethod, ReviewOutcome, Stage
from bccc_dash.domain.words import uk_date

NOT_ACTIVE = "Privacy reviews are for volunteers who are active. Move this person to the Active stage first."
PLANNED = "A privacy review is planned for {day} already. Answer that one first."
PAST = "The day of the review must not be past: choose today or a later day."
NOTHING_DUE = "There is no privacy review to answer for this volunteer. Plan one first."
FUTURE = "The day of the answer must not be after today."
BEFORE_LAST = "The day of the answer must not be before that of the last review, {day}."
NO_METHOD = "Say how the review was made: by the volunteer alone, or together with the coordinator."
NO_NEW_DAY = "Say to which day the review is put off."
EARLY_NEW_DAY = "The review must be put off to a day after the answer and not before today."
STRAY_NEW_DAY = "A new day goes only with a review that is put off. Take the day out, or choose “put off”."


class ReviewState(StrEnum):
    """Where a review stands. It is worked out from its dates, not kept."""

    SCHEDULED = "SCHEDULED"
    DUE = "DUE"
    OVERDUE = "OVERDUE"
    COMPLETED = "COMPLETED"


REVIEW_MOVES: Mapping[ReviewState, frozenset[ReviewState]] = MappingProxyType(
    {
        ReviewState.SCHEDULED: frozenset({ReviewState.DUE, ReviewState.COMPLETED}),
        ReviewState.DUE: frozenset({ReviewState.OVERDUE, ReviewState.COMPLETED}),
        ReviewState.OVERDUE: frozenset({ReviewState.COMPLETED}),
        ReviewState.COMPLETED: frozenset(),
    }
)
NOT_REVIEWED = frozenset({ReviewOutcome.DECLINED, ReviewOutcome.DEFERRED})


@dataclass(frozen=True, kw_only=True)
class ReviewFacts:
    """How a volunteer stands: the day of the review that waits, planned or worked out, and of the last answer."""

    stage: Stage | None
    due_on: date | None = None
    is_planned: bool = False
    last_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What came of a review."""

    on: date
    outcome: ReviewOutcome
    method: ReviewMethod | None = None
    deferred_to: date | None = None


def _planning_a_review(*, facts: ReviewFacts, due_on: date, today: date) -> Iterator[Obstacle]:
    """A review is planned for somebody active, one at a time, and ahead."""
    if facts.stage is not Stage.S6:
        yield Obstacle(NOT_ACTIVE, "P46", "stage")
    if facts.is_planned and facts.due_on is not None:
        yield Obstacle(PLANNED.format(day=uk_date(facts.due_on)), "P46", "review")
    if due_on < today:
        yield Obstacle(PAST, "P46")


def _answering_a_review(*, facts: ReviewFacts, answer: Answer, today: date) -> Iterator[Obstacle]:
    """A review is answered by somebody active, of whom one is due, on a day that has come; put off, with a new day."""
    if facts.stage is not Stage.S6:
        yield Obstacle(NOT_ACTIVE, "P46", "stage")
    if facts.due_on is None:
        yield Obstacle(NOTHING_DUE, "P46", "plan")
    if answer.on > today:
        yield Obstacle(FUTURE, "P46")
    if facts.last_on is not None and answer.on < facts.last_on:
        yield Obstacle(BEFORE_LAST.format(day=uk_date(facts.last_on)), "P46")
    if answer.outcome not in NOT_REVIEWED and answer.method is None:
        yield Obstacle(NO_METHOD, "P34")
    yield from _new_day(answer, today)


def _new_day(answer: Answer, today: date) -> Iterator[Obstacle]:
    if answer.outcome is not ReviewOutcome.DEFERRED:
        if answer.deferred_to is not None:
            yield Obstacle(STRAY_NEW_DAY, "P46")
    elif answer.deferred_to is None:
        yield Obstacle(NO_NEW_DAY, "P46")
    elif answer.deferred_to <= answer.on or answer.deferred_to < today:
        yield Obstacle(EARLY_NEW_DAY, "P46")


PLANNING_A_REVIEW = Guard(_planning_a_review, "P46")
check_can_plan_review, can_plan_review = PLANNING_A_REVIEW.check, PLANNING_A_REVIEW.holds

ANSWERING_A_REVIEW = Guard(_answering_a_review, "P34", "P46")
check_can_answer_review, can_answer_review = ANSWERING_A_REVIEW.check, ANSWERING_A_REVIEW.holds
