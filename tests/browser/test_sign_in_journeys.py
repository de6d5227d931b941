"""How people come in and are let out again, each with a browser that holds no cookie, by what they see alone."""

import re
from datetime import timedelta
from urllib.parse import urlsplit

import pyotp
import pytest
from playwright.sync_api import expect

from bccc_dash import clock
from bccc_dash.commands import one_time, passwords, set_up
from bccc_dash.commands.sign_in import NO_CODE, NOT_IN
from bccc_dash.domain.vocabulary import Role
from bccc_dash.web.sockets import SESSION_OVER
from tests.browser.doorway import PASSWORD, add_person, caller, console, leaves_by_itself, tries_a_socket
from tests.browser.serving import serving

pytestmark = pytest.mark.browser

WANTED = "/concerns?severity=HIGH"
ON_A_PHONE_IN_THE_DARK = {"width": 390, "scheme": "dark"}


@pytest.fixture(scope="module")
def doors(demo_of_today, tmp_path_factory):
    """A centre with records of its own, into which people come by the doors alone."""
    with serving("doors", tmp_path_factory.mktemp("doors"), demo_of_today) as centre:
        yield centre


@pytest.fixture
def call(chromium, doors):
    """Come to a centre with a browser that holds no cookie; nothing may be wrong with what it was shown."""
    callers = []

    def come(centre=doors, **looks):
        callers.append(caller(chromium, centre, **looks))
        return callers[-1]

    yield come
    for one in callers:
        one.context.close()
    assert [said for one in callers for said in one.complaints()] == []


@pytest.mark.soak_only
def test_the_code_on_the_console_lets_the_first_person_in_and_nobody_after_them(call, centres):
    code = re.search(r"for a day: (\S+)", (centres["empty"].folder / "server.log").read_text())[1]
    first = call(centres["empty"], **ON_A_PHONE_IN_THE_DARK)
    first.go("/")
    first.look()
    typed = {"email": "first@bccc.example", "name": "Robin Marlowe", "password": PASSWORD, "again": PASSWORD}
    first.fill(code="another-code", **typed)
    first.press("Set up BCCC Dash")
    assert first.problem == set_up.WRONG_CODE
    assert first.page.get_by_label("Your name").input_value() == "Robin Marlowe"

    first.fill(code=code, password=PASSWORD, again=PASSWORD)
    first.press("Set up BCCC Dash")

    expect(first.page.get_by_role("status")).to_have_text("Your password is set. Sign in with it.")
    first.go("/set-up")
    assert first.is_turned_away
    first.sign_in("first@bccc.example")
    assert first.title == "Set up your second factor"


@pytest.mark.soak_only
def test_an_invitation_leads_to_a_password_a_weak_one_loses_nothing_and_the_link_works_once(call, doors):
    email = add_person(doors, "invited@bccc.example", Role.COMMITTEE_MEMBER, with_password=False)
    link = urlsplit(console(doors, "user", "invite", email).split()[-1]).path
    invited = call(**ON_A_PHONE_IN_THE_DARK)
    invited.go(link)
    invited.look()
    for weak in ("password1234", email):
        invited.fill(password=weak, again=weak)
        invited.press("Set the password")
        assert invited.problem == passwords.TOO_EASY
    invited.look()

    invited.fill(password=PASSWORD, again=PASSWORD)
    invited.press("Set the password")
    invited.look()
    invited.sign_in(email)

    invited.arrives_at("Overview")
    invited.context.clear_cookies()
    invited.go(link)
    assert invited.problem == one_time.NO_LINK
    invited.look()


def test_the_chair_sets_up_a_second_factor_and_comes_to_the_page_that_was_wanted(call, doors):
    email = add_person(doors, "chair@bccc.example", Role.CHAIR)
    app, codes = first_time(call(**ON_A_PHONE_IN_THE_DARK), email)

    again = call()
    again.go(WANTED)
    again.sign_in(email)
    again.look()
    later = app.at(clock.now() + timedelta(seconds=30))
    again.give_code(later)
    again.arrives_at("Concerns")

    other = call(**ON_A_PHONE_IN_THE_DARK)
    other.go("/")
    other.sign_in(email)
    assert refusal(other, later) == NO_CODE
    other.look()
    other.give_code(codes[0].lower())
    other.arrives_at("Overview")
    third = call()
    third.go("/")
    third.sign_in(email)
    assert refusal(third, codes[0]) == NO_CODE
    third.give_code(codes[1])
    third.arrives_at("Overview")


