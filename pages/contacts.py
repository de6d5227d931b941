"""Whom to ring when a child may be in danger."""

from bccc_dash.domain.access import Capability
from bccc_dash.ui import address, contact_forms, days, show, visitor
from bccc_dash.ui.panels.contacts import tables

visitor.require(Capability.SEE_FIGURES)
address.begin()
address.foreign(days.CARRIED)
contacts = days.ask(days.Read.CONTACTS)

show.head("Safeguarding contacts", tables.headline())
show.oddities()

show.section("Whom to ring?", tables.standing(contacts), key="ring")
show.table(tables.contacts_table(contacts), caption="Safeguarding contacts", empty="")

if visitor.can(Capability.CHANGE_SETTINGS):
    show.section("Fill one in", show.say(tables.FILLING_IN), key="fill")
    contact_forms.fill_in(contacts)
