"""Panels drawn once for what they show. Drawing takes longer than all the rest of a visit, and most visits and most
changes of the records show the same picture again."""

from dataclasses import dataclass, field
from functools import lru_cache

from altair.utils import schemapi

from bccc_dash.domain.overview import Overview
from bccc_dash.ui import look
from bccc_dash.ui.panels import PANELS, Panel

KEPT = 128


@dataclass(frozen=True, slots=True)
class _Shown:
    """What a panel is drawn from. Two are the same when every value in them is."""

    values: str
    overview: Overview = field(compare=False)


def drawn(key: str, overview: Overview, *, dark: bool) -> Panel:
    """Return a panel for one palette. It is shared between visits: nobody may change it."""
    return _drawn(key, _Shown(repr(overview), overview), dark=dark)


@lru_cache(maxsize=KEPT)
def _drawn(key: str, shown: _Shown, *, dark: bool) -> Panel:
    with schemapi.debug_mode(False):  # the tests draw with Altair's own checks on; they are half of the time
        return PANELS[key](shown.overview, look.DARK if dark else look.LIGHT)
