"""Consent: what stops it from being kept or withdrawn."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bccc_dash.domain.consent_rules import (
    Consent,
    can_keep_consent,
    can_withdraw_consent,
    check_can_keep_consent,
    check_can_withdraw_consent,
)
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.outcome_vocabulary import ChildAgeAppropriate

TODAY = date(2026, 3, 2)
DAY = timedelta(days=1)
YOUNG = Consent(family_ref="F-0123", family_written_on=TODAY - 9 * DAY, child_age_appropriate=ChildAgeAppropriate.NO)
OLDER = replace(YOUNG, child_age_appropriate=ChildAgeAppropriate.YES, child_written_on=TODAY)


@pytest.mark.parametrize("consent", [YOUNG, OLDER])
def test_written_consent_is_kept(consent):
    check_can_keep_consent(consent=consent, today=TODAY)


@pytest.mark.parametrize("ref", ["F-1", "1", "2026/004", "a" * 39 + "1"])
def test_a_family_is_a_reference(ref):
    assert can_keep_consent(consent=replace(YOUNG, family_ref=ref), today=TODAY)


@pytest.mark.parametrize("ref", ["", " ", "Example", "Mr Example 1", "F-١", "a" * 40 + "1", "F-1\n", "<1>"])
def test_a_family_is_never_named(ref):
    with pytest.raises(Refused, match="never a name") as refused:
        check_can_keep_consent(consent=replace(YOUNG, family_ref=ref), today=TODAY)
    assert refused.value.clause == "P52"


@pytest.mark.parametrize(
    ("consent", "match"),
    [
        (replace(YOUNG, family_written_on=None), "family's written consent is not there"),
        (replace(YOUNG, child_age_appropriate=ChildAgeAppropriate.NOT_ASSESSED), "old enough to be asked"),
        (replace(OLDER, child_written_on=None), "child's written consent first"),
        (replace(YOUNG, child_written_on=TODAY), "too young"),
    ],
)
def test_half_a_consent_is_none(consent, match):
    with pytest.raises(Refused, match=match) as refused:
        check_can_keep_consent(consent=consent, today=TODAY)
    assert refused.value.clause == "P48"


@pytest.mark.parametrize(("days", "stops"), [(-1, False), (0, False), (1, True)])
def test_nobody_consents_on_a_day_to_come(days, stops):
    day = TODAY + days * DAY
    assert can_keep_consent(consent=replace(YOUNG, family_written_on=day), today=TODAY) is not stops
    assert can_keep_consent(consent=replace(OLDER, child_written_on=day), today=TODAY) is not stops
    assert can_withdraw_consent(consent=YOUNG, withdrawn_on=day, today=TODAY) is not stops


@pytest.mark.parametrize(("days", "stops"), [(-1, True), (0, False), (1, False)])
def test_a_consent_is_not_withdrawn_before_it_was_given(days, stops):
    withdrawn_on = YOUNG.family_written_on + days * DAY
    assert can_withdraw_consent(consent=YOUNG, withdrawn_on=withdrawn_on, today=TODAY) is not stops


def test_an_unwritten_consent_can_be_withdrawn():
    assert can_withdraw_consent(consent=replace(YOUNG, family_written_on=None), withdrawn_on=TODAY, today=TODAY)


def test_a_consent_is_withdrawn_once():
    with pytest.raises(Refused, match="withdrawn already"):
        check_can_withdraw_consent(consent=replace(YOUNG, withdrawn_on=TODAY), withdrawn_on=TODAY, today=TODAY)
