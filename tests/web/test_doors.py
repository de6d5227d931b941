"""The small pages before the dashboard: the way in and the way out."""

import re

import pyotp
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from bccc_dash import clock
from bccc_dash.commands import people
from bccc_dash.domain.sign_in import SignInStep
from bccc_dash.store.engine import writing
from bccc_dash.web.doors import Doors
from bccc_dash.web.session_cookie import SessionCookie
from tests.commands.conftest import AT, CHAIR, EMAIL_OF, MEMBER, PASSWORD, STRANGER, centre, cheap_hashes, told
from tests.web.doorstep import NEW, door, give_a_factor, sign_in, step, words

__all__ = ["centre", "cheap_hashes", "door"]


def test_the_right_password_leads_to_the_page_that_was_wanted(door, centre):
    answer = sign_in(door, way="/concerns?case=C-2026-009")

    assert (answer.status_code, answer.headers["location"]) == (303, "/concerns?case=C-2026-009")
    assert step(door, centre) is SignInStep.FULL
    assert ("user/1", "sign_in", "user/1", "") in told(centre)


def test_the_cookie_is_for_the_server_alone(door):
    cookie = sign_in(door).headers["set-cookie"].lower()

    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert "path=/" in cookie
    assert "max-age" not in cookie


def test_behind_tls_the_cookie_is_bound_to_the_host_and_to_https(centre, monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: AT)
    app = Starlette(routes=Doors(lambda: centre, SessionCookie("__Host-bccc", secure=True)).routes())
    with TestClient(app, base_url="https://dash.example", follow_redirects=False) as client:
        cookie = sign_in(client).headers["set-cookie"]

    assert cookie.startswith("__Host-bccc=")
    assert "secure" in cookie.lower()


@pytest.mark.parametrize(
    ("who", "password"),
    [
        (MEMBER, "wrong-password-here"),
        ("nobody@example.org", PASSWORD),
        (STRANGER, PASSWORD),
        ("", ""),
        ("é\x00", "\x00"),
    ],
)
def test_whatever_is_wrong_the_sentence_is_one_and_the_way_is_kept(door, who, password):
    answer = sign_in(door, who, password=password, way="/breaches")

    assert answer.status_code == 401
    assert "set-cookie" not in answer.headers
    assert words(answer).count("do not open an account here") == 1
    assert '<input type="hidden" name="next" value="/breaches">' in answer.text
    assert PASSWORD not in answer.text


