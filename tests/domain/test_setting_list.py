"""Every number that may be set has words, bounds and a default within them, and readers that take what is set."""

from dataclasses import asdict

import pytest

from bccc_dash.domain.clauses import clauses
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.setting_list import SETTINGS, Group, checked, setting
from bccc_dash.domain.sign_in import SessionLimits, limits_from
from bccc_dash.domain.targets import DEFAULTS, targets_from

EVERY = pytest.mark.parametrize("one", SETTINGS.values(), ids=lambda one: one.name)


def test_every_target_and_every_limit_of_sessions_can_be_set():
    assert {*asdict(DEFAULTS), *asdict(SessionLimits())} <= set(SETTINGS)


def test_the_defaults_are_those_that_hold_without_settings():
    known = asdict(DEFAULTS) | asdict(SessionLimits())

    assert {name: SETTINGS[name].default for name in known} == known
    assert {name: one.default for name, one in SETTINGS.items() if one.group is Group.STAGES} == {
        "stage_s0_days": 14,
        "stage_s1_days": 28,
        "stage_s2_days": 28,
        "stage_s3_days": 60,
        "stage_s4_days": 42,
        "stage_s5_days": 183,
    }


@EVERY
def test_the_default_lies_within_the_bounds_and_the_clause_exists(one):
    assert one.lowest <= one.default <= one.highest
    assert one.clause in {"", *clauses()}


@EVERY
def test_whatever_the_bounds_let_through_is_read_again(one):
    for value in (one.lowest, one.highest):
        assert checked(one, value) == value
        own = {one.name: str(value)}
        assert getattr(targets_from(own), one.name, value) == value
        assert getattr(limits_from(own), one.name, value) == value


@EVERY
def test_one_beyond_the_bounds_is_refused_and_the_bounds_are_said(one):
    for value in (one.lowest - 1, one.highest + 1):
        with pytest.raises(Refused, match=f"from {one.lowest} to {one.highest}"):
            checked(one, value)


@pytest.mark.parametrize("odd", ["5", "", "=1+1", "<script>", "x" * 10_000, 5.0, True, None, -1, 10**30, float("nan")])
def test_what_is_no_whole_number_is_refused(odd):
    with pytest.raises(Refused, match="whole number"):
        checked(setting("discussion_working_days"), odd)


@pytest.mark.parametrize("name", ["", "demo_anchor", "deputy_chair", "x" * 10_000, "\x00"])
def test_a_setting_that_is_none_is_refused(name):
    with pytest.raises(Refused, match="no setting of that name"):
        setting(name)


def test_a_value_is_said_with_its_unit():
    assert setting("discussion_working_days").said(1) == "1 working day"
    assert setting("stage_s1_days").stage == "S1"
    assert setting("privacy_review_days").stage == ""
