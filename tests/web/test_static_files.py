import asyncio
import gzip
import random
from threading import Event

import pytest
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles as Plain

from bccc_dash.web.gate import Gate
from bccc_dash.web.static_files import ASK_AGAIN, FOR_A_YEAR, SMALLEST, Copies, StaticFiles
from tests.web.asking import HERE, SOMEBODY, run, scope

SCRIPT = "/static/js/index.A1b2_-9z.js"
LATER = "/static/js/later.00000000.js"
UNHASHED = "/manifest.json"
NOTICE = "/static/js/index.A1b2_-9z.js.LICENSE"
FONT = "/static/media/Sans.woff2.abcdefgh.woff2"
WORDS = b"export const committee = 'looks, and sees';\n" * 200
PAGE = '<link rel="icon" href="./favicon.png"><script type="module" src=".{}"></script>'
INSIDE = "sent by Streamlit"


@pytest.fixture
def folder(tmp_path):
    files = {
        "/index.html": PAGE.format(SCRIPT).encode(),
        "/favicon.png": WORDS,
        NOTICE: WORDS,
        UNHASHED: WORDS,
        SCRIPT: WORDS * 20,
        LATER: WORDS,
        FONT: WORDS,
        "/static/css/index.abcdefgh.css": WORDS,
        "/static/media/logo.abcdefgh.svg": WORDS,
        "/static/js/just.abcdefgh.js": b"x" * SMALLEST,
        "/static/js/small.abcdefgh.js": b"x" * (SMALLEST - 1),
        "/static/js/noise.abcdefgh.js": random.Random(4).randbytes(5000),
    }
    for name, body in files.items():
        path = tmp_path / name.lstrip("/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)
    return tmp_path


@pytest.fixture
def made(folder):
    copies = Copies(folder)
    copies.make(Event())
    return copies


@pytest.fixture
def app(folder, made):
    return server(folder, made)


def server(folder, copies):
    async def inside(request):
        return PlainTextResponse(INSIDE, headers={"cache-control": "public, immutable"})

    routes = [
        Mount("/static", Plain(directory=folder / "static")),
        Route("/favicon.png", inside),
        Route(UNHASHED, inside),
        Route("/{rest:path}", inside, methods=["GET", "POST"]),
    ]
    return Starlette(False, routes, [Middleware(Gate, visits=SOMEBODY), Middleware(StaticFiles, copies=copies)])


def ask(app, path, *lines, method="GET"):
    """Return the status, the headers and the bytes of an answer; `lines` are pairs of a header's name and value."""
    asked = scope("http", path, {}, HERE) | {"method": method}
    asked["headers"] += [(name.encode(), value.encode("latin-1")) for name, value in lines]
    sent = []

    async def stays():
        await asyncio.Event().wait()

    async def send(message):
        sent.append(message)

    asyncio.run(app(asked, stays, send))
    return sent[0]["status"], Headers(raw=sent[0]["headers"]), b"".join(part.get("body", b"") for part in sent[1:])


GZIP = ("accept-encoding", "gzip, deflate, br, zstd")


@pytest.mark.parametrize(
    ("path", "content_type"),
    [
        (SCRIPT, "text/javascript; charset=utf-8"),
        (LATER, "text/javascript; charset=utf-8"),
        ("/static/css/index.abcdefgh.css", "text/css; charset=utf-8"),
        ("/static/media/logo.abcdefgh.svg", "image/svg+xml"),
        ("/static/js/just.abcdefgh.js", "text/javascript; charset=utf-8"),
    ],
)
def test_a_file_with_a_hashed_name_comes_compressed_and_is_kept_for_a_year(app, folder, path, content_type):
    status, headers, body = ask(app, path, GZIP)

    assert (status, headers["content-type"], headers["content-encoding"]) == (200, content_type, "gzip")
    assert headers.getlist("cache-control") == [FOR_A_YEAR]
    assert headers.getlist("vary") == ["Accept-Encoding"]
    assert headers["content-length"] == str(len(body))
    assert gzip.decompress(body) == (folder / path.lstrip("/")).read_bytes()


def test_a_file_without_a_hash_in_its_name_is_asked_for_again_every_time(app):
    _, compressed, _ = ask(app, UNHASHED, GZIP)
    _, plain, _ = ask(app, UNHASHED)
    others = [ask(app, path, GZIP)[1] for path in ("/favicon.png", NOTICE)]
    assert compressed["content-encoding"] == "gzip"
    assert [each.getlist("cache-control") for each in (compressed, plain, *others)] == [[ASK_AGAIN]] * 4


def test_the_security_headers_stand_on_a_compressed_file_too(app):
    for line in (GZIP, ("accept-encoding", "*;q=0")):
        headers = ask(app, SCRIPT, line)[1]

        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cross-origin-resource-policy"] == "same-origin"


def test_another_machine_is_turned_away_before_any_file(app):
    asked = scope("http", SCRIPT, {"accept-encoding": "gzip"}, "10.0.0.1")

    assert run(app, asked)[0]["status"] == 403


@pytest.mark.parametrize("line", [("accept-encoding", "br"), ("accept-encoding", "identity"), ("accept-encoding", "")])
def test_who_does_not_want_gzip_gets_the_plain_file_and_is_told_that_it_varies(app, line):
    status, headers, body = ask(app, SCRIPT, line)

    assert (status, body) == (200, WORDS * 20)
    assert "content-encoding" not in headers
    assert headers.getlist("vary") == ["Accept-Encoding"]
    assert headers.getlist("cache-control") == [FOR_A_YEAR]


def test_who_refuses_both_forms_is_told_which_there_are(app):
    status, headers, body = ask(app, SCRIPT, ("accept-encoding", "*;q=0"))
    assert (status, body) == (406, b"This file is sent plain or as gzip.")
    assert (headers["vary"], headers.get("cache-control")) == ("Accept-Encoding", None)


def test_a_header_in_several_lines_is_read_as_one(app):
    answer = ask(app, SCRIPT, ("accept-encoding", "br"), ("accept-encoding", "gzip"))

    assert answer[1]["content-encoding"] == "gzip"


@pytest.mark.parametrize("path", [FONT, "/static/js/small.abcdefgh.js", "/static/js/noise.abcdefgh.js"])
def test_what_is_not_worth_compressing_comes_as_it_is(app, folder, path):
    status, headers, body = ask(app, path, GZIP)

    assert (status, body) == (200, (folder / path.lstrip("/")).read_bytes())
    assert "content-encoding" not in headers
    assert headers["cache-control"] == FOR_A_YEAR
    assert ("vary" in headers) == path.endswith(".js")


@pytest.mark.parametrize("form", ["{}", "W/{}", '"other", {}', "*", ' "a",W/{} '])
def test_who_has_the_file_is_not_sent_it_again(app, form):
    etag = ask(app, SCRIPT, GZIP)[1]["etag"]

    status, headers, body = ask(app, SCRIPT, GZIP, ("if-none-match", form.format(etag)))

    assert (status, body, headers["etag"]) == (304, b"", etag)
    assert (headers["cache-control"], headers["vary"]) == (FOR_A_YEAR, "Accept-Encoding")
    assert "content-encoding" not in headers


def test_who_has_another_form_or_another_file_is_sent_this_one(app):
    plain, other = ask(app, SCRIPT)[1]["etag"], ask(app, LATER, GZIP)[1]["etag"]
    compressed = ask(app, SCRIPT, GZIP)[1]["etag"]

    for etag in (plain, other, compressed.strip('"'), "", '"*"'):
        assert ask(app, SCRIPT, GZIP, ("if-none-match", etag))[0] == 200
    assert ask(app, SCRIPT, ("if-none-match", plain))[0] == 304
    assert ask(app, SCRIPT, ("if-none-match", compressed))[0] == 200


def test_head_has_the_headers_of_get_and_no_body(app):
    _, got, body = ask(app, SCRIPT, GZIP)
    status, headers, nothing = ask(app, SCRIPT, GZIP, method="HEAD")

    assert (status, nothing) == (200, b"")
    assert dict(headers) == dict(got)
    assert headers["content-length"] == str(len(body))


def test_a_part_is_cut_from_the_plain_file_and_a_compressed_one_comes_whole(app):
    part = ("range", "bytes=10-19")

    assert ask(app, SCRIPT, part)[::2] == (206, WORDS[10:20])
    status, headers, body = ask(app, SCRIPT, GZIP, part)
    assert (status, gzip.decompress(body)) == (200, WORDS * 20)
    assert "content-range" not in headers


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/index.html",
        "/overview",
        "/static/js/none.abcdefgh.js",
        "/static/js",
        "/static/../app.py",
        "/static/js/../js/index.A1b2_-9z.js",
        "/" + SCRIPT,
        SCRIPT + "/",
        SCRIPT + "\x00",
        SCRIPT.replace("/", "\\"),
        SCRIPT.upper(),
        "/static/js/..%2findex.js",
        "/media/index.A1b2_-9z.js",
        "",
        "/\xfc\u2028",
    ],
)
def test_any_other_path_goes_on_to_streamlit_as_it_came(made, path):
    headers = [(b"cache-control", b"its own")]

    async def inside(scope, receive, send):
        await send({"type": "http.response.start", "status": 200, "headers": headers, "asked": scope["path"]})

    asked = scope("http", "/", {"accept-encoding": "gzip"}, HERE) | {"path": path}
    sent = run(StaticFiles(inside, made), asked)

    assert [(each["status"], each["headers"], each["asked"]) for each in sent] == [(200, headers, path)]


def test_nothing_but_get_and_head_is_answered_here(app):
    for method in ("POST", "PUT", "DELETE", "OPTIONS", "get"):
        assert ask(app, SCRIPT, GZIP, method=method)[0] == 405


def test_until_a_file_is_compressed_streamlit_sends_it(folder):
    status, headers, body = ask(server(folder, Copies(folder)), SCRIPT, GZIP)

    assert (status, body) == (200, WORDS * 20)
    assert (headers["cache-control"], headers["vary"]) == (FOR_A_YEAR, "Accept-Encoding")
