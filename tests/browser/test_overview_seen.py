"""The Overview at every width, in light and in dark, of a small, a large and an empty centre."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

WIDTHS = [1440, 390, 1920]
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.mark.parametrize("width", WIDTHS)
def test_no_accessibility_rule_of_level_a_or_aa_is_broken(seen, width):
    seen.widen(width)
    seen.unfold()

    broken = Axe().run(seen.page, options={"runOnly": LEVELS, "resultTypes": ["violations"]}).response["violations"]

    found = {rule["id"]: [node["html"] for node in rule["nodes"]] for rule in broken}
    assert found == {}, json.dumps(found, indent=1)


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_wider_than_the_screen(seen, width):
    seen.widen(width)

    wide = seen.page.evaluate("() => [document.documentElement.scrollWidth, window.innerWidth]")

    assert wide[0] <= wide[1]


def test_the_theme_is_that_of_the_reader(seen):
    ground = seen.page.evaluate("() => getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor")

    assert ground == {"light": "rgb(251, 250, 247)", "dark": "rgb(20, 25, 29)"}[seen.scheme]


def test_no_other_host_was_asked_for_anything(seen):
    assert seen.hosts <= {seen.centre.address.removeprefix("http://"), ""}, seen.hosts
    assert all(url.startswith((seen.centre.address, "data:", "blob:")) for url in seen.requests)


def test_the_browser_complained_of_nothing_and_no_fault_is_shown(seen):
    assert seen.complaints == []
    assert seen.page.get_by_test_id("stException").count() == 0
