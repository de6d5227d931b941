"""The gate before Streamlit: until there is a sign-in, only this machine may come in, by its own name."""

from collections.abc import Mapping
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bccc_dash.web.headers import with_security

HOSTS = frozenset({"127.0.0.1", "localhost"})
NOT_HERE = "BCCC Dash answers only on the machine that it runs on, as http://127.0.0.1 or http://localhost."
# Streamlit answers these without asking who is there: counters of visitors, and an interface for programs.
CLOSED = ("/_stcore/metrics", "/_stcore/agent")
_STREAMLIT = ("/_stcore", "/static/", "/media/", "/component/", "/favicon")


class Gate:
    """Turns away other machines and other host names, and gives every answer its security headers."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request or a websocket through, or answer it here."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        if scope["type"] == "websocket":
            await self._websocket(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = with_security(list(message.get("headers", [])), scope["path"])
            await send(message)

        answer = _answer(scope) or self.app
        await answer(scope, receive, send_with_headers)

    async def _websocket(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        if is_from_here(scope) and is_own_origin(headers):
            await self.app(scope, receive, send)
            return
        await receive()
        await send({"type": "websocket.close", "code": 1008, "reason": "Not from here"})


def _answer(scope: Scope) -> Response | None:
    """Return the answer that the gate gives itself, or None to let the request through."""
    path = scope["path"]
    if not is_from_here(scope):
        return PlainTextResponse(NOT_HERE, 403)
    if path.startswith(CLOSED):
        return PlainTextResponse("Not found", 404)
    if _is_lost(scope["method"], path, Headers(scope=scope)):
        return RedirectResponse("/", 303)
    return None


def is_from_here(scope: Scope) -> bool:
    """Return whether both the sender's address and the host name asked for are this machine's."""
    client = scope.get("client")
    return client is not None and _is_loopback(client[0]) and _host_name(Headers(scope=scope).get("host", "")) in HOSTS


def is_own_origin(headers: Mapping[str, str]) -> bool:
    """Return whether a websocket was opened by a page of this very server, or by no page at all."""
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host")


def _is_loopback(address: str) -> bool:
    try:
        found = ip_address(address)
    except ValueError:
        return False
    mapped = getattr(found, "ipv4_mapped", None)
    return (mapped or found).is_loopback


def _host_name(host: str) -> str | None:
    """Return the name in a Host header such as localhost:8501 or [::1]:8501; None for anything that is no host."""
    try:
        parts = urlsplit(f"//{host}")
        port_is_one = parts.port is None or parts.port > 0
    except ValueError:
        return None
    return parts.hostname if port_is_one and parts.netloc == host and "@" not in host else None


def _is_lost(method: str, path: str, headers: Mapping[str, str]) -> bool:
    """Return whether a browser asks for a page below a page: Streamlit would answer with one that stays blank.

    Never anything with /_stcore/ in it: by probing for it the page finds out where it lives.
    """
    if method not in ("GET", "HEAD") or "text/html" not in headers.get("accept", ""):
        return False
    return "/" in path.strip("/") and "/_stcore/" not in path and not path.startswith(_STREAMLIT)
