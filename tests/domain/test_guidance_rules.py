"""Guidance: what stops it from being kept as given, acknowledged or told."""

from datetime import date, timedelta

import pytest

from bccc_dash.domain.errors import Refused
from bccc_dash.domain.guidance_rules import (
    GivenBefore,
    can_acknowledge_guidance,
    can_count_told,
    can_give_guidance,
    check_can_acknowledge_guidance,
    check_can_count_told,
    check_can_give_guidance,
)
from bccc_dash.domain.vocabulary import Audience

TODAY = date(2026, 3, 2)
DAY = timedelta(days=1)
NEVER, GIVEN = GivenBefore(), GivenBefore(given_on=TODAY - 5 * DAY)
HAS_COME = [(-1, False), (0, False), (1, True)]


@pytest.mark.parametrize(("days", "stops"), HAS_COME)
def test_days_have_come(days, stops):
    day = TODAY + days * DAY
    assert can_give_guidance(before=NEVER, given_on=day, acknowledged_on=None, today=TODAY) is not stops
    assert can_give_guidance(before=NEVER, given_on=TODAY - DAY, acknowledged_on=day, today=TODAY) is not stops
    assert can_acknowledge_guidance(before=GIVEN, acknowledged_on=day, today=TODAY) is not stops
    assert can_count_told(audience=Audience.CHILD, count=1, given_on=day, today=TODAY) is not stops


@pytest.mark.parametrize(("days", "stops"), [(-1, True), (0, False), (1, False)])
def test_nobody_acknowledges_what_they_were_not_given_yet(days, stops):
    day = GIVEN.given_on + days * DAY
    assert can_acknowledge_guidance(before=GIVEN, acknowledged_on=day, today=TODAY) is not stops
    given = can_give_guidance(before=NEVER, given_on=GIVEN.given_on, acknowledged_on=day, today=TODAY)
    assert given is not stops


def test_a_version_is_given_once():
    with pytest.raises(Refused, match="given to the volunteer already") as refused:
        check_can_give_guidance(before=GIVEN, given_on=TODAY, acknowledged_on=None, today=TODAY)
    assert refused.value.clause == "P2"


@pytest.mark.parametrize(
    ("before", "match"),
    [(NEVER, "not given to the volunteer yet"), (GivenBefore(given_on=TODAY, acknowledged_on=TODAY), "already")],
)
def test_a_version_is_acknowledged_once_after_it_was_given(before, match):
    with pytest.raises(Refused, match=match) as refused:
        check_can_acknowledge_guidance(before=before, acknowledged_on=TODAY, today=TODAY)
    assert refused.value.clause == "P18"


@pytest.mark.parametrize(("count", "stops"), [(-1, True), (0, True), (1, False), (10_000, False), (10_001, True)])
def test_somebody_was_told_and_no_more_than_can_be(count, stops):
    assert can_count_told(audience=Audience.FAMILY, count=count, given_on=TODAY, today=TODAY) is not stops


@pytest.mark.parametrize("audience", list(Audience))
def test_only_volunteers_are_named(audience):
    expected = audience is not Audience.VOLUNTEER
    assert can_count_told(audience=audience, count=1, given_on=TODAY, today=TODAY) is expected


def test_a_volunteer_is_not_counted():
    with pytest.raises(Refused, match="named, not counted"):
        check_can_count_told(audience=Audience.VOLUNTEER, count=1, given_on=TODAY, today=TODAY)
