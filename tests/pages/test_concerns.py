"""The workbench as a person uses it: filters with their counts, the list, one concern, and odd addresses."""

from datetime import date, timedelta

import pytest

from bccc_dash.domain.links import Place
from bccc_dash.domain.workbench import A_PAGE
from bccc_dash.workbook.demo import demo_sheets
from bccc_dash.workbook.importing import import_sheets
from tests.pages.conftest import TODAY
from tests.pages.reading import words

PAGE = Place.CONCERNS
LIST = "list of concerns"


def concern(n, **changed):
    found = TODAY - timedelta(days=n)
    usual = {"ref": f"C-2026-{n:03}", "volunteer_ref": "V-1", "source": "FAMILY_MEMBER", "category": "GENERAL_CONDUCT"}
    usual |= {"identified_on": found, "recorded_on": found, "severity": "LOW", "status": "OPEN"}
    return usual | {"summary": "Something SECRET", "platform": "SECRET page", "owner": "cora@bccc.example"} | changed


@pytest.fixture
def centre(sqlite_engine):
    """24 open low concerns, 1 to 24 days old, and two high ones; one closed, one about somebody else."""
    person = {"ref": "V-1", "full_name": "SECRET Person", "role_title": "Helper", "applied_on": date(2025, 1, 5)}
    users = [
        {"email": f"{name}@bccc.example", "display_name": "SECRET User", "role": "COMMITTEE_MEMBER"}
        for name in ("cora", "asha")
    ]
    concerns = [concern(n) for n in range(1, 25)]
    concerns += [concern(40, severity="HIGH", owner="asha@bccc.example"), concern(100, severity="HIGH", owner=None)]
    concerns += [concern(200, status="CLOSED", closed_on=TODAY - timedelta(days=150))]
    concerns += [concern(300, status="NOT_THIS_PERSON")]
    shares = [{"subject_ref": "C-2026-040", "shared_on": TODAY - timedelta(days=35), "channel": "SECURE_NOTE"}]
    sheets = {"users": users, "volunteers": [person], "concerns": concerns, "committee_shares": shares}
    import_sheets(sheets, engine=sqlite_engine)


def asked(app, name):
    """What the address asks for under a name."""
    value = app.query_params[name]
    return value[0] if isinstance(value, list) else value


def listed(app):
    """The references of the list."""
    return [option.split("**")[1].replace("\\", "") for option in app.radio(key=LIST).options]


def test_the_page_says_what_is_open_and_how_to_begin(open_page, centre):
    app = open_page()

    assert [title.value for title in app.title] == ["Concerns"]
    assert "26 concerns are open." in words(app)
    assert "Showing 26 of 26 open concerns, oldest first. Here: 1 to 20." in words(app)
    assert "Choose a concern to see what is missing next" in words(app)
    assert listed(app)[:2] == ["C-2026-100", "C-2026-040"]


def test_every_choice_says_beforehand_how_many_it_would_list(open_page, centre):
    app = open_page(age="29-90")

    assert app.selectbox(key="severity").options == [
        *("Any severity (1)", "Critical (0)", "High (1)", "Medium (0)", "Low (0)")
    ]
    assert app.selectbox(key="age").options[1:] == [
        *("Up to 7 days (7)", "8 to 28 days (17)", "29 to 90 days (1)", "91 days or more (1)")
    ]
    assert app.selectbox(key="owner").options == [
        *("Any owner (1)", "Management Committee member (0)", "Management Committee member, no. 2 (1)", "Nobody (0)")
    ]
    assert [box.label for box in app.checkbox] == [
        *("Not discussed (1)", "Source not assessed (1)", "Not shared with the committee (0)")
    ]


def test_what_is_chosen_lists_as_many_as_was_said_and_stands_in_the_address(open_page, centre):
    app = open_page()
    app.selectbox(key="severity").select("HIGH").run()
    assert app.selectbox(key="severity").value == "HIGH"
    app.checkbox(key="unshared").check().run()

    assert not app.exception
    assert listed(app) == ["C-2026-100"]
    assert "Showing 1 of 26 open concerns" in words(app)
    assert (asked(app, "severity"), asked(app, "unshared")) == ("HIGH", "yes")
    app.button(key="clear").click().run()
    assert len(listed(app)) == A_PAGE
    assert not dict(app.query_params)


def test_filters_that_nothing_meets_say_so_and_the_way_out(open_page, centre):
    app = open_page(severity="CRITICAL")

    assert "No open concern matches these filters. 26 are open in all. Set a filter back to \u201cAny\u201d" in words(
        app
    )
    assert not app.radio
    assert not app.button(key="clear").disabled


def test_a_concern_is_opened_from_the_list_and_stands_in_the_address(open_page, centre):
    app = open_page()
    app.radio(key=LIST).set_value("C-2026-040").run()

    assert asked(app, "case") == "C-2026-040"
    assert [header.value.replace("\\", "") for header in app.header] == ["C-2026-040, high severity"]
    assert "Missing next: " in words(app)
    assert [part.value for part in app.subheader] == ["What the policy asks for", "Chronology", "About it"]
    assert "Shared with the committee, by secure note." in words(app)


