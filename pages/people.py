"""Who uses the dashboard, as what, and who can come in."""

from bccc_dash.domain.access import Capability
from bccc_dash.ui import address, days, people_forms, shell, show, visitor
from bccc_dash.ui.panels import people as panels

visitor.require(Capability.MANAGE_PEOPLE)
address.begin()
address.foreign(days.CARRIED)
users = people_forms.listed()

show.head("People", panels.headline(users))
show.oddities()

show.section("Who is there?", panels.AS_OF_NOW, key="there")
show.table(panels.users_table(users), caption="Those who use the dashboard", empty="")

if shell.is_demo():
    show.note(panels.NOT_IN_DEMO)
else:
    show.section("Change what somebody is here, or let them in", panels.CHOOSE, key="change")
    chosen = people_forms.choose(users)
    people_forms.change(chosen)
    people_forms.let_in(chosen)
    show.section("Add somebody", panels.ADDING, key="add")
    people_forms.add()
