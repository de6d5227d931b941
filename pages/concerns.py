"""The open concerns: filters, a list, and one case beside it."""

import streamlit as st

from bccc_dash.domain.access import Capability
from bccc_dash.ui import address, days, show, visitor, workbench

visitor.require(Capability.SEE_LISTS)
address.begin()
bench = days.ask(days.Read.WORKBENCH)
asked = workbench.asked_for()

show.head("Concerns", workbench.headline(bench))
notice = st.container(key="notice")

if bench.has_records:
    with st.container(key="workbench"):
        left, right = st.columns([38, 62], gap="large")
        with left:
            workbench.reach(asked)
            picked, total = workbench.filters(bench)
            found = workbench.listing(bench, picked, total, asked)
        with right, st.container(key="opened"):
            workbench.beside(bench, found, total, asked)
else:
    show.nothing()
with notice:
    show.oddities()
