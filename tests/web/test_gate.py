import base64
import hashlib

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Route, WebSocketRoute

from bccc_dash.web.gate import Gate
from bccc_dash.web.headers import content_security_policy
from bccc_dash.web.hosts import NOT_HERE
from tests.web.asking import NOBODY, SOMEBODY, get, opens, run

HTML = "text/html,application/xhtml+xml"


async def page(request):
    return HTMLResponse("<p>inside</p>", headers={"cache-control": "no-cache", "x-frame-options": "SAMEORIGIN"})


async def script(request):
    return PlainTextResponse("inside", headers={"cache-control": "public, immutable"})


async def stream(websocket):
    await websocket.accept()
    await websocket.close()


ROUTES = [
    WebSocketRoute("/_stcore/stream", stream),
    Route("/static/js/index.js", script),
    Route("/media/1.csv", script),
    Route("/{path:path}", page),
]
APP = Starlette(routes=ROUTES, middleware=[Middleware(Gate, visits=SOMEBODY)])


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8501", "localhost", "localhost:9000", "LOCALHOST:8501"])
def test_this_machine_comes_in_by_its_own_names_on_any_port(host):
    answer = get(APP, host=host)

    assert answer.status == 200
    assert "inside" in answer.text


@pytest.mark.parametrize(
    "host",
    [
        "example.org",
        "127.0.0.1.example.org",
        "localhost.example.org:8501",
        "127.0.0.2",
        "0.0.0.0",  # a name to be refused
        "192.168.1.5:8501",
        "127.0.0.1@example.org",
        "example.org@127.0.0.1",
        "127.0.0.1/example.org",
        "127.0.0.1:99999",
        "[::1",
        "",
    ],
)
def test_any_other_host_name_is_turned_away_in_words(host):
    answer = get(APP, host=host)

    assert answer.status == 403
    assert answer.text == NOT_HERE
    assert answer.headers["x-frame-options"] == "DENY"


@pytest.mark.parametrize("address", ["127.0.0.1", "127.8.9.1", "::1", "::ffff:127.0.0.1"])
def test_a_loopback_address_comes_in(address):
    assert get(APP, client=address).status == 200


@pytest.mark.parametrize("address", ["192.168.1.5", "10.0.0.1", "::ffff:10.0.0.1", "2001:db8::1", "testclient", None])
def test_any_other_machine_is_turned_away_whatever_host_it_asks_for(address):
    assert get(APP, client=address).status == 403


@pytest.mark.parametrize(
    "path", ["/_stcore/metrics", "/_stcore/agent/mcp", "/_stcore/agent/openapi.json", "/_stcore/upload_file/1/2"]
)
def test_streamlits_open_interfaces_are_closed(path):
    answer = get(APP, path)

    assert answer.status == 404
    assert "inside" not in answer.text


@pytest.mark.parametrize("path", ["/a/b", "/a/b/c", "/overview/"])
def test_a_page_below_a_page_leads_home(path):
    answer = get(APP, path, accept=HTML)
    below = "/" in path.strip("/")

    assert (answer.status, answer.headers.get("location")) == ((303, "/") if below else (200, None))


@pytest.mark.parametrize("path", ["/a/_stcore/health", "/_stcore/health", "/overview/_stcore/host-config"])
def test_what_streamlit_probes_for_is_never_led_home(path):
    assert get(APP, path, accept=HTML).status == 200


def test_only_a_browser_that_asks_for_a_page_is_led_home():
    assert get(APP, "/a/b", accept="*/*").status == 200
    assert get(APP, "/a/b", method="POST", accept=HTML).status != 303


def test_a_page_is_never_stored_and_our_headers_stand_in_place_of_its_own():
    headers = get(APP, "/").headers

    assert headers.getlist("cache-control") == ["no-store"]
    assert headers.getlist("x-frame-options") == ["DENY"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-opener-policy"] == "same-origin"


def test_files_with_a_hashed_name_stay_stored_and_downloads_do_not():
    assert get(APP, "/static/js/index.js").headers["cache-control"] == "public, immutable"
    assert get(APP, "/media/1.csv").headers["cache-control"] == "no-store"


def test_the_policy_lets_in_this_server_only_and_never_eval():
    policy = get(APP, "/").headers["content-security-policy"]

    assert "unsafe-eval" not in policy
    assert "http" not in policy
    assert "'unsafe-inline'" not in policy.split("script-src")[1].split(";")[0]
    assert "frame-ancestors 'none'" in policy
    assert policy.count("'sha256-") == 1


def test_an_inline_script_is_let_in_by_its_hash_alone():
    policy = content_security_policy("<html><script>go()</script><script src='/x.js'></script></html>")

    digest = base64.b64encode(hashlib.sha256(b"go()").digest()).decode()
    assert f"script-src 'self' 'sha256-{digest}';" in policy


@pytest.mark.parametrize(
    ("host", "origin"),
    [
        pytest.param("127.0.0.1:8501", "http://127.0.0.1:8501", id="own page"),
        pytest.param("localhost:8501", "http://localhost:8501", id="own page, by name"),
        pytest.param("localhost:8501", None, id="no page"),
    ],
)
def test_a_websocket_of_an_own_page_opens(host, origin):
    assert opens(APP, host=host, **({"origin": origin} if origin else {}))


@pytest.mark.parametrize(
    ("host", "origin", "address"),
    [
        pytest.param("example.org", "http://example.org", "127.0.0.1", id="another name for this machine"),
        pytest.param("127.0.0.1:8501", "https://example.org", "127.0.0.1", id="another site's page"),
        pytest.param("127.0.0.1:8501", "http://127.0.0.1:9000", "127.0.0.1", id="another server's page"),
        pytest.param("127.0.0.1:8501", "null", "127.0.0.1", id="a page without an origin"),
        pytest.param("127.0.0.1:8501", "http://127.0.0.1:8501", "10.0.0.1", id="another machine"),
    ],
)
def test_any_other_websocket_is_refused(host, origin, address):
    assert not opens(APP, client=address, host=host, origin=origin)


def test_what_is_neither_a_page_nor_a_websocket_goes_through():
    assert run(Gate(lifespan, NOBODY), {"type": "lifespan"}) == [{"type": "lifespan.startup.complete"}]


async def lifespan(scope, receive, send):
    await send({"type": "lifespan.startup.complete"})
