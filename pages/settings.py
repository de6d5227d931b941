"""Every number that the policy leaves open: its value, who set it, how it came to be; and who acts instead of whom."""

from bccc_dash.domain.access import Capability
from bccc_dash.domain.setting_list import Group
from bccc_dash.ui import address, days, settings_forms, show, visitor
from bccc_dash.ui.panels.settings import tables

visitor.require(Capability.CHANGE_SETTINGS)
address.begin()
address.foreign(days.CARRIED)
board = days.ask(days.Read.SETTINGS)

show.head("Settings", tables.headline(board))
show.oddities()

show.section("Change a setting", show.say("What is changed holds at once, for everybody and for past days."), key="set")
settings_forms.number(board)

for group in Group:
    show.section(group.value, show.say(tables.SECTIONS[group]), key=f"group-{group.name.lower()}")
    show.table(tables.settings(board, group), caption=group.value, empty="")

show.section("Who acts instead?", show.say(tables.DEPUTIES), key="deputies")
show.table(tables.deputies(board), caption="Duties, who holds them, and who acts instead", empty="")
settings_forms.deputy(board)

show.section("What was changed, and by whom?", show.say(tables.WHY_HISTORY), key="history")
show.table(tables.history(board), caption="Changes of settings, the latest first", empty=tables.NO_HISTORY)
show.rest(min(len(board.changes), tables.HISTORY_SIZE), len(board.changes))
