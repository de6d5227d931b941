"""The rarer pages, and what is done outside the pages."""

from bccc_dash.domain.links import Link
from bccc_dash.ui import days, menu, show
from bccc_dash.ui.panels import more as panels

rarer = {place: menu.MENU[place] for place in menu.mine() if not menu.MENU[place].in_menu}

show.head("More", panels.headline(len(rarer)))
for place, entry in rarer.items():
    show.section(entry.title, show.say(entry.about), key=f"to-{place.value}")
    show.link(Link(place, "Open it", days.carried()))
show.section("What is done outside the pages?", panels.OUTSIDE, key="outside")
show.note(panels.HOW)
