"""Streamlit's own files, compressed once and kept in memory: Streamlit sends them as large as they are."""

import gzip
import hashlib
import importlib.util
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bccc_dash.web.codings import gzip_or_plain

FOR_A_YEAR = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"
# What is worth compressing, and what it is. Fonts and pictures are compressed already.
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
}
SMALLEST = 1000  # bytes; less comes in one packet with its headers anyway
_HASHED = re.compile(r"/static/.+\.[A-Za-z0-9_-]{8}\.[a-z0-9]+")
_FIRST = re.compile(r'(?:src|href)="\.?(/static/[^"]+)"')


@dataclass(frozen=True)
class Copy:
    """A compressed file, as it is sent."""

    body: bytes
    etag: str
    content_type: str


class Copies:
    """The files below a folder, by the paths that they are asked for with, and the compressed copies made so far.

    Pages (.html) are left out: they are never stored, and what stands at their address is Streamlit's to say.
    """

    def __init__(self, folder: Path | None) -> None:
        found = [path for path in folder.rglob("*") if path.is_file()] if folder else []
        self.files = {f"/{path.relative_to(folder).as_posix()}": path for path in found if folder}
        self._first = _named_by_the_page(self.files.pop("/index.html", None))
        self._sizes = {name: path.stat().st_size for name, path in self.files.items() if path.suffix in TYPES}
        self._ready: dict[str, Copy] = {}

    def get(self, path: str) -> Copy | None:
        """Return the compressed copy of a file; None while there is none, and for what is not worth one."""
        return self._ready.get(path)

    def make(self, stopped: Event) -> None:
        """Compress, one after another: what the first page needs, then small before large. Ends early once stopped."""
        for name in sorted(self._sizes, key=lambda name: (name not in self._first, self._sizes[name])):
            if stopped.is_set():
                return
            if copy := _compressed(self.files[name]):
                self._ready[name] = copy

    @contextmanager
    def made_meanwhile(self) -> Iterator[None]:
        """Make the copies in a thread while the block runs; at its end wait for the file in hand, not for the rest."""
        stopped = Event()
        worker = Thread(target=self.make, args=(stopped,), name="static-files")
        worker.start()
        try:
            yield
        finally:
            stopped.set()
            worker.join()


class StaticFiles:
    """Answers for Streamlit's files as far as they are compressed; everything else goes on to Streamlit.

    A file is found only by its exact path among the names in the folder, so that no path leads out of it.
    """

    def __init__(self, app: ASGIApp, copies: Copies) -> None:
        self.app = app
        self.copies = copies

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request for a file, or let it through. While the server lives, the copies are made."""
        if scope["type"] == "lifespan":
            with self.copies.made_meanwhile():
                await self.app(scope, receive, send)
        elif scope["type"] == "http" and scope["method"] in ("GET", "HEAD") and scope["path"] in self.copies.files:
            answer = self._answer(scope) or self.app
            await answer(scope, receive, _with_caching(send, scope["path"]))
        else:
            await self.app(scope, receive, send)

    def _answer(self, scope: Scope) -> Response | None:
        """Return the answer from memory, or None where Streamlit is to send the plain file."""
        copy = self.copies.get(scope["path"])
        if copy is None:
            return None
        headers = Headers(scope=scope)
        chosen = gzip_or_plain(_all(headers, "accept-encoding"))
        if chosen is None:
            return PlainTextResponse("This file is sent plain or as gzip.", 406)
        # A part of a file is asked for by its plain bytes: the compressed file is always sent whole.
        return _compressed_answer(copy, scope["method"], headers) if chosen == "gzip" else None


def streamlit_folder() -> Path | None:
    """Return the folder of Streamlit's files without importing Streamlit; None where it is not installed."""
    found = importlib.util.find_spec("streamlit")
    places = found.submodule_search_locations if found else None
    return Path(places[0]) / "static" if places else None


def _named_by_the_page(page: Path | None) -> frozenset[str]:
    return frozenset(_FIRST.findall(page.read_text("utf-8"))) if page else frozenset()


def _compressed(path: Path) -> Copy | None:
    """Return a file's copy; None for one that is small, does not shrink or cannot be read."""
    try:
        plain = path.read_bytes()
    except OSError:
        return None
    body = gzip.compress(plain, 9, mtime=0)
    if len(plain) < SMALLEST or len(body) >= len(plain):
        return None
    return Copy(body, f'"{hashlib.sha256(plain).hexdigest()[:32]}-gzip"', TYPES[path.suffix])


def _compressed_answer(copy: Copy, method: str, headers: Headers) -> Response:
    if _has_it(_all(headers, "if-none-match"), copy.etag):
        return Response(status_code=304, headers={"etag": copy.etag})
    return Response(
        b"" if method == "HEAD" else copy.body,
        headers={
            "content-type": copy.content_type,
            "content-encoding": "gzip",
            "content-length": str(len(copy.body)),
            "etag": copy.etag,
        },
    )


def _with_caching(send: Send, path: str) -> Send:
    """Return a `send` that says how long the file may be kept, and that its form depends on what was asked for."""

    async def send_with_caching(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(raw=list(message.get("headers", [])))
            if message["status"] < 400:
                headers["cache-control"] = FOR_A_YEAR if _HASHED.fullmatch(path) else ASK_AGAIN
            if path.endswith(tuple(TYPES)):
                headers.add_vary_header("Accept-Encoding")
            message["headers"] = headers.raw
        await send(message)

    return send_with_caching


def _all(headers: Headers, name: str) -> str | None:
    """Return a header that may come in several lines as one."""
    lines = headers.getlist(name)
    return ",".join(lines) if lines else None


def _has_it(if_none_match: str | None, etag: str) -> bool:
    known = {part.strip().removeprefix("W/") for part in (if_none_match or "").split(",")}
    return etag in known or known == {"*"}
