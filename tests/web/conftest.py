"""The pages in front of the dashboard read what `commands` keep: made by hand, they are tried on SQLite first."""

import pytest


def pytest_itemcollected(item: pytest.Item) -> None:
    item.add_marker(pytest.mark.sqlite_first)
