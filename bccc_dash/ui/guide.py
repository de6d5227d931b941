"""The help panel: the keys, and how to read a page."""

import streamlit as st

from bccc_dash.ui import look
from bccc_dash.ui.keys import KEYS
from bccc_dash.views.table import table

READING = (
    "Every page says in one sentence what it shows, then shows it. The numbers are those of the day chosen under "
    "\u201cAs at\u201d; the address of the page keeps the day and what was chosen, so it can be kept or sent. "
    "To print, use the browser\u2019s own print command."
)


def offer() -> None:
    """Show the button in the sidebar that opens the help panel."""
    with st.sidebar:
        if st.button("Help and keys", key="help", shortcut=KEYS["help"].shortcut):
            _panel()


@st.dialog("Help and keys", width="medium")
def _panel() -> None:
    st.html(look.note(READING))
    keys = table(("Keys", "What they do", "Where"), ((key.shortcut, key.does, key.where) for key in KEYS.values()))
    st.html(look.table(keys, caption="Keys that press a button"))
