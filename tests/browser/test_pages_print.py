"""Every page on paper: A4, its title and tables there, nothing that is only for the screen, nothing cut off."""

import re

import pytest

from bccc_dash.domain.links import Place
from bccc_dash.ui.menu import MENU

pytestmark = pytest.mark.browser

A4 = (595, 842)
SHEETS_AT_MOST = {Place.METHOD: 8, Place.QUALITY: 4}
USUAL = 3
FOR_THE_SCREEN = "[data-testid=stSidebar], [data-testid=stHeader], [class*=st-key-noprint], [data-testid=stPageLink]"
IN_VIEW = "() => [...document.querySelectorAll('table')].filter(t => t.offsetWidth > 0).length"
WIDEST = """() => Math.max(0, ...[...document.querySelectorAll('h1, p, table')].filter(e => e.offsetWidth > 0)
  .map(e => e.getBoundingClientRect().right))"""


USUAL_PAGES = [place for place in Place if MENU[place].in_menu or place is Place.METHOD]
RARER = [pytest.param(place, marks=pytest.mark.soak_only) for place in Place if place not in USUAL_PAGES]


@pytest.fixture(params=[*USUAL_PAGES, *RARER], ids=lambda place: MENU[place].title)
def place(request):
    return request.param


@pytest.fixture
def page(look_at, place):
    seen = look_at("demonstration", "light", f"/{place.value}", 1440)
    seen.page.evaluate("() => document.querySelectorAll('details[open] > summary').forEach(s => s.click())")
    yield seen.page
    seen.page.emulate_media(media="screen")


def test_a_page_prints_on_a_few_sheets_of_a4(page, place):
    printed = page.pdf(prefer_css_page_size=True)
    sheets = re.findall(rb"/Type\s*/Page\b", printed)
    sizes = {
        tuple(round(float(side)) for side in box.split()[2:]) for box in re.findall(rb"/MediaBox \[(.*?)\]", printed)
    }

    assert sizes == {A4}
    assert 1 <= len(sheets) <= SHEETS_AT_MOST.get(place, USUAL)


def test_paper_holds_the_title_and_the_tables_and_nothing_for_the_screen_only(page, place):
    page.emulate_media(media="print")

    assert page.get_by_role("heading", level=1).is_visible()
    assert page.locator("p.asat").first.is_visible()
    assert not [part for part in page.locator(FOR_THE_SCREEN).all() if part.is_visible()]
    assert page.evaluate(IN_VIEW) or place in (Place.MORE, Place.CONCERNS, Place.IMPORTS)
    assert page.evaluate(WIDEST) <= 1440
