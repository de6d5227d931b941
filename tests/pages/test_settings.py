"""The chair sets what the policy leaves open; everybody reads whom to ring."""

import pytest

from bccc_dash import clock
from bccc_dash.commands.settings_changes import change_setting
from bccc_dash.domain.contacts import IN_DANGER, TITLES, ContactKind
from bccc_dash.domain.links import Place
from bccc_dash.domain.setting_list import SETTINGS
from bccc_dash.domain.viewer import Person
from bccc_dash.domain.vocabulary import Role
from bccc_dash.store.engine import writing
from tests.pages.reading import words

DAYS = "undecided_effect_days"
NOT_THE_CHAIR = [role for role in Role if role is not Role.CHAIR]
MISSING = "Safeguarding contacts are not filled in: lead, deputy, LADO, police and out of hours."


def button(app, label):
    (found,) = [one for one in app.button if one.label == label]
    return found


def said(app):
    assert not app.exception
    return " ".join([words(app), *(one.value.replace("\\", "") for one in (*app.success, *app.error))])


def field(app, kind, label):
    (found,) = [one for one in app.get(kind) if one.label == label]
    return found


@pytest.fixture
def board(visit):
    """The page, with one setting chosen."""
    app = visit(Place.SETTINGS)
    app.selectbox(key="setting").set_value(DAYS).run()
    return app


def set_to(app, value):
    (number,) = app.number_input
    number.set_value(value)
    return button(app, "Save").click().run()


def changed_by_another(engine, value):
    """Somebody else's change. Whoever visits is the only user, so it is in that name."""
    with writing(engine) as session:
        by = Person(user_id=1, role=Role.CHAIR)
        change_setting(session, by=by, name=DAYS, value=value, seen=None, at=clock.now())


@pytest.mark.parametrize("role", NOT_THE_CHAIR)
def test_only_the_chair_is_shown_the_settings(visit, role):
    app = visit(Place.SETTINGS, role=role)

    assert "Change a setting" not in said(app)
    assert "Settings" not in [title.value for title in app.title]
    assert not app.number_input


def test_every_setting_is_told_with_its_value_and_who_set_it(visit):
    text = said(visit(Place.SETTINGS))

    assert all(one.about in text and one.said(one.default) in text for one in SETTINGS.values())
    assert text.count("BCCC default, not policy") == len(SETTINGS)
    assert f"The policy sets none of these {len(SETTINGS)} numbers: each is a BCCC default" in text
    assert "Nobody has changed a setting yet." in text


def test_a_change_holds_at_once_and_stands_in_the_history(board):
    text = said(set_to(board, 14))

    assert "What a breach does to approval is decided: 14 days from now on, for past days too." in text
    assert "14 days Vic Chair on" in text
    assert "one is the centre's own" in text
    assert "What a breach does to approval is decided BCCC default 14 days" in text

    button(board, "Back to the BCCC default").click().run()
    assert "What a breach does to approval is decided 14 days BCCC default" in said(board)


def test_a_change_reaches_the_other_pages_at_once(board, visit):
    set_to(board, 14)
    assert "14 days The committee (BCCC default: 28)" in said(visit(Place.METHOD))


def test_what_is_set_already_is_refused_and_said_once(board):
    set_to(board, 14)
    assert "that is in force already" in said(set_to(board, 14))
    assert "from now on" not in said(board)


@pytest.mark.parametrize("value", [-1, 0, 183, 10**9])
def test_what_is_out_of_bounds_is_refused_with_the_bounds_and_stays_typed(board, value):
    text = said(set_to(board, value))

    assert "What a breach does to approval is decided: write a whole number of days from 1 to 182." in text
    assert board.number_input[0].value == value
    assert "In force: 28 days." in text


