"""The four windows that a reader may choose, and how the chosen one is said."""

from datetime import date
from enum import StrEnum

from bccc_dash.domain.errors import Refused
from bccc_dash.domain.period import Period, last_twelve_months, since, since_last_meeting, this_year
from bccc_dash.domain.words import uk_date, uk_long, uk_span


class Window(StrEnum):
    """Each value is what the reader sees in the list, and what stands in the address."""

    LAST_MEETING = "Since last meeting"
    THIS_YEAR = "This year"
    TWELVE_MONTHS = "Last 12 months"
    OTHER = "Other dates"


def resolve(window: Window, *, as_of: date, latest_meeting: date | None, first: date | None) -> Period:
    """Return the days that a choice means. `first` is looked at for other dates only.

    Raises: Refused where other dates have no first day, or one after the as-at day.
    """
    if window is Window.THIS_YEAR:
        return this_year(as_of)
    if window is Window.TWELVE_MONTHS:
        return last_twelve_months(as_of)
    if window is Window.LAST_MEETING:
        return since_last_meeting(as_of, latest_meeting)
    return since(_first_day(first, as_of=as_of), as_of=as_of)


def _first_day(first: date | None, *, as_of: date) -> date:
    if first is None:
        raise Refused("Other dates need a first day: choose one under 'From'.")
    if first > as_of:
        raise Refused(
            f"The first day, {uk_date(first)}, lies after the as-at day, {uk_date(as_of)}: choose an earlier one."
        )
    return first


def said(window: Window, period: Period, *, latest_meeting: date | None) -> str:
    """Return the line under a page's title: the as-at day, then the window in words."""
    span = uk_span(period.first, period.as_of)
    return f"As at {uk_long(period.as_of)}. {_name(window, latest_meeting)}: {span}."


def _name(window: Window, latest_meeting: date | None) -> str:
    if window is Window.LAST_MEETING:
        return "Since the last meeting" if latest_meeting else "No earlier meeting is recorded, so the last 12 months"
    if window is Window.OTHER:
        return "The days chosen"
    return window.value
