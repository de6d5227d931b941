import re
from datetime import timedelta

import pytest

from bccc_dash.domain.links import Place
from bccc_dash.workbook.demo import demo_sheets
from bccc_dash.workbook.importing import import_sheets
from tests.pages.conftest import TODAY
from tests.pages.reading import words

PAGE = Place.REVIEWS
QUESTIONS = [
    "Which are overdue?",
    "Which fall due in the next 90 days?",
    "What came of those done?",
    "Who has nothing scheduled?",
    "Who is to be reminded?",
]


def test_the_committee_reads_what_is_overdue_then_due_then_done(open_page, demo_centre):
    app = open_page()
    said = words(app)

    assert not app.exception
    assert [title.value for title in app.title] == ["Privacy reviews"]
    assert [header.value for header in app.header] == QUESTIONS
    assert "Five reviews are overdue, the oldest by" in said
    assert "target 90%" in said
    assert app.get("vega_lite_chart")[0].proto.alt.startswith("Five reviews are overdue")


def test_whose_review_is_due_this_month_stands_in_a_sentence_and_first_among_the_months(open_page, demo_centre):
    said = words(open_page())

    assert re.search(r"due in the rest of November 2026: V-\d{4}", said)
    places = [said.index(f"{month} ") for month in ("November 2026", "December 2026", "January 2027", "February 2027")]
    assert places == sorted(places)


def test_the_reminder_list_begins_with_the_oldest_and_has_boxes_to_tick(open_page, demo_centre):
    said = words(open_page())
    listed = said[said.index("Reminder sent Tick") :]

    days = [int(days) for days in re.findall(r"overdue by (\d+) days?", listed)]
    assert days == sorted(days, reverse=True)
    assert len(days) == 5
    assert listed.count("□") == len(re.findall(r"V-\d{4}", listed))


def test_no_name_reaches_the_page(open_page, demo_centre):
    app = open_page()
    said = words(app) + "".join(str(chart.proto) for chart in app.get("vega_lite_chart"))

    assert not [row["full_name"] for row in demo_sheets(TODAY)["volunteers"] if str(row["full_name"]) in said]


def test_an_empty_database_says_so_and_the_way_out(open_page):
    app = open_page()
    said = words(app)

    assert not app.exception
    assert "Nothing is recorded yet" in said
    assert "python -m bccc_dash import PATH" in said
    assert not app.get("vega_lite_chart")


@pytest.mark.parametrize(
    "address",
    [{"page": "0"}, {"page": "99999"}, {"page": "x" * 10_000}, {"unplanned": "-1"}, {"unplanned": "7"}, {"case": "1"}],
    ids=lambda address: str(address)[:30],
)
def test_an_odd_address_is_said_and_everything_is_shown(open_page, demo_centre, address):
    app = open_page(**address)

    assert not app.exception
    assert "It is left out" in app.warning[0].value
    assert [header.value for header in app.header] == QUESTIONS


@pytest.mark.parametrize("as_of", ["2015-01-01", "2026-03-01", "2027-11-12", "2059-12-31"])
def test_any_day_past_or_to_come_is_no_fault(open_page, demo_centre, as_of):
    app = open_page(as_of=as_of)

    assert not app.exception
    assert [title.value for title in app.title] == ["Privacy reviews"]


def a_crowd(*, planned):
    sheets = {"volunteers": [], "stage_events": [], "privacy_reviews": []}
    for n in range(120):
        ref = f"V-{n:03}"
        start = TODAY - timedelta(days=300 - n)
        person = {"ref": ref, "full_name": "Person", "role_title": "Helper", "applied_on": start, "started_on": start}
        sheets["volunteers"].append(person)
        sheets["stage_events"].append({"volunteer_ref": ref, "to_stage": "S6", "occurred_on": start})
        sheets["privacy_reviews"] += [{"volunteer_ref": ref, "due_on": TODAY + timedelta(days=n)}] * planned
    return sheets


def test_a_month_of_many_is_shown_by_weeks(open_page, sqlite_engine):
    import_sheets(a_crowd(planned=1), engine=sqlite_engine)

    said = words(open_page())

    assert "16 to 22 Nov 7: V-004, V-005, V-006 and 4 more" in said
    assert "Everybody who is active has a review scheduled." in said


def test_both_long_lists_come_in_parts_with_an_address_each(open_page, sqlite_engine):
    import_sheets(a_crowd(planned=0), engine=sqlite_engine)

    said = words(open_page(page="3", unplanned="5"))

    assert "120 active people have no review scheduled." in said
    assert re.search(r"Worked out from How it stands (V-\d{3}) ", said)[1] == "V-100"
    assert "Rows 101 to 120 of 120, by due day." in said
    assert re.search(r"Reminder sent Tick (V-\d{3}) ", said)[1] == "V-100"
