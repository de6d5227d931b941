"""Forms: what was typed stays where it is refused, what is done is said once, and a stale form is noticed."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import streamlit as st

from bccc_dash import clock
from bccc_dash.commands.sessions import check_still_in
from bccc_dash.domain.errors import Refused
from bccc_dash.store.engine import reading, writing
from bccc_dash.ui import look, shell, visitor

ROUND, NOTICE, SEEN = "how often was saved", "what was done", "seen by"
T = TypeVar("T")


def key(form: str, name: str) -> str:
    """Return the key of a field of a form: another one after each save, so that this form alone begins anew."""
    return f"{name}-{st.session_state.get(f'{ROUND} {form}', 0)}"


def seen(field: str, now: T) -> T:
    """Return what was in force when the form with this field was first shown; `now` is what is in force in this run."""
    pin = f"{SEEN} {field}"
    if field not in st.session_state or pin not in st.session_state:
        st.session_state[pin] = now
    first: T = st.session_state[pin]
    return first


def choice(words: str, options: Sequence[T], *, said: Callable[[T], str], key: str, index: int = 0) -> T:
    """Show a list to choose from, and return what is chosen: one of `options`, always."""
    chosen: Any = st.selectbox(words, options, index, format_func=said, key=key)
    found: T = chosen
    return found


def read(question: Callable[[Any], T]) -> T:
    """Return what is found now; nothing of it is kept."""
    with reading(_engine()) as session:
        return question(session)


def save(
    form: str,
    deed: Callable[[Any], T],
    done: Callable[[T], tuple[str, str]],
    *,
    field: str,
    now: object,
    is_last: bool = False,
    changes_records: bool = True,
) -> None:
    """Do it in one transaction, and begin anew with what was done, said at this form; or say why not, with all that was
    typed.

    `done` returns the sentence and what is to be copied, if anything. `is_last` says that nothing more can be done
    here: whoever asked is signed out by it. Whoever was refused has now seen what is in force. `changes_records` is
    False for what no other screen shows.
    """
    try:
        with writing(_engine(), changes_records=changes_records) as session:
            check_still_in(session, visitor.signed_in(), clock.now())
            found = deed(session)
    except Refused as refusal:
        st.session_state[f"{SEEN} {field}"] = now
        st.error(look.as_text(str(refusal)))
        return
    saved = f"{ROUND} {form}"
    st.session_state[saved] = st.session_state.get(saved, 0) + 1
    st.session_state[f"{NOTICE} {form}"] = done(found)
    if is_last:
        notice(form)
        st.stop()
    st.rerun()


def notice(form: str) -> None:
    """Say, once, what was done by this form."""
    sentence, copied = st.session_state.pop(f"{NOTICE} {form}", ("", ""))
    if sentence:
        st.success(look.as_text(sentence))
    if copied:
        st.code(copied, language=None, wrap_lines=True)


def _engine() -> Any:
    return shell.engine()
