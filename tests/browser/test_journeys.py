"""What people come for: the answer in one or two clicks, one case by the keys alone, and the way back."""

import pytest
from playwright.sync_api import expect

from tests.browser import answers
from tests.browser.watching import Watched, watch

pytestmark = pytest.mark.browser


class Clicks:
    """A newcomer on the Overview, who may only click on what has a name, and is counted."""

    def __init__(self, visit: Watched) -> None:
        self.visit, self.count = visit, 0

    def on(self, role: str, name: str) -> None:
        self.visit.page.get_by_role(role, name=name).first.click()
        self.count += 1
        self.visit.page.wait_for_timeout(300)
        self.visit.settle()

    def first_row(self, caption: str) -> str:
        table = self.visit.page.get_by_role("table", name=caption)
        return str(table.locator("tbody tr").first.locator("td").first.text_content())


@pytest.fixture(scope="module")
def overview(centres, readers):
    """The Overview, opened once: each newcomer comes back to it."""
    page = readers["light"].new_page()
    watched = watch(page, centres["demonstration"], scheme="light")
    watched.open("/")
    yield watched
    page.close()


@pytest.fixture
def newcomer(overview):
    if overview.title() != "Overview":
        overview.follow("Overview")
        expect(overview.page.get_by_role("heading", level=1)).to_have_text("Overview")
    yield Clicks(overview)
    assert overview.complaints == []


def test_which_stage_1_check_is_most_overdue(newcomer, centres):
    newcomer.on("link", "Vetting")

    assert [newcomer.first_row("without their online check")] == answers.refs(
        centres["demonstration"], answers.MOST_OVERDUE_CHECK
    )
    assert newcomer.count <= 2


def test_which_concerns_have_not_been_shared_with_the_committee(newcomer, centres):
    newcomer.on("link", "Concerns")
    newcomer.visit.page.locator("label", has_text="Not shared").first.click()
    newcomer.count += 1
    newcomer.visit.page.wait_for_timeout(300)
    newcomer.visit.settle()

    assert sorted(listed(newcomer.visit)) == answers.refs(centres["demonstration"], answers.NOT_SHARED)
    assert newcomer.count <= 2


def test_the_overviews_own_line_leads_to_the_concerns_not_shared(newcomer, centres):
    line = newcomer.visit.page.locator("[class*=st-key-need-]", has_text="not shared with the committee").first
    line.get_by_role("link").click()
    newcomer.visit.page.wait_for_timeout(300)
    newcomer.visit.settle()

    assert newcomer.visit.page.url.endswith("/concerns?unshared=yes")
    assert sorted(listed(newcomer.visit)) == answers.refs(centres["demonstration"], answers.NOT_SHARED)


def test_which_breach_has_waited_longest_for_a_decision_on_approval(newcomer, centres):
    newcomer.on("link", "Breaches")

    assert [newcomer.first_row("Breaches that wait for a decision")] == answers.refs(
        centres["demonstration"], answers.WAITED_LONGEST
    )
    assert newcomer.count == 1


def test_whose_privacy_review_is_due_this_month(newcomer, centres):
    newcomer.on("link", "Privacy reviews")

    month = newcomer.visit.page.locator(".month").first
    due = answers.refs(centres["demonstration"], answers.DUE_THIS_MONTH)
    assert [line.text_content().split()[-1] for line in month.locator("li").all()] == due
    assert due or "None due" in month.text_content()
    assert newcomer.count == 1


def listed(visit):
    """The references in the list of open concerns."""
    visit.page.locator(".st-key-list [role=radiogroup]").wait_for()
    return [label.text_content()[:10] for label in visit.page.locator(".st-key-list [role=radiogroup] label").all()]


FOCUSED = """() => {
  const focused = document.activeElement;
  if (!['A', 'INPUT', 'BUTTON'].includes(focused.tagName)) return '';
  return focused.innerText || focused.ariaLabel || focused.closest('label')?.innerText || '';
}"""


def press_until(page, key, name, at_most=60):
    """Press a key until the link, button or field that has the focus bears a name."""
    for _ in range(at_most):
        page.keyboard.press(key)
        if name in page.evaluate(FOCUSED):
            return
    raise AssertionError(f"{name} cannot be reached with {key}.")


def test_with_the_keys_alone_from_the_overview_to_one_case_and_back(visit):
    visit.open("/")
    page = visit.page
    page.get_by_role("link", name="Open Concerns").wait_for()

    press_until(page, "Tab", "Open Concerns")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Concerns")
    visit.settle()
    page.keyboard.press("Alt+n")
    page.wait_for_url("**case=*")
    visit.settle()
    first = page.locator(".st-key-opened h2").text_content()
    page.keyboard.press("Alt+n")
    page.wait_for_function("before => document.querySelector('.st-key-opened h2')?.textContent !== before", arg=first)
    page.keyboard.press("Alt+p")
    page.wait_for_function("before => document.querySelector('.st-key-opened h2')?.textContent === before", arg=first)
    visit.settle()
    press_until(page, "Shift+Tab", "Overview", at_most=90)
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Overview")


@pytest.mark.soak_only
def test_the_list_itself_is_walked_with_the_keys(visit):
    visit.open("/concerns")
    page = visit.page
    press_until(page, "Tab", "C-2")

    page.keyboard.press("Space")
    page.wait_for_url("**case=*")
    visit.settle()
    before = page.url
    expect(page.locator(".st-key-list input[type=radio]:checked")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.wait_for_function("before => location.href !== before", arg=before)
    visit.settle()

    assert page.locator(".st-key-opened h2").text_content()[:10] in page.url


@pytest.mark.soak_only
def test_the_back_button_takes_a_choice_back(visit):
    visit.open("/concerns?severity=HIGH")
    high = listed(visit)
    visit.page.get_by_label("Severity").click()
    visit.page.get_by_role("option", name="Low").click()
    visit.page.wait_for_url("**severity=LOW*")
    visit.settle()
    assert listed(visit) != high

    visit.page.go_back()
    visit.page.wait_for_url("**severity=HIGH*")
    visit.settle()

    assert listed(visit) == high


@pytest.mark.soak_only
def test_two_tabs_do_not_disturb_each_other(visit):
    other = Watched(visit.page.context.new_page(), visit.centre, visit.scheme)
    visit.open("/concerns?severity=HIGH")
    other.open("/concerns?severity=LOW")

    visit.page.reload()
    visit.settle()

    assert listed(visit) != listed(other)
    assert "severity=HIGH" in visit.page.url
    assert "severity=LOW" in other.page.url


def test_a_link_sent_to_a_colleague_opens_where_it_points(visit):
    visit.open("/concerns")
    ref = listed(visit)[-1]

    visit.open(f"/concerns?case={ref}&as_of={visit.page.evaluate('() => new Date().toISOString().slice(0, 10)')}")

    assert visit.page.locator(".st-key-opened h2").text_content().startswith(ref)


def test_an_odd_address_of_ten_thousand_letters_is_said_in_words(visit):
    visit.open(f"/concerns?severity={'y' * 10_000}&case=C-9999-999&page=99999&owner=u0")

    assert visit.title() == "Concerns"
    assert visit.page.get_by_test_id("stException").count() == 0
    assert "There is no concern C-9999-999" in visit.page.locator("[data-testid=stMain]").text_content()
