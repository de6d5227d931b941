"""Odd links, odd cookies, odd text and too many tries in front of the dashboard."""

import re

import pytest

from bccc_dash.web import doors
from tests.commands.conftest import centre, cheap_hashes, told
from tests.web.doorstep import WRONG, door, sign_in

__all__ = ["centre", "cheap_hashes", "door"]


@pytest.mark.parametrize("token", ["abc", "é" * 10, "x" * 5_000, "%00", "..%2f.."])
def test_a_link_that_is_none_is_said_in_words(door, token):
    answer = door.get(f"/link/{token}")

    assert answer.status_code in (400, 404)
    assert "Traceback" not in answer.text


@pytest.mark.parametrize("cookie", ["", "abc", "x" * 5_000, "a b", "%C3%A9"])
def test_a_cookie_that_is_none_is_nobody(door, cookie):
    door.cookies.set("bccc", cookie)

    assert door.get("/sign-in").status_code == 200


def test_what_was_typed_stays_text(door):
    answer = sign_in(door, '"><script>alert(1)</script>')

    assert "<script>alert" not in answer.text


def test_the_page_weighs_little_and_fetches_the_dashboards_files_meanwhile(door):
    answer = door.get("/sign-in")

    assert len(answer.content) < 30_000
    assert re.findall(r"<script[^>]*>", answer.text) == ['<script src="/ahead.js" defer>']
    assert answer.headers["cache-control"] == "no-store"
    assert set(re.findall(r'(?:src|href|action)="(/[^"]*)"', answer.text)) >= {"/sign-in"}


def test_the_sixth_try_waits_also_with_the_right_password(door, centre):
    for _ in range(5):
        assert sign_in(door, password=WRONG).status_code == 401

    assert sign_in(door).status_code == 401
    assert ("sign-in page", "sign_in_locked", "user/1", "") in told(centre)


def test_a_database_that_is_not_there_is_said_in_words(door, monkeypatch):
    def broken(*_, **__):
        raise doors.BcccError("The database is gone.")

    monkeypatch.setattr(doors, "sign_in", broken)

    assert sign_in(door).status_code == 503
