"""Breaches: which wait for a decision, what they changed, who is suspended, and what is still online."""

import streamlit as st

from bccc_dash.domain.access import Capability
from bccc_dash.domain.breaches import WAITING_SIZE
from bccc_dash.domain.workbench import PAGE
from bccc_dash.ui import address, days, shell, show, visitor
from bccc_dash.ui.panels import breaches as panels
from bccc_dash.ui.panels.breaches import sentences, tables

visitor.require(Capability.SEE_LISTS)
address.begin()
address.foreign((*days.CARRIED, PAGE))
found = days.ask(days.Read.BREACHES)
waiting = panels.waiting_n(found)
lists = days.ask(days.Read.BREACH_LISTS, address.page(waiting, WAITING_SIZE), found.targets)

show.head("Breaches", sentences.head(found, lists))
show.oddities()
if not found.has_records:
    show.nothing()
    st.stop()

show.section("Which breaches wait for a decision on approval?", sentences.waiting(found), key="waiting")
show.table(tables.waiting(found, lists), caption="Breaches that wait for a decision", empty=panels.NONE_WAITS)
show.parts(waiting, WAITING_SIZE)

show.band(shell.panel(panels.changed, found), "What did breaches change?")
if found.kinds or found.effects:
    show.rows(tables.kinds(found), caption="Breaches by type, and their effect on approval")
    show.section("What are they said to affect?", sentences.affected(found), key="affected")
    show.table(tables.answers(found), caption="What breaches are said to affect, by type", empty=panels.NONE_RECORDED)

show.section("Who is suspended?", sentences.suspended(found), key="suspended")
show.rows(tables.suspended(found), caption="People who are suspended")
if lists.unratified_n:
    show.section("Which suspensions has nobody ratified?", sentences.unratified(lists, found), key="unratified")
    show.rows(tables.unratified(found, lists), caption="Suspensions that nobody has ratified")
    show.rest(len(lists.unratified), lists.unratified_n)

show.section("How long did content stay up?", sentences.online(found, lists), key="online")
show.table(tables.online(found, lists), caption="What is still online", empty=panels.NONE_ONLINE)
show.rest(len(lists.online), lists.online_n)
