"""What a person does with an open page, and a page to the same page made of constants."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import streamlit as st
from streamlit.testing.v1 import AppTest

from bccc_dash.domain.links import Place
from bccc_dash.ui import warm
from tests.bench import recording
from tests.bench.databases import MIDDLE
from tests.bench.report import Line, milliseconds
from tests.bench.timing import medians
from tests.bench.visiting import SECONDS, Visitor, check

FILTER_REACH = 1.5
STATIC_REACH = 1.6
STATIC = Path(__file__).with_name("static_page.py")
SEVERITY, HIGH, ANY = "severity", "HIGH", ""


def use_lines(databases: Mapping[int, Path], *, today: date, repeats: int) -> list[Line]:
    """Two lines at 2 000 volunteers: a filter against an empty rerun, the Overview against constants."""
    warm.warm()  # as the server does before anybody comes
    return [
        _filter_line(Visitor(databases[MIDDLE], Place.CONCERNS, today), repeats),
        _static_line(Visitor(databases[MIDDLE], Place.OVERVIEW, today), repeats),
    ]


def _filter_line(visitor: Visitor, repeats: int) -> Line:
    """A severity is chosen, of which nothing is kept yet; to a run in which nothing is."""

    def choose(severity: str) -> None:
        visitor.visit(visitor.app.selectbox(key=SEVERITY).select(severity))
        if visitor.app.selectbox(key=SEVERITY).value != severity:
            raise AssertionError(f"{severity} was not chosen")

    def start_again(_: str) -> None:
        choose(ANY)
        st.cache_data.clear()
        visitor.visit()

    works = {"filtered": lambda: choose(HIGH), "empty": visitor.visit}
    taken = medians(works, repeats=repeats, before=start_again)
    aside = milliseconds(taken["filtered"], taken["empty"])
    return Line(
        "Concerns, a filter chosen, to an empty rerun", taken["filtered"] / taken["empty"], FILTER_REACH, aside=aside
    )


def _static_line(visitor: Visitor, repeats: int) -> Line:
    """Both with everything kept, each run as a visit to a page that is open."""
    recording.PAGE[:] = recording.recorded(visitor)
    static = AppTest.from_file(STATIC, default_timeout=SECONDS).run()
    check(static)
    ours, theirs = recording.kinds(visitor.app), recording.kinds(static)
    if ours != theirs:
        raise AssertionError(f"not the same elements: {ours - theirs} {theirs - ours}")
    taken = medians({"ours": visitor.visit, "constant": static.run}, repeats=repeats)
    aside = milliseconds(taken["ours"], taken["constant"])
    return Line(
        "Overview, to the same elements as constants", taken["ours"] / taken["constant"], STATIC_REACH, aside=aside
    )
