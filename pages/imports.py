"""Which imports wait for a second person, and what past imports asked of people: for whoever may confirm and settle."""

from bccc_dash.domain.access import Capability
from bccc_dash.ui import address, import_forms, show, visitor
from bccc_dash.ui.panels import imports as panels

visitor.require(Capability.CONFIRM_IMPORTS)
address.begin()
left = import_forms.left()

show.head("Imports", panels.headline(left))
show.oddities()

show.section("What waits for a second person?", panels.WAITING, key="waiting")
show.table(
    panels.waiting_table(left.waiting), caption="Imports that wait for a second person", empty=panels.NOTHING_WAITS
)
import_forms.confirm(left.waiting)

show.section("What did past imports ask of people?", panels.ASKED, key="asked")
import_forms.asked(left.askings)
import_forms.settle(left.askings)
