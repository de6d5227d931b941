"""Panels drawn once for what they show. Drawing takes longer than all the rest of a visit, and most visits and most
changes of the records show the same picture again."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from altair.utils import schemapi

from bccc_dash.ui import palette
from bccc_dash.ui.panels import Panel, Tokens

KEPT = 128

Build = Callable[[Any, Tokens], Panel]


@dataclass(frozen=True)
class _Shown:
    """What a panel is drawn from. Two are the same when every value in them is."""

    values: str
    record: Any = field(compare=False)


def drawn(build: Build, record: Any, *, dark: bool) -> Panel:
    """Return the panel that `build` makes of a record, for one palette. It is shared between visits: nobody may
    change it."""
    return _drawn(build, _Shown(repr(record), record), dark=dark)


@lru_cache(maxsize=KEPT)
def _drawn(build: Build, shown: _Shown, *, dark: bool) -> Panel:
    with schemapi.debug_mode(False):  # the tests draw with Altair's own checks on; they are half of the time
        return build(shown.record, palette.DARK if dark else palette.LIGHT)