def test_previous_and_next_walk_across_the_parts_of_the_list(open_page, centre):
    app = open_page()
    seen = []
    while not app.button(key="next").disabled:
        app.button(key="next").click().run()
        assert not app.exception
        seen.append(asked(app, "case"))
        assert app.radio(key=LIST).value == seen[-1]
        assert f"{len(seen)} of 26" in words(app)
    assert len(seen) == len(set(seen)) == 26
    app.button(key="previous").click().run()
    assert asked(app, "case") == seen[-2]


def test_the_first_has_no_previous_and_the_last_no_next(open_page, centre):
    assert open_page(case="C-2026-100").button(key="previous").disabled
    assert open_page(case="C-2026-001").button(key="next").disabled


def test_a_link_to_one_concern_shows_it_and_its_part_of_the_list_whatever_its_case(open_page, centre):
    app = open_page(case="c-2026-003")

    assert listed(app) == [f"C-2026-{n:03}" for n in range(6, 0, -1)]
    assert app.radio(key=LIST).value == "C-2026-003"
    assert "24 of 26" in words(app)


def test_another_part_of_the_list_leaves_the_concern_open(open_page, centre):
    app = open_page(case="C-2026-003")
    app.get("pagination")[0].set_value(1).run()

    assert listed(app)[0] == "C-2026-100"
    assert app.radio(key=LIST).value is None
    assert asked(app, "page") == "1"
    assert app.header[0].value.replace("\\", "").startswith("C-2026-003")


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ({"case": "C-9999-999"}, "There is no concern C-9999-999."),
        ({"case": "C-2026-300"}, "There is no concern C-2026-300."),
        ({"case": "V-1"}, "There is no concern V-1."),
        ({"case": "x" * 10_000}, "There is no concern xxx"),
        ({"case": "C-2026-001\x00"}, "C-2026-001, low severity"),
        ({"case": "<b>"}, "There is no concern <b>."),
        (
            {"case": "C-2026-200"},
            "C-2026-200 is not among the open concerns as at 12 November 2026: it was closed on 15 June 2026.",
        ),
        ({"case": "C-2026-001", "as_of": "2026-11-01"}, "C-2026-001 had not been found by 1 November 2026."),
        ({"case": "C-2026-001", "severity": "HIGH"}, "C-2026-001 is open, but the filters leave it out of the list."),
        ({"severity": "NARNIA"}, "severity = NARNIA"),
        ({"owner": "u99"}, "No open concern matches these filters."),
        ({"owner": "Cora"}, "owner = Cora"),
        ({"owner": "u007"}, "owner = u007"),
        ({"unshared": "maybe"}, "unshared = maybe"),
        ({"sort": "sideways"}, "sort = sideways"),
        ({"page": "99999"}, "page = 99999"),
        ({"page": "-1"}, "Showing 26 of 26"),
        ({"colour": "red"}, "colour"),
        ({"category": "y" * 10_000}, "category = yyy"),
    ],
)
def test_an_odd_address_is_answered_in_words(open_page, centre, address, said):
    app = open_page(**address)
    shown = words(app) + " ".join(header.value for header in app.header)

    assert said in shown.replace("\\", "")
    assert app.radio or "Set a filter back" in shown


def test_no_name_no_free_text_and_nobody_else_reaches_the_page(open_page, centre):
    app = open_page(case="C-2026-040")
    said = words(app) + str([box.options for box in (*app.selectbox, *app.radio)])

    assert "SECRET" not in said
    assert "C-2026-300" not in said
    assert "family" not in said.replace("Families", "")
    assert "Another platform" in said
    assert "In confidence" in said


def test_the_demonstration_centre_reads_through_without_a_fault(open_page, sqlite_engine):
    sheets = demo_sheets(TODAY)
    import_sheets(sheets, engine=sqlite_engine)
    texts = [str(row["summary"]) for row in sheets["concerns"] if row.get("summary")]
    texts += [str(row["full_name"]) for row in sheets["volunteers"]] + [str(row["title"]) for row in sheets["actions"]]

    for row in sheets["concerns"]:
        said = words(open_page(case=str(row["ref"]))).replace("\\", "")
        assert str(row["ref"]) in said
        assert not [text for text in texts if text in said]


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2015-01-01", "C-2026-100 had not been found by 1 January 2015."),
        ("2026-09-01", "Low (0)"),
        ("2030-01-01", "This day is still to come"),
    ],
)
def test_any_day_can_be_looked_at(open_page, centre, day, said):
    app = open_page(as_of=day, case="C-2026-100")

    assert said in words(app) + str(app.selectbox(key="severity").options)


def test_an_empty_database_says_so_and_the_way_out(open_page):
    app = open_page(case="C-1", severity="HIGH")

    assert "Nothing is recorded yet" in words(app)
    assert "python -m bccc_dash import PATH" in words(app)
    assert not app.radio
