"""Every figure: what is counted, by which clause, against which target."""

from bccc_dash.ui import show

show.head("How it is worked out", show.say("This page is being written."))
