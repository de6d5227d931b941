"""Moves from stage to stage by deed: what each writes, who may, and what stands in the way."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bccc_dash.commands.deed import Form
from bccc_dash.domain.vocabulary import Stage
from bccc_dash.store.tables import ApprovalEventRow, StageEventRow
from tests.commands.applicant_cast import (
    AT,
    KEEPER,
    NOT_ALLOWED,
    TODAY,
    approvals,
    do,
    move,
    moves,
    number_of,
    papers,
    put_case,
    put_check,
    refused,
    register,
    rows,
)
from tests.commands.conftest import MEMBER, told

DAY, ONE = date(2026, 2, 1), timedelta(days=1)


@pytest.fixture
def ready(centre):
    """Somebody at Enquiry with notice and form."""
    ref = register(centre)
    papers(centre, ref)
    return centre, ref


def test_a_move_writes_its_event_its_approval_and_its_audit_row(ready):
    engine, ref = ready
    move(engine, ref, "S1", DAY)
    event, approval = rows(engine, StageEventRow)[-1], rows(engine, ApprovalEventRow)[-1]

    assert (event.from_stage, event.to_stage, event.occurred_on, event.recorded_by_id) == ("S0", "S1", DAY, MEMBER)
    assert (approval.to_status, approval.effective_on, approval.decision_id) == ("IN_ASSESSMENT", DAY, None)
    fields = "stage; occurred_on; approval_status"
    assert told(engine)[-1] == (f"user/{MEMBER}", "update", f"volunteer/{number_of(engine, ref)}", fields)


def test_a_move_back_keeps_its_reason_and_whether_it_corrects(ready):
    engine, ref = ready
    move(engine, ref, "S1", DAY)
    move(engine, ref, "S0", DAY, reason=" The form was of somebody else. ", is_correction=True)
    move(engine, ref, "S1", DAY, is_correction=True)
    back, ahead = rows(engine, StageEventRow)[-2:]

    assert (back.reason, back.is_correction, ahead.is_correction) == ("The form was of somebody else.", True, False)
    assert approvals(engine)[-1] == ("NOT_YET_ASSESSED", "IN_ASSESSMENT")


def test_a_move_sent_twice_is_made_once(ready):
    engine, ref = ready
    form = Form(key="k" * 16, seen=10**6)
    done = [do(engine, "move", form=form, ref=ref, to=Stage.S1, moved_on=DAY) for _ in range(2)]

    assert [one.is_repeat for one in done] == [False, True]
    assert len(moves(engine)) == 2


def test_a_move_from_a_page_that_is_behind_is_refused(ready):
    engine, ref = ready
    refused(engine, "changed this", "move", form=Form(key="k" * 16), ref=ref, to=Stage.S1, moved_on=DAY)


@pytest.mark.parametrize("deed", ["move", "withdraw", "turn_down", "leave"])
def test_nobody_moves_themself_and_nobody_without_the_right_moves_anybody(ready, deed):
    engine, ref = ready
    more = {"move": {"to": Stage.S1}, "leave": {"end_reason": "OTHER"}}.get(deed, {})
    themself = replace(KEEPER, volunteer_id=number_of(engine, ref))
    for by in (*NOT_ALLOWED, themself):
        refused(engine, "^You may not enter and change", deed, by=by, ref=ref, moved_on=DAY, **more)


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        ({"moved_on": None}, "Day of the move: fill it in"),
        ({"moved_on": TODAY + ONE}, "is still to come"),
        ({"moved_on": date(2026, 1, 4)}, "The latest move was on 5 January 2026"),
        ({"moved_on": date(2026, 1, 5)}, "notice about internet use was not given by that day"),
        ({"reason": "x" * 4001}, "Reason: write at most 4,000 letters"),
        ({"to": "S9"}, "Stage: choose one of the list"),
        ({"to": Stage.S2}, "Nobody moves from “Enquiry”"),
        ({"to": Stage.S0}, "Nobody moves from “Enquiry”"),
        ({"to": Stage.WITHDRAWN}, "A move leads ahead or back"),
    ],
)
def test_an_odd_move_is_refused_and_nothing_is_written(ready, fields, word):
    engine, ref = ready
    refused(engine, word, "move", ref=ref, **{"to": Stage.S1, "moved_on": DAY, **fields})


def test_a_move_of_today_counts_by_londons_clock(ready):
    engine, ref = ready
    late = AT.replace(hour=23, minute=30)
    do(engine, "move", at=late, ref=ref, to=Stage.S1, moved_on=TODAY + ONE)

    assert moves(engine)[-1][2] == TODAY + ONE


@pytest.mark.parametrize(
    ("check", "word"),
    [
        ({"status": "IN_PROGRESS"}, "No online check"),
        ({"outcome": None}, "No online check"),
        ({"on": DAY - ONE}, "No online check"),
        ({"on": DAY + ONE * 3}, "No online check"),
        ({"outcome": "CONCERN_RAISED"}, "not on record"),
    ],
)
def test_stage_1_is_not_left_without_its_check(ready, check, word):
    engine, ref = ready
    move(engine, ref, "S1", DAY)
    put_check(engine, ref, **{"on": DAY, **check})
    refused(engine, word, "move", ref=ref, to=Stage.S2, moved_on=DAY + ONE)


@pytest.mark.parametrize("on", [DAY, DAY + ONE])
def test_a_check_of_the_day_of_entry_or_exit_counts(ready, on):
    engine, ref = ready
    move(engine, ref, "S1", DAY)
    put_check(engine, ref, on=on)
    move(engine, ref, "S2", DAY + ONE)

    assert moves(engine)[-1][1] == "S2"


@pytest.mark.parametrize("status", ["OPEN", "UNDER_REVIEW", "AWAITING_COMMITTEE", "REOPENED"])
def test_stage_1_is_not_left_before_the_checks_concern_is_decided(ready, status):
    engine, ref = ready
    move(engine, ref, "S1", DAY)
    put_check(engine, ref, on=DAY, outcome="CONCERN_RAISED")
    put_case(engine, ref, check=900, status=status)
    refused(engine, "not decided yet", "move", ref=ref, to=Stage.S2, moved_on=DAY)


@pytest.mark.parametrize("status", ["DECIDED", "CLOSED", "NOT_THIS_PERSON"])
def test_a_concern_that_is_settled_lets_the_applicant_go_on(ready, status):
    engine, ref = ready
    move(engine, ref, "S1", DAY)
    put_check(engine, ref, on=DAY, outcome="CONCERN_RAISED")
    put_case(engine, ref, check=900, status=status)
    move(engine, ref, "S2", DAY)

    assert moves(engine)[-1][1] == "S2"


def test_a_permission_taken_back_keeps_an_applicant_in_stage_1(ready):
    engine, ref = ready
    move(engine, ref, "S1", DAY)
    put_check(engine, ref, on=DAY)
    do(engine, "take_back", ref=ref, withdrawn_on=DAY)
    refused(engine, "taken back on 1 February 2026", "move", ref=ref, to=Stage.S2, moved_on=DAY)
