"""Whoever guesses passwords, at however many doors at once, gains nothing, breaks nothing, and keeps nobody else out.

`make test` tries sixty times, `make soak` ten thousand times: all of them at one server, many at the same moment.
"""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import cycle
from urllib.parse import urlencode

import pytest
from sqlmodel import func, select
from starlette.applications import Starlette

from bccc_dash import clock
from bccc_dash.commands.sign_in import NOT_IN
from bccc_dash.store import audit
from bccc_dash.store.engine import reading
from bccc_dash.store.tables import SignInTryRow
from bccc_dash.web.doors import Doors
from bccc_dash.web.session_cookie import SessionCookie
from tests.commands.conftest import AT, CHAIR, EMAIL_OF, LEAD, MEMBER, PASSWORD, STRANGER, centre, cheap_hashes, told
from tests.sharing import FULL_FORM
from tests.web.asking import scope
from tests.web.doorstep import WRONG, give_a_factor

__all__ = ["centre", "cheap_hashes"]

pytestmark = pytest.mark.soak

TRIES = 10_000 if FULL_FORM else 60
AT_ONCE, OF_ACCOUNT, OF_ADDRESS = 32, 5, 20
MINUTE, SECOND, DAY = timedelta(minutes=1), timedelta(seconds=1), timedelta(days=1)
LOCK = 15 * MINUTE
HOME = "198.51.100.7"


@dataclass(frozen=True)
class Try:
    """One form that is sent, from an address, perhaps with a cookie."""

    address: str = HOME
    path: str = "/sign-in"
    form: dict[str, str] = field(default_factory=dict)
    cookie: str = ""


@dataclass(frozen=True)
class Answer:
    status: int
    cookie: str
    text: str


def password_try(email, password=WRONG, address=HOME):
    return Try(address, form={"email": email, "password": password})


@pytest.fixture
def now(monkeypatch):
    """The clock, which stands until it is moved."""
    moment = [AT]
    monkeypatch.setattr(clock, "now", lambda: moment[0])
    return moment


@pytest.fixture
def doors(centre, now):
    return Starlette(routes=Doors(lambda: centre, SessionCookie("bccc", secure=False)).routes())


async def answer(app, sent):
    headers = {"content-type": "application/x-www-form-urlencoded"} | ({"cookie": sent.cookie} if sent.cookie else {})
    asked = scope("http", sent.path, headers, sent.address) | {"method": "POST"}
    incoming = [{"type": "http.request", "body": urlencode(sent.form).encode(), "more_body": False}]
    outgoing = []

    async def receive():
        return incoming.pop(0)

    async def send(message):
        outgoing.append(message)

    await app(asked, receive, send)
    cookie = dict(outgoing[0]["headers"]).get(b"set-cookie", b"").decode().partition(";")[0]
    text = b"".join(message.get("body", b"") for message in outgoing[1:]).decode()
    return Answer(outgoing[0]["status"], cookie, text)


def all_at_once(app, tries):
    """Send all of them to one server, many at once, and return the answers in the same order."""

    async def every():
        gate = asyncio.Semaphore(AT_ONCE)

        async def one(sent):
            async with gate:
                return await answer(app, sent)

        return await asyncio.gather(*map(one, tries))

    with ThreadPoolExecutor(1) as apart:  # the browser tests may have a loop of their own in this thread
        return apart.submit(lambda: asyncio.run(every())).result()


def status(app, email, password=PASSWORD, address=HOME):
    (found,) = all_at_once(app, [password_try(email, password, address)])
    return found.status


def rows_of_tries(engine):
    with reading(engine) as session:
        return session.exec(select(func.count()).select_from(SignInTryRow)).one()


def is_whole(engine):
    with reading(engine) as session:
        return audit.verify_chain(session) is None


def addresses(n):
    return [f"2001:db8:{number:x}::1" if number % 2 else f"10.0.{number // 250}.{number % 250}" for number in range(n)]


def wrong_tries():
    """Many, of known and unknown people, from many addresses. The member is spared, and so is the address HOME."""
    known = [EMAIL_OF[CHAIR], EMAIL_OF[LEAD], EMAIL_OF[STRANGER]]
    emails = cycle(known + [f"nobody{number}@example.org" for number in range(TRIES // 25)])
    houses = cycle(addresses(TRIES // 15))
    return [password_try(next(emails), address=next(houses)) for _ in range(TRIES)]


def check_all_say_the_same(tries, answers):
    assert {(one.status, one.cookie) for one in answers} == {(401, "")}
    said = {one.text.replace(sent.form["email"], "") for sent, one in zip(tries, answers, strict=True)}
    assert len(said) == 1
    assert NOT_IN in said.pop()


def check_little_is_kept(tries, engine):
    emails, houses = ({sent.form["email"] for sent in tries}, {sent.address for sent in tries})
    deeds = [row[1] for row in told(engine)]
    assert rows_of_tries(engine) <= len(emails) + len(houses)
    assert 0 < deeds.count("sign_in_failed") <= min(OF_ACCOUNT * len(emails), OF_ADDRESS * len(houses))
    assert 0 < deeds.count("sign_in_locked") <= len(emails) + len(houses)
    assert set(deeds) == {"sign_in_failed", "sign_in_locked"}
    assert is_whole(engine)


def test_many_wrong_tries_open_nothing_and_keep_out_only_whom_they_were_about(doors, centre, now):
    tries = wrong_tries()
    answers = all_at_once(doors, tries)

    check_all_say_the_same(tries, answers)
    check_little_is_kept(tries, centre)
    assert status(doors, EMAIL_OF[MEMBER]) == 303
    for after, said in ((0 * SECOND, 401), (LOCK - SECOND, 401), (LOCK, 303)):
        now[0] = AT + after
        assert status(doors, EMAIL_OF[CHAIR]) == said
    assert is_whole(centre)


def test_what_is_kept_of_tries_does_not_grow_from_month_to_month(doors, centre, now):
    days, a_day = 30, max(TRIES // 120, 2)
    for day in range(days):
        now[0] = AT + day * DAY
        fresh = addresses(days * a_day)[day * a_day : (day + 1) * a_day]
        tries = [password_try(f"nobody{day}-{number}@example.org", address=house) for number, house in enumerate(fresh)]
        assert {one.status for one in all_at_once(doors, tries)} == {401}

    assert 2 * a_day <= rows_of_tries(centre) <= 2 * a_day * 4  # of today, and of the three days that they are kept
    assert is_whole(centre)


def test_two_who_sign_in_at_the_same_moment_both_come_in(doors, centre):
    both = all_at_once(doors, [password_try(EMAIL_OF[MEMBER], PASSWORD, house) for house in addresses(2)])

    assert [one.status for one in both] == [303, 303]
    assert len({one.cookie for one in both}) == 2
    assert [row[1] for row in told(centre)].count("sign_in") == 2


def test_one_code_at_the_same_moment_lets_in_one(doors, centre):
    app, _ = give_a_factor(centre, CHAIR)
    half_in = all_at_once(doors, [password_try(EMAIL_OF[CHAIR], PASSWORD, house) for house in addresses(4)])
    codes = [
        Try(house, "/sign-in/code", {"code": app.at(AT)}, one.cookie)
        for house, one in zip(addresses(4), half_in, strict=True)
    ]

    assert sorted(one.status for one in all_at_once(doors, codes)) == [303, 401, 401, 401]
    assert [row[1] for row in told(centre)].count("sign_in") == 1
