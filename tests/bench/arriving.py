"""Coming in: what the gate costs, what the sign-in page weighs, how soon the Overview is drawn on a slow network."""

import asyncio
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from statistics import median
from urllib.request import Request, urlopen

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message

from bccc_dash import clock
from bccc_dash.commands.passwords import hashed
from bccc_dash.commands.set_password import keep
from bccc_dash.domain.vocabulary import Role
from bccc_dash.settings import sqlite_url
from bccc_dash.store.engine import open_engine, writing
from bccc_dash.store.tables import UserRow
from bccc_dash.web.first_files import first_scripts
from bccc_dash.web.gate import Gate
from bccc_dash.web.static_files import streamlit_folder
from bccc_dash.web.visits import Visits
from tests.bench.report import Line, Unit, milliseconds
from tests.browser.conftest import FLAGS
from tests.browser.serving import ROOT, free_port
from tests.browser.watching import DRAWN
from tests.visitors import come_in, come_in_at

GATE_REACH, WEIGHT_REACH, DRAWN_REACH, ARRIVED_REACH = 3.0, 30.0, 0.2, 0.5
SLOW = {"offline": False, "latency": 40, "downloadThroughput": 10e6 / 8, "uploadThroughput": 10e6 / 8}
TYPING = 6.0  # seconds; an e-mail address and a password of four words take longer
EMAIL, PASSWORD = "bench@example.org", "umbrella-violin-39-teapot"
REQUESTS = 400
STOCK = "import streamlit as st\nst.title('Stock')\n"
ASKED = "[data-testid=stVegaLiteChart]"
CHARTS = f"""() => document.querySelector('h1')?.textContent === 'Overview'
  && document.querySelectorAll('{ASKED}').length >= 4
  && document.querySelectorAll('{DRAWN}').length === document.querySelectorAll('{ASKED}').length"""


def arrive_lines(small: Path, scratch: Path, *, today: date, repeats: int) -> list[Line]:
    """Five lines about coming in, at 60 volunteers."""
    del today  # the pages open as at today
    file = Path(shutil.copy(small, scratch / "arriving.db"))
    _give_password(file)
    lines = [_gate_line(file)]
    (scratch / "stock.py").write_text(STOCK)
    with (
        _server(ROOT / "app.py", file) as ours,
        _server(ROOT / "bccc_dash" / "main.py", file) as bare,
        _server(scratch / "stock.py", file) as stock,
        _chromium() as browser,
    ):
        _until_compressed(ours)
        lines += [_weight_line(ours), _door_line(browser, ours, stock, repeats)]
        lines += _arrival_lines(browser, file, ours, bare, repeats)
    return lines


def _gate_line(file: Path) -> Line:
    """A request for a page through the gate, with a session looked up in the database, and without the gate."""
    engine = open_engine(sqlite_url(file))
    token = come_in(engine, Role.COMMITTEE_MEMBER)
    inside = PlainTextResponse("inside")
    gated = Gate(inside, Visits(lambda: engine, "bccc"))
    taken = asyncio.run(_asked(gated, token)), asyncio.run(_asked(inside, token))
    engine.dispose()
    added = 1000 * (taken[0] - taken[1])
    return Line("The gate, added to a page request", added, GATE_REACH, Unit.MILLISECONDS, milliseconds(*taken))


async def _asked(app: ASGIApp, token: str) -> float:
    headers = [(b"host", b"127.0.0.1:8501"), (b"cookie", f"bccc={token}".encode())]
    scope = {"type": "http", "method": "GET", "path": "/media/1", "query_string": b"", "headers": headers}
    asked = scope | {"client": ("127.0.0.1", 1), "scheme": "http"}

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        if message.get("status", 200) != 200:
            raise AssertionError(message)

    taken = []
    for _ in range(REQUESTS):
        began = time.perf_counter()
        await app(dict(asked), receive, send)
        taken.append(time.perf_counter() - began)
    return median(taken)


def _until_compressed(ours: str) -> None:
    """A server that has been up for half a minute has compressed every file that the first page needs."""
    files = streamlit_folder() or Path()
    heaviest = max(first_scripts(), key=lambda name: (files / name[1:]).stat().st_size)
    asked = Request(f"{ours}{heaviest}", headers={"accept-encoding": "gzip"})  # our own server
    for _ in range(600):
        with urlopen(asked, timeout=20) as answer:  # our own server
            if answer.headers.get("content-encoding") == "gzip":
                return
        time.sleep(0.2)
    raise AssertionError(f"{heaviest} is never compressed")


