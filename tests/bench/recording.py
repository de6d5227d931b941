"""A page as it was shown once: every element with what it holds, in the order and the nesting of the page."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from unittest.mock import patch

import pandas as pd
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.bench.visiting import Visitor

Words = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Shown:
    """An element, or a block with what is in it. `kind` is Streamlit's own word for it."""

    kind: str
    words: Words
    parts: tuple["Shown", ...] = ()


@dataclass(slots=True)
class _Given:
    """What pictures and tables were made from: the browser's form of them does not give that back."""

    pictures: list[dict[str, Any]] = field(default_factory=list)
    tables: list[pd.DataFrame] = field(default_factory=list)


PAGE: list[Shown] = []
"""What static_page.py shows."""


def recorded(visitor: Visitor) -> tuple[Shown, ...]:
    """What a visitor's page shows: the main part, the side bar, and the style sheet."""
    with _listening() as given:
        visitor.visit()
    return tuple(_block(part, given) for part in visitor.app._tree.children.values())


def kinds(app: AppTest) -> Counter[str]:
    """How many elements and blocks of each kind a page shows."""
    found: Counter[str] = Counter()

    def count(block: Any) -> None:
        for part in block.children.values():
            found[part.type] += 1
            if hasattr(part, "children"):
                count(part)

    count(app._tree)
    return found


@contextmanager
def _listening() -> Iterator[_Given]:
    given = _Given()
    draw, lay_out = st.vega_lite_chart, st.table

    def drawn(picture: dict[str, Any], *rest: Any, **how: Any) -> Any:
        given.pictures.append(picture)
        return draw(picture, *rest, **how)

    def laid_out(table: pd.DataFrame, *rest: Any, **how: Any) -> Any:
        given.tables.append(table)
        return lay_out(table, *rest, **how)

    with patch.object(st, "vega_lite_chart", drawn), patch.object(st, "table", laid_out):
        yield given


def _block(block: Any, given: _Given) -> Shown:
    words: Words = {}
    if block.type == "column":
        words = {"weight": block.weight}
    elif block.type == "expander":
        words = {"label": block.label}
    parts = tuple(
        _block(part, given) if hasattr(part, "children") else _element(part, given) for part in block.children.values()
    )
    return Shown(block.type, words, parts)


def _element(element: Any, given: _Given) -> Shown:
    proto = element.proto
    if element.type == "vega_lite_chart":
        return Shown(element.type, {"spec": given.pictures.pop(0), "alt": proto.alt})
    if element.type == "table":
        return Shown(element.type, {"data": given.tables.pop(0)})
    if element.type in ("date_input", "selectbox", "button", "page_link"):
        return Shown(element.type, {"label": proto.label, "options": list(getattr(proto, "options", ()))})
    return Shown(element.type, {"body": proto.body})
