"""When the notice, the signed form and the end of a permission may be recorded."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bccc_dash.domain.errors import Refused
from bccc_dash.domain.moving_on import ApplicationFacts
from bccc_dash.domain.papers import (
    can_record_form,
    can_record_notice,
    can_withdraw_permission,
    check_can_record_form,
    check_can_record_notice,
    check_can_withdraw_permission,
)
from bccc_dash.domain.stage_moves import ENDS
from bccc_dash.domain.vocabulary import Stage

DAY = date(2026, 3, 2)
ONE = timedelta(days=1)
BARE = ApplicationFacts(stage=Stage.S0)
NOTICED = replace(BARE, notice_on=DAY)
SIGNED = replace(BARE, signed_on=DAY, permission=True)
TAKEN_BACK = replace(BARE, withdrawn_on=DAY)


def notice(facts, given_on=DAY, *, corrects=False):
    return can_record_notice(facts=facts, given_on=given_on, corrects=corrects)


def form(facts, signed_on=DAY, *, corrects=False):
    return can_record_form(facts=facts, signed_on=signed_on, corrects=corrects)


def take_back(facts, withdrawn_on=DAY):
    return can_withdraw_permission(facts=facts, withdrawn_on=withdrawn_on)


@pytest.mark.parametrize("stage", [None, *Stage])
def test_papers_are_those_of_an_application_or_service_that_is_open(stage):
    is_open = stage is not None and stage not in ENDS
    facts = replace(BARE, stage=stage)

    assert (notice(facts), form(facts), take_back(replace(SIGNED, stage=stage))) == (is_open, is_open, is_open)


@pytest.mark.parametrize(("day", "fits"), [(DAY - ONE, False), (DAY, True), (DAY + ONE, True)])
def test_papers_of_an_earlier_application_do_not_count_for_this_one(day, fits):
    facts = replace(BARE, began_on=DAY)

    assert (notice(facts, day), form(facts, day)) == (fits, fits)
    if not fits:
        with pytest.raises(Refused, match="This application began on 2 March 2026"):
            check_can_record_notice(facts=facts, given_on=day, corrects=True)


def test_a_notice_is_recorded_once_unless_it_corrects():
    with pytest.raises(Refused, match="given on 2 March 2026 is on record") as told:
        check_can_record_notice(facts=NOTICED, given_on=DAY, corrects=False)

    assert told.value.clause == "P16"
    assert notice(NOTICED, corrects=True)
    assert notice(BARE)


def test_a_permission_that_stands_is_changed_only_by_a_correction():
    with pytest.raises(Refused, match="gives permission already") as told:
        check_can_record_form(facts=SIGNED, signed_on=DAY, corrects=False)

    assert told.value.clause == "P14"
    assert form(SIGNED, corrects=True)


@pytest.mark.parametrize("permission", [False, None])
def test_a_form_that_gave_no_permission_is_followed_by_another(permission):
    assert form(replace(SIGNED, permission=permission))


@pytest.mark.parametrize(("day", "fits"), [(DAY - ONE, False), (DAY, True), (DAY + ONE, True)])
@pytest.mark.parametrize("corrects", [False, True])
def test_after_permission_was_taken_back_only_a_form_of_that_day_or_later_gives_it_again(day, fits, corrects):
    assert form(TAKEN_BACK, day, corrects=corrects) == fits
    if not fits:
        with pytest.raises(Refused, match="taken back on 2 March 2026"):
            check_can_record_form(facts=TAKEN_BACK, signed_on=day, corrects=corrects)


@pytest.mark.parametrize(
    "facts", [BARE, TAKEN_BACK, replace(SIGNED, permission=False), replace(SIGNED, permission=None)]
)
def test_only_a_permission_that_stands_is_taken_back(facts):
    with pytest.raises(Refused, match="No permission stands") as told:
        check_can_withdraw_permission(facts=facts, withdrawn_on=DAY)
    assert told.value.clause == "P14"


def test_a_permission_is_taken_back_on_the_day_of_its_form_or_later():
    assert [take_back(SIGNED, DAY + step * ONE) for step in (-1, 0, 1)] == [False, True, True]
