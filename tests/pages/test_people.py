"""The chair adds people, changes what they are, and lets them in or keeps them out."""

import pytest
from sqlmodel import select

from bccc_dash import clock
from bccc_dash.commands import one_time, people
from bccc_dash.domain.labels import label
from bccc_dash.domain.links import Place
from bccc_dash.domain.user_list import Access
from bccc_dash.domain.vocabulary import Role
from bccc_dash.store.engine import reading, writing
from bccc_dash.store.tables import UserRow
from bccc_dash.ui import shell
from tests.pages.test_settings import NOT_THE_CHAIR, button, field, said
from tests.store.conftest import add_a_volunteer

NIA = "nia@example.org"


@pytest.fixture
def page(visit, sqlite_engine):
    """The page as the chair sees it, with a committee member chosen."""
    with writing(sqlite_engine) as session:
        number = people.add_user(session, NIA, "Nia", Role.COMMITTEE_MEMBER, clock.now(), actor="console (root)")
        add_a_volunteer(session, "V-0042")
    app = visit(Place.PEOPLE)
    app.selectbox(key="person").set_value(number).run()
    return app


def users(engine):
    with reading(engine) as session:
        return {user.email: user for user in session.exec(select(UserRow))}


def roles(app):
    """The lists of roles: of whoever is chosen, and of somebody new."""
    return [one for one in app.selectbox if one.label == "Role"]


def add(app, email, name, role=Role.COORDINATOR):
    field(app, "text_input", "E-mail address").set_value(email)
    field(app, "text_input", "Name").set_value(name)
    roles(app)[-1].set_value(role)
    return button(app, "Add").click().run()


def let_in(app, access):
    (choice,) = app.radio
    choice.set_value(access)
    return button(app, "Do it").click().run()


@pytest.mark.parametrize("role", NOT_THE_CHAIR)
def test_only_the_chair_is_shown_the_people(visit, role):
    app = visit(Place.PEOPLE, role=role)

    assert "People" not in [title.value for title in app.title]
    assert "@visitors.example.org" not in said(app)
    assert not app.text_input


@pytest.mark.parametrize("role", Role)
def test_more_leads_only_where_somebody_may_go(visit, role):
    headings = [header.value for header in visit(Place.MORE, role=role).header]

    assert ("People" in headings, "Settings" in headings) == (role is Role.CHAIR,) * 2
    assert "Safeguarding contacts" in headings


def test_the_list_says_who_is_there_as_what_and_how_they_come_in(page):
    text = said(page)

    assert f"Nia nia@example.org {label(Role.COMMITTEE_MEMBER)} Nothing else None Never invited Never seen" in text
    assert "Two people use the dashboard or are named in it; none has a password and may come in." in text
    assert "Asha Example" not in text


def test_in_the_demonstration_nobody_is_added_or_changed(page, monkeypatch):
    monkeypatch.setattr(shell, "is_demo", lambda: True)
    page.run()

    assert "In the demonstration nobody is added or changed." in said(page)
    assert not [button for button in page.button if button.label in ("Save", "Do it", "Add")]


def test_somebody_is_added_and_the_form_begins_anew(page, sqlite_engine):
    assert "Sam is added, and cannot come in yet: invite them next." in said(add(page, "sam@example.org", "Sam"))
    assert users(sqlite_engine)["sam@example.org"].role == Role.COORDINATOR
    assert field(page, "text_input", "E-mail address").value == ""


@pytest.mark.parametrize(
    ("email", "name", "role", "why"),
    [
        ("nobody", "Sam", Role.CHAIR, "'nobody' is no e-mail address"),
        (NIA.upper(), "Sam", Role.CHAIR, "is there already"),
        ("sam@example.org", "x" * 10_000, Role.CHAIR, "The name of sam@example.org has to be one line"),
        ("sam@example.org", "Sam", None, "Role: choose what this person is here."),
    ],
)
def test_a_refused_person_stays_typed(page, email, name, role, why):
    text = said(add(page, email, name, role))

    assert why in text
    assert field(page, "text_input", "E-mail address").value == email
    assert field(page, "text_input", "Name").value == name


