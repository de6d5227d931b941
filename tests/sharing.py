"""Which tests share a worker, which begin, and which only the long form, `make soak`, asks of PostgreSQL too.

Random records and whatever guards the history are tried on both engines every time. A case made by hand, in a module
or test marked `sqlite_first`, is tried on SQLite in `make test` and on both in `make soak`.
"""

import os

import pytest
from xdist.remote import Producer
from xdist.scheduler import LoadFileScheduling

BROWSER = "tests/browser/"
LONGEST = (BROWSER, "tests/store/test_killed.py", "tests/figures/", "tests/store/test_history.py", "tests/workbook/")
FULL_FORM = bool(os.environ.get("BCCC_SOAK"))


class ByFile(LoadFileScheduling):
    """The tests of one file stay with one worker, and so do all that need a browser; the longest begin."""

    def _split_scope(self, nodeid: str) -> str:
        return BROWSER if nodeid.startswith(BROWSER) else str(super()._split_scope(nodeid))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> ByFile:
    config.option.loadscopereorder = False  # it would begin with the files that have the most tests
    return ByFile(config, log)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    items.sort(key=_place_in_the_queue)
    for_the_soak = [item for item in items if _is_for_the_soak(item)]
    for item in for_the_soak:
        item.add_marker(pytest.mark.soak)
    if for_the_soak and not FULL_FORM:
        config.hook.pytest_deselected(items=for_the_soak)
        items[:] = [item for item in items if item not in set(for_the_soak)]


def _place_in_the_queue(item: pytest.Item) -> int:
    """What takes longest is begun first, so that no worker has nothing to do at the end."""
    return next((place for place, path in enumerate(LONGEST) if item.nodeid.startswith(path)), len(LONGEST))


def _is_for_the_soak(item: pytest.Item) -> bool:
    """Whether a test walks a way that shorter tests hold piece by piece, or was made by hand and is for PostgreSQL."""
    asked = getattr(item, "callspec", None)
    if item.get_closest_marker("soak_only"):
        return True
    is_hand_made = item.get_closest_marker("sqlite_first") and not item.get_closest_marker("both_engines")
    return bool(is_hand_made and asked and "postgresql" in asked.params.values())
