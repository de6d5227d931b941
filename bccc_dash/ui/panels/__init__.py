"""A panel answers one question: its sentence, picture, numbers and method, for one palette."""

from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from bccc_dash.domain.definitions import definition
from bccc_dash.views import headlines
from bccc_dash.views.sentence import Sentence

Tokens = dict[str, str]


@dataclass(frozen=True)
class Panel:
    """One question's answer. `empty` says that nothing at all is recorded; `picture` is None where there is no mark."""

    key: str
    name: str
    sentence: Sentence
    picture: dict[str, Any] | None
    numbers: pd.DataFrame
    method: tuple[str, ...]
    empty: bool


def panel(
    *,
    key: str,
    name: str,
    sentence: Sentence,
    chart: alt.LayerChart | None,
    numbers: pd.DataFrame,
    codes: tuple[str, ...],
    empty: bool,
) -> Panel:
    """Return a panel whose method is that of the figures named by `codes`."""
    return Panel(
        key=key,
        name=name,
        sentence=headlines.NOTHING_RECORDED if empty else sentence,
        picture=None if empty or chart is None else chart.to_dict(),
        numbers=numbers,
        method=method(*codes),
        empty=empty,
    )


def method(*codes: str) -> tuple[str, ...]:
    """Return how figures are worked out, as small print."""
    return tuple(f"{definition(code).title}. {definition(code).sentence()}" for code in codes)
