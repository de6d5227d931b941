"""The page about breaches: its sentences and tables, and the picture of what breaches did to approval."""

from bccc_dash.charts.breach_effects import breach_effects
from bccc_dash.domain.breaches import Breaches
from bccc_dash.ui.panels import Panel, Tokens, panel
from bccc_dash.views import breach_sentences as sentences
from bccc_dash.views import breach_tables as tables
from bccc_dash.views import marks, numbers
from bccc_dash.views.sentence import whole

__all__ = ["changed", "sentences", "tables", "waiting_n"]

NONE_WAITS = "The list is empty. Decided breaches are counted under the next question."
NONE_RECORDED = "No breach was recorded in these dates. Choose a longer period to see earlier ones."
NONE_ONLINE = "Nothing that was recorded by this day is still online."


def waiting_n(facts: Breaches) -> int:
    """Return how many breaches wait for a decision on approval."""
    return whole(facts.figures, sentences.UNDECIDED)


def changed(facts: Breaches, tokens: Tokens) -> Panel:
    """Return what breaches changed about approval. Source: P8, P56, P57."""
    effects = list(numbers.EFFECTS.values())
    chart = breach_effects(marks.breach_rows(facts), marks.breach_marks(facts), effects, tokens)
    return panel(
        empty=not facts.has_records,
        key="breaches",
        name="breaches",
        sentence=sentences.changed(facts),
        chart=chart if facts.effects else None,
        numbers=numbers.breach_numbers(facts),
        codes=("K14", "K16", "K20"),
    )
