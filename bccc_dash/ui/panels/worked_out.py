"""The page that says how every figure is worked out."""

from bccc_dash.domain.definitions import DEFINITIONS
from bccc_dash.domain.quality import FIGURE
from bccc_dash.views import method_entries as entries
from bccc_dash.views.sentence import say

__all__ = ["entries"]

NAMES = (FIGURE,)
OPTIONS = ("", *(definition.code for definition in DEFINITIONS))
CLAUSES = say("The policy's clauses are numbered here and told in our own words. This is not legal advice.")
MEANINGS = say("The same on every page.")
NO_STAGE = "No stage is set up."
