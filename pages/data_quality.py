"""Records that break a rule that the data must keep."""

from bccc_dash.ui import show

show.head("Data quality", show.say("This page is being written."))
