"""Who did what: what can be chosen, one part of the list, and a look at whether the audit is whole."""

from dataclasses import replace
from datetime import timedelta

import streamlit as st

from bccc_dash import clock
from bccc_dash.domain.audit_deeds import DeedKind
from bccc_dash.domain.audit_list import (
    A_PAGE,
    ABOUT,
    KIND,
    KNOWN,
    WHO,
    Audit,
    Chain,
    actors,
    by_actor,
    by_kind,
    shown,
)
from bccc_dash.domain.words import figure
from bccc_dash.reads.audit import audit_chain
from bccc_dash.store.engine import reading
from bccc_dash.ui import address, days, look, shell, show, visitor
from bccc_dash.ui.keys import KEYS
from bccc_dash.views import audit_list as views

CHAIN = "what a look at the audit found"
A_SECOND = timedelta(seconds=1)
KINDS = ("", *(kind.value for kind in DeedKind))

ABOUT_LIST = show.say("Each line is one deed. Choose who did it, what it was, or the record that it was done to.")
headline = views.headline
Picked = tuple[str, str]


def found() -> Audit:
    """Return the audit of the chosen days, of all or of the record that the address asks for."""
    address.foreign((*days.CARRIED, *KNOWN))
    asked, now = address.reference(ABOUT), clock.now().replace(microsecond=0)
    audit: Audit = days.ask(days.Read.AUDIT, asked, now)
    if st.query_params.get(ABOUT) and not audit.about:
        address.unknown(ABOUT)
    return audit


def filters(audit: Audit) -> Picked:
    """Show what can be chosen, each with the number that would be listed; return who and which kind is chosen."""
    who, kind = str(st.query_params.get(WHO, "")), str(st.query_params.get(KIND, ""))
    offered = actors(audit, who)
    who, kind = who if who in offered else "", kind if kind in KINDS else ""
    of_actor, of_kind = by_actor(audit.tallies, kind), by_kind(audit.tallies, who)
    with st.container(key="noprint-filters"):
        left, middle, right = st.columns(3, gap="small")
        with left:
            address.choice(WHO, "Who", offered, lambda actor: views.actor_offered(actor, audit.names, of_actor))
        with middle:
            address.choice(KIND, "What", KINDS, lambda one: views.kind_offered(one, of_kind))
        with right:
            address.field(ABOUT, "About which record", audit.about, hint="Its reference, such as V-0012")
        shortcut, idle = KEYS["clear"].shortcut, not (who or kind or audit.about)
        names = (WHO, KIND, ABOUT)
        st.button("Clear filters", key="clear", shortcut=shortcut, disabled=idle, on_click=address.clear, args=(names,))
    return who, kind


def listing(audit: Audit, picked: Picked) -> None:
    """Show one part of the list, the newest first."""
    who, kind = picked
    total, everything = shown(audit.tallies, who=who, kind=kind), shown(audit.tallies)
    page = address.page(total, A_PAGE)
    st.html(look.lead(views.listing(total, everything, page)))
    events = ()
    if total:
        events = days.ask(days.Read.AUDIT_EVENTS, who, kind, audit.about, audit.last_id, page)
    show.table(views.listed(events, audit.names), caption="What was done", empty=views.WAY_OUT)
    show.parts(total, A_PAGE)
    show.note(views.LEFT_OUT)


def whole() -> None:
    """Show whether the audit is whole, as the last look found, and the button to look: a long one takes its time."""
    place = st.container()
    with st.container(key="noprint-look"):
        if st.button("Look at the whole audit", key="look"):
            st.session_state[CHAIN] = _look()
    chain: Chain | None = st.session_state.get(CHAIN)
    with place:
        show.lines((views.whole(chain),))
        if head := views.to_compare(chain):
            st.html(look.facts(head) + look.note(views.TO_COMPARE))


def _look() -> Chain:
    """Return what a look at every row finds."""
    bar, began = st.empty(), clock.now()

    def advance(done: int, rows: int) -> None:
        if clock.now() - began > A_SECOND and shell.sees_all():
            bar.progress(min(done / max(rows, 1), 1.0), f"{figure(done)} of {figure(rows)} rows")

    try:
        with reading(shell.engine()) as session:
            found = audit_chain(session, visitor.person(), advance)
        return found if shell.sees_all() else replace(found, rows=None)
    finally:
        bar.empty()
