"""Who settles a decision, and when: four eyes, whoever stood aside, the last day of an urgent suspension."""

from datetime import date, timedelta
from itertools import product

import pytest

from bccc_dash.domain.decision_steps import (
    DECISION_MOVES,
    ENDING_A_LAPSED_SUSPENSION,
    RATIFYING_WITH_FREE_HANDS,
    Hands,
    can_end_lapsed,
    can_propose,
    can_ratify,
    can_reject,
    can_settle,
    can_withdraw,
    check_can_propose,
    check_can_ratify,
    check_can_reject,
    check_can_settle,
    check_can_withdraw,
    last_day_unratified,
)
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.outcome_vocabulary import DecisionStatus as Status
from bccc_dash.domain.targets import Targets

DAY = date(2026, 3, 2)
FREE = Hands(by=2, proposed_by=1)
OWN = Hands(by=1, proposed_by=1)


@pytest.mark.parametrize(("status", "to"), list(product(Status, Status)))
def test_only_what_waits_is_settled(status, to):
    passes = status is Status.PROPOSED and to is not Status.PROPOSED
    assert can_settle(status=status, to=to) is passes
    if not passes:
        with pytest.raises(Refused, match="already"):
            check_can_settle(status=status, to=to)


def test_every_status_is_in_the_table():
    assert set(DECISION_MOVES) == set(Status)


def test_the_same_decision_is_proposed_once_by_somebody_free():
    check_can_propose(stood_aside=False, is_waiting=False)
    assert not can_propose(stood_aside=False, is_waiting=True)
    assert not can_propose(stood_aside=True, is_waiting=False)


@pytest.mark.parametrize(
    ("hands", "is_adverse", "clause"),
    [
        (FREE, True, None),
        (FREE, False, None),
        (OWN, False, None),
        (OWN, True, "P30"),
        (Hands(by=2, proposed_by=None), False, None),
        (Hands(by=2, proposed_by=None), True, "P30"),
        (Hands(by=2, proposed_by=1, kept_from=frozenset({2})), False, "P31"),
        (Hands(by=2, proposed_by=1, kept_from=frozenset({1})), False, "P31"),
        (Hands(by=2, proposed_by=1, kept_from=frozenset({3})), True, None),
    ],
)
def test_two_free_people_decide_against_a_volunteer(hands, is_adverse, clause):
    hands = Hands(by=hands.by, proposed_by=hands.proposed_by, kept_from=hands.kept_from, is_adverse=is_adverse)
    assert [one.clause for one in RATIFYING_WITH_FREE_HANDS.obstacles(hands=hands)] == ([clause] if clause else [])
    assert can_ratify(hands=hands) is (clause is None)


def test_all_that_is_wrong_with_the_hands_is_told():
    hands = Hands(by=1, proposed_by=1, kept_from=frozenset({1}), is_adverse=True)
    assert [one.clause for one in RATIFYING_WITH_FREE_HANDS.obstacles(hands=hands)] == ["P31", "P31", "P30"]
    with pytest.raises(Refused, match="You stood aside"):
        check_can_ratify(hands=hands)


def test_somebody_else_rejects_and_the_proposer_withdraws():
    check_can_reject(hands=FREE)
    check_can_withdraw(hands=OWN)
    assert not can_reject(hands=OWN)
    assert not can_reject(hands=Hands(by=2, proposed_by=1, kept_from=frozenset({2})))
    assert not can_withdraw(hands=FREE)
    assert not can_withdraw(hands=Hands(by=2, proposed_by=None))


@pytest.mark.parametrize(("offset", "passes"), [(0, False), (13, False), (14, False), (15, True), (400, True)])
def test_an_urgent_suspension_lapses_after_its_last_day(offset, passes):
    assert can_end_lapsed(hands=FREE, since=DAY, today=DAY + timedelta(days=offset)) is passes


@pytest.mark.parametrize(("today", "passes"), [(DAY, False), (date(2026, 3, 3), False), (date(2026, 3, 4), True)])
def test_the_committee_may_set_other_days(today, passes):
    targets = Targets(urgent_suspension_days=1)
    assert can_end_lapsed(hands=FREE, since=DAY, today=today, targets=targets) is passes


def test_what_never_took_effect_does_not_lapse_and_nobody_who_stood_aside_ends_it():
    aside = Hands(by=2, proposed_by=1, kept_from=frozenset({2}))
    found = ENDING_A_LAPSED_SUSPENSION.obstacles(hands=aside, since=None, today=date.max)
    assert [one.clause for one in found] == ["P31", "P56"]


def test_the_last_day_is_no_day_after_the_last_of_all():
    assert last_day_unratified(date.max) == date.max
