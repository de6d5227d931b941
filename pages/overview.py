"""The committee's page: what needs it now, then four questions, each answered in a sentence and a picture."""

from bccc_dash.ui import panels, shell, show

overview = shell.overview()

show.head("Overview", shell.window(), panels.people(overview))
show.needs("What needs the committee now", overview.needs)
show.band(shell.panel("vetting", overview), "How is vetting going?")
show.band(shell.panel("concerns", overview), "Which concerns are open?")
show.band(shell.panel("breaches", overview), "What did breaches change?")
show.band(shell.panel("reviews", overview), "Are privacy reviews kept up?")
