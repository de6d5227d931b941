"""The rarer pages."""

from bccc_dash.ui import show

show.head("More", show.say("This page is being written."))
