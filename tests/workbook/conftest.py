"""Databases to import into, and one that already holds something."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bccc_dash.settings import sqlite_url
from tests.conftest import NUMBERS, address, run_on


@pytest.fixture(params=["sqlite", "postgresql"])
def new_url(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], str]:
    """Makes the address of one more fresh database, once of each engine."""
    if request.param == "sqlite":
        template = request.getfixturevalue("sqlite_template")
        return lambda: sqlite_url(Path(shutil.copy(template, tmp_path / f"{next(NUMBERS)}.db")))
    server, template = request.getfixturevalue("postgres"), request.getfixturevalue("postgres_template")

    def make() -> str:
        name = f"bccc_{next(NUMBERS)}"
        run_on(server, f"CREATE DATABASE {name} TEMPLATE {template}")
        return address(server, name)

    return make
