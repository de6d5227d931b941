"""The page about privacy reviews: its sentences and tables, its months, and the picture of what is due when."""

from bccc_dash.charts.review_line import review_line
from bccc_dash.domain import due_days as due
from bccc_dash.domain import words
from bccc_dash.domain.reviews import AHEAD_DAYS, ReviewLists, Reviews
from bccc_dash.ui.panels import Panel, Tokens, panel
from bccc_dash.views import headlines, marks, numbers
from bccc_dash.views import review_sentences as sentences
from bccc_dash.views import review_tables as tables
from bccc_dash.views.sentence import Sentence

__all__ = ["line", "sentences", "tables", "this_month"]

NONE_DUE = "The list is empty: nobody has to be reminded by this day."
NONE_CAME_UP = "Choose a longer period to see earlier ones."


def line(facts: Reviews, tokens: Tokens) -> Panel:
    """Return the reviews along the days around the as-at day. Source: P46."""
    heads = (headlines.overdue_head(facts), f"{words.figure(facts.due_next_90)} due in the next {AHEAD_DAYS} days")
    chart = review_line(marks.review_marks(facts), marks.review_ticks(facts.period), heads, tokens)
    return panel(
        empty=not facts.has_records,
        key="reviews",
        name="privacy reviews",
        sentence=sentences.head(facts),
        chart=chart if facts.reviews else None,
        numbers=numbers.review_numbers(facts),
        codes=("K18", "K17"),
    )


def this_month(facts: Reviews, lists: ReviewLists) -> Sentence:
    """Return whose review is due in the as-at day's month."""
    cells = due.months(facts.period.as_of, facts.days)[0]
    return sentences.this_month(facts, cells, lists.ahead[: len(cells)])
