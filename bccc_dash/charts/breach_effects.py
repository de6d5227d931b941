"""Breach to effect: each type of breach on its row, a mark under each effect on approval."""

import altair as alt
import pandas as pd

from bccc_dash.charts.grammar import HEADS, SMALL, Tokens, chart, dots, finish, rows, two_letterings

ROW_PX = 64
HEAD_PX = 44
# The upper line of a heading of two words stands this far over the first row.
LINE_UP = alt.expr("-7 - clamp(width / 36, 13, 24)")


def breach_effects(kinds: pd.DataFrame, marks: pd.DataFrame, effects: list[str], tokens: Tokens) -> alt.LayerChart:
    """Return a row a type of breach and a column an effect; the first column, undecided, is washed.

    Takes the tables of views.marks: breach_rows, breach_marks; the names of the effects in order.
    """
    order = kinds["kind"].tolist()
    grid = pd.DataFrame([{"kind": kind, "effect": effect} for kind in order for effect in effects])
    x = alt.X("effect:O", sort=effects, scale=alt.Scale(domain=effects, paddingInner=0, paddingOuter=0), axis=None)
    y = rows("kind", order)
    layers: list[alt.Chart] = [
        *_ground(effects, x, tokens),
        chart(grid).mark_circle(size=36, color=tokens["none"], opacity=1, yOffset=12).encode(x=x, y=y),
        chart(kinds).mark_rule(color=tokens["rule"], yOffset=ROW_PX / 2).encode(y=y),
        chart(kinds)
        .mark_text(align="left", yOffset=-14, dx=4, fontWeight=600)
        .encode(x=alt.value(0), y=y, text="title:N", color=two_letterings(tokens)),
        chart(marks).mark_point(filled=True, opacity=1, yOffset=12).encode(x=x, y=y, **dots(tokens)),
        chart(marks)
        .mark_text(align="left", dx=14, yOffset=12, fontWeight=700, fontSize=SMALL)
        .encode(x=x, y=y, text="many:N", color=two_letterings(tokens)),
    ]
    return finish(layers, tokens, height=ROW_PX * len(order) + HEAD_PX, top=8)


def _ground(effects: list[str], x: alt.X, tokens: Tokens) -> list[alt.Chart]:
    parted = [effect.rpartition(" ") for effect in effects]
    heads = pd.DataFrame(
        {"effect": effects, "upper": [upper for upper, _, _ in parted], "lower": [p[2] for p in parted]}
    )
    return [
        chart(heads[:1]).mark_rect(color=tokens["late_wash"], opacity=1).encode(x=x),
        chart(heads).mark_text(baseline="bottom", fontSize=HEADS).encode(x=x, y=alt.value(LINE_UP), text="upper:N"),
        chart(heads).mark_text(baseline="bottom", fontSize=HEADS).encode(x=x, y=alt.value(-7), text="lower:N"),
    ]
