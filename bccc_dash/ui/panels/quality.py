"""The page about data quality: its sentences, its tables, and the list to choose a rule from."""

from collections.abc import Callable
from functools import partial

from bccc_dash.domain.overview import Need, Rag
from bccc_dash.domain.quality import CATALOGUE, RULE, Quality
from bccc_dash.domain.workbench import PAGE
from bccc_dash.views import quality_tables as tables
from bccc_dash.views.sentence import say

__all__ = ["tables"]

NAMES = (RULE, PAGE)
OPTIONS = ("", *CATALOGUE)
WHAT_IS_SHOWN = say("Each finding stands under its rule with what to do about it, the gravest rule first.")
NONE_BROKEN = "No record breaks a rule."
NONE_KEPT = "Every rule is broken by some record."
NO_EVIDENCE = (Need(Rag.NO_EVIDENCE, "No record is dated to this day or before.", "Silence is not assurance."),)


def words(quality: Quality) -> Callable[[str], str]:
    """Return how a rule is said in the list to choose from: its title and how many findings it has."""
    return partial(tables.choice_words, quality.counts)
