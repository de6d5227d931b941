"""Breaches and what they changed."""

from bccc_dash.ui import show

show.head("Breaches", show.say("This page is being written."))