def test_role_flags_and_volunteer_change_in_one_form(page, sqlite_engine):
    roles(page)[0].set_value(Role.READ_ONLY_AUDITOR)
    for box in page.checkbox:
        box.check()
    page.text_input[0].set_value("v-0042")
    text = said(button(page, "Save").click().run())

    assert "Nia is signed out everywhere and has to sign in again." in text
    assert "Auditor, reading only Lead's rights, on the committee V-0042" in text
    nia = users(sqlite_engine)[NIA]
    assert (nia.role, nia.is_safeguarding_lead, nia.on_management_committee) == (Role.READ_ONLY_AUDITOR, True, True)


def test_only_the_form_that_was_saved_begins_anew(page):
    other, own = field(page, "text_input", "Name").key, page.checkbox[1].key
    page.checkbox[1].check()
    button(page, "Save").click().run()

    assert "What Nia is here is saved." in said(page)
    assert field(page, "text_input", "Name").key == other
    assert page.checkbox[1].key != own


def test_a_volunteer_who_is_none_is_refused_and_nothing_typed_is_lost(page, sqlite_engine):
    page.checkbox[1].check()
    page.text_input[0].set_value("V-9999 <script>")
    text = said(button(page, "Save").click().run())

    assert "There is no volunteer V-9999 <script>" in text
    assert page.text_input[0].value == "V-9999 <script>"
    assert page.checkbox[1].value is True
    assert not users(sqlite_engine)[NIA].on_management_committee


def test_a_stale_form_is_refused_and_may_be_saved_after_a_look(page, sqlite_engine):
    with writing(sqlite_engine) as session:
        people.set_role(session, NIA, Role.COORDINATOR, clock.now(), actor="console (root)")
    page.checkbox[1].check()

    assert "Somebody changed nia@example.org meanwhile" in said(button(page, "Save").click().run())
    assert "Nia is signed out everywhere" in said(button(page, "Save").click().run())


def test_an_invitation_shows_its_link_once(page, sqlite_engine):
    let_in(page, Access.INVITE)
    (link,) = page.code

    assert link.value.startswith("http://127.0.0.1:8501/link/")
    with reading(sqlite_engine) as session:
        one_time.look_at(session, link.value.rpartition("/")[2], clock.now())
    assert "It works once, for 24 hours" in said(page)
    assert "Has a link to a password" in said(page)
    assert not page.run().code


def test_behind_a_public_address_the_link_has_that_address(page, monkeypatch):
    monkeypatch.setenv("BCCC_PUBLIC_URL", "https://dash.example.org")

    assert let_in(page, Access.INVITE).code[0].value.startswith("https://dash.example.org/link/")


def test_somebody_is_kept_out_and_let_in_again(page):
    assert "Nia can no longer come in." in said(let_in(page, Access.DISABLE))
    assert "None Disabled Never seen" in said(page)
    assert page.radio[0].options == [Access.ENABLE.value]

    assert "Nia may come in again" in said(let_in(page, Access.ENABLE))


def test_nothing_happens_where_nothing_is_chosen(page):
    assert "What is to be done: choose one of the lines." in said(button(page, "Do it").click().run())


def test_whoever_changes_their_own_role_is_told_to_sign_in_again(page, sqlite_engine):
    own = users(sqlite_engine)["chair@visitors.example.org"].id
    page.selectbox(key="person").set_value(own).run()
    assert "signs you out at once: you have to sign in again." in said(page)

    roles(page)[0].set_value(Role.COORDINATOR)
    text = said(button(page, "Save").click().run())

    assert "Saved. You are signed out and have to sign in again." in text
    assert "You are signed out" in [title.value for title in page.run().title]


def test_the_chair_does_not_disable_themself(page, sqlite_engine):
    own = users(sqlite_engine)["chair@visitors.example.org"].id
    page.selectbox(key="person").set_value(own).run()

    assert "This is your own account" in said(let_in(page, Access.DISABLE))
