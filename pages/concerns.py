"""The open concerns: filters, a list, and one case beside it."""

from bccc_dash.ui import show

show.head("Concerns", show.say("This page is being written."))
