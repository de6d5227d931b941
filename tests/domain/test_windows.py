from datetime import date

import pytest

from bccc_dash.domain.errors import Refused
from bccc_dash.domain.period import Period
from bccc_dash.domain.windows import Window, resolve, said

AS_OF = date(2026, 11, 12)
MEETING = date(2026, 9, 10)


@pytest.mark.parametrize(
    ("window", "after"),
    [
        pytest.param(Window.LAST_MEETING, MEETING, id="the day of the meeting is outside"),
        pytest.param(Window.THIS_YEAR, date(2025, 12, 31), id="1 January is inside"),
        pytest.param(Window.TWELVE_MONTHS, date(2025, 11, 12), id="the same day a year before is outside"),
        pytest.param(Window.OTHER, date(2026, 9, 30), id="the first day chosen is inside"),
    ],
)
def test_each_window_ends_on_the_as_at_day(window, after):
    first = date(2026, 10, 1)

    assert resolve(window, as_of=AS_OF, latest_meeting=MEETING, first=first) == Period(as_of=AS_OF, after=after)


def test_without_a_meeting_the_window_is_twelve_months_and_says_so():
    period = resolve(Window.LAST_MEETING, as_of=AS_OF, latest_meeting=None, first=None)

    assert period.after == date(2025, 11, 12)
    assert said(Window.LAST_MEETING, period, latest_meeting=None) == (
        "As at Thursday 12 November 2026. No earlier meeting is recorded, so the last 12 months: "
        "13 November 2025 to 12 November 2026."
    )


@pytest.mark.parametrize(
    ("window", "name"),
    [
        (Window.LAST_MEETING, "Since the last meeting"),
        (Window.THIS_YEAR, "This year"),
        (Window.TWELVE_MONTHS, "Last 12 months"),
        (Window.OTHER, "The days chosen"),
    ],
)
def test_the_window_is_said_in_words(window, name):
    period = Period(as_of=AS_OF, after=MEETING)

    assert said(window, period, latest_meeting=MEETING) == (
        f"As at Thursday 12 November 2026. {name}: 11 September to 12 November 2026."
    )


@pytest.mark.parametrize(
    ("first", "sentence"),
    [
        pytest.param(None, "Other dates need a first day: choose one under 'From'.", id="none chosen"),
        pytest.param(
            date(2026, 11, 13),
            "The first day, 13 November 2026, lies after the as-at day, 12 November 2026: choose an earlier one.",
            id="after the as-at day",
        ),
    ],
)
def test_other_dates_are_refused_in_words(first, sentence):
    with pytest.raises(Refused) as refusal:
        resolve(Window.OTHER, as_of=AS_OF, latest_meeting=MEETING, first=first)

    assert str(refusal.value) == sentence


def test_other_dates_may_be_one_day_long():
    assert resolve(Window.OTHER, as_of=AS_OF, latest_meeting=None, first=AS_OF).first == AS_OF
