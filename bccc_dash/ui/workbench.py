"""The workbench of open concerns: filters and list on the left, one concern on the right, all of it in the address."""

from collections.abc import Iterator

import streamlit as st

from bccc_dash.commands.reveal import What
from bccc_dash.domain import words
from bccc_dash.domain.concern_case import ListPage, OpenedConcern, Presence
from bccc_dash.domain.workbench import (
    A_PAGE,
    CASE,
    KNOWN,
    SORT,
    TO_DO,
    YES,
    Choice,
    Chosen,
    Counts,
    Sort,
    Workbench,
    chosen,
    counted,
    listed,
    options,
)
from bccc_dash.ui import address, days, look, seen, show
from bccc_dash.ui.keys import KEYS
from bccc_dash.views import concern_list, headlines
from bccc_dash.views.chronology import chronology, left_out
from bccc_dash.views.concern_case import check_list, facts, heading, presence
from bccc_dash.views.concern_next import acting, missing_next
from bccc_dash.views.sentence import Sentence, say

LIST, ANCHOR = "list of concerns", "case"
FOLDED = (Choice.CATEGORY, Choice.OWNER, Choice.STAGE)
"""The choices that are folded away until one of them is chosen."""


def headline(bench: Workbench) -> Sentence:
    """Return how many concerns are open, and how long the oldest has been."""
    return headlines.concerns(bench) if bench.has_records else headlines.NOTHING_RECORDED


def filters(bench: Workbench) -> tuple[Chosen, int]:
    """Show what can be chosen, each with the number that would be listed; return what is, and how many meet it."""
    address.foreign((*days.CARRIED, *KNOWN))
    picked = _asked(bench)
    counts = counted(bench.ages, picked)
    with st.container(key="noprint-filters"):
        left, right = st.columns(2, gap="small")
        with left:
            _pick(Choice.SEVERITY, bench, counts)
        with right:
            _pick(Choice.AGE, bench, counts)
        with st.container(horizontal=True, gap="small", key="boxes"):
            for choice in TO_DO:
                address.flag(choice.value, concern_list.box(choice, counts[choice].get(YES, 0)))
        is_open = any(picked[tuple(Choice).index(choice)] for choice in FOLDED)
        with st.expander("Category, owner and stage", expanded=is_open, key="more-filters"):
            for choice in FOLDED:
                _pick(choice, bench, counts)
        names = [choice.value for choice in Choice]
        shortcut, idle = KEYS["clear"].shortcut, not any(picked)
        st.button("Clear filters", key="clear", shortcut=shortcut, disabled=idle, on_click=address.clear, args=(names,))
    return picked, listed(bench.ages, picked)


def _asked(bench: Workbench) -> Chosen:
    """Return what the address chooses, without what it cannot choose."""
    found = {}
    for choice in Choice:
        value = str(st.query_params.get(choice.value, ""))
        known = (YES,) if choice in TO_DO else options(choice, bench.ages, value)
        found[choice.value] = value if value in known else ""
    return chosen(**found)


def _pick(choice: Choice, bench: Workbench, counts: Counts) -> None:
    value = str(st.query_params.get(choice.value, ""))
    address.choice(
        choice.value,
        concern_list.LABELS[choice],
        options(choice, bench.ages, value),
        lambda option: concern_list.offered(choice, option, counts[choice].get(option, 0), bench.owners),
    )


def listing(bench: Workbench, picked: Chosen, total: int, asked: str) -> ListPage:
    """Show one part of the list, and return it with the concern that is asked for where the list has it."""
    everything = int(str(bench.figures["K9"]["n"]))
    if not total:
        nothing, way_out = concern_list.none_listed(everything)
        st.html(look.lead(say(nothing)) + look.note(way_out))
        return ListPage(1, ())
    with st.container(key="noprint-order"):
        sort = Sort(address.choice(SORT, "Order", tuple(Sort), lambda name: concern_list.SORTS[Sort(name)]))
    part = address.page(total, A_PAGE, home=0)
    found: ListPage = days.ask(days.Read.CONCERN_LIST, picked, sort.value, part, asked, bench.targets)
    with st.container(key="list"):
        st.html(look.line(concern_list.showing(total, everything, sort, found.number)))
        _radio(found)
        with st.container(key="noprint-parts"):
            address.parts(total, A_PAGE, home=_home(found))
    return found


