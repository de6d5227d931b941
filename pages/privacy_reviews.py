"""Privacy reviews: which are overdue, which fall due, what came of those done, and whom to remind."""

import streamlit as st

from bccc_dash.domain.access import Capability
from bccc_dash.domain.due_days import reminders_n, span_of
from bccc_dash.domain.reviews import REMINDERS_SIZE, UNPLANNED_PAGE, UNPLANNED_SIZE
from bccc_dash.domain.workbench import PAGE
from bccc_dash.ui import address, days, shell, show, visitor
from bccc_dash.ui.panels import reviews as panels
from bccc_dash.ui.panels.reviews import sentences, tables

visitor.require(Capability.SEE_LISTS)
address.begin()
address.foreign((*days.CARRIED, PAGE, UNPLANNED_PAGE))
found = days.ask(days.Read.REVIEWS)
due, unplanned = reminders_n(found.days), sentences.unplanned_n(found)
part = span_of(address.page(due, REMINDERS_SIZE), REMINDERS_SIZE, due)
other_part = span_of(address.page(unplanned, UNPLANNED_SIZE, name=UNPLANNED_PAGE), UNPLANNED_SIZE, unplanned)
lists = days.ask(days.Read.REVIEW_LISTS, part, other_part, found.wanted, found.targets)

show.head("Privacy reviews", sentences.head(found))
show.oddities()
if not found.has_records:
    show.nothing()
    st.stop()

show.picture(shell.panel(panels.line, found), "Which privacy reviews are overdue, and which fall due?")

show.section("Which are overdue?", sentences.overdue(found), key="overdue")
show.rows(tables.overdue(found, lists), caption="Overdue privacy reviews by how long")

show.section("Which fall due in the next 90 days?", panels.this_month(found, lists), key="ahead")
show.months(tables.months(found, lists))

show.section("What came of those done?", sentences.came_up(found), key="came-up")
show.table(tables.came_up(found), caption="What came of privacy reviews", empty=panels.NONE_CAME_UP)

show.section("Who has nothing scheduled?", sentences.unplanned(found), key="unplanned")
if unplanned:
    show.rows(tables.unplanned(found, lists), caption="Active people with nothing scheduled")
    show.parts(unplanned, UNPLANNED_SIZE, name=UNPLANNED_PAGE)

show.section("Who is to be reminded?", sentences.reminders(found), key="reminders")
show.table(tables.reminders(found, lists), caption="Reminder list", empty=panels.NONE_DUE)
if due:
    show.note(sentences.part_of(*part, due))
    show.parts(due, REMINDERS_SIZE)
