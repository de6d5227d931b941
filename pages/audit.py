"""Who did what: everything that the audit keeps, in sentences, for those who may see it."""

import streamlit as st

from bccc_dash.domain.access import Capability
from bccc_dash.ui import address, audit_trail, show, visitor

visitor.require(Capability.SEE_AUDIT)
address.begin()
audit = audit_trail.found()

show.head("Who did what", audit_trail.headline(audit))
oddities = st.container()
audit_trail.whole()

show.section("What was done?", audit_trail.ABOUT_LIST, key="deeds")
picked = audit_trail.filters(audit)
audit_trail.listing(audit, picked)

with oddities:
    show.oddities()
