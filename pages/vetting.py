"""Who stands where in recruitment, and what each person waits for."""

from bccc_dash.ui import show

show.head("Vetting", show.say("This page is being written."))
