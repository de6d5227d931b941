"""How often the dice are rolled, and that what is made by hand is tried on SQLite first."""

import pytest

from tests.sharing import FULL_FORM

SEEDS = range(20 if FULL_FORM else 2)
ON_BOTH = pytest.mark.both_engines


def pytest_itemcollected(item: pytest.Item) -> None:
    item.add_marker(pytest.mark.sqlite_first)
    if item.get_closest_marker("both_engines"):
        item.add_marker(pytest.mark.soak)
