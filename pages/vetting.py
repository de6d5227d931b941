"""Who stands where in recruitment, what is missing, and what each person waits for."""

import streamlit as st

from bccc_dash.domain.access import Capability
from bccc_dash.ui import address, applicants, days, shell, show, visitor
from bccc_dash.ui.panels import vetting as panels
from bccc_dash.ui.panels.vetting import sentences, tables, verdicts

visitor.require(Capability.SEE_LISTS)
address.begin()
address.foreign(applicants.KNOWN)
found = days.ask(days.Read.VETTING)
gaps = found.gaps

show.head("Vetting", sentences.head(found))
notice = st.container(key="notice")
applicants.asked_for(found)

show.section("Where is everybody?", sentences.where(found), key="where")
show.picture(shell.panel(panels.track, found), "Where is everybody?")

if gaps.has_records:
    show.section("Which Stage 1 checks are missing or late?", sentences.checks(found), key="checks")
    show.lines(verdicts.checks(found))
    show.rows(tables.unchecked(found), caption="People in Stage 1 without their online check, most overdue first")
    show.rest(len(gaps.unchecked), gaps.unchecked_in_all)
    show.rows(tables.left_unchecked(found), caption="People who left Stage 1 without its check")
    show.rest(len(gaps.left_unchecked), gaps.left_unchecked_in_all)

    show.section("Which gates are not met?", sentences.gates(found), key="gates")
    show.lines(verdicts.gates(found))
    show.rows(tables.gates(found), caption="Gates that are not met")
    show.rest(len(gaps.gates), sum(gaps.gates_in_all.values()))

    show.section("Who waits for what?", sentences.waiting(found), key="waits")
    show.lines(verdicts.waiting(found))
    show.rows(tables.waiting(found), caption="Who waits for a requirement of their stage")
    show.rest(len(gaps.waiting), gaps.waiting_in_all)
    show.rows(tables.dbs(found), caption="DBS checks that have lapsed or lapse soon")
    show.rest(len(gaps.dbs), gaps.dbs_lapsed + gaps.dbs_soon)

    applicants.one_by_one(found)
with notice:
    show.oddities()
