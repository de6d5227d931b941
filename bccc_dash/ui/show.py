"""The few ways in which a page shows something: the title, the needs, and a band that answers one question."""

from collections.abc import Iterable

import streamlit as st

from bccc_dash.commands.sessions import SignedIn
from bccc_dash.domain.labels import label
from bccc_dash.domain.links import Link
from bccc_dash.domain.needs import NOTHING_RECORDED
from bccc_dash.domain.overview import Need
from bccc_dash.domain.workbench import PAGE
from bccc_dash.ui import address, days, look, menu, shell
from bccc_dash.ui.panels import Panel
from bccc_dash.views.entry import Entry
from bccc_dash.views.months import Month
from bccc_dash.views.redaction import withheld
from bccc_dash.views.sentence import Sentence, plain
from bccc_dash.views.sentence import say as say
from bccc_dash.views.table import Table
from bccc_dash.views.table import rest as table_rest

IMPORT = "python -m bccc_dash import PATH"
NOTHING = "To fill this page, import the centre's workbook:"


def head(title: str, sentence: Sentence) -> None:
    """Show the page's title, the day and window that it looks at, and its first sentence."""
    st.title(title, anchor=False)
    st.html(look.line(days.window()))
    note(days.aside())
    note(withheld(shell.items_withheld()))
    st.html(look.lead(sentence))


def demo_banner() -> None:
    """Say on every page that everything is invented, and how to see one's own records."""
    st.html(look.banner("Demonstration centre: every person and record here is invented. To see your own:", IMPORT))


def signed_out() -> None:
    """Say that nobody is signed in any more, and nothing else."""
    st.title("You are signed out", anchor=False)
    st.html(look.way_in())


def who_is_there(there: SignedIn) -> None:
    """Say at the foot of the sidebar who is signed in, with the way out and to one's own account."""
    with st.sidebar:
        st.html(look.signed_in(there.name, label(there.role)))


def problem(sentence: str) -> None:
    """Say why there is nothing to show, and nothing else."""
    st.title("BCCC Dash cannot show its records", anchor=False)
    st.error(look.as_text(sentence))


def needs(heading: str, rows: tuple[Need, ...]) -> None:
    """Show what needs the committee, worst first, each with the way to where it is shown."""
    with st.container(key="needs"):
        st.header(heading, anchor=False)
        for number, row in enumerate(rows or (NOTHING_RECORDED,)):
            with st.container(key=f"need-{number}"):
                words, way = st.columns([80, 20], gap="small", vertical_alignment="center")
                words.html(look.need(row))
                if row.link:
                    with way:
                        link(row.link)


def lines(rows: tuple[Need, ...]) -> None:
    """Show what there is to know as lines, worst first, without a way elsewhere; nothing where there is no line."""
    if rows:
        st.html("".join(look.need(row) for row in rows))


def link(way: Link) -> None:
    """Show the way to another page."""
    st.page_link(menu.page(way.place), label=way.label, icon=":material/arrow_forward:", query_params=dict(way.choices))


def section(question: str, sentence: Sentence, *, key: str) -> None:
    """Show a question and what there is to say to it; what follows is its matter. A ref in it stays text."""
    with st.container(key=f"section-{key}"):
        st.header(look.as_text(question), anchor=key)
        st.html(look.lead(sentence))


def table(shown: Table, *, caption: str, empty: str) -> None:
    """Show a table, or the words that say why there is none."""
    st.html(look.table(shown, caption=caption, carried=days.carried()) if shown.rows else look.note(empty))


def rows(shown: Table, *, caption: str) -> None:
    """Show a table, or nothing at all where it has no row."""
    if shown.rows:
        table(shown, caption=caption, empty="")


def entries(shown: Iterable[Entry]) -> None:
    """Show entries one under the other."""
    st.html("".join(look.entry(entry) for entry in shown))


def rest(shown: int, n: int) -> None:
    """Say how many lines a list leaves out; nothing where all are shown."""
    note(table_rest(shown, n))


def note(text: str) -> None:
    """Show small print; nothing where there is none to say."""
    if text:
        st.html(look.note(text))


def parts(total: int, size: int, *, name: str = PAGE) -> None:
    """Show the way through a long list, on screen only; nothing where it is short."""
    with st.container(key=f"noprint-{name}"):
        address.parts(total, size, name=name)


def oddities() -> None:
    """Say what in the address could not be understood."""
    address.oddities()


def band(panel: Panel, question: str, way: Link | None = None) -> None:
    """Show one question: words on the left, the picture on the right, numbers and method one click away."""
    with st.container(key=f"band-{panel.key}"):
        words, picture = st.columns([35, 65], gap="medium")
        with words:
            st.header(look.as_text(question), anchor=panel.key)
            st.html(look.lead(panel.sentence))
            if way:
                link(way)
        with picture:
            if panel.empty:
                nothing()
            else:
                _picture(panel, question)


def picture(panel: Panel, question: str) -> None:
    """Show a picture across the page, its numbers and method one click away; nothing where there is no record."""
    if panel.empty:
        nothing()
    else:
        _picture(panel, question)


def months(shown: tuple[Month, ...]) -> None:
    """Show months side by side, and what falls on their days."""
    st.html(look.months(shown))


def nothing() -> None:
    """Say that nothing is recorded, and the way out."""
    st.html(look.nothing(NOTHING, IMPORT))


def _picture(panel: Panel, question: str) -> None:
    said = plain(panel.sentence)
    if panel.picture is not None:
        st.vega_lite_chart(panel.picture, theme=None, width="stretch", key=f"chart-{panel.key}", alt=said)
    with st.expander(f"Numbers, and how this is worked out: {panel.name}", key=f"numbers-{panel.key}"):
        st.table(panel.numbers, hide_index=True, border="horizontal", alt=f"{question} The numbers.")
        for text in panel.method:
            st.html(look.note(text))
    rows = [list(map(str, row)) for row in panel.numbers.itertuples(index=False)]
    st.html(look.paper(list(panel.numbers.columns), rows, panel.method, caption=question))
