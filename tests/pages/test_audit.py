"""Who did what: the chair and the auditor read it, nobody else does, and no address breaks it."""

from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

from bccc_dash import clock
from bccc_dash.domain.links import Place
from bccc_dash.domain.vocabulary import Role
from bccc_dash.store.engine import writing
from bccc_dash.store.tables import RecordRow, UserRow, VolunteerRow
from bccc_dash.ui import audit_trail
from tests.auditing import Done, tell
from tests.pages.reading import words
from tests.store.test_audit import tamper

PAGE = Place.AUDIT
MAY = (Role.CHAIR, Role.READ_ONLY_AUDITOR)
NOON = datetime(2026, 11, 10, 12, 0, tzinfo=UTC)
TITLE = "Who did what"


@pytest.fixture
def told(sqlite_engine):
    """A few deeds of two people, of somebody who is gone, and of nobody who was signed in."""
    with writing(sqlite_engine) as session:
        for name in ("Margaret Oakenshaw", "Cho <b>Example</b>"):
            session.add(UserRow(email=f"{name[:3]}@example.org".lower(), display_name=name, role=Role.CHAIR))
        session.add(RecordRow(kind="VOLUNTEER", ref="V-0012"))
    tell(
        sqlite_engine,
        [
            Done(NOON, "user/1", "sign_in", "user/1"),
            Done(NOON + timedelta(minutes=1), "sign-in page", "sign_in_failed", "unknown account"),
            Done(NOON + timedelta(minutes=2), "console (root)", "invited", "user/2"),
            Done(NOON + timedelta(minutes=3), "user/2", "name_seen", "volunteer/1", "full_name", "GET_IN_TOUCH"),
            Done(NOON + timedelta(minutes=4), "user/2", "name_seen", "V-0099", "full_name", "DECIDE"),
            Done(NOON + timedelta(minutes=5), "user/77", "WEIGH", "user/1"),
        ],
    )
    return sqlite_engine


def lines(app):
    """The sentences of the list, in their order."""
    body = next(html.proto.body for html in app.get("html") if "<caption>What was done" in html.proto.body)
    return [row.split("</td>")[1].removeprefix('<td class="">') for row in body.split("<tr>")[2:]]


@pytest.mark.parametrize("role", MAY)
def test_the_chair_and_the_auditor_read_what_was_done_the_newest_first(visit, told, role):
    app = visit(PAGE, role=role)
    said = words(app)

    assert [title.value for title in app.title] == [TITLE]
    assert "Five things were done in these days: three by three people, two by nobody who was signed in." in said
    assert "The latest: 10 November 2026, 12:05." in said
    assert lines(app) == [
        "A person who is no longer there (number 77) did \u2018WEIGH\u2019 to Margaret Oakenshaw.",
        "Cho &lt;b&gt;Example&lt;/b&gt; saw the name of V-0012, to get in touch with the person.",
        "The console (root) invited Cho &lt;b&gt;Example&lt;/b&gt;.",
        "Somebody failed to sign in to an unknown account.",
        "Margaret Oakenshaw signed in.",
    ]


@pytest.mark.parametrize("role", MAY)
def test_no_e_mail_address_and_no_reference_that_is_not_found_reaches_the_page(visit, told, role):
    said = words(visit(PAGE, role=role))

    assert "@" not in said
    assert "V-0099" not in said


@pytest.mark.parametrize("role", [role for role in Role if role not in MAY])
def test_whoever_may_not_is_led_elsewhere_and_is_not_told_of_the_page(visit, told, role):
    app = visit(PAGE, role=role)

    assert TITLE not in [title.value for title in app.title]
    assert "signed in." not in words(app)
    assert TITLE not in [header.value for header in visit(Place.MORE, role=role).header]


@pytest.mark.parametrize("role", [role for role in Role if role not in MAY])
def test_the_page_itself_refuses_where_the_menu_would_let_somebody_through(visit, told, role, monkeypatch):
    monkeypatch.setattr("bccc_dash.ui.menu.mine", lambda: list(Place))
    app = visit(PAGE, role=role)

    assert [error.value.replace("\\", "") for error in app.error] == ["You may not see who did what here."]
    assert "Margaret" not in words(app)


@pytest.mark.parametrize("role", [role for role in Role if role not in MAY])
def test_the_read_itself_refuses_where_menu_and_page_would_let_somebody_through(visit, told, role, monkeypatch):
    monkeypatch.setattr("bccc_dash.ui.menu.mine", lambda: list(Place))
    monkeypatch.setattr("bccc_dash.ui.visitor.require", lambda _: None)
    app = visit(PAGE, role=role)

    assert [error.value.replace("\\", "") for error in app.error] == ["You may not see who did what here."]
    assert "Margaret" not in words(app)


def test_more_leads_the_auditor_here(visit):
    assert TITLE in [header.value for header in visit(Place.MORE, role=Role.READ_ONLY_AUDITOR).header]


def test_each_choice_says_how_many_it_would_list(open_page, told):
    app = open_page(who="user/2")

    assert app.selectbox(key="who").options == [
        "Anybody (5)",
        "Cho <b>Example</b> (1)",
        "Margaret Oakenshaw (1)",
        "A person who is no longer there (number 77) (1)",
        "The console (root) (1)",
        "The sign-in page (1)",
    ]
    assert "Names and texts seen (1)" in app.selectbox(key="deed").options
    assert "Decisions (0)" in app.selectbox(key="deed").options
    assert len(lines(app)) == 1


