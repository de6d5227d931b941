"""Who looks at this page: asked of the records anew at every run, whatever was true when the page was opened."""

from typing import NoReturn

import streamlit as st

from bccc_dash import settings
from bccc_dash.commands.sessions import SignedIn
from bccc_dash.domain.access import Capability, check_may, may
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.viewer import Person

VISITOR = "who is signed in"


def token() -> str | None:
    """Return what the browser sent to show who is there; the gate has let the page through by it."""
    sent = st.context.cookies.get(settings.read_settings().cookie)
    return sent if isinstance(sent, str) else None


def settle(there: SignedIn | None) -> None:
    """Remember who is there for this run. What the page remembered for somebody else is forgotten."""
    before: SignedIn | None = st.session_state.get(VISITOR)
    if before is not None and (there is None or before.session_id != there.session_id):
        st.session_state.clear()
    if there is not None:
        st.session_state[VISITOR] = there


def signed_in() -> SignedIn:
    """Return who is there, as `settle` found in this run.

    Raises: Refused where nobody is.
    """
    there: SignedIn | None = st.session_state.get(VISITOR)
    if there is None:
        _refuse()
    return there


def person() -> Person:
    """Return who is there, as the rules of access know them."""
    return signed_in().person


def can(capability: Capability) -> bool:
    """Return whether whoever is there may do this."""
    return may(person(), capability)


def require(capability: Capability) -> None:
    """Let the page go on only where whoever is there may do this.

    Raises: Refused.
    """
    check_may(person(), capability)


def _refuse() -> NoReturn:
    raise Refused("You are not signed in.")