def test_a_stale_form_is_refused_keeps_its_value_and_may_be_saved_after_a_look(board, sqlite_engine):
    changed_by_another(sqlite_engine, 21)
    assert "somebody changed this meanwhile" in said(set_to(board, 14))
    assert board.number_input[0].value == 14
    assert "In force: 21 days." in said(board)

    assert "14 days from now on" in said(button(board, "Save").click().run())


def test_a_value_set_by_hand_beyond_the_bounds_can_be_put_right(visit, sqlite_engine):
    with sqlite_engine.begin() as connection:
        connection.exec_driver_sql(f"INSERT INTO settings (name, value) VALUES ('{DAYS}', '400')")
    app = visit(Place.SETTINGS)
    app.selectbox(key="setting").set_value(DAYS).run()

    assert "400 days The committee (BCCC default: 28)" in said(app)
    assert "the BCCC default, 28 days, from now on" in said(button(app, "Back to the BCCC default").click().run())


def test_a_deputy_is_named_and_the_page_says_who_acts(visit):
    visit(Place.OVERVIEW, role=Role.COORDINATOR)
    app = visit(Place.SETTINGS)
    assert "The chair is conflicted: nobody is named to act instead; the chair names one under Settings." in said(app)

    field(app, "selectbox", "Acts instead").set_value(1)
    button(app, "Save the deputy").click().run()

    assert "The chair is conflicted: Vic Coordinator acts instead." in said(app)
    assert "Deputy of the chair Nobody Vic Coordinator" in said(app)


@pytest.mark.parametrize("role", Role)
def test_everybody_reads_whom_to_ring_and_999_comes_first(visit, role):
    app = visit(Place.CONTACTS, role=role)
    text = said(app)

    assert IN_DANGER in text
    assert text.index(IN_DANGER) < min(text.index(title) for title in TITLES.values())
    assert text.count("Not filled in") >= len(ContactKind)
    assert bool(app.text_input) is (role is Role.CHAIR)


@pytest.mark.parametrize("role", Role)
def test_the_overview_says_in_red_that_contacts_are_missing(visit, role):
    app = visit(Place.OVERVIEW, role=role)

    assert f"Act now {MISSING} In danger now: 999." in said(app)
    assert "See contacts" in [way.proto.label for way in app.get("page_link")]


def fill_in(app, kind, name="Duty officer", telephone="0121 496 0000"):
    app.selectbox(key="contact").set_value(kind).run()
    field(app, "text_input", "Name or role").set_value(name)
    field(app, "text_input", "Telephone").set_value(telephone)
    return button(app, "Save").click().run()


def test_the_line_goes_when_the_last_contact_is_filled_in(visit):
    *first, last = ContactKind
    app = visit(Place.CONTACTS)
    for kind in first:
        assert f"{TITLES[kind]}: written down." in said(fill_in(app, kind))
    assert "Safeguarding contacts are not filled in: out of hours." in said(visit(Place.OVERVIEW))

    assert "All five are filled in." in said(fill_in(visit(Place.CONTACTS), last))
    assert "not filled in" not in said(visit(Place.OVERVIEW))


@pytest.mark.parametrize(
    ("name", "telephone", "why"),
    [
        ("", "101", "Name or role: say who answers"),
        ("x" * 10_000, "101", "Name or role: write one line of at most 200 letters"),
        ("Police", "=1+1", "Telephone: write the number in digits"),
    ],
)
def test_a_refused_contact_names_the_field_and_keeps_what_was_typed(visit, name, telephone, why):
    app = fill_in(visit(Place.CONTACTS), ContactKind.POLICE, name, telephone)

    assert why in said(app)
    assert field(app, "text_input", "Name or role").value == name
    assert field(app, "text_input", "Telephone").value == telephone


def test_mark_up_in_a_contact_stays_text(visit):
    app = fill_in(visit(Place.CONTACTS), ContactKind.LEAD, "<script>alert(1)</script>")

    bodies = "".join(html.proto.body for html in app.get("html"))
    assert "<script>" not in bodies
    assert "&lt;script&gt;" in bodies
