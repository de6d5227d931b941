"""The chosen day and window: in the sidebar, in the address, and in words."""

from datetime import date
from typing import Any

import streamlit as st

from bccc_dash import clock
from bccc_dash.domain.centre import Centre
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.links import Choices
from bccc_dash.domain.period import EARLIEST, LATEST, Period, last_twelve_months
from bccc_dash.domain.windows import Window, resolve, said
from bccc_dash.domain.words import uk_date
from bccc_dash.reads import Read as Read
from bccc_dash.ui import look, shell
from bccc_dash.ui.address import LONGEST
from bccc_dash.ui.keys import KEYS

PERIOD, SAID, ASIDE = "period in force", "period in words", "what to know of the day"
CARRIED = ("as_of", "period", "from")


def ask(name: Read, *choices: Any) -> Any:
    """Return what a read finds for the chosen day and window."""
    return shell.ask(name, period(), *choices)


def period() -> Period:
    """Return the chosen day and window, as choose_period settled them in this run."""
    chosen: Period = st.session_state[PERIOD]
    return chosen


def window() -> str:
    """Return the chosen day and window in words."""
    words: str = st.session_state[SAID]
    return words


def aside() -> str:
    """Return what a reader should know of the day: that it is to come, or before the first record; mostly nothing."""
    words: str = st.session_state[ASIDE]
    return words


def carried() -> Choices:
    """Return the day and the window as they stand in the address, for links to other pages."""
    return tuple((name, st.query_params[name]) for name in CARRIED if name in st.query_params)


def choose_period() -> None:
    """Show the day and the window in the sidebar, both kept in the address; settle what they mean.

    A value in the address that is none falls back to its default; dates that cannot be are said in words.
    """
    today = clock.today()
    _say_what_is_odd()
    with st.sidebar:
        as_of = _date("As at", today, key="as_of")
        name = st.selectbox("Period", [window.value for window in Window], key="period", bind="query-params")
        window = Window(name)
        first = _date("From", last_twelve_months(today).first, key="from") if window is Window.OTHER else None
        if as_of != today:
            st.button("Back to today", key="today", shortcut=KEYS["today"].shortcut, on_click=_back_to_today)
    centre: Centre = shell.ask(Read.CENTRE, last_twelve_months(as_of))
    latest = centre.latest_meeting
    try:
        chosen = resolve(window, as_of=as_of, latest_meeting=latest, first=first)
    except Refused as refusal:
        window = Window.LAST_MEETING
        chosen = resolve(window, as_of=as_of, latest_meeting=latest, first=None)
        st.warning(f"{refusal} Until then the days since the last meeting are shown.")
    st.session_state[PERIOD], st.session_state[SAID] = chosen, said(window, chosen, latest_meeting=latest)
    st.session_state[ASIDE] = _aside(as_of, today, centre)


def _say_what_is_odd() -> None:
    """Say which day or period the address asks for that is none; the widgets drop it without a word."""
    for name in ("as_of", "from"):
        asked = str(st.query_params.get(name, ""))
        if asked and not _is_day(asked):
            _warn(asked, f"is no day from {uk_date(EARLIEST)} to {uk_date(LATEST)}, written as {EARLIEST}")
    asked = str(st.query_params.get("period", ""))
    if asked and asked not in list(Window):
        _warn(asked, "is no period that can be chosen")


def _warn(asked: str, why: str) -> None:
    st.warning(look.as_text(f"The address asks for '{asked[:LONGEST]}', which {why}. It is left out."))


def _is_day(asked: str) -> bool:
    try:
        return EARLIEST <= date.fromisoformat(asked) <= LATEST
    except ValueError:
        return False


def _aside(as_of: date, today: date, centre: Centre) -> str:
    if as_of > today:
        return "This day is still to come: what is shown is how things would stand if nothing more were recorded."
    if centre.first_application and as_of < centre.first_application:
        return f"Nobody had applied by this day: the first application is of {uk_date(centre.first_application)}."
    return ""


def _back_to_today() -> None:
    st.session_state["as_of"] = clock.today()


def _date(label: str, day: date, *, key: str) -> date:
    chosen: date = st.date_input(label, day, EARLIEST, LATEST, key=key, format="DD/MM/YYYY", bind="query-params")
    return chosen
