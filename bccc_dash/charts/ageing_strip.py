"""The ageing strip: open concerns by severity along four equal bands of days."""

from typing import Any

import altair as alt
import pandas as pd

from bccc_dash.charts.grammar import SMALL, TEXT, Tokens, chart, dots, finish, fitting_words, rows, two_letterings

ROW_PX = 62
HEAD_PX = 32
_SCALE = alt.Scale(domain=[0, 4], nice=False)


def ageing_strip(
    marks: pd.DataFrame, words: pd.DataFrame, severities: list[str], bands: list[str], tokens: Tokens
) -> alt.LayerChart:
    """Return a row a severity and a column a band; the last band is washed, its marks are diamonds.

    Takes the tables of views.tracks: concern_marks, concern_words; the names of rows and of the four bands in order.
    """
    names = pd.DataFrame({"severity": severities})
    empty = names[~names["severity"].isin(marks["severity"])].assign(words="none")
    label = alt.Axis(labelColor=tokens["ink"], labelFontSize=TEXT, labelPadding=10)
    y = rows("severity", severities, axis=label)
    along = alt.X("along:Q", scale=_SCALE, axis=None)
    layers: list[alt.Chart] = [
        *_ground(bands, tokens),
        chart(names).mark_rule(color=tokens["paper"], strokeWidth=3, yOffset=ROW_PX / 2).encode(y=y),
        _corner(names[:1], tokens),
        chart(empty)
        .mark_text(align="left", dx=10, color=tokens["muted"], fontSize=SMALL)
        .encode(x=alt.value(0), y=y, text="words:N"),
        chart(marks).mark_point(filled=True, opacity=1, yOffset=8).encode(x=along, y=y, **dots(tokens)),
        chart(words)
        .mark_text(yOffset=-14, fontWeight=600, fontSize=SMALL)
        .encode(x=along, y=y, text=fitting_words(), color=two_letterings(tokens)),
    ]
    return finish(layers, tokens, height=ROW_PX * len(severities) + HEAD_PX, top=8)


def _corner(first_row: pd.DataFrame, tokens: Tokens) -> Any:
    """Return the heading of the row names: what the columns count."""
    return (
        chart(first_row)
        .mark_text(align="right", baseline="bottom", dx=-10, fontSize=SMALL, color=tokens["muted"])
        .encode(x=alt.value(0), y=alt.value(-7), text=alt.value("days open"))
    )


def _ground(bands: list[str], tokens: Tokens) -> list[alt.Chart]:
    last = len(bands) - 1
    columns = pd.DataFrame(
        [{"x": i, "x2": i + 1, "mid": i + 0.5, "words": band, "last": i == last} for i, band in enumerate(bands)]
    )
    wash = alt.condition("datum.last", alt.value(tokens["late_wash"]), alt.value(tokens["band"]))
    x = alt.X("x:Q", scale=_SCALE, axis=None)
    return [
        chart(columns).mark_rect(opacity=1).encode(x=x, x2="x2:Q", color=wash),
        chart(columns[1:]).mark_rule(color=tokens["paper"], strokeWidth=4).encode(x=x),
        chart(columns)
        .mark_text(baseline="bottom", fontSize=SMALL, color=tokens["muted"])
        .encode(x=alt.X("mid:Q", scale=_SCALE, axis=None), y=alt.value(-7), text="words:N"),
    ]
