"""Records that break a rule: which rules, how many of how many, and each finding with what to do about it."""

import streamlit as st

from bccc_dash.domain.access import Capability
from bccc_dash.domain.quality import PAGE_SIZE, RULE, shown_of, slices
from bccc_dash.ui import address, days, show, visitor
from bccc_dash.ui.panels import quality as panels
from bccc_dash.ui.panels.quality import tables

visitor.require(Capability.SEE_LISTS)
address.begin()
address.foreign((*days.CARRIED, *panels.NAMES))
quality = days.ask(days.Read.QUALITY)

show.head("Data quality", tables.headline(quality))
oddities = st.container()

if quality.records:
    show.section("Which rules are broken?", tables.rules(quality), key="rules")
    show.table(tables.broken_rules(quality), caption="Rules that are broken", empty=panels.NONE_BROKEN)
    show.table(tables.kept_rules(quality), caption="Rules that no record breaks", empty=panels.NONE_KEPT)

    show.section("What is wrong, and what is to be done?", panels.WHAT_IS_SHOWN, key="findings")
    with st.container(key="noprint-rule"):
        rule = address.choice(RULE, "Rule", panels.OPTIONS, panels.words(quality))
    total = shown_of(quality.counts, rule)
    page = address.page(total, PAGE_SIZE)
    show.note(tables.listing(quality, rule, page))
    for entry, records in tables.grouped(days.ask(days.Read.FINDINGS, slices(quality.counts, rule=rule, page=page))):
        show.entries((entry,))
        show.table(records, caption=f"Findings: {entry.heading}", empty="")
    show.parts(total, PAGE_SIZE)
elif quality.has_records:
    show.lines(panels.NO_EVIDENCE)
else:
    show.nothing()

with oddities:
    show.oddities()
