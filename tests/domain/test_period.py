"""The window: what is in it, at each of its ends."""

from datetime import date

import pytest

from bccc_dash.domain.period import (
    Period,
    last_twelve_months,
    since,
    since_last_meeting,
    this_year,
    twelve_months_before,
    whole_months,
)


@pytest.mark.parametrize(
    ("day", "before"),
    [
        pytest.param(date(2026, 10, 31), date(2025, 10, 31), id="the same day"),
        pytest.param(date(2024, 2, 29), date(2023, 2, 28), id="29 February"),
        pytest.param(date(2025, 2, 28), date(2024, 2, 28), id="28 February after a leap year"),
    ],
)
def test_twelve_months_before_is_the_same_day_or_28_february(day, before):
    assert twelve_months_before(day) == before


def test_a_window_is_named_by_its_first_day_and_kept_by_the_day_before():
    assert since(date(2026, 8, 1), as_of=date(2026, 10, 31)) == Period(date(2026, 10, 31), date(2026, 7, 31))


def test_the_day_after_the_last_meeting_is_the_first_day_of_the_window():
    assert since_last_meeting(date(2026, 10, 31), date(2026, 9, 10)).first == date(2026, 9, 11)


def test_without_a_meeting_the_window_is_the_last_twelve_months():
    assert since_last_meeting(date(2026, 10, 31), None) == last_twelve_months(date(2026, 10, 31))


def test_this_year_begins_on_new_years_day_even_on_new_years_day():
    assert this_year(date(2026, 1, 1)).first == date(2026, 1, 1)


@pytest.mark.parametrize(
    ("earlier", "months"),
    [(date(2026, 3, 16), 0), (date(2026, 3, 15), 1), (date(2025, 4, 15), 12), (date(2025, 4, 16), 11)],
)
def test_whole_months_turn_on_the_day(earlier, months):
    assert whole_months(earlier, date(2026, 4, 15)) == months
