"""Two ways in that people take without a mouse, or without a password: walked in the soak."""

import pytest
from playwright.sync_api import expect

from bccc_dash.domain.labels import label
from bccc_dash.domain.vocabulary import Role
from tests.browser.doorway import PASSWORD, add_person
from tests.browser.test_sign_in_journeys import ON_A_PHONE_IN_THE_DARK, call, doors

__all__ = ["call", "doors"]
pytestmark = [pytest.mark.browser, pytest.mark.soak_only]


def test_the_demonstration_opens_to_each_of_its_three_buttons(call, centres):
    on_a_phone, guest = call(centres["demonstration"], **ON_A_PHONE_IN_THE_DARK), call(centres["demonstration"])
    on_a_phone.go("/")
    on_a_phone.look()
    for role in (Role.COMMITTEE_MEMBER, Role.COORDINATOR, Role.CHAIR):
        guest.go("/vetting")
        guest.press(label(role))
        guest.arrives_at("Vetting")
        assert guest.signed_in_as().text_content().endswith(label(role))
        guest.sign_out()


def test_the_keys_alone_lead_through_the_sign_in_page(call, doors):
    email = add_person(doors, "keys@bccc.example", Role.COMMITTEE_MEMBER)
    typist = call()
    typist.go("/vetting")
    typist.page.keyboard.type(email)
    typist.page.keyboard.press("Tab")
    typist.page.keyboard.type(PASSWORD)
    typist.page.keyboard.press("Tab")
    expect(typist.page.get_by_role("button", name="Sign in")).to_be_focused()
    with typist.page.expect_navigation():
        typist.page.keyboard.press("Enter")

    typist.arrives_at("Vetting")
