"""The applicants one by one: a choice of stage, one part of the list; and the history of one person asked for."""

import streamlit as st

from bccc_dash.commands.reveal import What
from bccc_dash.domain.applicant import PERSON, STAGE, STAGES, Way
from bccc_dash.domain.links import Link, Place
from bccc_dash.domain.sight import Content, sight
from bccc_dash.domain.vetting import SHOWN, Vetting
from bccc_dash.domain.viewer import NO_MATTER
from bccc_dash.domain.workbench import PAGE
from bccc_dash.ui import address, days, seen, show, visitor
from bccc_dash.ui.panels import vetting as panels
from bccc_dash.ui.panels.vetting import sentences, tables
from bccc_dash.views import vetting_choices as choices

KNOWN = (*days.CARRIED, STAGE, PERSON, PAGE)
"""Every name that the page understands in its address."""


def one_by_one(found: Vetting) -> None:
    """Show one part of the list, with the choice of a stage above it."""
    asked = str(st.query_params.get(STAGE, ""))
    stage = asked if asked in STAGES else ""
    show.section("Everybody applying, one by one", sentences.one_by_one(found, stage), key="list")
    with st.container(key="noprint-stage"):
        address.choice(STAGE, "Stage", STAGES, choices.stages(found))
    total = choices.in_stage(found, stage)
    shown = days.ask(days.Read.APPLICANTS, stage, address.page(total, SHOWN))
    show.table(tables.listed(found, shown), caption="Applicants one by one", empty=choices.nobody(found, stage))
    show.parts(total, SHOWN)


def asked_for(found: Vetting) -> None:
    """Show the history of the person whom the address names, in whatever case; nothing where it names none."""
    asked = address.reference(PERSON)
    way: Way | None = days.ask(days.Read.APPLICANT, asked) if asked else None
    if way:
        show.section(f"{way.ref}, stage by stage", sentences.history(found, way), key="person")
        seen.offer(What.NAME, way.ref, sight(visitor.person(), Content.NAME, matter=NO_MATTER))
        show.table(tables.stays(found, way), caption=f"The stages of {way.ref}", empty=panels.NO_STAGE)
        show.note(tables.earlier_stays(way))
        show.table(tables.records(way), caption=f"The checks and concerns of {way.ref}", empty=panels.NO_RECORD)
        show.note(tables.earlier_records(way))
        show.link(Link(Place.VETTING, "Close history"))
    elif st.query_params.get(PERSON):
        address.unknown(PERSON)
