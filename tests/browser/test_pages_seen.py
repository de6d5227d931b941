"""Every page at every width, in light and in dark, of a small, a large and an empty centre.

`make test` looks at a part of these, chosen so that each page, width, theme and centre is in it, the rarer pages in the
demonstration only; `make soak` at all.
"""

import json
import os

import pytest

from bccc_dash.domain.links import Place
from bccc_dash.ui.menu import MENU
from tests.browser.conftest import CENTRES

pytestmark = [pytest.mark.browser, pytest.mark.soak]

FULL_FORM = bool(os.environ.get("BCCC_SOAK"))
WIDTHS = (1440, 390, 1920)
SHORT_FORM = {
    ("demonstration", "light"): (1440,),
    ("demonstration", "dark"): (390,),
    ("large", "light"): (1920,),
    ("empty", "light"): (390,),
}
IN_MENU = [place for place in Place if MENU[place].in_menu]
SHORT_PLACES = {
    ("demonstration", "light"): IN_MENU[::2],
    ("demonstration", "dark"): list(Place),
    ("large", "light"): IN_MENU[::2],
    ("empty", "light"): IN_MENU[1::2],
}
EVERYTHING = {(centre, scheme): WIDTHS for centre in CENTRES for scheme in ("light", "dark")}
ASKED = [
    (centre, scheme, place, width)
    for (centre, scheme), widths in (EVERYTHING if FULL_FORM else SHORT_FORM).items()
    for place in Place
    if FULL_FORM or place in SHORT_PLACES[centre, scheme]
    for width in widths
]


@pytest.mark.parametrize(
    ("centre", "scheme", "place", "width"),
    ASKED,
    ids=[f"{centre}, {scheme}, {MENU[place].title}, {width}" for centre, scheme, place, width in ASKED],
)
def test_a_page_says_what_it_is_is_accessible_fits_its_screen_and_complains_of_nothing(
    look_at, centre, scheme, place, width
):
    seen = look_at(centre, scheme, f"/{place.value}", width)
    seen.unfold()
    found = seen.broken_rules()
    wide = seen.page.evaluate("() => [document.documentElement.scrollWidth, window.innerWidth]")

    assert found == {}, json.dumps(found, indent=1)
    assert wide[0] <= wide[1]
    assert seen.complaints == []
    assert seen.page.get_by_test_id("stException").count() == 0
    assert seen.page.get_by_role("heading", level=1).count() == 1
    says_what_it_is(seen.page, MENU[place].title)
    assert seen.hosts <= {seen.centre.address.removeprefix("http://"), ""}
    assert all(url.startswith((seen.centre.address, "data:", "blob:")) for url in seen.requests)


def says_what_it_is(page, title):
    assert page.get_by_role("heading", level=1).text_content() == title
    assert page.locator("p.asat").first.text_content().startswith("As at ")
    assert len(page.locator("p.lead").first.text_content()) > 20
    assert page.locator("nav a, [data-testid=stSidebarNavLink]").count() <= 8


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_theme_is_that_of_the_reader(look_at, scheme):
    ground = look_at("demonstration", scheme).page.evaluate(
        "() => getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor"
    )

    assert ground == {"light": "rgb(251, 250, 247)", "dark": "rgb(20, 25, 29)"}[scheme]
