"""What keeps the small pages and the server safe without being seen: forms, configuration, what comes from a proxy."""

import re
import tomllib
from datetime import timedelta
from pathlib import Path

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from bccc_dash.commands import passwords, people, sessions
from bccc_dash.commands.sign_in import Admitted, sign_in
from bccc_dash.domain.errors import CouldNotRun, Refused
from bccc_dash.domain.sign_in import SignInStep
from bccc_dash.settings import read_settings
from bccc_dash.store.engine import reading, writing
from bccc_dash.web.asked import sender
from bccc_dash.web.door_pages import TEMPLATES
from bccc_dash.web.doors import Doors
from bccc_dash.web.gate import Gate
from bccc_dash.web.hosts import is_own_origin
from bccc_dash.web.session_cookie import SessionCookie
from tests.commands.conftest import AT, EMAIL_OF, MEMBER, PASSWORD, centre, cheap_hashes
from tests.web.asking import NOBODY, get
from tests.web.doorstep import HERE, door, step
from tests.web.doorstep import sign_in as come_in

pytestmark = pytest.mark.sqlite_first
__all__ = ["centre", "cheap_hashes", "door"]

ROOT = Path(__file__).parents[2]
CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
PAGES = {path.name: path.read_text("utf-8") for path in TEMPLATES.glob("*.html")}
INPUTS = [(name, tag) for name, text in PAGES.items() for tag in re.findall(r"<input[^>]*>", text)]
OURS = re.compile(r'<script src="/(watch|ahead)\.js" defer></script>')
SHUT = Starlette(middleware=[Middleware(Gate, visits=NOBODY)])


def test_whoever_types_a_password_is_not_overlooked_and_may_paste_it():
    secret = [tag for _, tag in INPUTS if re.search(r'name="(password|again|current)"', tag)]

    assert len(secret) == 8
    assert [tag for tag in secret if 'type="password"' not in tag] == []
    assert [tag for tag in secret if not re.search(r'autocomplete="(new|current)-password"', tag)] == []
    assert [name for name, text in PAGES.items() if "onpaste" in text or "<script" in OURS.sub("", text)] == []


def test_every_form_is_posted_and_every_field_is_bounded():
    assert [text for text in PAGES.values() if re.search(r'<form(?![^>]*method="post")', text)] == []
    assert [tag for _, tag in INPUTS if 'type="hidden"' not in tag and "maxlength=" not in tag] == []


def test_no_small_page_leaves_a_value_unescaped():
    assert [name for name, text in PAGES.items() if re.search(r"\|\s*safe|autoescape\s+false|Markup", text)] == []


def test_the_server_tells_no_error_watches_no_file_and_reports_to_nobody():
    assert CONFIG["client"]["showErrorDetails"] == "none"
    assert CONFIG["client"]["toolbarMode"] == "viewer"
    assert CONFIG["browser"]["gatherUsageStats"] is False
    assert CONFIG["server"]["fileWatcherType"] == "none"
    assert CONFIG["global"].keys() == {"disableWidgetStateDuplicationWarning"}


def test_the_server_keeps_its_own_guards_and_takes_no_large_file():
    server = CONFIG["server"]

    assert server["address"] == "127.0.0.1"
    assert server["maxUploadSize"] <= 5
    off = {
        "enableXsrfProtection",
        "enableCORS",
        "corsAllowedOrigins",
        "enableStaticServing",
        "scriptHealthCheckEnabled",
    }
    assert off & server.keys() == set()


@pytest.mark.parametrize(
    "given",
    [
        "http://dash.example.org",
        "dash.example.org",
        "https://",
        "https://dash.example.org/path",
        "https://dash.example.org?x=1",
        "https://somebody@dash.example.org",
        "https://dash.example.org:0",
        "https://dash.example.org:many",
        "https://[::1",
        "https://dâsh.example.org",
        "javascript:alert(1)",
    ],
)
def test_no_address_without_tls_is_taken_for_the_public_one(given):
    with pytest.raises(CouldNotRun, match="BCCC_PUBLIC_URL"):
        read_settings({"BCCC_PUBLIC_URL": given})


def test_the_public_address_makes_the_cookie_secure_and_is_told_without_its_last_slash():
    read = read_settings({"BCCC_PUBLIC_URL": " https://Dash.example.org:8443/ "})

    assert (read.public_url, read.cookie, read.is_secure) == ("https://dash.example.org:8443", "__Host-bccc", True)
    assert (read_settings({}).cookie, read_settings({}).is_secure) == ("bccc", False)


