"""The small pages before the dashboard: sign in, the code, the password. Plain HTML that needs no script."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

TEMPLATES = Path(__file__).resolve().parent / "templates"


def page(name: str, title: str, *, problem: str = "", status: int = 200, **values: Any) -> HTMLResponse:
    """Return one of the small pages, every value escaped. Nobody keeps it: neither browser nor proxy."""
    shown = _templates().get_template(f"{name}.html")
    text = shown.render(title=title, problem=problem, **values)
    return HTMLResponse(text, status, {"cache-control": "no-store"})


@cache
def _templates() -> Environment:
    return Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)
