"""A browser's page, and everything that went wrong on it."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Page, ViewportSize

from tests.browser.serving import Centre

DRAWN = '[data-testid="stVegaLiteChart"] :is(svg.marks, canvas.marks)'
AT_REST = '[data-testid="stApp"][data-test-script-state="notRunning"]'
COMING = '[data-stale="true"], [data-testid="stSkeleton"]'
AGAIN = 20
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
QUIET = """() => new Promise(done => {
  let timer;
  const watcher = new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(end, 300); });
  const end = () => { watcher.disconnect(); done(); };
  watcher.observe(document.body, {subtree: true, childList: true, attributes: true});
  timer = setTimeout(end, 300);
})"""


@dataclass
class Watched:
    page: Page
    centre: Centre
    scheme: str
    complaints: list[str] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)
    requests: list[str] = field(default_factory=list)

    def open(self, address: str) -> None:
        self.page.goto(self.centre.address + address)
        self.settle()

    def settle(self) -> None:
        """Wait until the run is over, nothing on the page is old or still being fetched, and every picture is drawn."""
        page = self.page
        page.get_by_role("heading", level=1).first.wait_for(timeout=60_000)
        for _ in range(AGAIN):
            page.wait_for_selector(AT_REST, timeout=60_000)
            page.wait_for_function(f"() => !document.querySelector('{COMING}')", timeout=60_000)
            page.evaluate(QUIET)
            if page.locator(AT_REST).count() and not page.locator(COMING).count():
                break
        page.wait_for_function(
            f"() => document.querySelectorAll('{DRAWN}').length"
            f" === document.querySelectorAll('[data-testid=stVegaLiteChart]').length",
            timeout=60_000,
        )

    def title(self) -> str:
        """The page's one title."""
        return str(self.page.get_by_role("heading", level=1).text_content())

    def follow(self, name: str) -> None:
        """Click the first link or menu entry of this name, and wait for the page that it leads to."""
        self.page.get_by_role("link", name=name).first.click()
        self.page.wait_for_timeout(300)
        self.settle()

    def widen(self, width: int) -> None:
        """Give the page another width, as tall as a screen of that width, and let it draw anew."""
        self.page.set_viewport_size(screen(width))
        self.page.wait_for_timeout(600)
        self.settle()

    def unfold(self) -> None:
        """Open whatever is folded away."""
        self.page.evaluate("() => document.querySelectorAll('details:not([open]) > summary').forEach(s => s.click())")
        self.page.wait_for_function("() => !document.querySelector('details:not([open])')")
        self.settle()

    def broken_rules(self) -> dict[str, list[str]]:
        """The rules of accessibility that the page breaks, each with the places where it does."""
        rules = Axe().run(self.page, options={"runOnly": LEVELS, "resultTypes": ["violations"]}).response["violations"]
        return {rule["id"]: [node["html"] for node in rule["nodes"]] for rule in rules}

    def heard(self, message: ConsoleMessage) -> None:
        """Keep every warning and error but the two 404s with which Streamlit finds its own base path."""
        probing = "404" in message.text and "/_stcore/" in message.location.get("url", "")
        if message.type in ("error", "warning") and not probing:
            self.complaints.append(f"{message.type}: {message.text}")


def screen(width: int) -> ViewportSize:
    """A screen of that width, and as tall as such screens are."""
    return {"width": width, "height": {390: 844, 1440: 900, 1920: 1080}[width]}


def watch(page: Page, centre: Centre, *, scheme: str) -> Watched:
    watched = Watched(page, centre, scheme)
    page.on("console", watched.heard)
    page.on("pageerror", lambda error: watched.complaints.append(f"page error: {error}"))
    page.on("request", lambda request: watched.requests.append(request.url))
    page.on("request", lambda request: watched.hosts.add(urlsplit(request.url).netloc))
    page.on("websocket", lambda socket: watched.hosts.add(urlsplit(socket.url).netloc))
    return watched
