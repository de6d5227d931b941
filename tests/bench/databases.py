"""The databases that are measured: the demonstration of 60, and centres of 2 000 and 100 000 over twenty years."""

from datetime import date
from pathlib import Path

from bccc_dash.settings import sqlite_url
from bccc_dash.store.engine import open_engine, writing
from bccc_dash.store.schema import prepare
from bccc_dash.workbook.demo import YEARS, demo_sheets
from bccc_dash.workbook.demo_centre import monday_of
from tests.bench.loading import load
from tests.bench.report import say
from tests.bench.timing import seconds

SMALL, MIDDLE, LARGE = 60, 2_000, 100_000
LONG_YEARS = 20


def database(folder: Path, volunteers: int, *, today: date) -> Path:
    """A database of so many volunteers, made where the folder has none of this week."""
    path = folder / f"bench-{volunteers}-{monday_of(today):%Y%m%d}.db"
    if not path.exists():
        part = path.with_suffix(".part")
        part.unlink(missing_ok=True)
        taken = seconds(lambda: _make(part, volunteers, today=today))
        part.rename(path)
        say(f"Made {path.name} in {taken:.0f} s: {path.stat().st_size / 1e6:.0f} MB.")
    prepare(sqlite_url(path), backups=folder)
    return path


def _make(path: Path, volunteers: int, *, today: date) -> None:
    prepare(sqlite_url(path), backups=path.parent)
    sheets = demo_sheets(today, volunteers=volunteers, years=YEARS if volunteers == SMALL else LONG_YEARS)
    engine = open_engine(sqlite_url(path))
    with writing(engine) as session:
        load(session, sheets)
    engine.dispose()
