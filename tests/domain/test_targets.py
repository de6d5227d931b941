"""The committee's own numbers go before the defaults; what is no number is said."""

import pytest

from bccc_dash.domain.errors import BadRecord
from bccc_dash.domain.targets import DEFAULTS, targets_from


def test_without_settings_the_defaults_hold():
    assert targets_from({}) == DEFAULTS


def test_a_setting_replaces_its_default_and_no_other():
    own = targets_from({"privacy_review_days": "91", "demo_anchor": "2026-11-16"})

    assert (own.privacy_review_days, own.discussion_working_days) == (91, 5)


@pytest.mark.parametrize("odd", ["0", "-3", "soon", "", "5.5"])
def test_an_odd_setting_is_named(odd):
    with pytest.raises(BadRecord, match="privacy_review_days"):
        targets_from({"privacy_review_days": odd})
