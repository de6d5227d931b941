"""The chair confirms imports that wait for a second person."""

from datetime import timedelta

import pytest

from bccc_dash import clock
from bccc_dash.domain.links import Place
from bccc_dash.store.engine import writing
from bccc_dash.store.tables import ImportConfirmationRow
from tests.pages.left_by_imports import (
    CHAIR,
    CORA,
    FIRST,
    NOTHING,
    OTHER,
    ask,
    centre,
    confirmed_by,
    decision,
    event,
    is_also,
    steps_aside,
    wait,
)
from tests.pages.test_settings import NOT_THE_CHAIR, button, said
from tests.pages.test_statements import AT_MOST, asked, listed

__all__ = ["asked", "centre"]

CONFIRM = "Confirm import number 1"


def labels(app):
    return [one.label for one in app.button]


@pytest.mark.parametrize("role", NOT_THE_CHAIR)
@pytest.mark.parametrize("is_let_through", [False, True])
def test_only_the_chair_is_shown_what_waits(visit, centre, role, is_let_through, monkeypatch):
    wait(centre)
    ask(centre)
    if is_let_through:
        monkeypatch.setattr("bccc_dash.ui.menu.mine", lambda: list(Place))
    app = visit(Place.IMPORTS, role=role)

    assert "Imports" not in [title.value for title in app.title]
    assert "Cora" not in said(app)
    assert CONFIRM not in labels(app)
    assert bool(app.error) is is_let_through


@pytest.mark.parametrize("role", NOT_THE_CHAIR)
def test_the_read_itself_refuses_where_menu_and_page_would_let_somebody_through(visit, centre, role, monkeypatch):
    wait(centre)
    monkeypatch.setattr("bccc_dash.ui.menu.mine", lambda: list(Place))
    monkeypatch.setattr("bccc_dash.ui.visitor.require", lambda _: None)
    app = visit(Place.IMPORTS, role=role)

    assert [error.value for error in app.error] == ["You may not confirm the decisions that an import brings here."]
    assert "Cora" not in said(app)


def test_where_nothing_waits_the_page_says_so(visit, centre):
    text = said(visit(Place.IMPORTS))

    assert NOTHING in text
    assert "No import waits for a second person." in text
    assert "Past imports asked nothing of people that is not settled." in text


def test_what_waits_is_told_with_who_when_until_when_and_what_it_brings(visit, centre):
    wait(centre, decision(), decision("D-0001", "C-0001", "V-0001", is_change=True), event())
    text = said(visit(Place.IMPORTS))

    assert "One import waits for a second person; no things" in text
    assert "Import number 1 Cora <b> " in text
    assert "One ratified decision, one change of a ratified decision and one approval event" in text
    assert "Ratified decision D-0009 C-0009 V-0002 Suspension 2 November 2026" in text
    assert "Change of a ratified decision D-0001 C-0001 V-0001 Suspension 2 November 2026" in text
    assert "Approval event None V-0002 V-0002 Suspended 2 November 2026" in text
    assert "nothing comes in yet: the coordinator imports the same workbook again within seven days" in text


def test_an_import_is_confirmed_and_the_page_says_what_comes_next(visit, centre):
    wait(centre)
    text = said(button(visit(Place.IMPORTS), CONFIRM).click().run())

    assert "Import number 1 is confirmed. Nothing is in yet: the coordinator now imports the same workbook" in text
    assert NOTHING in text
    assert confirmed_by(centre) == [CHAIR]


def test_whoever_comes_second_is_told_why_not(visit, centre):
    wait(centre)
    wait(centre)
    app = visit(Place.IMPORTS)
    with writing(centre, changes_records=False) as session:
        row = session.get_one(ImportConfirmationRow, 1)
        row.confirmed_at, row.confirmed_by_id = clock.now(), CORA
    text = said(button(app, CONFIRM).click().run())

    assert "Import number 1 is confirmed already: the workbook can be imported again now." in text
    assert confirmed_by(centre) == [CORA, None]
    assert "Confirm import number 2" in labels(app)
    assert "confirmed already" not in said(app.run())


def test_whoever_comes_too_late_is_told_so(visit, centre):
    wait(centre)
    app = visit(Place.IMPORTS)
    with writing(centre, changes_records=False) as session:
        session.get_one(ImportConfirmationRow, 1).asked_at = clock.now() - timedelta(days=7, seconds=1)

    assert "waited longer than seven days" in said(button(app, CONFIRM).click().run())
    assert confirmed_by(centre) == [None]


@pytest.mark.parametrize(("seconds", "waits"), [(-60, True), (60, False)])
def test_after_seven_days_it_waits_no_more(visit, centre, seconds, waits):
    wait(centre, ago=timedelta(days=7, seconds=seconds))

    assert (CONFIRM in labels(visit(Place.IMPORTS))) is waits


def test_whoever_asked_sees_it_and_is_not_offered_to_confirm(visit, centre):
    wait(centre, by=CHAIR)
    app = visit(Place.IMPORTS)

    assert "You asked for this import yourself: somebody else has to confirm it." in said(app)
    assert CONFIRM not in labels(app)


@pytest.mark.parametrize(
    "item", [decision(volunteer="v-0001"), event("V-0001"), decision(subject="c-0001", volunteer="V-0009")]
)
@pytest.mark.parametrize("keep", [lambda engine: is_also(engine, FIRST), steps_aside])
def test_an_import_about_oneself_or_from_which_one_stood_aside_is_not_told_of(visit, centre, keep, item):
    keep(centre)
    wait(centre, decision(), item)
    text = said(visit(Place.IMPORTS))

    assert NOTHING in text
    assert "D-0009" not in text
    assert "0001" not in text


def test_who_is_another_volunteer_or_stood_aside_elsewhere_confirms(visit, centre):
    is_also(centre, OTHER)
    wait(centre, decision("D-0001", "C-0001", "V-0001"), event("V-0001"))
    app = visit(Place.IMPORTS)

    assert "Import number 1 is confirmed." in said(button(app, CONFIRM).click().run())


def test_whoever_steps_aside_while_the_page_is_open_is_refused_without_a_reason(visit, centre):
    wait(centre, decision("D-0001", "C-0001", "V-0001"))
    app = visit(Place.IMPORTS)
    steps_aside(centre)
    text = said(button(app, CONFIRM).click().run())

    assert "You may not confirm the decisions that an import brings here." in text
    assert "D-0001" not in text
    assert confirmed_by(centre) == [None]


def test_long_lists_are_shown_part_by_part(visit, centre):
    wait(centre, *(decision(f"D-1{number:03}") for number in range(120)))
    for _ in range(60):
        ask(centre)
    text = said(visit(Place.IMPORTS, items="3", page="2"))

    assert "D-1119" in text
    assert "D-1099" not in text
    assert text.count("Role: Chair of the committee") == 10


def test_however_many_wait_the_page_asks_at_most_twelve_questions(visit, centre, asked):
    for _ in range(20):
        wait(centre)
        ask(centre)
    visit(Place.IMPORTS, _asked=asked)

    assert len(asked) <= AT_MOST, listed(asked)
