"""Empty databases, as many as a test asks for."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from bccc_dash.settings import sqlite_url
from bccc_dash.store.engine import open_engine
from tests.conftest import address, run_on

NUMBERS = count(1)
Fresh = Callable[[], Any]
"""Opens an empty database of its own at each call, and throws it away. Databases that are open at once are different;
one after the other they share an engine, so that each question is compiled once."""


def one_after_the_other(made: Callable[[int], str], thrown_away: Callable[[int], None]) -> Fresh:
    engines: list[Engine] = []
    open_now: list[int] = []

    @contextmanager
    def fresh() -> Iterator[Engine]:
        place = len(open_now)
        url = made(place)
        open_now.append(place)
        if place == len(engines):
            engines.append(open_engine(url))
        try:
            yield engines[place]
        finally:
            engines[place].dispose()
            open_now.remove(place)
            thrown_away(place)

    return fresh


def empty_sqlite(template: Path, folder: Path) -> Fresh:
    def made(place: int) -> str:
        own = folder / str(place)
        own.mkdir()
        return sqlite_url(Path(shutil.copy(template, own / "bccc.db")))

    return one_after_the_other(made, lambda place: shutil.rmtree(folder / str(place)))


@pytest.fixture
def on_sqlite(sqlite_template: Path, tmp_path: Path) -> Fresh:
    return empty_sqlite(sqlite_template, tmp_path)


@pytest.fixture
def on_postgresql(postgres: Any, postgres_template: str) -> Fresh:
    own = next(NUMBERS)

    def made(place: int) -> str:
        run_on(postgres, f"CREATE DATABASE agree_{own}_{place} TEMPLATE {postgres_template}")
        return address(postgres, f"agree_{own}_{place}")

    return one_after_the_other(made, lambda place: run_on(postgres, f"DROP DATABASE agree_{own}_{place} WITH (FORCE)"))
