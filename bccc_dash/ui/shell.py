"""What every page stands on: the database, the chosen day and window, and reads that are kept for a minute."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Any

import streamlit as st
from sqlalchemy import Engine
from sqlmodel import Session

from bccc_dash import clock, reads, settings
from bccc_dash.domain.errors import CouldNotRun, Refused
from bccc_dash.domain.overview import Overview
from bccc_dash.domain.period import EARLIEST, LATEST, Period, last_twelve_months
from bccc_dash.domain.windows import Window, resolve, said
from bccc_dash.store.engine import open_engine, reading
from bccc_dash.store.revision import revision
from bccc_dash.store.schema import schema_problem
from bccc_dash.ui import look
from bccc_dash.ui.drawing import drawn
from bccc_dash.ui.panels import Panel

PERIOD, SAID = "period in force", "period in words"


class Read(StrEnum):
    """The reads that are kept, by name."""

    OVERVIEW = "overview"
    LATEST_MEETING = "latest meeting"


_READS: dict[Read, Callable[[Session, Period], Any]] = {
    Read.OVERVIEW: reads.overview,
    Read.LATEST_MEETING: lambda session, period: reads.latest_meeting(session, before=period.as_of),
}


def url() -> str:
    """Return the address of the database to show. Raises: CouldNotRun for an odd setting."""
    return settings.serving_url(settings.read_settings())


def is_demo() -> bool:
    """Return whether the invented centre is shown."""
    return settings.is_demo(settings.read_settings())


@st.cache_resource(show_spinner=False)
def _engine(database_url: str) -> Engine:
    return open_engine(database_url)


def check_database() -> None:
    """Raise unless the database can be read and its tables are those that this version knows.

    Raises: CouldNotRun, with the sentence to show.
    """
    problem = schema_problem(_engine(url()))
    if problem:
        raise CouldNotRun(problem)


def _changes() -> int:
    """Return how often the records have changed."""
    with reading(_engine(url())) as session:
        return revision(session)


def _ask(read: Read, period: Period) -> Any:
    return _kept(read, url(), _changes(), period.as_of, period.after)


@st.cache_data(ttl=60, max_entries=50, show_spinner=False)
def _kept(
    read: Read,
    database_url: str,
    number: int,  # noqa: ARG001  # part of the key only: it counts the changes of the records
    as_of: date,
    after: date,
) -> Any:
    """Return what a read found."""
    with reading(_engine(database_url)) as session:
        return _READS[read](session, Period(as_of=as_of, after=after))


def panel(key: str, shown: Overview) -> Panel:
    """Return one of the Overview's panels in the reader's colours."""
    return drawn(key, shown, dark=is_dark())


def overview() -> Overview:
    """Return the committee's Overview for the chosen day and window."""
    found: Overview = _ask(Read.OVERVIEW, period())
    return found


def period() -> Period:
    """Return the chosen day and window, as choose_period settled them in this run."""
    chosen: Period = st.session_state[PERIOD]
    return chosen


def window() -> str:
    """Return the chosen day and window in words."""
    words: str = st.session_state[SAID]
    return words


def choose_period() -> None:
    """Show the day and the window in the sidebar, both kept in the address; settle what they mean.

    A value in the address that is none falls back to its default; dates that cannot be are said in words.
    """
    today = clock.today()
    with st.sidebar:
        as_of = st.date_input("As at", today, EARLIEST, LATEST, key="as_of", format="DD/MM/YYYY", bind="query-params")
        name = st.selectbox("Period", [window.value for window in Window], key="period", bind="query-params")
        window = Window(name)
        first = _date("From", last_twelve_months(today).first, key="from") if window is Window.OTHER else None
    latest = _ask(Read.LATEST_MEETING, last_twelve_months(as_of))
    try:
        chosen = resolve(window, as_of=as_of, latest_meeting=latest, first=first)
    except Refused as refusal:
        window = Window.LAST_MEETING
        chosen = resolve(window, as_of=as_of, latest_meeting=latest, first=None)
        st.warning(f"{refusal} Until then the days since the last meeting are shown.")
    st.session_state[PERIOD], st.session_state[SAID] = chosen, said(window, chosen, latest_meeting=latest)


def _date(label: str, day: date, *, key: str) -> date:
    chosen: date = st.date_input(label, day, EARLIEST, LATEST, key=key, format="DD/MM/YYYY", bind="query-params")
    return chosen


def tokens() -> dict[str, str]:
    """Return the palette that goes with the reader's light or dark theme."""
    return look.DARK if is_dark() else look.LIGHT


def is_dark() -> bool:
    """Return whether the reader's theme is dark."""
    return bool(st.context.theme.type == "dark")