def first_time(chair, email):
    """Sign in for the first time, after a slip; the app that was set up, and the codes on paper."""
    chair.go(WANTED)
    assert chair.is_turned_away
    chair.sign_in(email, "another-password-than-that")
    assert chair.problem == NOT_IN
    assert chair.page.get_by_label("E-mail address").input_value() == email
    chair.look()
    chair.sign_in(email)
    chair.look()
    app = pyotp.TOTP(chair.page.locator("code").text_content())
    assert chair.page.get_by_role("img").is_visible()
    chair.give_code(app.at(clock.now()))
    chair.look()
    codes = chair.page.locator("ul.codes li").all_text_contents()
    assert len(set(codes)) == 10
    chair.page.get_by_role("link", name="I have kept them").click()
    chair.arrives_at("Concerns")
    assert chair.way() == WANTED
    return app, codes


def refusal(visitor, code):
    visitor.give_code(code)
    return visitor.problem


@pytest.mark.soak_only
def test_after_five_wrong_passwords_the_right_one_is_refused_in_the_same_words(call, doors):
    email = add_person(doors, "hasty@bccc.example", Role.READ_ONLY_AUDITOR)
    hasty = call(**ON_A_PHONE_IN_THE_DARK)
    hasty.go("/")
    said = set()
    for number in range(5):
        hasty.sign_in(email, f"wrong-password-{number}")
        said.add(hasty.problem)

    hasty.sign_in(email)

    assert {hasty.problem} == said == {NOT_IN}
    hasty.go("/vetting")
    assert hasty.is_turned_away


def test_a_session_that_is_ended_in_another_browser_leaves_its_page_without_a_click(call, doors):
    email = add_person(doors, "two-browsers@bccc.example", Role.COMMITTEE_MEMBER)
    left_open, here = call(), call(**ON_A_PHONE_IN_THE_DARK)
    for visitor in (left_open, here):
        visitor.go("/account" if visitor is here else "/concerns")
        visitor.sign_in(email)
    left_open.arrives_at("Concerns")
    here.look()

    here.press("End it")
    leaves_by_itself(left_open.page)

    assert left_open.is_turned_away
    assert "C-2" not in left_open.page.content()
    assert here.page.get_by_role("status").text_content() == "That session is ended."
    here.press("Sign out here")
    assert here.is_turned_away


def test_who_is_disabled_at_the_console_loses_the_open_page_and_its_websocket(call, doors):
    email = add_person(doors, "leaver@bccc.example", Role.COMMITTEE_MEMBER)
    leaver = call()
    leaver.go("/vetting")
    leaver.sign_in(email)
    leaver.arrives_at("Vetting")
    account, bare = leaver.context.new_page(), leaver.context.new_page()
    account.goto(f"{doors.address}/account")
    bare.goto(f"{doors.address}/link/none")  # has no script that would leave and take the websocket along
    assert tries_a_socket(bare) == "open"

    console(doors, "user", "disable", email)
    for left_open in (leaver.page, account):
        leaves_by_itself(left_open)

    assert bare.evaluate("() => window.ended") == SESSION_OVER
    leaver.sign_in(email)
    assert leaver.problem == NOT_IN


def test_a_saved_cookie_is_refused_after_sign_out_and_the_way_back_shows_nothing(call, doors):
    email = add_person(doors, "careful@bccc.example", Role.READ_ONLY_AUDITOR)
    careful = call()
    careful.go("/concerns")
    careful.sign_in(email)
    careful.arrives_at("Concerns")
    saved = careful.context.cookies()
    media = f"{doors.address}/media/nothing.csv"
    assert careful.page.request.get(media).status == 404
    assert tries_a_socket(careful.page) == "open"

    careful.sign_out()

    assert careful.is_turned_away
    careful.page.go_back()
    careful.page.wait_for_url("**/sign-in*")
    assert "C-2" not in careful.page.content()
    careful.context.add_cookies(saved)
    careful.go("/concerns")
    assert careful.is_turned_away
    assert careful.page.request.get(media).status == 401
    assert tries_a_socket(careful.page) == "refused"