def _home(found: ListPage) -> int:
    """The part that is shown where the address names none: the one on which the opened concern stands."""
    return (found.opened.place - 1) // A_PAGE + 1 if found.opened else 1


def _radio(found: ListPage) -> None:
    day = days.period().as_of
    said = {row.ref: f"**{look.as_text(row.ref)}**  \n{concern_list.entry(row, day)}" for row in found.rows}
    opened = found.opened.ref if found.opened else None
    st.session_state[LIST] = opened if opened in said else None
    word = said.get  # one that has gone from the list meanwhile has no words any more
    st.radio("Open concerns", list(said), key=LIST, index=None, format_func=word, on_change=_open, width="stretch")


def _open() -> None:
    """Take the concern that was chosen in the list into the address."""
    ref = st.session_state.get(LIST)
    if ref:
        st.query_params[CASE] = ref


def go(ref: str) -> None:
    """Open a concern, and let the list show the part on which it stands."""
    st.query_params[CASE] = ref
    address.start_over()


def asked_for() -> str:
    """Return the reference that the address asks for; "" where it asks for none."""
    return address.reference(CASE)


def ways(found: ListPage, total: int) -> None:
    """Show the ways to the concern before and after the opened one, in the whole list."""
    opened = found.opened
    before, after = (opened.before, opened.after) if opened else (None, _first(found))
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="noprint-ways"):
        for name, ref in (("previous", before), ("next", after)):
            key = KEYS[name].shortcut
            st.button(words.capital(name), key=name, shortcut=key, disabled=ref is None, on_click=go, args=(ref or "",))
        if opened:
            st.html(look.line(f"{words.figure(opened.place)} of {words.figure(total)}"))


def _first(found: ListPage) -> str | None:
    """The first of the whole list, where its first part is the one that is shown."""
    return found.rows[0].ref if found.rows else None


def reach(asked: str) -> None:
    """Show the way down to the opened concern, where it stands below the list: on a phone.

    Its place is there in any case: were it not, the list would move when a concern is opened, and lose the focus.
    """
    place = st.empty()
    if asked:
        place.html(look.reach(ANCHOR, "Go to the opened concern"))


def beside(bench: Workbench, found: ListPage, total: int, asked: str) -> None:
    """Show the ways through the list, and the concern that is asked for or the words that say how to open one."""
    if total:
        ways(found, total)
    if asked:
        _opened(bench, found, asked)
    elif total:
        st.html(look.lead(say("Choose a concern to see what is missing next, and what happened.")))


def _opened(bench: Workbench, found: ListPage, asked: str) -> None:
    """Show the concern that is asked for: what is missing next, what is asked for, what happened, what is known."""
    day = days.period().as_of
    matter: OpenedConcern | None = days.ask(days.Read.CONCERN, asked, bench.targets)
    case = matter.case if matter else None
    why = presence(case, asked, day=day, is_listed=found.opened is not None)
    if matter is None or case is None or case.presence is Presence.NOT_FOUND_YET:
        st.html(look.lead(say(why)))
        return
    st.header(look.as_text(heading(case)), anchor=ANCHOR)
    if why:
        st.html(look.lead(say(why)))
    missing = missing_next(case, day, bench.targets)
    if missing:
        show.lines((missing,))
    seen.offer(What.NAME, case.ref, matter.name)
    seen.offer(What.WORDS, case.ref, matter.words)
    show.lines(acting(matter))
    for title, body in _parts(matter):
        st.subheader(title, anchor=False)
        st.html(body)


def _parts(matter: OpenedConcern) -> Iterator[tuple[str, str]]:
    day = days.period().as_of
    yield "What the policy asks for", look.duties(check_list(matter.case, day))
    earlier = left_out(matter.left_out)
    yield "Chronology", (look.note(earlier) if earlier else "") + look.dated(chronology(matter.lines))
    yield "About it", look.facts(facts(matter))
