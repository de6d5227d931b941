"""What stops an action from being opened, put off, done or cancelled. Every day it was due on is kept."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from bccc_dash.domain.case_vocabulary import CaseStatus
from bccc_dash.domain.guard import Guard, Obstacle
from bccc_dash.domain.outcome_vocabulary import ActionStatus

ACTION_MOVES: Mapping[ActionStatus, frozenset[ActionStatus]] = MappingProxyType(
    {
        ActionStatus.OPEN: frozenset({ActionStatus.DONE, ActionStatus.CANCELLED}),
        ActionStatus.DONE: frozenset(),
        ActionStatus.CANCELLED: frozenset(),
    }
)
BETWEEN = "; "
CASE_OVER = "The case is closed. Reopen it first, then open the action."
NO_SUCH_OWNER = "Nobody active goes by this e-mail address. Choose somebody else to do it."
OWNER_KEPT_AWAY = "This person may have no part in the matter. Choose somebody else to do it."
DUE_PAST = "The day on which it is due must not be past: choose today or a later day."
NOT_OPEN = "The action is done or cancelled already. Open a new one instead."
SAME_DAY = "It is due on that day already. Choose another day."
DONE_AHEAD = "The day on which it was done must not be after today."
DONE_EARLY = "The day on which it was done must not be before the day on which the action was opened."


@dataclass(frozen=True, kw_only=True)
class NewAction:
    """The case that an action is for, none for a volunteer's own; whether its owner is there, and kept away from it."""

    case_status: CaseStatus | None
    owner_is_active: bool
    owner_is_kept_away: bool


@dataclass(frozen=True, kw_only=True)
class ActionFacts:
    """How an action stands."""

    status: ActionStatus
    due_on: date
    created_on: date | None


def can_move_action(before: ActionStatus, after: ActionStatus) -> bool:
    """Return whether an action may go from one state to another."""
    return after in ACTION_MOVES[before]


def due_dates_with(due_dates: str | None, old: date, new: date) -> str:
    """Return every day an action was ever due on, the new one last; an action that kept none begins with the old."""
    return BETWEEN.join([due_dates or old.isoformat(), new.isoformat()])


def _opening_an_action(*, facts: NewAction, due_on: date, today: date) -> Iterator[Obstacle]:
    """An action is for an open case or a volunteer, with an owner who may know of it, and due ahead."""
    if facts.case_status is CaseStatus.CLOSED:
        yield Obstacle(CASE_OVER, "", "reopen")
    if not facts.owner_is_active:
        yield Obstacle(NO_SUCH_OWNER)
    if facts.owner_is_kept_away:
        yield Obstacle(OWNER_KEPT_AWAY)
    if due_on < today:
        yield Obstacle(DUE_PAST)


def _redating_an_action(*, facts: ActionFacts, due_on: date, today: date) -> Iterator[Obstacle]:
    """Only an open action is given another day, which is not past."""
    if facts.status is not ActionStatus.OPEN:
        yield Obstacle(NOT_OPEN, "", "open")
    if due_on == facts.due_on:
        yield Obstacle(SAME_DAY)
    if due_on < today:
        yield Obstacle(DUE_PAST)


def _finishing_an_action(*, facts: ActionFacts, done_on: date, today: date) -> Iterator[Obstacle]:
    """Only an open action is done, on a day that has come and not before it was opened."""
    if not can_move_action(facts.status, ActionStatus.DONE):
        yield Obstacle(NOT_OPEN, "", "open")
    if done_on > today:
        yield Obstacle(DONE_AHEAD)
    if facts.created_on is not None and done_on < facts.created_on:
        yield Obstacle(DONE_EARLY)


def _cancelling_an_action(*, facts: ActionFacts) -> Iterator[Obstacle]:
    """Only an open action is cancelled."""
    if not can_move_action(facts.status, ActionStatus.CANCELLED):
        yield Obstacle(NOT_OPEN, "", "open")


OPENING_AN_ACTION = Guard(_opening_an_action)
check_can_open_action, can_open_action = OPENING_AN_ACTION.check, OPENING_AN_ACTION.holds
REDATING_AN_ACTION = Guard(_redating_an_action)
check_can_redate_action, can_redate_action = REDATING_AN_ACTION.check, REDATING_AN_ACTION.holds
FINISHING_AN_ACTION = Guard(_finishing_an_action)
check_can_finish_action, can_finish_action = FINISHING_AN_ACTION.check, FINISHING_AN_ACTION.holds
CANCELLING_AN_ACTION = Guard(_cancelling_an_action)
check_can_cancel_action, can_cancel_action = CANCELLING_AN_ACTION.check, CANCELLING_AN_ACTION.holds
