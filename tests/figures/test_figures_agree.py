"""Two readings of the same records, one in SQL and one slow and apart, give the same figures on both engines."""

import os
import random
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, Phase, Verbosity, given, settings

from bccc_dash.domain.errors import Refused
from bccc_dash.domain.period import Period
from bccc_dash.figures import figures
from bccc_dash.store.engine import reading
from bccc_dash.workbook.importing import import_sheets
from tests.figures.conftest import Fresh
from tests.oracle.days import Day
from tests.oracle.dice import ANCHORS
from tests.oracle.reading import oracle_figures
from tests.oracle.shrinking import smallest
from tests.oracle.strategies import Sheets, periods, random_sheets, workbooks

pytestmark = pytest.mark.soak

SOAK = bool(os.environ.get("BCCC_SOAK"))
Window = tuple[Day, Day]


@dataclass(frozen=True)
class Difference:
    """A figure that the two readings give differently."""

    code: str
    window: Window
    by_sql: object
    by_hand: object


def differences(fresh: Fresh, sheets: Sheets, windows: list[Window], code: str | None = None) -> list[Difference]:
    found = []
    with fresh() as engine:
        import_sheets(sheets, engine=engine)
        with reading(engine) as session:
            for as_of, after in windows:
                ours = figures(session, Period(as_of, after), codes=[code] if code else None)
                theirs = oracle_figures(sheets, as_of, after)
                assert code or set(ours) == set(theirs)
                wrong = [one for one in ours if ours[one] != theirs[one]]
                found += [Difference(one, (as_of, after), ours[one], theirs[one]) for one in wrong]
    return found


def rows_of(sheets: Sheets) -> list[str]:
    """The rows of a workbook, without their blank cells."""
    return [
        f"{name}: " + ", ".join(f"{column}={value}" for column, value in row.items() if value is not None)
        for name, rows in sheets.items()
        for row in rows
    ]


def explained(fresh: Fresh, sheets: Sheets, first: Difference) -> str:
    """A difference and the fewest rows that show it."""

    def still(fewer: Sheets) -> list[Difference]:
        try:
            return differences(fresh, fewer, [first.window], first.code)
        except Refused:
            return []

    least = smallest(sheets, lambda fewer: bool(still(fewer)))
    return "\n".join(map(str, [*still(least), *rows_of(least)]))


def assert_agree(fresh: Fresh, sheets: Sheets, windows: list[Window], found_by: str) -> None:
    found = differences(fresh, sheets, windows)
    if found:
        pytest.fail(f"{found_by}: {len(found)} figures differ\n{explained(fresh, sheets, found[0])}", pytrace=False)


def agreement(fresh: Fresh, examples: int) -> None:
    """Small workbooks by hypothesis. It only finds them: taking rows out is the faster way to a small one."""

    @settings(
        verbosity=Verbosity.quiet,
        max_examples=examples,
        deadline=None,
        database=None,
        derandomize=not SOAK,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(workbooks())
    def agrees(made: tuple[Sheets, list[Window]]) -> None:
        assert_agree(fresh, *made, "hypothesis")

    agrees()


def large_agreement(fresh: Fresh, seeds: range, size: int) -> None:
    for seed in seeds:
        anchor = ANCHORS[seed % len(ANCHORS)]
        assert_agree(fresh, random_sheets(random.Random(seed), size, anchor), periods(anchor), f"seed {seed}")


def test_on_sqlite_any_small_workbook_gives_the_figures_of_the_slow_reading(on_sqlite: Fresh) -> None:
    agreement(on_sqlite, 200 if SOAK else 12)


def test_on_postgresql_any_small_workbook_gives_the_figures_of_the_slow_reading(on_postgresql: Fresh) -> None:
    agreement(on_postgresql, 60 if SOAK else 3)


def test_on_sqlite_a_large_workbook_gives_the_figures_of_the_slow_reading(on_sqlite: Fresh) -> None:
    large_agreement(on_sqlite, range(60 if SOAK else 2), 40 if SOAK else 25)


def test_on_postgresql_a_large_workbook_gives_the_figures_of_the_slow_reading(on_postgresql: Fresh) -> None:
    large_agreement(on_postgresql, range(1000, 1030 if SOAK else 1001), 40 if SOAK else 25)
