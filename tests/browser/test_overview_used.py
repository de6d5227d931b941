"""What people do with the Overview: follow a need, choose days, keep an address, print it, and put it in the README."""

import os
import re
import subprocess
import sys
import urllib.error
import urllib.request
from datetime import timedelta

import pytest

from bccc_dash import clock
from bccc_dash.domain.words import uk_long
from tests.browser.serving import ROOT, environment, free_port

pytestmark = pytest.mark.browser

PICTURE = ROOT / "docs" / "overview.png"
KEEP = "BCCC_KEEP_PICTURES"


@pytest.fixture(scope="module")
def demonstration(look_at):
    return look_at("demonstration", width=1440)


def test_day_and_window_stand_in_the_address_and_survive_a_reload(visit):
    day = clock.today() - timedelta(days=30)
    visit.open(f"/?as_of={day.isoformat()}&period=This+year")
    page = visit.page
    line = page.locator("p.asat").text_content()

    page.reload()
    visit.settle()

    assert line == page.locator("p.asat").text_content()
    assert line.startswith(f"As at {uk_long(day)}. This year: 1 January to")
    assert f"as_of={day.isoformat()}" in page.url


def test_a_window_chosen_in_the_sidebar_goes_into_the_address(visit):
    visit.open("/")
    page = visit.page

    page.get_by_label("Period").click()
    page.get_by_role("option", name="Last 12 months", exact=True).click()
    page.get_by_text("Last 12 months:").wait_for()

    page.wait_for_function("() => location.search.includes('period=')")
    assert "Last" in page.url


def test_an_unknown_page_below_a_page_leads_home(visit):
    visit.open("/no/such/page")

    assert visit.page.url.rstrip("/") == visit.centre.address


def test_it_prints_on_one_or_two_pages_with_tables_and_without_what_is_for_the_screen(demonstration):
    page = demonstration.page

    pages = re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))
    page.emulate_media(media="print")
    shown = {
        name: page.locator(name).first.is_visible()
        for name in (".paper table", "[data-testid=stSidebar]", "[data-testid=stVegaLiteChart]", "details")
    }
    page.emulate_media(media="screen")

    assert 1 <= len(pages) <= 2
    assert list(shown.values()) == [True, False, False, False], shown


def test_the_picture_of_the_readme_is_taken_here(demonstration, tmp_path):
    """Kept only with BCCC_KEEP_PICTURES=1, because the demonstration centre moves on with the weeks."""
    target = PICTURE if os.environ.get(KEEP) or not PICTURE.exists() else tmp_path / PICTURE.name
    page = demonstration.page
    page.evaluate("() => document.querySelectorAll('details[open] > summary').forEach(s => s.click())")
    page.set_viewport_size({"width": 1440, "height": 1500})
    page.evaluate("() => document.querySelector('[data-testid=stMain]').scrollTo(0, 0)")
    demonstration.settle()

    page.screenshot(path=target)

    assert target.read_bytes().startswith(b"\x89PNG")
    assert target.stat().st_size > 50_000


def test_the_real_server_turns_other_names_away_and_keeps_its_own_doors_shut(centres):
    address = centres["demonstration"].address

    assert answer(address, host="example.org") == 403
    assert answer(address + "/_stcore/metrics") == 404
    assert answer(address + "/_stcore/agent/openapi.json") == 404
    assert answer(address) == 401
    assert answer(address + "/_stcore/health") == 200


def answer(address, host=None):
    asked = urllib.request.Request(address, headers={"Host": host} if host else {})
    try:
        with urllib.request.urlopen(asked, timeout=20) as found:
            return found.status
    except urllib.error.HTTPError as refusal:
        with refusal:
            return refusal.code


def test_a_server_told_to_listen_to_everybody_does_not_start(tmp_path):
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"), "--server.address=0.0.0.0"]

    ended = subprocess.run(
        [*command, f"--server.port={free_port()}"], cwd=tmp_path, env=environment(tmp_path), capture_output=True,
        text=True, timeout=120, check=False,
    )  # fmt: skip

    assert ended.returncode == 2
    assert ended.stderr.count("BCCC_PUBLIC_URL") == 1
    assert "Traceback" not in ended.stderr
    assert not list(tmp_path.glob("*.db"))
