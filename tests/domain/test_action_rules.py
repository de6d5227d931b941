"""Actions: what stops one from being opened, put off, done or cancelled."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bccc_dash.domain.action_rules import (
    ACTION_MOVES,
    ActionFacts,
    NewAction,
    can_cancel_action,
    can_finish_action,
    can_move_action,
    can_open_action,
    can_redate_action,
    check_can_cancel_action,
    check_can_finish_action,
    check_can_open_action,
    check_can_redate_action,
    due_dates_with,
)
from bccc_dash.domain.case_vocabulary import CaseStatus
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.outcome_vocabulary import ActionStatus

TODAY = date(2026, 3, 2)
DAY = timedelta(days=1)
NEW = NewAction(case_status=CaseStatus.OPEN, owner_is_active=True, owner_is_kept_away=False)
OPEN = ActionFacts(status=ActionStatus.OPEN, due_on=TODAY + 9 * DAY, created_on=TODAY - 9 * DAY)
AROUND = [(-1, True), (0, False), (1, False)]


@pytest.mark.parametrize("status", [*CaseStatus, None])
def test_a_closed_case_has_no_new_actions(status):
    expected = status is not CaseStatus.CLOSED
    assert can_open_action(facts=replace(NEW, case_status=status), due_on=TODAY, today=TODAY) is expected


@pytest.mark.parametrize(("days", "stops"), AROUND)
def test_an_action_is_due_ahead(days, stops):
    due_on = TODAY + days * DAY
    assert can_open_action(facts=NEW, due_on=due_on, today=TODAY) is not stops
    assert can_redate_action(facts=OPEN, due_on=due_on, today=TODAY) is not stops


@pytest.mark.parametrize(
    ("facts", "match"),
    [
        (replace(NEW, owner_is_active=False), "Nobody active"),
        (replace(NEW, owner_is_kept_away=True), "no part in the matter"),
    ],
)
def test_an_action_has_an_owner_who_may_know_of_it(facts, match):
    with pytest.raises(Refused, match=match):
        check_can_open_action(facts=facts, due_on=TODAY, today=TODAY)


@pytest.mark.parametrize("status", list(ActionStatus))
def test_only_what_is_open_is_changed(status):
    facts, is_open = replace(OPEN, status=status), status is ActionStatus.OPEN
    assert can_redate_action(facts=facts, due_on=TODAY, today=TODAY) is is_open
    assert can_finish_action(facts=facts, done_on=TODAY, today=TODAY) is is_open
    assert can_cancel_action(facts=facts) is is_open


def test_what_is_over_says_how_to_go_on():
    done = replace(OPEN, status=ActionStatus.DONE)
    with pytest.raises(Refused, match="Open a new one"):
        check_can_cancel_action(facts=done)
    with pytest.raises(Refused, match="Open a new one"):
        check_can_finish_action(facts=done, done_on=TODAY, today=TODAY)


def test_another_day_is_another():
    with pytest.raises(Refused, match="on that day already"):
        check_can_redate_action(facts=OPEN, due_on=OPEN.due_on, today=TODAY)


@pytest.mark.parametrize(("days", "stops"), [(-1, False), (0, False), (1, True)])
def test_an_action_is_done_on_a_day_that_has_come(days, stops):
    assert can_finish_action(facts=OPEN, done_on=TODAY + days * DAY, today=TODAY) is not stops


@pytest.mark.parametrize(("days", "stops"), AROUND)
def test_an_action_is_not_done_before_it_was_opened(days, stops):
    assert can_finish_action(facts=OPEN, done_on=OPEN.created_on + days * DAY, today=TODAY) is not stops


def test_an_action_of_unknown_beginning_may_be_done_at_any_day():
    assert can_finish_action(facts=replace(OPEN, created_on=None), done_on=date(2020, 1, 1), today=TODAY)


@pytest.mark.parametrize(
    ("kept", "expected"),
    [
        (None, "2026-03-02; 2026-03-03"),
        ("", "2026-03-02; 2026-03-03"),
        ("2026-03-01; 2026-03-02", "2026-03-01; 2026-03-02; 2026-03-03"),
    ],
)
def test_every_day_it_was_due_on_is_kept(kept, expected):
    assert due_dates_with(kept, TODAY, TODAY + DAY) == expected


@pytest.mark.parametrize("before", list(ActionStatus))
@pytest.mark.parametrize("after", list(ActionStatus))
def test_only_an_open_action_moves_and_never_back(before, after):
    assert can_move_action(before, after) is (before is ActionStatus.OPEN and after is not ActionStatus.OPEN)
    assert set(ACTION_MOVES) == set(ActionStatus)
