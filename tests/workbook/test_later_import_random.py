"""Whatever stands in a second workbook, nobody's rights change, and no decision comes in unseen."""

import random
from contextlib import suppress

import pytest

from bccc_dash.domain.errors import Refused
from bccc_dash.workbook.asking_chair import ASKS
from tests.oracle.strategies import random_sheets
from tests.workbook.later import again
from tests.workbook.making import got, put

pytestmark = pytest.mark.sqlite_first

SEEDS = range(2)


def guarded(url):
    """Everybody's rights, the ratified decisions, and the approval events."""
    stored = got(url)
    return {
        "rights": [{key: row[key] for key in ("email", *ASKS)} for row in stored["users"]],
        "decisions": [row for row in stored["decisions"] if row["status"] == "RATIFIED"],
        "events": stored["approval_events"],
    }


@pytest.mark.parametrize("seed", SEEDS)
def test_another_workbook_changes_nothing_that_is_guarded(url, seed):
    put(url, random_sheets(random.Random(seed), 8))
    before, other = guarded(url), random_sheets(random.Random(seed + 100), 8)

    with suppress(Refused):
        again(url, other)
    result = again(url, {"users": other["users"], "volunteers": other["volunteers"]})

    assert result.changes
    assert result.for_chair
    assert guarded(url) == before


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_exported_goes_in_again_and_changes_nothing(url, seed):
    put(url, random_sheets(random.Random(seed), 8))

    result = again(url, got(url))

    assert not result.changes
    assert result.for_chair == ()
