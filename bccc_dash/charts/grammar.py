"""What the four pictures share: two inks, two shapes, lettering that grows with the picture.

A circle or a person is in time; a diamond, or a person with bold words beside, is past the target. Colour repeats
what shape, ground and words already say. Row labels stand inside the plot, so that a phone needs no margin.
"""

from collections.abc import Mapping
from typing import Any

import altair as alt
import pandas as pd

Tokens = Mapping[str, str]

PERSON = (
    "M0.3,-0.56A0.3,0.3,0,1,1,-0.3,-0.56A0.3,0.3,0,1,1,0.3,-0.56Z"
    "M-0.58,0.86C-0.58,0.1,-0.36,-0.12,0,-0.12C0.36,-0.12,0.58,0.1,0.58,0.86Z"
)
FONT = "Source Sans, Segoe UI, Arial, sans-serif"
TEXT = alt.expr("clamp(width / 36, 15, 24)")
SMALL = alt.expr("clamp(width / 40, 14, 22)")
HEADS = alt.expr("clamp(width / 38, 12, 22)")
CIRCLE = alt.expr("clamp(width * 0.6, 220, 560)")
DIAMOND = alt.expr("clamp(width * 0.9, 320, 800)")
BODY = alt.expr("clamp(width * 1.0, 520, 900)")
ON_A_PHONE = "width < 480"


def chart(frame: pd.DataFrame) -> alt.Chart:
    """Return an empty chart of a table, its marks laid out in the order of its rows."""
    return alt.Chart(frame)


def finish(layers: list[alt.Chart], tokens: Tokens, *, height: int, top: int = 2, bottom: int = 2) -> alt.LayerChart:
    """Return the layers as one picture, with the common lettering, no grid, and a plain number for its height.

    A layer without marks is left out: it would be read out as a picture without words.
    """
    axis: dict[str, Any] = {"labelColor": tokens["muted"], "labelFont": FONT, "labelFontSize": SMALL}
    bare: dict[str, Any] = {"domain": False, "ticks": False, "grid": False, "title": None}
    finished: alt.LayerChart = (
        alt.LayerChart(layer=[layer for layer in layers if not layer.data.empty])
        .properties(
            height=height + top + bottom,
            background="transparent",
            padding={"left": 2, "right": 2, "top": top, "bottom": bottom},
        )
        .configure(font=FONT)
        .configure_view(stroke=None)
        .configure_axis(**axis, **bare)
        .configure_text(font=FONT, fontSize=TEXT, color=tokens["ink"])
    )
    return finished


def two_inks(tokens: Tokens) -> Any:
    """Return brick for what is late, slate for what is in time."""
    return alt.condition("datum.late", alt.value(tokens["late"]), alt.value(tokens["calm"]))


def two_letterings(tokens: Tokens) -> Any:
    """Return the dark brick of words about the late, the plain ink of others."""
    return alt.condition("datum.late", alt.value(tokens["act_fg"]), alt.value(tokens["ink"]))


def dots(tokens: Tokens) -> dict[str, Any]:
    """Return a circle in time, a diamond when late; the diamond is larger because it looks smaller."""
    return {
        "color": two_inks(tokens),
        "shape": alt.condition("datum.late", alt.value("diamond"), alt.value("circle")),
        "size": alt.condition("datum.late", alt.value(DIAMOND), alt.value(CIRCLE)),
    }


def fitting_words() -> Any:
    """Return the words of a row, the short ones on a phone."""
    return alt.value(alt.expr(f"{ON_A_PHONE} ? datum.short : datum.words"))


def rows(field: str, order: list[str], *, axis: alt.Axis | None = None) -> alt.Y:
    """Return rows of equal height in the given order, empty ones included."""
    scale = alt.Scale(domain=order, paddingInner=0, paddingOuter=0)
    return alt.Y(f"{field}:O", sort=order, axis=axis, scale=scale)
