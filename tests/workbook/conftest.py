"""Databases to import into, and one that already holds something."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bccc_dash.settings import sqlite_url
from tests.conftest import NUMBERS, copy_database, run_on


@pytest.fixture(params=["sqlite", "postgresql"])
def new_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], str]]:
    """Makes the address of one more fresh database, once of each engine."""
    if request.param == "sqlite":
        template = request.getfixturevalue("sqlite_template")
        yield lambda: sqlite_url(Path(shutil.copy(template, tmp_path / f"{next(NUMBERS)}.db")))
        return
    server, template = request.getfixturevalue("postgres"), request.getfixturevalue("postgres_template")

    made: list[str] = []

    def make() -> str:
        made.append(f"bccc_{next(NUMBERS)}")
        return copy_database(server, template, made[-1])

    yield make
    for name in made:
        run_on(server, f"DROP DATABASE {name} WITH (FORCE)")