def _weight_line(ours: str) -> Line:
    with urlopen(f"{ours}/sign-in", timeout=20) as answer:  # our own server
        return Line("The sign-in page weighs", len(answer.read()) / 1000, WEIGHT_REACH, Unit.KILOBYTES)


def _door_line(browser: Browser, ours: str, stock: str, repeats: int) -> Line:
    """From the first byte asked for to the heading, nothing kept from before."""
    door = [_until_heading(browser, f"{ours}/sign-in") for _ in range(repeats)]
    page = [_until_heading(browser, stock) for _ in range(repeats)]
    taken = median(door), median(page)
    return Line(
        "The sign-in page, to a stock Streamlit page", taken[0] / taken[1], DRAWN_REACH, aside=milliseconds(*taken)
    )


def _arrival_lines(browser: Browser, file: Path, ours: str, bare: str, repeats: int) -> list[Line]:
    token = come_in_at(sqlite_url(file), Role.COMMITTEE_MEMBER)
    signed, opened, stock = [], [], []
    for _ in range(repeats):
        signed.append(_signed_in(browser, ours))
        opened.append(_opened(browser, ours, token))
        stock.append(_opened(browser, bare, token))
    cold = median(stock)
    aside = milliseconds(median(signed), cold)
    return [
        Line(
            "Sign-in pressed to Overview drawn, 10 Mbit/s, to stock", median(signed) / cold, ARRIVED_REACH, aside=aside
        ),
        Line(
            "Overview opened cold, 10 Mbit/s, to stock", median(opened) / cold, aside=milliseconds(median(opened), cold)
        ),
    ]


def _until_heading(browser: Browser, address: str) -> float:
    with _fresh(browser) as page:
        began = time.perf_counter()
        page.goto(address, wait_until="commit")
        page.locator("h1").first.wait_for(timeout=60_000)
        return time.perf_counter() - began


def _signed_in(browser: Browser, address: str) -> float:
    """From the press of the button to the last chart; the browser had the time of typing to fetch what is to come."""
    with _fresh(browser, slow=True) as page:
        page.goto(f"{address}/sign-in")
        page.fill("#email", EMAIL)
        page.fill("#password", PASSWORD)
        page.wait_for_timeout(TYPING * 1000)
        began = time.perf_counter()
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_function(CHARTS, timeout=120_000, polling=50)
        return time.perf_counter() - began


def _opened(browser: Browser, address: str, token: str) -> float:
    with _fresh(browser, slow=True, token=token) as page:
        began = time.perf_counter()
        page.goto(address, wait_until="commit")
        page.wait_for_function(CHARTS, timeout=120_000, polling=50)
        return time.perf_counter() - began


@contextmanager
def _fresh(browser: Browser, *, slow: bool = False, token: str = "") -> Iterator[Page]:
    """A page of a browser that has nothing from before."""
    context: BrowserContext = browser.new_context(viewport={"width": 1440, "height": 900})
    if token:
        context.add_cookies([{"name": "bccc", "value": token, "domain": "127.0.0.1", "path": "/"}])
    page = context.new_page()
    if slow:
        context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW)
    yield page
    context.close()


@contextmanager
def _chromium() -> Iterator[Browser]:
    path = os.environ.get("BCCC_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, headless=True, args=FLAGS.split())
        yield browser
        browser.close()


@contextmanager
def _server(script: Path, file: Path) -> Iterator[str]:
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "streamlit", "run", str(script), f"--server.port={port}"]
    environment = os.environ | {"BCCC_DATABASE_URL": sqlite_url(file)}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        try:
            _wait(f"{address}/_stcore/health")
            yield address
        finally:
            server.terminate()


def _wait(address: str) -> None:
    until = time.monotonic() + 120
    while time.monotonic() < until:
        try:
            with urlopen(address, timeout=5):  # our own server
                return
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"{address} does not answer")


def _give_password(file: Path) -> None:
    engine = open_engine(sqlite_url(file))
    with writing(engine, changes_records=False) as session:
        user = UserRow(email=EMAIL, display_name="Bea Bench", role=Role.COMMITTEE_MEMBER)
        session.add(user)
        session.flush()
        keep(session, user.id or 0, hashed(PASSWORD), clock.now())
    engine.dispose()
