"""The committee's page: what needs it now, then four questions, each answered in a sentence and a picture."""

from bccc_dash.ui import panels, shell, show

overview = shell.overview()
tokens = shell.tokens()

show.head("Overview", shell.window(), panels.people(overview))
show.needs("What needs the committee now", overview.needs)
show.band(panels.vetting(overview, tokens), "How is vetting going?")
show.band(panels.concerns(overview, tokens), "Which concerns are open?")
show.band(panels.breaches(overview, tokens), "What did breaches change?")
show.band(panels.reviews(overview, tokens), "Are privacy reviews kept up?")
