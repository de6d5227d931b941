"""Referrals considered: what stops a thought from being kept."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bccc_dash.domain.errors import Refused
from bccc_dash.domain.outcome_vocabulary import ReferralBody, ReferralOutcome
from bccc_dash.domain.referral_rules import Considered, can_keep_referral, check_can_keep_referral

TODAY = date(2026, 3, 2)
DAY = timedelta(days=1)
FOUND_ON = TODAY - 5 * DAY
ADVISED = Considered(body=ReferralBody.LADO, on=TODAY, outcome=ReferralOutcome.ADVICE_SOUGHT)
RANG = replace(ADVISED, outcome=ReferralOutcome.REFERRED, on=TODAY - 2 * DAY, referred_on=TODAY - DAY, reference="L/1")
KEPT_BACK = replace(ADVISED, outcome=ReferralOutcome.NOT_REFERRED, rationale="Below the threshold.")


def holds(considered, before=()):
    return can_keep_referral(considered=considered, found_on=FOUND_ON, before=before, today=TODAY)


@pytest.mark.parametrize("considered", [ADVISED, RANG, KEPT_BACK])
def test_each_outcome_is_kept(considered):
    assert holds(considered)


@pytest.mark.parametrize(("days", "stops"), [(-1, False), (0, False), (1, True)])
def test_it_was_considered_on_a_day_that_has_come(days, stops):
    assert holds(replace(ADVISED, on=TODAY + days * DAY)) is not stops


@pytest.mark.parametrize(("days", "stops"), [(-1, True), (0, False), (1, False)])
def test_it_was_not_considered_before_the_case_was_found(days, stops):
    assert holds(replace(ADVISED, on=FOUND_ON + days * DAY)) is not stops


@pytest.mark.parametrize(("days", "stops"), [(-1, True), (0, False), (1, False), (2, False), (3, True)])
def test_a_body_is_told_after_it_was_considered_and_not_ahead(days, stops):
    assert holds(replace(RANG, referred_on=RANG.on + days * DAY)) is not stops


@pytest.mark.parametrize(
    ("considered", "match"),
    [
        (replace(KEPT_BACK, rationale=None), "Say why"),
        (replace(KEPT_BACK, rationale=""), "Say why"),
        (replace(RANG, referred_on=None), "on which day"),
        (replace(ADVISED, referred_on=TODAY), "Take them out"),
        (replace(KEPT_BACK, reference="L/1"), "Take them out"),
    ],
)
def test_what_came_of_it_is_told_whole(considered, match):
    with pytest.raises(Refused, match=match) as refused:
        check_can_keep_referral(considered=considered, found_on=FOUND_ON, before=(), today=TODAY)
    assert refused.value.clause == "P7"


def test_one_body_is_considered_once_a_day():
    assert not holds(ADVISED, before=[("LADO", TODAY)])
    assert holds(ADVISED, before=[("POLICE", TODAY), ("LADO", TODAY - DAY)])