def test_a_choice_stands_in_the_address_and_all_of_them_can_be_taken_away(open_page, told):
    app = open_page(page="1")
    app.selectbox(key="deed").select("failures").run()
    assert app.query_params["deed"] in ("failures", ["failures"])
    assert lines(app) == ["Somebody failed to sign in to an unknown account."]

    app.button(key="clear").click().run()
    assert "deed" not in app.query_params
    assert len(lines(app)) == 5


def test_a_record_is_asked_for_by_its_reference_in_any_case(open_page, told):
    app = open_page()
    app.text_input(key="about").input(" v-0012 ").run()

    assert app.query_params["about"] in ("V-0012", ["V-0012"])
    assert "One thing was done to V-0012 in these days, by one person." in words(app)
    assert len(lines(app)) == 1


def test_what_is_chosen_and_not_there_is_said_in_words(open_page, told):
    said = words(open_page(who="user/1", deed="failures"))

    assert "Nothing in these days matches what is chosen." in said
    assert "Choose a longer period" in said


@pytest.mark.parametrize(
    ("day", "n"), [("2026-11-09", 0), ("2026-11-10", 5), ("2026-11-12", 5), ("2015-01-01", 0), ("2059-12-31", 0)]
)
def test_the_day_and_the_period_are_those_of_every_page(open_page, told, day, n):
    app = open_page(as_of=day, period="This year")

    assert not app.exception
    assert ("Five things were done" in words(app)) is (n == 5)
    assert ("Nothing was done in these days. " in words(app)) is (n == 0)


@pytest.mark.parametrize(
    "address",
    [
        *({"who": "user/9"}, {"who": "x" * 10_000}, {"who": "<script>"}, {"deed": "SEEN"}, {"deed": "\x00"}),
        *({"about": "V-0099"}, {"about": "x" * 10_000}, {"about": "\x00"}, {"about": "%"}, {"nonsense": "1"}),
        *({"page": "0"}, {"page": "99999"}, {"page": "abc"}),
    ],
    ids=lambda address: str(address)[:20],
)
def test_an_odd_address_is_said_and_left_out(open_page, told, address):
    app = open_page(**address)

    assert not app.exception
    assert "is not here" in app.warning[0].value
    assert len(app.warning[0].value) < 500
    assert len(lines(app)) == 5


def test_a_long_audit_is_read_part_by_part(open_page, sqlite_engine):
    tell(
        sqlite_engine, [Done(NOON + timedelta(seconds=n), "command line", "RESTORE", "database") for n in range(10_000)]
    )
    app = open_page(page="200")

    assert "Showing 10,000 of 10,000, the newest first. Here: 9,951 to 10,000." in words(app)
    assert len(lines(app)) == 50


def test_whether_the_audit_is_whole_is_looked_at_when_asked_and_never_before(open_page, told, monkeypatch):
    app = open_page()
    assert "Whether the audit is whole has not been looked at on this visit." in words(app)

    app.button(key="look").click().run()
    said = words(app)

    assert "The audit is whole: 6 rows, each of which follows from the one before it. Looked at: " in said
    assert "python -m bccc_dash audit verify --head HEAD" in said
    monkeypatch.setattr(audit_trail, "_look", lambda: pytest.fail("It was looked at again."))
    assert "The audit is whole: 6 rows" in words(app.run())


def test_a_row_that_was_changed_is_named_and_no_head_is_offered(open_page, told):
    tamper(told, "UPDATE audit_events SET actor = 'user/1' WHERE id = 3")
    app = open_page()
    app.button(key="look").click().run()
    said = words(app)

    assert "Row 3 of the audit does not follow from the one before it" in said
    assert "--head" not in said


def test_a_look_that_takes_long_says_how_far_it_is(open_page, told, monkeypatch):
    app, now, later, shown = open_page(), clock.now(), count(1), []
    monkeypatch.setattr(clock, "now", lambda: now + timedelta(seconds=2 * next(later)))
    monkeypatch.setattr("streamlit.delta_generator.DeltaGenerator.progress", lambda *told: shown.append(told[2]))
    monkeypatch.setattr("bccc_dash.store.audit.AT_A_TIME", 2)
    app.button(key="look").click().run()

    assert shown == ["0 of 6 rows", "2 of 6 rows", "4 of 6 rows"]


def test_an_audit_without_a_row_is_no_evidence(open_page):
    app = open_page()
    app.button(key="look").click().run()

    assert "Nothing was done in these days." in words(app)
    assert "The audit has no row yet." in words(app)


@pytest.mark.parametrize(("withheld", "counts"), [({}, True), ({"volunteer_id": 1}, False)])
def test_whoever_is_kept_from_something_is_not_told_how_many_rows_there_are(visit, told, withheld, counts):
    with writing(told) as session:
        session.add(VolunteerRow(id=1, full_name="A", role_title="B", applied_on=NOON.date()))
    app = visit(PAGE, role=Role.CHAIR, _who=withheld)
    app.button(key="look").click().run()

    assert ("rows, each of which" in words(app)) is counts
    assert ("whole: each row follows" in words(app)) is not counts