@pytest.mark.parametrize(
    "away",
    [
        *("//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "\\\\evil.example"),
        *(
            "evil",
            "",
            "/" + "x" * 3_000,
            "/a\nb",
            "/sign-out",
            "/sign-in",
            "/link/abc",
            "http://[::1",
            "/\t/evil.example",
        ),
    ],
)
def test_the_way_on_never_leads_elsewhere(door, away):
    assert sign_in(door, way=away).headers["location"] == "/"
    assert door.get("/sign-in", params={"next": away}).headers["location"] == "/"


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_a_form_of_another_site_is_refused(door, centre, headers):
    answer = sign_in(door, **headers)

    assert answer.status_code == 400
    assert "another site" in words(answer)
    assert step(door, centre) is None


def test_a_form_that_is_too_long_is_refused(door):
    assert "too long" in words(sign_in(door, password="x" * 20_000))
    assert "too long" in words(door.post("/sign-in", data={f"f{number}": "" for number in range(20)}))


def test_somebody_whose_role_needs_it_gives_a_code_before_anything_else(door, centre):
    app, _ = give_a_factor(centre, CHAIR)
    answer = sign_in(door, CHAIR, way="/vetting")
    assert answer.headers["location"] == "/sign-in/code?next=%2Fvetting"
    assert step(door, centre) is SignInStep.PASSWORD
    before = door.cookies["bccc"]

    asked = door.get(answer.headers["location"])
    wrong = door.post("/sign-in/code", data={"code": "000000", "next": "/vetting"})
    right = door.post("/sign-in/code", data={"code": app.at(AT), "next": "/vetting"})

    assert "six digits" in words(asked)
    assert wrong.status_code == 401
    assert right.headers["location"] == "/vetting"
    assert step(door, centre) is SignInStep.FULL
    assert door.cookies["bccc"] != before


def test_a_code_that_was_used_opens_nothing_and_a_recovery_code_opens_once(door, centre):
    app, codes = give_a_factor(centre, CHAIR)
    sign_in(door, CHAIR)
    door.post("/sign-in/code", data={"code": app.at(AT)})
    door.cookies.clear()
    sign_in(door, CHAIR)

    assert door.post("/sign-in/code", data={"code": app.at(AT)}).status_code == 401
    assert door.post("/sign-in/code", data={"code": codes[0]}).status_code == 303
    door.cookies.clear()
    sign_in(door, CHAIR)
    assert door.post("/sign-in/code", data={"code": codes[0]}).status_code == 401


def test_a_chair_without_a_second_factor_sets_one_up_first(door, centre):
    answer = sign_in(door, CHAIR, way="/breaches")
    shown = door.get(answer.headers["location"])
    secret = re.search(r"<code>([A-Z2-7]+)</code>", shown.text)[1]
    assert 'src="data:image/svg+xml' in shown.text

    wrong = door.post("/sign-in/set-up", data={"code": "12345", "next": "/breaches"})
    right = door.post("/sign-in/set-up", data={"code": pyotp.TOTP(secret).at(AT), "next": "/breaches"})

    assert "Start again with a new picture" in words(wrong)
    assert len(re.findall(r"<li>[A-Z2-7]{4}(-[A-Z2-7]{4}){5}</li>", right.text)) == 10
    assert 'href="/breaches"' in right.text
    assert step(door, centre) is SignInStep.FULL


@pytest.mark.parametrize("address", ["/sign-in/code", "/sign-in/set-up"])
def test_without_a_password_there_is_no_second_step(door, address):
    assert door.get(address, params={"next": "/vetting"}).headers["location"] == "/sign-in?next=%2Fvetting"
    assert door.post(address, data={"code": "123456"}).headers["location"] == "/sign-in"


def test_signing_out_ends_the_session_and_its_cookie_opens_nothing_again(door, centre):
    sign_in(door)
    kept = door.cookies["bccc"]

    answer = door.post("/sign-out")
    door.cookies.set("bccc", kept)

    assert answer.headers["location"] == "/sign-in"
    assert 'bccc=""' in answer.headers["set-cookie"]
    assert step(door, centre) is None
    assert ("user/1", "sign_out", "user/1", "") in told(centre)


def test_a_picture_on_another_site_signs_nobody_out(door, centre):
    sign_in(door)

    assert door.get("/sign-out").status_code == 405
    assert door.post("/sign-out", headers={"origin": "https://evil.example"}).status_code == 400
    assert step(door, centre) is SignInStep.FULL


def test_an_invited_person_chooses_a_password_and_signs_in_with_it(door, centre):
    with writing(centre) as session:
        token = people.invite(session, EMAIL_OF[STRANGER], AT, actor="console (test)")
    address = f"/link/{token}"
    assert "Choose a password" in words(door.get(address))

    typo = door.post(address, data={"password": NEW, "again": NEW + "x"})
    weak = door.post(address, data={"password": "password1234", "again": "password1234"})
    done = door.post(address, data={"password": NEW, "again": NEW})
    again = door.post(address, data={"password": NEW, "again": NEW})

    assert "not the same" in words(typo)
    assert weak.status_code == 400
    assert "Choose a password" in words(weak)
    assert done.headers["location"] == "/sign-in?set=1"
    assert "Your password is set" in words(door.get("/sign-in?set=1"))
    assert "This link does not work" in words(again)
    assert sign_in(door, STRANGER, password=NEW).status_code == 303
