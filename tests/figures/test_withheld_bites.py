"""Take one shadow away, and what is withheld shows. What is about oneself leaves no trace, whatever it is."""

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Engine

from bccc_dash.store import shadows
from tests.figures.conftest import Fresh, empty_sqlite
from tests.figures.seen import Seen
from tests.figures.test_withheld_agrees import filled, kept_from, seen_in, seen_of, tangle_of
from tests.oracle.made_people import USERS
from tests.oracle.strategies import Sheets
from tests.oracle.withholding import blanked, dropped, refs, without_aside, without_volunteer

ME, MYSELF = USERS[0], "V-0023"
"""Somebody who volunteers as well, and has stood aside from much."""


def mine() -> Sheets:
    sheets, _ = tangle_of(0, 25)
    return {**sheets, "users": [{**sheets["users"][0], "volunteer_ref": MYSELF}, *sheets["users"][1:]]}


NOTHING_SHOWN = {"suspects", "import_askings"}
"""Where to look, of which what is found is asked of the tables themselves; and what no first import fills."""
WINDOW = tangle_of(0, 1)[1][0]
NO_WINDOW: list[Any] = []


@pytest.fixture(scope="module")
def fresh(sqlite_template: Any, tmp_path_factory: pytest.TempPathFactory) -> Fresh:
    return empty_sqlite(sqlite_template, tmp_path_factory.mktemp("bites"))


@pytest.fixture(scope="module")
def centre(fresh: Fresh) -> Iterator[Engine]:
    with fresh() as engine:
        filled(engine, mine())
        yield engine


@pytest.fixture(scope="module")
def left(fresh: Fresh) -> Seen:
    """The rows of a database that never had what is withheld from me."""
    return seen_of(fresh, without_aside(without_volunteer(mine(), MYSELF), ME)[0], NO_WINDOW, [])


def shown(centre: Engine) -> object:
    """My rows, or the fault that comes of a row that points at nothing."""
    try:
        return seen_in(centre, NO_WINDOW, [], kept_from(centre, ME))
    except KeyError as fault:
        return fault


def test_all_shadows_together_withhold_all(centre: Engine, left: Seen) -> None:
    assert shown(centre) == left


def test_every_table_of_which_something_is_withheld_is_shadowed(
    monkeypatch: pytest.MonkeyPatch, centre: Engine
) -> None:
    made, whole = [], shadows._view

    def noted(table: Any, *rest: Any) -> str | None:
        view = whole(table, *rest)
        made.append(view and table.name)
        return view

    monkeypatch.setattr(shadows, "_view", noted)
    shown(centre)

    assert made == shadows.shadowed()


@pytest.mark.parametrize("table", [name for name in shadows.shadowed() if name not in NOTHING_SHOWN])
def test_without_any_one_shadow_something_shows(
    monkeypatch: pytest.MonkeyPatch, centre: Engine, left: Seen, table: str
) -> None:
    whole = shadows._view
    monkeypatch.setattr(shadows, "_view", lambda one, *rest: None if one.name == table else whole(one, *rest))

    assert shown(centre) != left


@pytest.mark.parametrize("holes", ["emptied", "clear_checks", "bridged", "before"])
def test_where_a_hole_is_left_open_it_shows(
    monkeypatch: pytest.MonkeyPatch, centre: Engine, left: Seen, holes: str
) -> None:
    whole = shadows.hidden_rows

    def leaving_it_open(*asked: Any) -> Any:
        hidden = whole(*asked)
        getattr(hidden, holes).clear()
        return hidden

    monkeypatch.setattr(shadows, "hidden_rows", leaving_it_open)

    assert shown(centre) != left


def without_matters(sheets: Sheets) -> Sheets:
    """The same centre, where nobody has ever said anything about me."""
    about = {ref for ref in refs(sheets, "concerns", "incidents", "checks", "decisions") if f"-{MYSELF}-" in ref}
    left, gone = dropped(sheets, about)
    assert len(gone) > 5
    assert MYSELF in refs(left, "volunteers")
    return blanked(left, gone)


def test_what_is_said_about_me_changes_nothing_of_what_i_see(fresh: Fresh) -> None:
    def to_me(sheets: Sheets) -> tuple[Seen, int]:
        with fresh() as engine:
            filled(engine, sheets)
            without = kept_from(engine, ME)
            return seen_in(engine, [WINDOW], [MYSELF, f"C-{MYSELF}-0"], without), without.items

    assert to_me(mine()) == to_me(without_matters(mine()))
