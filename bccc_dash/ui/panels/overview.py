"""The four panels of the Overview: sentence, picture, numbers and method of each, for one palette."""

from collections.abc import Callable

from bccc_dash.charts.ageing_strip import ageing_strip
from bccc_dash.charts.breach_effects import breach_effects
from bccc_dash.charts.review_line import review_line
from bccc_dash.charts.stage_track import stage_track
from bccc_dash.domain import words
from bccc_dash.domain.overview import Overview
from bccc_dash.ui.panels import Panel, Tokens, panel
from bccc_dash.views import headlines, marks, numbers, tracks
from bccc_dash.views.sentence import Sentence


def people(overview: Overview) -> Sentence:
    """Return how many people the page is about."""
    return headlines.people(overview)


def vetting(overview: Overview, tokens: Tokens) -> Panel:
    """Return how vetting is going, by stage. Source: P1, P22."""
    lanes, people, late = tracks.stage_lanes(overview), tracks.stage_people(overview), tracks.late_people(overview)
    return panel(
        empty=not overview.has_records,
        key="vetting",
        name="vetting",
        sentence=headlines.vetting(overview),
        chart=stage_track(lanes, people, late, tokens),
        numbers=numbers.stage_numbers(overview.stages),
        codes=("K6",),
    )


def concerns(overview: Overview, tokens: Tokens) -> Panel:
    """Return which concerns are open, by severity and age. Source: P25, P31."""
    rows = [numbers.severity_name(severity) for severity in numbers.SEVERITIES]
    bands = [band.lower() for band in numbers.AGE_BANDS.values()]
    chart = ageing_strip(tracks.concern_marks(overview), tracks.concern_words(overview), rows, bands, tokens)
    return panel(
        empty=not overview.has_records,
        key="concerns",
        name="concerns",
        sentence=headlines.concerns(overview),
        chart=chart if overview.ages else None,
        numbers=numbers.concern_numbers(overview),
        codes=("K9",),
    )


def breaches(overview: Overview, tokens: Tokens) -> Panel:
    """Return what breaches changed about approval. Source: P56, P57."""
    effects = list(numbers.EFFECTS.values())
    chart = breach_effects(marks.breach_rows(overview), marks.breach_marks(overview), effects, tokens)
    return panel(
        empty=not overview.has_records,
        key="breaches",
        name="breaches",
        sentence=headlines.breaches(overview),
        chart=chart if overview.effects else None,
        numbers=numbers.breach_numbers(overview),
        codes=("K14",),
    )


def reviews(overview: Overview, tokens: Tokens) -> Panel:
    """Return whether privacy reviews are kept up. Source: P46."""
    heads = (headlines.overdue_head(overview), f"{words.figure(overview.due_next_90)} due in the next 90 days")
    chart = review_line(marks.review_marks(overview), marks.review_ticks(overview.period), heads, tokens)
    return panel(
        empty=not overview.has_records,
        key="reviews",
        name="privacy reviews",
        sentence=headlines.reviews(overview),
        chart=chart if overview.reviews else None,
        numbers=numbers.review_numbers(overview),
        codes=("K18", "K17"),
    )


# In the order of the page.
PANELS: dict[str, Callable[[Overview, Tokens], Panel]] = {
    "vetting": vetting,
    "concerns": concerns,
    "breaches": breaches,
    "reviews": reviews,
}
