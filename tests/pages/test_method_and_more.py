import pytest

from bccc_dash.domain.clauses import clause
from bccc_dash.domain.definitions import DEFINITIONS
from bccc_dash.domain.links import Place
from bccc_dash.ui.menu import MENU
from tests.pages.reading import words

PAGE = Place.METHOD


def test_every_figure_its_clauses_targets_and_words_are_explained(open_page, demo_centre):
    app = open_page()
    said = words(app)

    assert not app.exception
    assert [header.value.replace("\\", "") for header in app.header] == [
        *("Vetting", "Concerns", "Breaches", "Reviews and guidance", "Decisions and follow-up", "Data quality"),
        *("Which clauses are cited?", "Which targets are in force?", "What do the words mean?"),
    ]
    assert all(f"{one.code} {one.title}" in said and one.words in said for one in DEFINITIONS)
    assert all(clause(ref).gist in said for one in DEFINITIONS for ref in one.clauses)
    assert "29 figures are worked out" in said
    assert "This is edition 1 of their definitions." in said
    assert "Monday to Friday, without the bank holidays of England." in said
    assert "Application and online check 28 days BCCC default, not policy" in said


def test_the_committees_own_target_is_told_beside_the_default(open_page, sqlite_engine):
    with sqlite_engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO settings (name, value) VALUES ('undecided_effect_days', '14')")

    said = words(open_page())

    assert "14 days The committee (BCCC default: 28)" in said
    assert "one is the committee's own" in said


def test_one_figure_opens_alone(open_page):
    app = open_page(figure="K12")
    said = words(app)

    assert [header.value for header in app.header] == ["Concerns", "Which clauses are cited?"]
    assert "K12 Shared with the committee in time" in said
    assert "K11" not in said


@pytest.mark.parametrize("address", [{"figure": "K99"}, {"figure": "x" * 10_000}, {"figure": "<b>"}, {"odd": "1"}])
def test_an_odd_address_shows_every_figure_and_says_so(open_page, address):
    app = open_page(**address)

    assert not app.exception
    assert "is not here" in app.warning[0].value
    assert "K28 Actions on time" in words(app)


def test_a_past_day_and_an_empty_database_explain_the_same(open_page):
    app = open_page(as_of="2015-01-02")

    assert not app.exception
    assert "K1 Active without valid approval" in words(app)


def test_more_leads_to_every_page_that_is_not_in_the_menu(visit):
    app = visit(Place.MORE)
    rarer = [entry for entry in MENU.values() if not entry.in_menu]

    assert not app.exception
    assert [header.value for header in app.header] == [entry.title for entry in rarer] + [
        "What is done outside the pages?"
    ]
    assert len(app.get("page_link")) == len(rarer)
    assert all(entry.about in words(app) for entry in rarer)
    assert all(len(link.proto.label) <= 16 for link in app.get("page_link"))


def test_more_says_how_to_export_and_to_back_up(visit):
    said = words(visit(Place.MORE))

    assert "python -m bccc_dash export --workbook PATH, and python -m bccc_dash backup PATH" in said
    assert "Their files hold names" in said
