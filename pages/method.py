"""Every figure: what is counted, by which clause, against which target, and who set the target."""

import streamlit as st

from bccc_dash.domain.access import Capability
from bccc_dash.domain.quality import FIGURE
from bccc_dash.ui import address, days, show, visitor
from bccc_dash.ui.panels import worked_out as panels
from bccc_dash.ui.panels.worked_out import entries

visitor.require(Capability.SEE_FIGURES)
address.begin()
address.foreign((*days.CARRIED, *panels.NAMES))
method = days.ask(days.Read.METHOD)

show.head("How it is worked out", entries.headline())
oddities = st.container()
with st.container(key="noprint-figure"):
    figure = address.choice(FIGURE, "Figure", panels.OPTIONS, entries.figure_words)
with oddities:
    show.oddities()

shown = entries.themes(figure)
for theme in shown:
    show.section(theme.title, entries.theme_sentence(theme), key=theme.key)
    show.entries(entries.entries(theme))

show.section("Which clauses are cited?", panels.CLAUSES, key="clauses")
show.table(entries.clauses_cited(shown), caption="Clauses cited, in our own words", empty="")

if not figure:
    show.section("Which targets are in force?", entries.own_targets(method), key="targets")
    show.table(entries.targets(method), caption="Targets in force", empty="")
    show.table(entries.stage_targets(method), caption="Targets of the stages", empty=panels.NO_STAGE)
    show.section("What do the words mean?", panels.MEANINGS, key="words")
    show.entries(entries.MEANINGS)
