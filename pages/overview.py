"""The committee's page: what needs it now, then four questions, each answered in a sentence and a picture."""

from bccc_dash.domain.access import Capability
from bccc_dash.domain.links import Link, Place
from bccc_dash.ui import address, days, shell, show, visitor
from bccc_dash.ui.panels import overview as panels

visitor.require(Capability.SEE_FIGURES)
address.begin()
address.foreign(days.CARRIED)
overview = days.ask(days.Read.OVERVIEW)

show.head("Overview", panels.people(overview))
show.oddities()
show.needs("What needs the committee now", overview.needs)
show.band(shell.panel(panels.vetting, overview), "How is vetting going?", Link(Place.VETTING, "Open Vetting"))
show.band(shell.panel(panels.concerns, overview), "Which concerns are open?", Link(Place.CONCERNS, "Open Concerns"))
show.band(shell.panel(panels.breaches, overview), "What did breaches change?", Link(Place.BREACHES, "Open Breaches"))
show.band(shell.panel(panels.reviews, overview), "Are privacy reviews kept up?", Link(Place.REVIEWS, "Open Reviews"))
