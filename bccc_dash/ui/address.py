"""What is chosen on a page, kept in its address: a link shows the same again, and the back button goes back.

Streamlit's own binding writes the *label* of a choice into the address. Ours writes its value: labels carry counts, and
an owner's label would be a name. The address is what is true: a widget shows what stands there, anew on every run,
because its label may have changed; and what a person does with it is written there before the page runs.
"""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from bccc_dash.domain.workbench import PAGE, YES
from bccc_dash.ui import look

_ODD = "odd parts of the address"
LONGEST = 80
"""No choice is longer than this; what is longer is not looked at."""

LONGEST_REF = 200
"""No reference is longer."""


def begin() -> None:
    """Forget what was odd about the address of the last run."""
    st.session_state[_ODD] = []


def _asked(name: str) -> str:
    return str(st.query_params.get(name, ""))


def _write(name: str, value: str) -> None:
    """Let the address say what is chosen; a default is not said."""
    if value and _asked(name) != value:
        st.query_params[name] = value
    elif not value and name in st.query_params:
        del st.query_params[name]


def choice(
    name: str, label: str, options: Sequence[str], words: Callable[[str], str], *, on_change: bool = True
) -> str:
    """Show a list to choose from and return the chosen value; "" is the first and stands for any.

    A value in the address that is not among the options counts as none, and is said by `oddities`.
    """
    asked = _asked(name)
    if asked and asked not in options:
        _odd(name, asked)
    value = asked if asked in options else options[0]
    st.session_state[name] = value
    chosen = (name, tuple(options), on_change)
    st.selectbox(label, options, key=name, format_func=words, on_change=_chosen, args=chosen)
    _write(name, "" if value == options[0] else value)
    return value


def _chosen(name: str, options: tuple[str, ...], starts_over: bool) -> None:
    """Take a choice into the address. A label that is no longer there, and so no value, changes nothing."""
    value = st.session_state.get(name)
    if value in options:
        _write(name, "" if value == options[0] else str(value))
        if starts_over:
            start_over()


def flag(name: str, label: str) -> bool:
    """Show a box to tick and return whether it is."""
    asked = _asked(name)
    if asked and asked != YES:
        _odd(name, asked)
    st.session_state[name] = asked == YES
    st.checkbox(label, key=name, on_change=_ticked, args=(name,))
    _write(name, YES if asked == YES else "")
    return asked == YES


def _ticked(name: str) -> None:
    _write(name, YES if st.session_state.get(name) else "")
    start_over()


def field(name: str, label: str, value: str, *, hint: str) -> None:
    """Show a field to write a reference in, with the one that is in force; "" stands for any."""
    st.session_state[name] = value
    st.text_input(label, key=name, placeholder=hint, on_change=_filled, args=(name,))
    _write(name, value)


def _filled(name: str) -> None:
    _write(name, _storable(str(st.session_state.get(name) or "")).strip())
    start_over()


def page(total: int, size: int, *, name: str = PAGE, home: int = 1) -> int:
    """Return which part of a list is asked for, from 1; said by `oddities` where there is no such part.

    `home` is returned where the address names no part.
    """
    last, asked = max(-(-total // size), 1), _asked(name)
    number = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 9 else 0
    if asked and not 1 <= number <= last:
        _odd(name, asked)
    return min(number, last) if number else home


def parts(total: int, size: int, *, name: str = PAGE, home: int = 1) -> None:
    """Show the way through a long list; nothing where it is short. `home` is the part the address need not name."""
    last = -(-total // size)
    if last <= 1:
        _write(name, "")
        return
    number = page(total, size, name=name, home=home)
    st.session_state[name] = number
    st.pagination(last, key=name, on_change=_turned, args=(name, home))
    _write(name, "" if number == home else str(number))


def _turned(name: str, home: int) -> None:
    number = st.session_state.get(name)
    _write(name, "" if number in (None, home) else str(number))


def start_over() -> None:
    """Another choice shows another list: begin at its first part."""
    st.query_params.pop(PAGE, None)


def clear(names: Sequence[str]) -> None:
    """Take choices out of the address; the run that follows shows none."""
    for name in (*names, PAGE):
        st.query_params.pop(name, None)


def foreign(known: Mapping[str, object] | Sequence[str]) -> None:
    """Note the parts of the address that no page knows; `known` are this page's."""
    for name in st.query_params:
        if name not in known:
            _odd(str(name), "")


def reference(name: str) -> str:
    """Return the reference that the address asks for, fit to be looked up; "" where it asks for none.

    What a database cannot hold is taken out. Bounds: one that is too long to be any is cut, and so found nowhere.
    """
    return _storable(_asked(name)[: LONGEST_REF + 1]).strip()


def _storable(value: str) -> str:
    return value.encode("utf-8", "replace").decode("utf-8").replace("\x00", "")


def unknown(name: str) -> None:
    """Note that there is nothing of the name that the address asks for."""
    _odd(name, _asked(name))


def _odd(name: str, value: str) -> None:
    st.session_state.setdefault(_ODD, []).append((_storable(name[:LONGEST]), _storable(value[:LONGEST])))


def oddities() -> None:
    """Say what in the address could not be understood, and that it is left out."""
    odd = list(dict.fromkeys(st.session_state.get(_ODD, ())))
    if odd:
        said = "; ".join(f"{name} = {value}" if value else name for name, value in odd[:3])
        st.warning(
            look.as_text(f"The address asks for something that is not here ({said}). It is left out: all is shown.")
        )
