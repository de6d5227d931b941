"""A page that nobody can reach, or a menu entry that leads nowhere, fails here."""

from bccc_dash.domain.links import Place
from bccc_dash.ui import menu
from tests.architecture.sources import PAGES

REGISTERED = [entry.file for entry in menu.MENU.values()]


def test_every_page_has_a_place_and_every_place_a_page():
    assert sorted(REGISTERED) == sorted(page.name for page in PAGES)
    assert list(menu.MENU) == list(Place)


def test_nobody_sees_more_than_eight_entries_in_the_menu():
    assert 1 < sum(entry.in_menu for entry in menu.MENU.values()) <= menu.AT_MOST == 8


def test_a_page_that_is_not_in_the_menu_says_what_it_is_for():
    assert all(entry.about for entry in menu.MENU.values() if not entry.in_menu)


def test_titles_differ():
    titles = [entry.title for entry in menu.MENU.values()]

    assert len(set(titles)) == len(titles)
