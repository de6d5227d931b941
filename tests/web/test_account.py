"""One's own account: where one is signed in, and a new password."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from bccc_dash import clock
from bccc_dash.commands import sessions
from bccc_dash.domain.sign_in import SignInStep
from bccc_dash.store.engine import reading, writing
from bccc_dash.web.account import Account
from bccc_dash.web.doors import Doors
from bccc_dash.web.gate import Gate
from bccc_dash.web.session_cookie import SessionCookie
from bccc_dash.web.visits import Visits
from tests.commands.conftest import AT, CHAIR, MEMBER, PASSWORD, centre, cheap_hashes, told, user
from tests.web.doorstep import HERE, NEW, WRONG, words

__all__ = ["centre", "cheap_hashes"]
pytestmark = pytest.mark.sqlite_first
COOKIE = SessionCookie("bccc", secure=False)


@pytest.fixture
def browser(centre, monkeypatch):
    """A browser of the member, who is signed in."""
    monkeypatch.setattr(clock, "now", lambda: AT)
    routes = [*Account(lambda: centre, COOKIE).routes(), *Doors(lambda: centre, COOKIE).routes()]
    app = Starlette(routes=routes, middleware=[Middleware(Gate, visits=Visits(lambda: centre, "bccc"))])
    with TestClient(app, base_url=HERE, follow_redirects=False, client=("127.0.0.1", 50000)) as client:
        client.cookies.set("bccc", begun(centre), domain="127.0.0.1")
        yield client


def begun(engine, who=MEMBER):
    with writing(engine, changes_records=False) as session:
        return sessions.begin(session, user(session, who), SignInStep.FULL, AT)


def is_in(engine, token):
    with reading(engine) as session:
        return sessions.who_is_in(session, token, AT) is not None


def account(browser):
    """The page as a browser asks for it."""
    return browser.get("/account", headers={"accept": "text/html"})


def change(browser, **typed):
    asked = {"current": PASSWORD, "password": NEW, "again": NEW} | typed
    return browser.post("/account/password", data=asked)


def test_a_person_sees_where_they_are_signed_in_and_nobody_else(browser, centre):
    begun(centre, CHAIR)
    shown = words(account(browser))

    assert "Mo Example, Management Committee member" in shown
    assert shown.count("last used 2 March 2026, 12:30") == 1
    assert "(this browser)" in shown


def test_a_session_elsewhere_is_ended_and_told(browser, centre):
    elsewhere = begun(centre)
    answer = browser.post("/account/sessions", data={"session": "2"})

    assert answer.headers["location"] == "/account?ended=1"
    assert not is_in(centre, elsewhere)
    assert account(browser).status_code == 200
    assert ("user/1", "sessions_ended", "user/1", "") in told(centre)


def test_ending_this_very_session_leads_out(browser, centre):
    token = browser.cookies["bccc"]
    answer = browser.post("/account/sessions", data={"session": "1"})

    assert answer.headers["location"] == "/sign-in"
    assert 'bccc=""' in answer.headers["set-cookie"]
    assert not is_in(centre, token)


@pytest.mark.parametrize("odd", ["2", "", "x", "-1", "9" * 400, "1; DROP TABLE users", "\u0662"])
def test_the_session_of_somebody_else_is_not_theirs_to_end(browser, centre, odd):
    other = begun(centre, CHAIR)
    browser.post("/account/sessions", data={"session": odd})

    assert is_in(centre, other)
    assert account(browser).status_code == 200


def test_a_changed_password_ends_every_other_session_and_goes_on_under_a_new_token(browser, centre):
    old, elsewhere = browser.cookies["bccc"], begun(centre)
    answer = change(browser)

    assert answer.headers["location"] == "/account?changed=1"
    assert browser.cookies["bccc"] != old
    assert not is_in(centre, old)
    assert not is_in(centre, elsewhere)
    assert is_in(centre, browser.cookies["bccc"])
    assert "Your password is changed" in words(browser.get("/account?changed=1", headers={"accept": "text/html"}))


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"current": WRONG}, "The password that you have now is another"),
        ({"again": "another-thing-entirely"}, "not the same"),
        ({"password": "short", "again": "short"}, "at least 12"),
        ({"current": ""}, "The password that you have now is another"),
        ({"password": "x" * 5000, "again": "x" * 5000}, "256"),
    ],
)
def test_what_will_not_do_is_said_and_nothing_changes(browser, centre, typed, sentence):
    token = browser.cookies["bccc"]
    answer = change(browser, **typed)

    assert answer.status_code == 400
    assert sentence in words(answer)
    assert is_in(centre, token)
    assert sentence not in words(change(browser))


def test_after_five_wrong_tries_the_right_password_does_not_help_either(browser):
    for _ in range(5):
        change(browser, current=WRONG)

    assert "The password that you have now is another" in words(change(browser))


def test_another_sites_page_changes_nothing(browser, centre):
    token = browser.cookies["bccc"]
    for path in ("/account/password", "/account/sessions"):
        typed = {"current": PASSWORD, "password": NEW, "again": NEW, "session": "1"}
        answer = browser.post(path, data=typed, headers={"origin": "https://evil.example"})
        assert answer.status_code == 400

    assert is_in(centre, token)


def test_without_a_session_there_is_no_account(browser):
    browser.cookies.clear()

    assert account(browser).headers["location"] == "/sign-in?next=%2Faccount"
    assert change(browser).status_code == 401
