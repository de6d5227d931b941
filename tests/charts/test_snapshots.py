"""Every chart as it was last looked at, written out; a change of a picture has to be meant.

`BCCC_KEEP_SNAPSHOTS=1 pytest tests/charts/test_snapshots.py` writes them anew: look at the pages before you commit.
"""

import importlib
import inspect
import json
import os
import pkgutil
from pathlib import Path

import pytest

from bccc_dash import charts
from bccc_dash.ui import palette
from tests.charts.drawn import DRAWN

KEPT = Path(__file__).parent / "snapshots"


def chart_functions():
    """The functions of bccc_dash/charts that return a picture: one a module, named as the module is."""
    names = [module.name for module in pkgutil.iter_modules(charts.__path__) if module.name != "grammar"]
    modules = [importlib.import_module(f"bccc_dash.charts.{name}") for name in names]
    return {
        name for name, module in zip(names, modules, strict=True) if inspect.isfunction(getattr(module, name, None))
    }


def written(chart):
    return json.dumps(chart.to_dict(), indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def test_every_chart_has_a_snapshot():
    assert set(DRAWN) == chart_functions()
    assert {file.stem for file in KEPT.glob("*.json")} == set(DRAWN)


@pytest.mark.parametrize("name", DRAWN)
def test_a_chart_is_drawn_as_it_was_last_looked_at(name):
    found, file = written(DRAWN[name](palette.LIGHT)), KEPT / f"{name}.json"
    if os.environ.get("BCCC_KEEP_SNAPSHOTS"):
        file.write_text(found, encoding="utf-8")

    assert found == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", DRAWN)
def test_without_colour_a_chart_still_tells_the_late_from_those_in_time(name):
    """A mark that is brick because it is late differs in shape as well, or bold words beside it say so."""
    layers = DRAWN[name](palette.LIGHT).to_dict()["layer"]
    grey = [strip_colour(layer) for layer in layers]

    by_shape = any("datum.late" in json.dumps(layer.get("encoding", {}).get("shape", "")) for layer in grey)
    in_words = any(layer["mark"].get("fontWeight") and "text" in layer["encoding"] for layer in grey)

    assert by_shape or in_words


def strip_colour(layer):
    mark = {name: value for name, value in layer["mark"].items() if name != "color"}
    encoding = {name: value for name, value in layer.get("encoding", {}).items() if name != "color"}
    return {"mark": mark, "encoding": encoding}
