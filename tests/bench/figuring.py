"""Each figure at 2 000 and 100 000 volunteers over twenty years, to the same figure at 60."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from sqlmodel import Session

from bccc_dash.domain.period import Period, since_last_meeting
from bccc_dash.figures import FIGURES, figures
from bccc_dash.queries.settings import centre_before
from bccc_dash.settings import sqlite_url
from bccc_dash.store.engine import open_engine, reading
from tests.bench.databases import SMALL
from tests.bench.report import Line, milliseconds
from tests.bench.timing import medians


def figure_lines(databases: Mapping[int, Path], *, today: date, repeats: int) -> list[Line]:
    """A line for each figure and each larger centre. No reach is set for a single figure."""
    taken = {size: _times(path, today=today, repeats=repeats) for size, path in databases.items()}
    return [
        Line(
            f"{code} at {size:,} volunteers, to 60",
            taken[size][code] / taken[SMALL][code],
            aside=milliseconds(taken[size][code], taken[SMALL][code]),
        )
        for code in FIGURES
        for size in databases
        if size != SMALL
    ]


def _times(path: Path, *, today: date, repeats: int) -> dict[str, float]:
    engine = open_engine(sqlite_url(path))
    with reading(engine) as session:
        period = since_last_meeting(today, centre_before(session, today).latest_meeting)
        works = {code: _one(session, period, code) for code in FIGURES}
        for work in works.values():
            work()
        taken = medians(works, repeats=repeats)
    engine.dispose()
    return taken


def _one(session: Session, period: Period, code: str) -> Callable[[], object]:
    return lambda: figures(session, period, codes=(code,))
