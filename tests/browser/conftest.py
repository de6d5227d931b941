"""Chromium, three centres, and one page for each centre in light and in dark, opened once and used by every test."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from bccc_dash.commands.tokens import new_token
from bccc_dash.settings import sqlite_url
from tests.browser.serving import Centre, import_demo, records_of, start, wait_until_ready
from tests.browser.watching import Watched, screen, watch
from tests.visitors import come_in_at

CENTRES = ("demonstration", "large", "empty")
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    path = os.environ.get("BCCC_CHROMIUM") or shutil.which("chromium")
    assert path, "The browser tests need Chromium: apt-get install chromium, or set BCCC_CHROMIUM to its file."
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, headless=True, args=FLAGS.split())
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def centres(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Centre]]:
    started: dict[str, Centre] = {}
    for name in CENTRES:
        folder: Path = tmp_path_factory.mktemp("centres") / name
        records_of(name, folder, sqlite_template)
        server, port = start(folder)
        started[name] = Centre(name, folder, port, server)
    try:
        yield {name: wait_until_ready(centre) for name, centre in started.items()}
    finally:
        for centre in started.values():
            centre.server.terminate()
        for centre in started.values():
            centre.server.wait(20)


@pytest.fixture(scope="package")
def demo_of_today(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The records of the demonstration as a centre's own."""
    file = Path(shutil.copy(sqlite_template, tmp_path_factory.mktemp("records") / "bccc.db"))
    import_demo(file)
    return file


Look = Callable[..., Watched]


@pytest.fixture(scope="package")
def readers(chromium: Browser, centres: dict[str, Centre]) -> Iterator[dict[str, BrowserContext]]:
    """A reader who likes light and one who likes dark, signed in as the chair; each keeps what was once fetched."""
    found = {scheme: chromium.new_context(viewport=screen(1440), color_scheme=scheme) for scheme in ("light", "dark")}
    for reader in found.values():
        token = new_token()
        for centre in centres.values():
            come_in_at(sqlite_url(centre.file), token=token)
        # Dozens of pages stay open: let them not ask, every few seconds, whether their session lives.
        reader.route("**/watch.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
        reader.add_cookies([{"name": "bccc", "value": token, "domain": "127.0.0.1", "path": "/"}])
    yield found
    for reader in found.values():
        reader.close()


@pytest.fixture(scope="package")
def look_at(centres: dict[str, Centre], readers: dict[str, BrowserContext]) -> Look:
    """Return a page of one centre in one theme, at a width or as it is; each is opened once and kept for all tests."""
    opened: dict[tuple[str, str, str], Watched] = {}

    def look(name: str, scheme: str = "light", path: str = "/", width: int | None = None) -> Watched:
        key = (name, scheme, path)
        if key not in opened:
            opened[key] = watch(readers[scheme].new_page(), centres[name], scheme=scheme)
            opened[key].page.set_viewport_size(screen(width or 1440))
            opened[key].open(path)
        elif width and opened[key].page.viewport_size != screen(width):
            opened[key].widen(width)
        return opened[key]

    return look


@pytest.fixture
def visit(centres: dict[str, Centre], readers: dict[str, BrowserContext]) -> Iterator[Watched]:
    """A fresh visit to the demonstration centre; nothing may be wrong with it at its end."""
    page = readers["light"].new_page()
    watched = watch(page, centres["demonstration"], scheme="light")
    yield watched
    page.close()
    assert watched.complaints == []
