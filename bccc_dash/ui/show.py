"""The few ways in which a page shows something: the title, the needs, and a band that answers one question."""

import streamlit as st

from bccc_dash.domain.overview import Need, Rag
from bccc_dash.ui import look
from bccc_dash.ui.panels import Panel
from bccc_dash.views.sentence import Sentence, plain

IMPORT = "python -m bccc_dash import PATH"
NO_NEEDS = Need(Rag.NO_EVIDENCE, "Nothing is recorded yet.", "Silence is not assurance.", "")
NOTHING = "To fill this page, import the centre's workbook:"


def head(title: str, window: str, sentence: Sentence) -> None:
    """Show the page's title, the window that it looks at, and its first sentence."""
    st.title(title, anchor=False)
    st.html(look.line(window))
    st.html(look.lead(sentence))


def demo_banner() -> None:
    """Say on every page that everything is invented, and how to see one's own records."""
    st.html(look.banner("Demonstration centre: every person and record here is invented. To see your own:", IMPORT))


def problem(sentence: str) -> None:
    """Say why there is nothing to show, and nothing else."""
    st.title("BCCC Dash cannot show its records", anchor=False)
    st.error(look.as_text(sentence))


def needs(heading: str, rows: tuple[Need, ...]) -> None:
    """Show what needs the committee, worst first."""
    with st.container(key="needs"):
        st.header(heading, anchor=False)
        st.html(look.needs(rows or (NO_NEEDS,)))


def band(panel: Panel, question: str) -> None:
    """Show one question: words on the left, the picture on the right, numbers and method one click away."""
    with st.container(key=f"band-{panel.key}"):
        words, picture = st.columns([35, 65], gap="medium")
        with words:
            st.header(question, anchor=panel.key)
            st.html(look.lead(panel.sentence))
        with picture:
            if panel.empty:
                st.html(look.nothing(NOTHING, IMPORT))
            else:
                _picture(panel, question)


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