@pytest.mark.parametrize(("path", "status"), [("/.git/config", 401), ("/_stcore/metrics", 404), ("/media/x", 401)])
def test_a_refusal_carries_the_security_headers_too(path, status):
    answer = get(SHUT, path)

    assert answer.status == status
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "object-src 'none'" in answer.headers["content-security-policy"]
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"


@pytest.mark.parametrize("method", ["TRACE", "PUT", "DELETE", "PATCH"])
def test_the_small_pages_know_get_and_post_alone(door, method):
    assert door.request(method, "/sign-in").status_code == 405


def test_a_small_page_says_what_it_is_and_in_which_letters(door):
    assert door.get("/sign-in").headers["content-type"] == "text/html; charset=utf-8"


def test_of_two_fields_of_one_name_the_last_counts_and_the_address_bar_never_does(door):
    typed = f"email={EMAIL_OF[MEMBER]}&password={PASSWORD}&next=%2Fone&next=%2Ftwo"
    form = {"content-type": "application/x-www-form-urlencoded"}

    assert door.post("/sign-in?next=/three", content=typed, headers=form).headers["location"] == "/two"


def test_an_unexpected_fault_tells_nothing(door, monkeypatch):
    monkeypatch.setattr("bccc_dash.web.doors.way_on", lambda _: 1 / 0)
    calm = TestClient(door.app, base_url="http://127.0.0.1:8501", raise_server_exceptions=False)

    answer = calm.get("/sign-in")

    assert (answer.status_code, answer.text) == (500, "Internal Server Error")


def test_a_password_lasts_for_as_long_as_its_owner_keeps_it(centre):
    later = AT + timedelta(days=3650)

    assert isinstance(sign_in(centre, EMAIL_OF[MEMBER], PASSWORD, address="10.0.0.1", at=later), Admitted)


def test_a_name_full_of_signs_is_taken_as_it_stands():
    passwords.check_password("umbrella violin 39 teapot", about=("A+(b [c-", "a*{2,1}@example.org"))


def test_what_was_typed_is_never_a_pattern(centre):
    odd = "{email.__class__}%s{0}@example.org"
    with writing(centre) as session, pytest.raises(Refused) as refusal:
        people.invite(session, odd, AT, actor="chair")

    assert odd in str(refusal.value)


@pytest.mark.parametrize(
    ("sent", "who"),
    [
        pytest.param("10.0.0.9", "10.0.0.9", id="what the proxy says"),
        pytest.param("6.6.6.6, 10.0.0.9", "10.0.0.9", id="what the visitor says before it"),
        pytest.param("127.0.0.1, 10.0.0.9", "10.0.0.9", id="a visitor who calls himself this machine"),
    ],
)
def test_nobody_chooses_the_address_that_they_are_counted_by(sent, who, monkeypatch):
    async def told(request):
        return PlainTextResponse(sender(request))

    monkeypatch.delenv("FORWARDED_ALLOW_IPS", raising=False)
    config = uvicorn.Config(Starlette(routes=[Route("/", told)]))
    trusting = ProxyHeadersMiddleware(config.app, trusted_hosts=config.forwarded_allow_ips)

    assert config.proxy_headers
    assert get(trusting, x_forwarded_for=sent).text == who
    assert get(trusting, client="10.0.0.9", x_forwarded_for="127.0.0.1").text == "10.0.0.9"


@pytest.mark.parametrize("origin", ["http://[", "null", "http://127.0.0.1:8501@evil.example", "//", "\x7f"])
def test_an_odd_origin_is_no_page_of_ours(origin):
    assert not is_own_origin({"origin": origin, "host": "127.0.0.1:8501"})


def test_signing_in_anew_ends_the_session_that_the_browser_had(door, centre):
    come_in(door)
    old = door.cookies["bccc"]
    come_in(door)

    with reading(centre) as session:
        assert sessions.who(session, old, AT, touch=False) is None
    assert step(door, centre) is SignInStep.FULL


def test_a_database_that_cannot_be_read_names_no_file_to_strangers(monkeypatch, capsys):
    def gone():
        raise CouldNotRun("/secret/place/bccc.db cannot be read")

    app = Starlette(routes=Doors(gone, SessionCookie("bccc", secure=False)).routes())
    answer = TestClient(app, base_url=HERE).get("/sign-in")

    assert answer.status_code == 503
    assert "secret" not in answer.text
    assert "/secret/place" in capsys.readouterr().err


@pytest.mark.parametrize("word", ["contact-centre-2026", "safeguardinglead1", "BcccDashCommittee"])
def test_words_that_anybody_would_try_here_make_no_password(word):
    with pytest.raises(Refused):
        passwords.check_password(word, about=("Mo Example", "mo@example.org"))
