"""A page once more, made of constants: the same elements in the same places, and nothing is asked or worked out.

The bench puts what a page showed into recording.PAGE, then lets Streamlit run this file as a page of its own.
"""

from collections.abc import Callable
from datetime import date

import streamlit as st

from tests.bench.recording import PAGE, Shown, Words

DAY = date(2026, 1, 1)
ELSEWHERE = "https://example.org/"

ELEMENTS: dict[str, Callable[[Words], object]] = {
    "html": lambda words: st.html(words["body"]),
    "title": lambda words: st.title(words["body"], anchor=False),
    "header": lambda words: st.header(words["body"], anchor=False),
    "page_link": lambda words: st.page_link(ELSEWHERE, label=words["label"], icon=":material/arrow_forward:"),
    "vega_lite_chart": lambda words: st.vega_lite_chart(words["spec"], theme=None, width="stretch", alt=words["alt"]),
    "table": lambda words: st.table(words["data"], hide_index=True, border="horizontal"),
    "date_input": lambda words: st.date_input(words["label"], DAY, format="DD/MM/YYYY"),
    "selectbox": lambda words: st.selectbox(words["label"], words["options"]),
    "button": lambda words: st.button(words["label"]),
}


def show(shown: Shown) -> None:
    """Show an element, or a block and what is in it."""
    if shown.kind in ELEMENTS:
        ELEMENTS[shown.kind](shown.words)
    elif shown.parts and all(part.kind == "column" for part in shown.parts):
        columns = st.columns([part.words["weight"] for part in shown.parts])
        for column, part in zip(columns, shown.parts, strict=True):
            with column:
                show_all(part)
    elif shown.kind == "expander":
        with st.expander(shown.words["label"]):
            show_all(shown)
    elif shown.kind == "sidebar":
        with st.sidebar:
            show_all(shown)
    elif shown.kind == "flex_container":
        with st.container():
            show_all(shown)
    else:
        show_all(shown)


def show_all(shown: Shown) -> None:
    """Show what is in a block."""
    for part in shown.parts:
        show(part)


st.set_page_config(page_title="A page of constants", layout="wide", initial_sidebar_state=300)
for part in PAGE:
    show(part)
