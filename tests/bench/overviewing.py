"""The whole Overview, run as a visitor's page in one warm process, to the same page at 60 volunteers."""

import logging
import os
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path

from streamlit.testing.v1 import AppTest

from bccc_dash.settings import sqlite_url
from bccc_dash.store.engine import open_engine, writing
from tests.bench.databases import LARGE, SMALL
from tests.bench.report import Line, milliseconds
from tests.bench.timing import medians

MAIN = Path(__file__).parents[2] / "bccc_dash" / "main.py"
REACH = {2_000: 1.5, LARGE: 5.0}
AT_MOST_SECONDS = {LARGE: 1.0}
PAST_AT_MOST = 2
WARM_REACH = 1.2
PAST_DAYS = (100, 400, 1_200, 3_000)
"""How many days before today the page is asked for."""

# It says of every page run here that there is no browser.
logging.getLogger("streamlit.runtime.scriptrunner_utils.script_run_context").setLevel(logging.ERROR)

Times = dict[int, float]


def overview_lines(databases: Mapping[int, Path], *, today: date, repeats: int) -> list[Line]:
    """Lines for today, for past days, and with caches warm."""
    for path in databases.values():
        _visit(path, today)()
    works = {size: _visit(path, today) for size, path in databases.items()}
    cold = medians(works, repeats=repeats, before=lambda size: _write_to(databases[size]))
    warm = medians(works, repeats=repeats, before=lambda size: works[size]())
    past = {size: _worst_past(path, today=today, repeats=repeats) for size, path in databases.items() if size != SMALL}
    larger = [size for size in databases if size != SMALL]
    return [
        *(line for size in larger for line in _against("today", size, cold[size], cold[SMALL], times=1)),
        *(
            line
            for size in larger
            for line in _against("on the slowest past day", size, past[size], cold[SMALL], times=2)
        ),
        *(_warm_line(size, warm) for size in larger),
    ]


def _against(when: str, size: int, taken: float, small: float, *, times: int) -> list[Line]:
    what = f"Overview {when}, {size:,} volunteers"
    lines = [Line(f"{what}, to 60", taken / small, times * REACH[size], aside=milliseconds(taken, small))]
    if size in AT_MOST_SECONDS:
        lines.append(Line(what, taken, times * AT_MOST_SECONDS[size], is_ratio=False))
    return lines


def _warm_line(size: int, warm: Times) -> Line:
    aside = milliseconds(warm[size], warm[SMALL])
    return Line(f"Overview, caches warm, {size:,} volunteers, to 60", warm[size] / warm[SMALL], WARM_REACH, aside=aside)


def _worst_past(path: Path, *, today: date, repeats: int) -> float:
    works = {days: _visit(path, today - timedelta(days=days)) for days in PAST_DAYS}
    return max(medians(works, repeats=repeats, before=lambda _: _write_to(path)).values())


def _visit(path: Path, as_of: date) -> Callable[[], None]:
    """A new visitor who opens the page as at a day.

    Raises: AssertionError where the page shows an exception or an error: a fast failure is no result.
    """

    def open_page() -> None:
        os.environ["BCCC_DATABASE_URL"] = sqlite_url(path)
        page = AppTest.from_file(MAIN, default_timeout=120)
        page.query_params["as_of"] = as_of.isoformat()
        page.run()
        if page.exception or page.error:
            raise AssertionError([shown.value for shown in (*page.exception, *page.error)])

    return open_page


def _write_to(path: Path) -> None:
    """Change the revision of the records, so that nothing kept for a page is used again."""
    engine = open_engine(sqlite_url(path))
    with writing(engine):
        pass
    engine.dispose()
