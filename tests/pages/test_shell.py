"""What stands around every page: the menu, the help panel, the day; and a database that is not the one of before."""

import re
import sqlite3
from datetime import date

import pytest

from bccc_dash.domain.links import Place
from bccc_dash.settings import sqlite_url
from bccc_dash.store.engine import open_engine
from bccc_dash.ui.keys import KEYS
from bccc_dash.ui.menu import MENU, PAGES
from bccc_dash.workbook.demo import demo_sheets
from bccc_dash.workbook.importing import import_sheets
from tests.architecture.sources import PACKAGE
from tests.pages.reading import words

PAGE = Place.OVERVIEW
SOURCES = [*(PACKAGE / "ui").rglob("*.py"), *PAGES.glob("*.py")]


def test_the_help_panel_lists_every_key(open_page):
    app = open_page()
    app.button(key="help").click().run()
    said = words(app)

    assert not app.exception
    assert all(key.shortcut in said and key.does in said for key in KEYS.values())


def test_no_key_does_two_things():
    shortcuts = [key.shortcut for key in KEYS.values()]

    assert len(set(shortcuts)) == len(shortcuts)
    assert all(re.fullmatch(r"Alt\+[A-Z]", shortcut) for shortcut in shortcuts)


@pytest.mark.parametrize("name", KEYS)
def test_every_key_presses_a_button(name):
    """By the key's own name, or by the name of a button that is its key's."""
    written = "".join(path.read_text("utf-8") for path in SOURCES if path.name != "keys.py")

    assert f'KEYS["{name}"].shortcut' in written or ("KEYS[name].shortcut" in written and f'"{name}"' in written)


def test_a_different_day_offers_the_way_back_to_today(open_page, demo_centre):
    app = open_page(as_of="2026-06-01")
    assert "As at Monday 1 June 2026." in words(app)

    app.button(key="today").click().run()

    assert "As at Thursday 12 November 2026." in words(app)
    assert not [button for button in app.button if button.key == "today"]


@pytest.mark.parametrize(
    ("as_of", "said"),
    [
        ("2026-11-12", None),
        ("2026-11-13", "This day is still to come"),
        ("2059-12-31", "This day is still to come"),
        ("2015-01-01", "Nobody had applied by this day: the first application is of "),
    ],
)
def test_a_day_to_come_and_a_day_before_the_first_record_are_said(open_page, demo_centre, as_of, said):
    text = words(open_page(as_of=as_of))

    assert ("still to come" in text) is bool(said and "to come" in said)
    assert said is None or said in text


@pytest.mark.parametrize("place", MENU, ids=lambda place: MENU[place].title)
@pytest.mark.parametrize("as_of", ["2015-01-01", "2026-03-31", "2059-12-31"])
def test_every_page_stands_on_every_day(visit, demo_centre, place, as_of):
    app = visit(place, as_of=as_of)

    assert not app.exception
    assert [title.value for title in app.title] == [MENU[place].title]


@pytest.mark.parametrize("place", MENU, ids=lambda place: MENU[place].title)
def test_every_page_of_an_empty_database_says_so_in_words(visit, place):
    app = visit(place)

    assert not app.exception
    assert [title.value for title in app.title] == [MENU[place].title]
    assert "In order" not in words(app)


def test_another_database_in_the_same_place_is_shown_at_once(open_page, sqlite_file, sqlite_template, tmp_path):
    """Also where both have counted the same number of changes."""
    app = open_page()
    assert "Nothing is recorded yet." in words(app)
    other = tmp_path / "other.db"
    other.write_bytes(sqlite_template.read_bytes())
    _fill(other)

    other.replace(sqlite_file)

    assert "Nothing is recorded yet." not in words(app.run())


def _fill(file):
    """The demonstration centre, in one file, with no change counted."""
    engine = open_engine(sqlite_url(file))
    import_sheets(demo_sheets(date(2026, 11, 12)), engine=engine)
    engine.dispose()
    with sqlite3.connect(file, isolation_level=None) as connection:
        connection.execute("UPDATE revision SET number = 0")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ({"as_of": "1999-01-01"}, "no day from 1 January 2015 to 31 December 2059"),
        ({"as_of": "2014-12-31"}, "no day from"),
        ({"as_of": "2060-01-01"}, "no day from"),
        ({"as_of": "2026-13-45"}, "no day from"),
        ({"as_of": "y" * 10_000}, "no day from"),
        ({"period": "Narnia"}, "no period that can be chosen"),
        ({"colour": "red"}, "asks for something that is not here (colour)"),
    ],
    ids=str,
)
def test_a_day_or_period_that_is_none_is_said_in_words(open_page, demo_centre, address, said):
    app = open_page(**address)

    assert not app.exception
    assert said in app.warning[0].value.replace("\\", "")
    assert "As at Thursday 12 November 2026." in words(app)


@pytest.mark.parametrize("as_of", ["2015-01-01", "2059-12-31", "2026-02-28"])
def test_a_day_that_is_one_is_taken_without_a_word(open_page, demo_centre, as_of):
    assert not open_page(as_of=as_of).warning
