"""A browser in front of the small pages, and what people do there."""

import re
from html import unescape

import pyotp
import pytest
from sqlalchemy import Engine
from starlette.applications import Starlette
from starlette.testclient import TestClient

from bccc_dash import clock
from bccc_dash.commands import second_factor, sessions
from bccc_dash.domain.sign_in import SignInStep
from bccc_dash.store.engine import reading, writing
from bccc_dash.web.doors import Doors
from bccc_dash.web.session_cookie import SessionCookie
from tests.commands.conftest import AT, EMAIL_OF, MEMBER, PASSWORD

WRONG = "wrong-password-here"
HERE = "http://127.0.0.1:8501"
NEW = "lantern-meadow-58-kettle"


@pytest.fixture
def door(centre, monkeypatch):
    """A browser in front of the small pages of a centre with three accounts, on 2 March 2026, 12:30."""
    monkeypatch.setattr(clock, "now", lambda: AT)
    app = Starlette(routes=Doors(lambda: centre, SessionCookie("bccc", secure=False)).routes())
    with TestClient(app, base_url=HERE, follow_redirects=False) as client:
        yield client


def sign_in(door, who=MEMBER, *, password=PASSWORD, way="/", **headers):
    typed = {"email": EMAIL_OF.get(who, str(who)), "password": password, "next": way}
    return door.post("/sign-in", data=typed, headers=headers)


def step(door, engine: Engine) -> SignInStep | None:
    with reading(engine) as session:
        there = sessions.who(session, door.cookies.get("bccc"), AT, touch=False)
    return there.step if there else None


def words(answer):
    return unescape(re.sub(r"<style>.*?</style>|<[^>]+>", " ", answer.text, flags=re.S))


def give_a_factor(engine: Engine, user_id: int) -> tuple[pyotp.TOTP, list[str]]:
    with writing(engine) as session:
        app = pyotp.TOTP(second_factor.begin(session, user_id).secret)
        earlier = AT.timestamp() - 60
        codes = second_factor.confirm(session, user_id, app.at(earlier), AT.fromtimestamp(earlier, AT.tzinfo))
    return app, codes or []
