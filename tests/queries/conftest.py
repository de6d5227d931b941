"""On which engine the questions are asked.

Whatever recounts random records is asked of SQLite and of PostgreSQL every time; a case of its own, made by hand, is
asked of both in `make soak` and of SQLite alone in `make test`. `make soak` also rolls the dice more often.
"""

import os

import pytest

from bccc_dash.settings import sqlite_url

FULL_FORM = bool(os.environ.get("BCCC_SOAK"))
BOTH = ("sqlite", "postgresql")
SEEDS = range(20 if FULL_FORM else 2)
ON_BOTH = pytest.mark.parametrize("url", BOTH, indirect=True)


def pytest_itemcollected(item: pytest.Item) -> None:
    item.add_marker(pytest.mark.soak)


@pytest.fixture(params=BOTH if FULL_FORM else BOTH[:1])
def url(request: pytest.FixtureRequest) -> str:
    """The address of a fresh, migrated, empty database."""
    if request.param == "sqlite":
        return sqlite_url(request.getfixturevalue("sqlite_file"))
    return str(request.getfixturevalue("postgres_url"))
