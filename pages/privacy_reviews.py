"""Privacy reviews due, overdue and done."""

from bccc_dash.ui import show

show.head("Privacy reviews", show.say("This page is being written."))
