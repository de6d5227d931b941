"""One picture of each chart function, drawn from an invented centre."""

from bccc_dash.charts.ageing_strip import ageing_strip
from bccc_dash.charts.breach_effects import breach_effects
from bccc_dash.charts.review_line import review_line
from bccc_dash.charts.stage_track import stage_track
from bccc_dash.views import headlines, marks, numbers, tracks
from tests.views.invented import an_overview

OVERVIEW = an_overview()


def track(tokens):
    lanes, people, late = tracks.stage_lanes(OVERVIEW), tracks.stage_people(OVERVIEW), tracks.late_people(OVERVIEW)
    return stage_track(lanes, people, late, tokens)


def strip(tokens):
    rows = [numbers.severity_name(severity) for severity in numbers.SEVERITIES]
    bands = [band.lower() for band in numbers.AGE_BANDS.values()]
    return ageing_strip(tracks.concern_marks(OVERVIEW), tracks.concern_words(OVERVIEW), rows, bands, tokens)


def effects(tokens):
    return breach_effects(
        marks.breach_rows(OVERVIEW), marks.breach_marks(OVERVIEW), list(numbers.EFFECTS.values()), tokens
    )


def line(tokens):
    heads = (headlines.overdue_head(OVERVIEW), "13 due in the next 90 days")
    return review_line(marks.review_marks(OVERVIEW), marks.review_ticks(OVERVIEW.period), heads, tokens)


DRAWN = {"stage_track": track, "ageing_strip": strip, "breach_effects": effects, "review_line": line}
