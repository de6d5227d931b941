"""The review line: privacy reviews by the day they are due, overdue left of the as-at day."""

import json
from typing import Any

import altair as alt
import pandas as pd

from bccc_dash.charts.grammar import SMALL, Tokens, chart, dots, finish, two_inks, two_letterings

HEIGHT_PX = 230
FIRST, LAST = -67, 92
TALLEST = 3.2


def review_line(marks: pd.DataFrame, ticks: pd.DataFrame, heads: tuple[str, str], tokens: Tokens) -> alt.LayerChart:
    """Return a stem a review: left of the upright the overdue, on a wash; right of it the next 90 days.

    Takes the tables of views.marks: review_marks, review_ticks; the words over the left and over the right.
    A stem is taller only where another would cover it. Very many reviews are drawn as a bar a week.
    """
    x = alt.X("day:Q", scale=alt.Scale(domain=[FIRST, LAST], nice=False), axis=_axis(ticks, tokens))
    y = alt.Y("level:Q", scale=alt.Scale(domain=[0, TALLEST]), axis=None)
    stems, bars = marks[~marks["bar"]], marks[marks["bar"]]
    over = {"x": x, "y": y, "text": "many:N"}
    layers: list[alt.Chart] = [
        *_ground(x, tokens),
        chart(stems).mark_rule(strokeWidth=2).encode(x=x, y=y, y2=alt.datum(0), color=two_inks(tokens)),
        chart(stems).mark_point(filled=True, opacity=1).encode(x=x, y=y, **dots(tokens)),
        chart(bars)
        .mark_bar(size=alt.expr("clamp(width / 32, 8, 40)"))
        .encode(x=x, y=y, y2=alt.datum(0), color=two_inks(tokens)),
        chart(marks)
        .mark_text(baseline="bottom", dy=-10, fontSize=SMALL, fontWeight=600)
        .encode(**over, color=two_letterings(tokens)),
        _heads(heads, x, tokens),
    ]
    return finish(layers, tokens, height=HEIGHT_PX, bottom=10)


def _axis(ticks: pd.DataFrame, tokens: Tokens) -> alt.Axis:
    names = dict(zip(ticks["day"].tolist(), ticks["words"].tolist(), strict=True))
    # An object with negative bare keys does not parse in Vega, so its keys are quoted by json.
    return alt.Axis(
        values=list(names),
        labelExpr=f"{json.dumps(names)}[datum.value]",
        labelColor=tokens["ink"],
        domain=True,
        domainColor=tokens["ink"],
        labelPadding=8,
        labelOverlap=False,
    )


def _ground(x: alt.X, tokens: Tokens) -> list[alt.Chart]:
    left = pd.DataFrame([{"day": FIRST, "end": 0}])
    return [
        chart(left).mark_rect(color=tokens["late_wash"], opacity=1).encode(x=x, x2="end:Q"),
        chart(pd.DataFrame([{"day": 0}])).mark_rule(strokeWidth=2, color=tokens["ink"]).encode(x=x),
    ]


def _heads(heads: tuple[str, str], x: alt.X, tokens: Tokens) -> Any:
    rows = pd.DataFrame([{"day": FIRST, "words": heads[0], "late": True}, {"day": 1, "words": heads[1], "late": False}])
    return (
        chart(rows)
        .mark_text(align="left", dx=7, baseline="top", fontWeight=700)
        .encode(x=x, y=alt.value(8), text="words:N", color=two_letterings(tokens))
    )
