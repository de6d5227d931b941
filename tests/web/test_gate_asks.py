"""The gate with real sessions: what goes out without one, with one, and once it is over."""

import asyncio
from datetime import timedelta

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from bccc_dash import clock
from bccc_dash.commands import people, sessions
from bccc_dash.domain.errors import CouldNotRun
from bccc_dash.domain.sign_in import SignInStep
from bccc_dash.domain.vocabulary import Role
from bccc_dash.store.engine import reading, writing
from bccc_dash.web import sockets, watch
from bccc_dash.web.gate import Gate
from bccc_dash.web.hosts import Hosts
from bccc_dash.web.visits import Visits
from tests.commands.conftest import AT, EMAIL_OF, LEAD, MEMBER, centre, cheap_hashes, user

pytestmark = pytest.mark.sqlite_first
__all__ = ["centre", "cheap_hashes"]

HERE = "http://127.0.0.1:8501"
PAGE = {"accept": "text/html"}
STREAM = "ws://127.0.0.1:8501/_stcore/stream"
MATTER = "inside"
INSIDE = [
    "/media/1.csv",
    "/_stcore/host-config",
    "/_stcore/stream",
    "/component/x",
    "/app/",
]


NETWORKS = ({"hosts": Hosts("dash.example.org")}, {})


async def inside(_):
    return PlainTextResponse(MATTER)


async def stream(websocket):
    await websocket.accept()
    async for text in websocket.iter_text():
        await websocket.send_text(f"{MATTER} {text}")


def gated(engine, **how):
    visits = Visits(lambda: engine, "bccc")
    everything = Route("/{rest:path}", inside, methods=["GET", "POST", "PUT", "DELETE"])
    routes = [*watch.routes(visits), WebSocketRoute("/_stcore/stream", stream), everything]
    return Starlette(routes=routes, middleware=[Middleware(Gate, visits=visits, **how)])


@pytest.fixture
def at(monkeypatch):
    """The clock of the test, which starts at 12:30 and is moved by adding to it."""
    moved = [AT]
    monkeypatch.setattr(clock, "now", lambda: moved[0])
    return moved


@pytest.fixture
def browser(centre, at):
    client = TestClient(gated(centre), base_url=HERE, follow_redirects=False, client=("127.0.0.1", 50000))
    with client:
        yield client


def begun(engine, who=MEMBER, step=SignInStep.FULL):
    with writing(engine, changes_records=False) as session:
        return sessions.begin(session, user(session, who), step, AT)


@pytest.fixture
def token(centre, browser):
    found = begun(centre)
    browser.cookies.set("bccc", found)
    return found


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "DELETE"])
def test_without_a_session_nothing_of_the_dashboard_goes_out(browser, method):
    for path in ("/", "/vetting", "/account", "/account/password", *INSIDE):
        answer = browser.request(method, path)
        assert (answer.status_code, answer.text) == (401, "Sign in first."), path


def test_an_odd_cookie_opens_nothing(browser):
    for odd in (
        b"",
        b"x",
        b"x" * 9000,
        b"../../etc/passwd",
        b"%00",
        b"' OR 1=1 --",
        b"null",
        "\u0661".encode(),
        b"\xff",
    ):
        assert browser.get("/media/1.csv", headers={"cookie": b"bccc=" + odd}).status_code == 401, odd


def test_the_token_of_somebody_between_password_and_code_opens_nothing(centre, browser):
    browser.cookies.set("bccc", begun(centre, step=SignInStep.PASSWORD))

    assert browser.get("/media/1.csv").status_code == 401


def test_a_page_leads_to_the_sign_in_page_which_knows_what_was_asked_for(browser):
    deep = browser.get("/concerns?severity=HIGH&case=C-0001", headers=PAGE)
    home = browser.get("/", headers=PAGE)

    assert deep.status_code == home.status_code == 303
    assert deep.headers["location"] == "/sign-in?next=%2Fconcerns%3Fseverity%3DHIGH%26case%3DC-0001"
    assert home.headers["location"] == "/sign-in"


def test_the_small_pages_and_streamlits_own_files_need_no_session(browser):
    for path in ("/sign-in", "/sign-in/code", "/sign-out", "/set-up", "/link/x", "/static/x.js"):
        assert browser.get(path).status_code == 200, path


def test_whoever_is_signed_in_comes_in_and_the_page_looks_after_itself(browser, token):
    page = browser.get("/vetting", headers=PAGE)

    assert browser.get("/media/1.csv").text == MATTER
    assert '<script src="/watch.js" defer></script></head>' in page.text
    assert page.headers["cache-control"] == "no-store"


