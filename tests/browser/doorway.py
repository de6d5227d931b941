"""Somebody who comes to the doors with a browser that holds no cookie, and what they do there."""

import subprocess
import sys
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Locator, Page

from bccc_dash import clock
from bccc_dash.commands import people
from bccc_dash.commands.set_password import good_hash, keep
from bccc_dash.domain.vocabulary import Role
from bccc_dash.settings import sqlite_url
from bccc_dash.store.engine import open_engine, writing
from tests.browser.serving import ROOT, Centre, environment
from tests.browser.watching import Watched, screen, watch

PASSWORD = "lantern-meadow-58-kettle"  # noqa: S105  # of people who are invented
OF_A_REFUSAL = ("status of 400", "status of 401", "code=4401", "Unexpected response code: 403")
"""What Chromium, and Streamlit's own script, write of a refusal that the page puts in words, or a websocket that is."""
FETCHED_AHEAD = "was preloaded using link preload"
"""What Chromium writes where somebody takes their time at a small page, which fetches what the dashboard needs."""
SOCKET = """protocol => new Promise(done => {
  const socket = new WebSocket(`ws://${location.host}/_stcore/stream`, protocol);
  window.ended = new Promise(over => {
    socket.onclose = event => { over(event.code); done('refused'); };
    setTimeout(over, 60000, 'still open');
  });
  socket.onopen = () => done('open');
})"""


@dataclass
class Caller:
    """A browser of somebody's own. `complaints` are everything that went wrong on its pages."""

    context: BrowserContext
    page: Page
    watched: Watched
    looked_at: list[str] = field(default_factory=list)

    def go(self, path: str) -> None:
        self.page.goto(self.watched.centre.address + path)

    def fill(self, **typed: str) -> None:
        """Fill the fields of these names."""
        for name, text in typed.items():
            self.page.locator(f"[name={name}]").fill(text)

    def press(self, name: str) -> None:
        """Press the button, and wait for the page that comes of it."""
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=name).click()

    def sign_in(self, email: str, password: str = PASSWORD) -> None:
        self.fill(email=email, password=password)
        self.press("Sign in")

    def give_code(self, code: str) -> None:
        self.fill(code=code)
        self.press("Go on")

    @property
    def title(self) -> str:
        return str(self.page.get_by_role("heading", level=1).first.text_content())

    @property
    def problem(self) -> str:
        """The sentence that says what was refused."""
        return str(self.page.get_by_role("alert").text_content())

    @property
    def is_turned_away(self) -> bool:
        """Whether the sign-in page stands there, and nothing else."""
        return urlsplit(self.page.url).path == "/sign-in" and self.title == "Sign in"

    def way(self) -> str:
        """Path and choices of the page that is open."""
        parts = urlsplit(self.page.url)
        return parts.path + (f"?{parts.query}" if parts.query else "")

    def arrives_at(self, title: str) -> None:
        """Wait until a page of the dashboard stands there whole; it must be the one of this title."""
        assert self.title != "Sign in", self.problem
        self.watched.settle()
        assert self.title == title

    def signed_in_as(self) -> Locator:
        """The words at the foot of the sidebar."""
        return self.page.locator("form.visitor p")

    def sign_out(self) -> None:
        self.press("Sign out")

    def complaints(self) -> list[str]:
        """What is wrong with what was seen: errors, requests to another host, rules of accessibility, width."""
        known = (*OF_A_REFUSAL, FETCHED_AHEAD)
        heard = [said for said in self.watched.complaints if not any(part in said for part in known)]
        own = self.watched.centre.address.removeprefix("http://")
        return heard + [f"asked {host}" for host in sorted(self.watched.hosts - {own, ""})] + self.looked_at

    def look(self) -> None:
        """Look at this small page: no rule broken, nothing beside the screen."""
        for rule, places in self.watched.broken_rules().items():
            self.looked_at.append(f"{self.title}: {rule} {places}")
        wide, screen_wide = self.page.evaluate("() => [document.documentElement.scrollWidth, window.innerWidth]")
        if wide > screen_wide:
            self.looked_at.append(f"{self.title}: {wide} wide")


def caller(chromium: Browser, centre: Centre, *, width: int = 1440, scheme: str = "light") -> Caller:
    """A fresh browser without a cookie."""
    context = chromium.new_context(viewport=screen(width), color_scheme=scheme)
    page = context.new_page()
    return Caller(context, page, watch(page, centre, scheme=scheme))


def leaves_by_itself(page: Page) -> None:
    """Touch nothing until the page has left for the sign-in page, which it does within five seconds."""
    page.wait_for_url("**/sign-in*", timeout=5_000)


def tries_a_socket(page: Page) -> str:
    """Whether a websocket, opened from this page with the cookies of the moment, is "open" or "refused"."""
    return str(page.evaluate(SOCKET, ["streamlit"]))


def console(centre: Centre, *words: str) -> str:
    """What a command prints at the console of the centre."""
    command, own = [sys.executable, "-m", "bccc_dash", *words], environment(centre.folder)
    return subprocess.run(command, cwd=ROOT, env=own, capture_output=True, check=True, text=True).stdout


def add_person(centre: Centre, email: str, role: Role, *, with_password: bool = True) -> str:
    """Add somebody to the records of a centre; return their e-mail address."""
    engine, at = open_engine(sqlite_url(centre.file)), clock.now()
    hashed = good_hash(PASSWORD, (email, email)) if with_password else ""
    try:
        with writing(engine) as session:
            number = people.add_user(session, email, "Robin Marlowe", role, at, actor="console (test)")
            if with_password:
                keep(session, number, hashed, at)
    finally:
        engine.dispose()
    return email
