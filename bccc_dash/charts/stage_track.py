"""The stage track: a lane a stage, everybody where they stand."""

import altair as alt
import pandas as pd

from bccc_dash.charts.grammar import (
    BODY,
    ON_A_PHONE,
    PERSON,
    SMALL,
    Tokens,
    chart,
    finish,
    fitting_words,
    rows,
    two_inks,
)

ROW_PX = 62
LANE_PX = 28
BELOW_TITLE_PX = 14
# The target stands at 1.0 and the lane ends here: beyond the target there is room for the late and for words.
END = 1.8
_SCALE = alt.Scale(domain=[0, END], nice=False)


def stage_track(lanes: pd.DataFrame, people: pd.DataFrame, late: pd.DataFrame, tokens: Tokens) -> alt.LayerChart:
    """Return a lane for each stage: left edge = entered today, the upright = its target, the late beyond it in words.

    Takes the tables of views.tracks: stage_lanes, stage_people, late_people. A lane with more people than it has
    room for shows bars instead of persons.
    """
    y = rows("code", lanes["code"].tolist())
    along = alt.X("along:Q", scale=_SCALE, axis=None)
    persons, crowd = people[~people["bar"]], people[people["bar"]]
    layers: list[alt.Chart] = [
        *_ground(lanes, y, tokens),
        chart(crowd)
        .mark_tick(orient="vertical", thickness=12, opacity=1, yOffset=BELOW_TITLE_PX)
        .encode(y=y, x=along, size=_bar_height(), color=two_inks(tokens)),
        chart(persons)
        .mark_point(shape=PERSON, filled=True, opacity=1, size=BODY, yOffset=BELOW_TITLE_PX)
        .encode(y=y, x=along, color=two_inks(tokens)),
        chart(late)
        .mark_text(align="left", dx=16, yOffset=BELOW_TITLE_PX, color=tokens["act_fg"], fontWeight=700)
        .encode(y=y, x=along, text=fitting_words()),
    ]
    return finish(layers, tokens, height=ROW_PX * len(lanes))


def _bar_height() -> alt.Size:
    return alt.Size("height:Q", scale=alt.Scale(domain=[0, 1], range=[2, LANE_PX]), legend=None)


def _ground(lanes: pd.DataFrame, y: alt.Y, tokens: Tokens) -> list[alt.Chart]:
    """Return the lanes with their washes, targets and titles."""
    ends = lanes.assign(zero=0.0, target_at=1.0, end=END)
    ends["calm_end"] = ends["target_at"].where(ends["targeted"], END)
    targeted = ends[ends["targeted"]]
    target_x = alt.X("target_at:Q", scale=_SCALE, axis=None)
    right = alt.expr(f"{ON_A_PHONE} ? 'right' : 'left'")
    return [
        chart(ends)
        .mark_bar(size=LANE_PX, color=tokens["band"], yOffset=BELOW_TITLE_PX)
        .encode(y=y, x=alt.X("zero:Q", scale=_SCALE, axis=None), x2="calm_end:Q"),
        chart(targeted)
        .mark_bar(size=LANE_PX, color=tokens["late_wash"], yOffset=BELOW_TITLE_PX)
        .encode(y=y, x=target_x, x2="end:Q"),
        chart(targeted)
        .mark_tick(orient="vertical", size=34, thickness=2, color=tokens["ink"], yOffset=BELOW_TITLE_PX)
        .encode(y=y, x=target_x),
        chart(ends)
        .mark_text(align="left", yOffset=-BELOW_TITLE_PX, fontWeight=600)
        .encode(y=y, x=alt.value(0), text="title:N"),
        chart(ends)
        .mark_text(align=right, yOffset=-BELOW_TITLE_PX, color=tokens["muted"], fontSize=SMALL)
        .encode(y=y, x=alt.value(alt.expr(f"{ON_A_PHONE} ? width : width / {END}")), text="target:N"),
    ]
