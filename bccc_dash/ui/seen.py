"""A name, or what was written of a matter: shown to whom it is part of a duty, on asking to others, to the rest never.

What is asked for stands on the screen until the next thing is done on the page. It is never printed.
"""

import streamlit as st

from bccc_dash.commands.reveal import What
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.purposes import TO_CHOOSE, WORDS, Purpose
from bccc_dash.domain.sight import Sight
from bccc_dash.domain.words import capital
from bccc_dash.ui import look, shell

SHOW = {What.NAME: "Show the name", What.WORDS: "Show what was written"}
KEPT = "Who looked, when and for what is written down first. It stays on the screen until you do something else."
NO_WORDS = "Nothing was written about it."


def offer(what: What, ref: str, how: Sight) -> None:
    """Show it, or the way to ask for it, or nothing at all, as this reader may see it."""
    with st.container(key=f"noprint-{what.name.lower()}"):
        if how is Sight.SHOWN:
            _show(what, ref, None)
        elif how is Sight.ON_REVEAL:
            _ask(what, ref)


def _ask(what: What, ref: str) -> None:
    with st.popover(SHOW[what]):
        purpose: Purpose | None = st.selectbox(
            "For what do you need it?",
            TO_CHOOSE,
            index=None,
            format_func=lambda one: capital(WORDS[one]),
            placeholder="Choose a reason",
            key=f"why-{what.name}-{ref}",
        )
        asked = st.button(SHOW[what], key=f"show-{what.name}-{ref}")
        st.html(look.note(KEPT))
    if asked:
        _show(what, ref, purpose)


def _show(what: What, ref: str, purpose: Purpose | None) -> None:
    try:
        seen = shell.see(what, ref, purpose)
    except Refused as refusal:
        st.warning(look.as_text(str(refusal)))
        return
    if what is What.WORDS:
        st.html(look.facts(tuple(seen.words)) if seen.words else look.note(NO_WORDS))
    elif seen.named is not None:
        contact = (("E-mail address", seen.named.email),) if seen.named.email else ()
        st.html(look.facts((("Name", seen.named.name), *contact)))
