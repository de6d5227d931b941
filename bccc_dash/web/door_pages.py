"""The small pages before the dashboard: sign in, the code, the password. Plain HTML that needs no script."""

import re
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from bccc_dash.web.first_files import first_fonts, first_scripts
from bccc_dash.web.headers import index_page

TEMPLATES = Path(__file__).resolve().parent / "templates"
_SCRIPT = re.compile(r'<script[^>]* src="\.?(/static/[^"]+\.js)"')
_STYLE = re.compile(r'<link[^>]* href="\.?(/static/[^"]+\.css)"')


def page(name: str, title: str, *, problem: str = "", status: int = 200, **values: Any) -> HTMLResponse:
    """Return one of the small pages, every value escaped. Nobody keeps it: neither browser nor proxy."""
    shown = _templates().get_template(f"{name}.html")
    text = shown.render(title=title, problem=problem, scripts=_found(_SCRIPT), later=_later(), **values)
    return HTMLResponse(text, status, {"cache-control": "no-store"})


@cache
def _templates() -> Environment:
    return Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)


@cache
def _later() -> tuple[str, ...]:
    """What the dashboard's first page goes on to fetch."""
    return tuple(file for file in (*_found(_STYLE), *first_fonts(), *first_scripts()) if file not in _found(_SCRIPT))


@cache
def _found(kind: re.Pattern[str]) -> tuple[str, ...]:
    """The files that the dashboard's own page begins with: a browser may fetch them while the person types."""
    return tuple(kind.findall(index_page()))
