"""The ways in while nobody has a password: the first set-up, and the demonstration's buttons."""

import pytest
from sqlmodel import select
from starlette.applications import Starlette
from starlette.testclient import TestClient

from bccc_dash import clock
from bccc_dash.commands import sessions, set_up
from bccc_dash.domain.vocabulary import Role
from bccc_dash.store.demonstration import ANCHOR
from bccc_dash.store.engine import reading, writing
from bccc_dash.store.tables import SettingRow, UserRow
from bccc_dash.web.doors import Doors
from bccc_dash.web.first_set_up import FirstSetUp
from bccc_dash.web.session_cookie import SessionCookie
from tests.commands.conftest import AT, cheap_hashes, told
from tests.web.doorstep import HERE, NEW, words

__all__ = ["cheap_hashes"]
pytestmark = pytest.mark.sqlite_first
EMAIL = "first@example.org"


@pytest.fixture
def browser(engine, monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: AT)
    cookie = SessionCookie("bccc", secure=False)
    routes = [*Doors(lambda: engine, cookie).routes(), *FirstSetUp(lambda: engine).routes()]
    with TestClient(Starlette(routes=routes), base_url=HERE, follow_redirects=False) as client:
        yield client


@pytest.fixture
def code(engine):
    with writing(engine, changes_records=False) as session:
        return set_up.new_code(session, AT)


@pytest.fixture
def demonstration(engine):
    with writing(engine) as session:
        session.add(SettingRow(name=ANCHOR, value="2026-03-02"))
        session.add_all(UserRow(email=f"{role}@x.example", display_name=role.value, role=role) for role in Role)
    return engine


def give(browser, code, /, **typed):
    known = {"code": code, "email": EMAIL, "name": "Fay First", "password": NEW, "again": NEW}
    return browser.post("/set-up", data=known | typed)


def users(engine):
    with reading(engine) as session:
        return [(user.email, user.role) for user in session.exec(select(UserRow))]


def test_while_nobody_has_a_password_everybody_is_led_to_the_set_up(browser):
    assert browser.get("/sign-in?next=/vetting").headers["location"] == "/set-up"
    assert "Set up BCCC Dash" in words(browser.get("/set-up"))


def test_the_code_of_the_console_makes_the_first_chair_who_then_signs_in(browser, engine, code):
    answer = give(browser, f" {code} ")

    assert answer.headers["location"] == "/sign-in?set=1"
    assert users(engine) == [(EMAIL, "CHAIR")]
    assert "Your password is set" in words(browser.get("/sign-in?set=1"))
    assert browser.get("/set-up").headers["location"] == "/sign-in"
    assert ("set-up page", "user_added", "user/1", "email; display_name; role") in told(engine)


def test_somebody_whom_the_records_know_stays_who_they_are(browser, engine, code):
    with writing(engine) as session:
        session.add(UserRow(email="First@Example.org", display_name="Fay", role="COORDINATOR"))
    give(browser, code)

    assert users(engine) == [("First@Example.org", "COORDINATOR")]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"code": "wrong"}, "does not work"),
        ({"code": ""}, "does not work"),
        ({"code": "x" * 9000}, "does not work"),
        ({"code": "\u0661"}, "does not work"),
        ({"email": "nobody"}, "is no e-mail address"),
        ({"name": ""}, "name"),
        ({"again": "another"}, "not the same"),
        ({"password": "short", "again": "short"}, "at least 12"),
    ],
)
def test_what_will_not_do_is_said_what_was_typed_stays_and_the_code_still_works(browser, engine, code, typed, sentence):
    answer = give(browser, code, **typed)

    assert answer.status_code == 400
    assert sentence in words(answer)
    assert "email" in typed or EMAIL in answer.text
    assert NEW not in answer.text
    assert users(engine) == []
    assert give(browser, code).status_code == 303


def test_a_code_works_once(browser, code):
    give(browser, code)

    assert give(browser, code, email="second@example.org").headers["location"] == "/sign-in"


def test_the_demonstration_shows_three_buttons_and_no_set_up(browser, demonstration):
    page = browser.get("/sign-in?next=/breaches")

    assert page.text.count('<button name="role"') == 3
    assert 'value="/breaches"' in page.text
    assert browser.get("/set-up").headers["location"] == "/sign-in"


@pytest.mark.parametrize("role", [Role.COMMITTEE_MEMBER, Role.COORDINATOR, Role.CHAIR])
def test_a_button_leads_in_as_that_role(browser, demonstration, role):
    answer = browser.post("/sign-in/demo", data={"role": role.value, "next": "/breaches"})
    with reading(demonstration) as session:
        there = sessions.who_is_in(session, browser.cookies["bccc"], AT)

    assert answer.headers["location"] == "/breaches"
    assert there.role is role


@pytest.mark.parametrize("role", ["READ_ONLY_AUDITOR", "SAFEGUARDING_LEAD", "", "QUEEN", "x" * 900])
def test_no_other_role_is_had_by_a_button(browser, demonstration, role):
    answer = browser.post("/sign-in/demo", data={"role": role})

    assert answer.status_code == 400
    assert "bccc" not in browser.cookies


@pytest.mark.parametrize("role", [Role.COMMITTEE_MEMBER, Role.COORDINATOR, Role.CHAIR])
def test_on_no_other_database_is_there_a_way_in_without_a_password(browser, engine, role):
    with writing(engine) as session:
        session.add(UserRow(email=EMAIL, display_name="Fay", role=role))
    answer = browser.post("/sign-in/demo", data={"role": role.value})

    assert answer.status_code == 400
    assert "bccc" not in browser.cookies
    assert told(engine) == []


def test_another_sites_page_opens_nothing(browser, demonstration):
    answer = browser.post("/sign-in/demo", data={"role": "CHAIR"}, headers={"origin": "https://evil.example"})

    assert answer.status_code == 400
    assert "bccc" not in browser.cookies