def test_the_page_is_used_and_its_looks_are_not(centre, browser, token, at):
    at[0] = AT + timedelta(minutes=20)
    assert browser.get("/signed-in").json() == {"session": 1, "seconds_left": 8 * 3600 - 20 * 60}
    with reading(centre) as session:
        assert sessions.who_is_in(session, token, at[0]).seen_at == AT
    browser.get("/", headers=PAGE)
    with reading(centre) as session:
        assert sessions.who_is_in(session, token, at[0]).seen_at == at[0]


@pytest.mark.parametrize("after", [timedelta(minutes=30), timedelta(hours=8), -timedelta(minutes=2)])
def test_a_session_that_is_over_opens_nothing(browser, token, at, after):
    at[0] = AT + after

    assert browser.get("/signed-in").status_code == 401
    assert browser.get("/media/1.csv").status_code == 401


def test_while_the_database_cannot_be_asked_nobody_comes_in(centre, at):
    def gone():
        raise CouldNotRun("There is no database.")

    visits = Visits(gone, "bccc")
    app = Starlette(routes=[Route("/{rest:path}", inside)], middleware=[Middleware(Gate, visits=visits)])
    client = TestClient(app, base_url=HERE, client=("127.0.0.1", 50000))

    assert client.get("/media/1.csv", headers={"cookie": "bccc=anything"}).status_code == 401


def test_a_websocket_needs_a_session(centre, browser):
    with pytest.raises(WebSocketDisconnect) as refused, browser.websocket_connect(STREAM):
        pass

    assert refused.value.code == 1008


def disabled(engine):
    with writing(engine) as session:
        people.disable(session, EMAIL_OF[MEMBER], AT, actor="chair")


def another_role(engine):
    with writing(engine) as session:
        people.set_role(session, EMAIL_OF[MEMBER], Role.READ_ONLY_AUDITOR, AT, actor="chair")


def signed_out_elsewhere(engine):
    with writing(engine) as session:
        sessions.end_all(session, MEMBER, AT, "SIGNED_OUT")


@pytest.mark.parametrize("change", [disabled, another_role, signed_out_elsewhere])
def test_an_open_websocket_is_closed_within_seconds_of_the_end_of_its_session(centre, browser, token, change):
    with browser.websocket_connect(STREAM) as websocket:
        websocket.send_text("1")
        assert websocket.receive_text() == f"{MATTER} 1"
        change(centre)
        with pytest.raises(WebSocketDisconnect) as closed:
            websocket.receive_text()

    assert closed.value.code == sockets.SESSION_OVER
    assert sockets.LOOK_EVERY <= 2.5


def test_the_session_of_somebody_else_stays_open(centre, browser, token, monkeypatch):
    monkeypatch.setattr(sockets, "LOOK_EVERY", 0.05)
    with browser.websocket_connect(STREAM) as websocket:
        with writing(centre) as session:
            people.disable(session, EMAIL_OF[LEAD], AT, actor="chair")
        asyncio.run(asyncio.sleep(0.3))
        websocket.send_text("2")
        assert websocket.receive_text() == f"{MATTER} 2"


def test_on_a_network_the_browser_is_told_to_come_by_https_only(centre):
    public, here = (TestClient(gated(centre, **how), base_url=HERE, client=("127.0.0.1", 1)) for how in NETWORKS)

    assert public.get("/sign-in").headers["strict-transport-security"] == "max-age=31536000; includeSubDomains"
    assert "strict-transport-security" not in here.get("/sign-in").headers


@pytest.mark.parametrize(
    ("host", "client", "status"),
    [
        pytest.param("dash.example.org", "10.0.0.9", 401, id="its own name, from anywhere"),
        pytest.param("DASH.example.org", "10.0.0.9", 401, id="in capitals"),
        pytest.param("127.0.0.1:8501", "127.0.0.1", 401, id="this machine, by its own name"),
        pytest.param("127.0.0.1:8501", "10.0.0.9", 403, id="another machine, by this one's name"),
        pytest.param("dash.example.org.evil.example", "10.0.0.9", 403, id="a longer name"),
        pytest.param("evil.example", "127.0.0.1", 403, id="another name"),
        pytest.param("", "10.0.0.9", 403, id="no name"),
    ],
)
def test_on_a_network_it_answers_by_its_public_name(centre, host, client, status):
    app = gated(centre, hosts=Hosts("dash.example.org"))
    asks = TestClient(app, base_url=HERE, client=(client, 50000))

    assert asks.get("/media/1.csv", headers={"host": host}).status_code == status
