"""How approval may change: every status, every kind of decision, the day before and on the day."""

from datetime import date, timedelta
from itertools import product

import pytest

from bccc_dash.domain.approval import (
    ADVERSE,
    APPROVAL_MOVES,
    CHANGING_APPROVAL,
    ApprovalFacts,
    can_change_approval,
    changes_approval,
    check_can_change_approval,
    status_after,
)
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.outcome_vocabulary import DecisionKind as Kind
from bccc_dash.domain.vocabulary import ApprovalStatus as Status

DAY = date(2026, 3, 2)
MAY = {
    Status.IN_ASSESSMENT: {Kind.APPROVE, Kind.CONDITIONS, Kind.REFUSE, Kind.END_SERVICE},
    Status.APPROVED: {Kind.CONDITIONS, Kind.SUSPEND, Kind.WITHDRAW_APPROVAL, Kind.END_SERVICE},
    Status.APPROVED_WITH_CONDITIONS: {Kind.APPROVE, Kind.SUSPEND, Kind.WITHDRAW_APPROVAL, Kind.END_SERVICE},
    Status.SUSPENDED: {Kind.APPROVE, Kind.CONDITIONS, Kind.REINSTATE, Kind.WITHDRAW_APPROVAL, Kind.END_SERVICE},
    Status.NOT_YET_ASSESSED: {Kind.END_SERVICE},
}
"""The decisions that may change each status, written down apart from the table."""


def facts(status, *, since=DAY, before=None):
    return ApprovalFacts(status=status, since=since, before=before)


@pytest.mark.parametrize(("status", "kind"), list(product(Status, [kind for kind in Kind if changes_approval(kind)])))
def test_each_decision_changes_each_status_or_is_refused(status, kind):
    before = Status.APPROVED if status is Status.SUSPENDED else None
    told = {"kind": kind, "facts": facts(status, before=before), "day": DAY}

    assert can_change_approval(**told) == (kind in MAY.get(status, set()))


@pytest.mark.parametrize("kind", [Kind.NO_FURTHER_ACTION, Kind.ADVICE_GIVEN, Kind.TRAINING_OR_SUPERVISION])
@pytest.mark.parametrize("status", [None, *Status])
def test_other_decisions_leave_approval_alone(kind, status):
    check_can_change_approval(kind=kind, facts=facts(status), day=DAY - timedelta(days=9))
    assert status_after(kind, facts(status)) is None


@pytest.mark.parametrize(("offset", "passes"), [(-1, False), (0, True), (1, True)])
def test_approval_never_changes_before_the_change_before_it(offset, passes):
    day = DAY + timedelta(days=offset)
    assert can_change_approval(kind=Kind.SUSPEND, facts=facts(Status.APPROVED), day=day) is passes


def test_without_a_status_nothing_is_decided_about_it():
    with pytest.raises(Refused, match="No approval status") as refused:
        check_can_change_approval(kind=Kind.APPROVE, facts=ApprovalFacts(status=None), day=DAY)
    assert refused.value.clause == "P1"


@pytest.mark.parametrize("before", [Status.APPROVED, Status.APPROVED_WITH_CONDITIONS])
def test_whoever_is_reinstated_is_what_they_were(before):
    suspended = facts(Status.SUSPENDED, before=before)
    check_can_change_approval(kind=Kind.REINSTATE, facts=suspended, day=DAY)
    assert status_after(Kind.REINSTATE, suspended) is before


def test_nobody_is_reinstated_to_what_is_not_known():
    told = {"kind": Kind.REINSTATE, "facts": facts(Status.SUSPENDED), "day": DAY}
    assert [one.clause for one in CHANGING_APPROVAL.obstacles(**told)] == ["P56"]
    with pytest.raises(Refused, match="not known how approval stood"):
        check_can_change_approval(**told)


def test_every_status_is_in_the_table_and_none_moves_to_itself():
    assert set(APPROVAL_MOVES) == set(Status)
    assert [status for status, to in APPROVAL_MOVES.items() if status in to] == []


@pytest.mark.parametrize("status", [Status.REFUSED, Status.WITHDRAWN, Status.ENDED])
def test_what_is_over_begins_again_only_with_a_new_application(status):
    assert APPROVAL_MOVES[status] == {Status.IN_ASSESSMENT}


def test_what_goes_against_a_volunteer_changes_approval():
    assert all(changes_approval(kind) for kind in ADVERSE)
    assert ADVERSE.isdisjoint({Kind.APPROVE, Kind.REINSTATE})
