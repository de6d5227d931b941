"""What every page stands on: the database, and reads that are kept until the records change."""

from datetime import date
from typing import Any

import streamlit as st
from sqlalchemy import Engine

from bccc_dash import clock, settings
from bccc_dash.commands import reveal, sessions
from bccc_dash.commands.reveal import Seen, What
from bccc_dash.commands.sessions import kept_from
from bccc_dash.domain.errors import CouldNotRun
from bccc_dash.domain.period import Period
from bccc_dash.domain.purposes import Purpose
from bccc_dash.domain.viewer import Person
from bccc_dash.reads import Read, read
from bccc_dash.store.engine import open_engine, reading
from bccc_dash.store.revision import stamp
from bccc_dash.store.schema import schema_problem
from bccc_dash.store.withheld import NOTHING, Withheld
from bccc_dash.ui import palette, visitor
from bccc_dash.ui.drawing import Build, drawn
from bccc_dash.ui.panels import Panel

STATE = "state of the records"
WITHHELD = "what is withheld from whoever is there"


def url() -> str:
    """Return the address of the database to show. Raises: CouldNotRun for an odd setting."""
    return settings.serving_url(settings.read_settings())


def is_demo() -> bool:
    """Return whether the invented centre is shown."""
    return settings.is_demo(settings.read_settings())


def see(what: What, ref: str, purpose: Purpose | None = None) -> Seen:
    """Return a name, or what was written of a matter. It is told to the audit first, and kept nowhere.

    Raises: Refused where it is not for whoever is there.
    """
    return reveal.see(_engine(url()), visitor.signed_in(), what, ref, purpose=purpose, at=clock.now())


def engine() -> Engine:
    """Return the database to show, for a command."""
    return _engine(url())


@st.cache_resource(show_spinner=False)
def _engine(database_url: str) -> Engine:
    return open_engine(database_url)


def let_in() -> bool:
    """Settle, once a run, who is there and in which state the records are; return whether anybody is signed in.

    Every read of the run is of that state, and for that person.
    Raises: CouldNotRun, with the sentence to show, unless the database can be read and its tables are those that
    this version knows.
    """
    engine = _engine(url())
    problem = schema_problem(engine)
    if problem:
        raise CouldNotRun(problem)
    token, at = visitor.token(), clock.now()
    with reading(engine) as session:
        there = sessions.who_is_in(session, token, at)
        state = stamp(session)
        withheld = NOTHING if there is None else kept_from(session, there)
    visitor.settle(there)
    if there is None:
        return False
    sessions.note_use(engine, token, there, at)
    st.session_state[STATE], st.session_state[WITHHELD] = state, withheld
    return True


def items_withheld() -> int:
    """Return from how many matters whoever is there stood aside."""
    withheld: Withheld = st.session_state[WITHHELD]
    return withheld.items


def sees_all() -> bool:
    """Return whether nothing is withheld from whoever is there."""
    withheld: Withheld = st.session_state[WITHHELD]
    return withheld.is_nothing


def ask(name: Read, period: Period, *choices: Any) -> Any:
    """Return what a read finds for whoever is there; it is kept for them a minute, or until the records change."""
    seen_by = visitor.person(), st.session_state[WITHHELD]
    return _kept(name, url(), st.session_state[STATE], period.as_of, period.after, choices, *seen_by)


@st.cache_data(ttl=60, max_entries=200, show_spinner="Reading the records…")
def _kept(
    name: Read,
    database_url: str,
    state: str,  # noqa: ARG001  # part of the key only: it changes with the records
    as_of: date,
    after: date,
    choices: tuple[Any, ...],
    person: Person,
    withheld: Withheld,
) -> Any:
    """Return what a read found for this person. What is for one is never handed to another: the key has them in it."""
    with reading(_engine(database_url), without=withheld) as session:
        return read(name, session, Period(as_of=as_of, after=after), *choices, person=person)


def panel(build: Build, record: Any) -> Panel:
    """Return a panel in the reader's colours."""
    return drawn(build, record, dark=is_dark())


def tokens() -> dict[str, str]:
    """Return the palette that goes with the reader's light or dark theme."""
    return palette.DARK if is_dark() else palette.LIGHT


def is_dark() -> bool:
    """Return whether the reader's theme is dark."""
    return bool(st.context.theme.type == "dark")
