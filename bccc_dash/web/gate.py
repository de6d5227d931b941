"""The gate before Streamlit: nothing of the dashboard goes out to anybody who is not signed in."""

from dataclasses import dataclass, field
from urllib.parse import quote

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bccc_dash.web.headers import with_security
from bccc_dash.web.hosts import Hosts, is_own_origin
from bccc_dash.web.scripts import SCRIPTS
from bccc_dash.web.sockets import let_through
from bccc_dash.web.visits import Visits
from bccc_dash.web.watch import watched_page

NOT_SIGNED_IN = "Sign in first."
# Streamlit answers these without asking who is there: counters of visitors, and an interface for programs. And no page
# takes a file yet, so nobody may leave one.
CLOSED = ("/_stcore/metrics", "/_stcore/agent", "/_stcore/upload_file")
# What may be had without a session: the small pages, Streamlit's own files, and whether the server lives.
OPEN = frozenset({"/sign-in", "/sign-out", "/set-up", "/signed-in", "/_stcore/health", *SCRIPTS})
OPEN_BELOW = ("/sign-in/", "/link/", "/static/", "/favicon")
SMALL_PAGES = ("/account",)
ONLY_BY_HTTPS = (b"strict-transport-security", b"max-age=31536000; includeSubDomains")
_STREAMLIT = ("/_stcore", "/static/", "/media/", "/component/", "/favicon")


@dataclass(frozen=True)
class Gate:
    """Turns away other names and whoever is not signed in, and gives every answer its security headers."""

    app: ASGIApp
    visits: Visits
    hosts: Hosts = field(default_factory=Hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request or a websocket through, or answer it here."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await self._websocket(scope, receive, send)
        else:
            answer = await self._answer(scope) or self.app
            await answer(scope, receive, self._with_headers(send, scope["path"]))

    def _with_headers(self, send: Send, path: str) -> Send:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = with_security(list(message.get("headers", [])), path)
                message["headers"] = [*headers, ONLY_BY_HTTPS] if self.hosts.public else headers
            await send(message)

        return send_with_headers

    async def _websocket(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a websocket live for as long as its session does."""
        is_ours = self.hosts.lets_in(scope) and is_own_origin(Headers(scope=scope))
        if is_ours and await self.visits.who(scope) is not None:
            await let_through(self.app, self.visits, scope, receive, send)
            return
        await receive()
        await send({"type": "websocket.close", "code": 1008, "reason": NOT_SIGNED_IN})

    async def _answer(self, scope: Scope) -> Response | None:
        """Return the answer that the gate gives itself, or None to let the request through."""
        path = scope["path"]
        if not self.hosts.lets_in(scope):
            return PlainTextResponse(self.hosts.sentence, 403)
        if path.startswith(CLOSED):
            return PlainTextResponse("Not found", 404)
        if path in OPEN or path.startswith(OPEN_BELOW):
            return None
        wants_page = _wants_page(scope)
        if await self.visits.who(scope, touch=wants_page) is None:
            return RedirectResponse(_sign_in(scope), 303) if wants_page else PlainTextResponse(NOT_SIGNED_IN, 401)
        return _page(path) if wants_page else None


def _wants_page(scope: Scope) -> bool:
    return scope["method"] in ("GET", "HEAD") and "text/html" in Headers(scope=scope).get("accept", "")


def _sign_in(scope: Scope) -> str:
    """The address of the sign-in page, which knows what was asked for."""
    query = scope.get("query_string", b"").decode("latin-1")
    way = quote(scope["path"]) + (f"?{query}" if query else "")
    return "/sign-in" if way == "/" else f"/sign-in?next={quote(way, safe='')}"


def _page(path: str) -> Response | None:
    """The dashboard's page; home for a page below a page, with which Streamlit would stay blank for ever.

    Never anything with /_stcore/ in it: by probing for it the page finds out where it lives.
    """
    if path.startswith(_STREAMLIT + SMALL_PAGES) or "/_stcore/" in path:
        return None
    return RedirectResponse("/", 303) if "/" in path.strip("/") else HTMLResponse(watched_page())
