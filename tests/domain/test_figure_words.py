"""Values as people read them: never a percentage of four, never a median of nothing."""

import pytest

from bccc_dash.domain.figure_words import value_words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ({"n": 9, "d": 11}, "9 of 11 (82%)"),
        ({"n": 3, "d": 4}, "3 of 4"),
        ({"n": 0, "d": 0}, "no cases in period"),
        ({"n": 0, "in_probation_not_approved": 6}, "0; 6 in probation and not approved"),
        (
            {"median_days": 32.5, "min_days": 30, "max_days": 60, "n": 4, "still_open": 2},
            "median 32.5 days, from 30 to 60 (n = 4); 2 still open",
        ),
        (
            {"median_days": None, "min_days": None, "max_days": None, "n": 0, "d": 3, "still_open": 3},
            "no cases in period (n = 0 of 3); 3 still open",
        ),
        ({"n": 3, "by": {"severity": {"LOW": 2, "HIGH": 1}}}, "3; LOW 2, HIGH 1"),
    ],
)
def test_a_value_in_words(value, words):
    assert value_words(value) == words


def test_stages_and_silence_are_spelled_out():
    stage = {"n": 2, "median_days": 11.5, "max_days": 12, "over_target": 0}
    closure = {"median_days": 59.5, "min_days": 57, "max_days": 62, "n": 2, "still_open": 4}

    assert "S2 2 (median 11.5, longest 12, 0 over target)" in value_words({"n": 2, "by": {"stage": {"S2": stage}}})
    assert "in confidence never" in value_words({"n": 0, "months_since_last": {"FAMILY_MEMBER": None}})
    assert "to closure: median 59.5 days, from 57 to 62 (n = 2), 4 still open" in value_words(
        {"median_days": 1, "min_days": 1, "max_days": 1, "n": 1, "closure": closure}
    )


def test_what_was_said_in_confidence_is_one_source_for_people():
    since = {"CHILD_IN_CONFIDENCE": 14, "FAMILY_MEMBER": 3, "VOLUNTEER": 0}
    by = {"source": {"CHILD_IN_CONFIDENCE": 1, "COMPLAINT": 2, "FAMILY_MEMBER": 1}}

    said = value_words({"n": 4, "by": by, "months_since_last": since})

    assert said == "4; COMPLAINT 2, in confidence 2; months since the last: in confidence 3, VOLUNTEER 0"
