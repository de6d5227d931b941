import re
from datetime import timedelta

import pytest

from bccc_dash.domain.links import Place
from bccc_dash.workbook.demo import demo_sheets
from bccc_dash.workbook.importing import import_sheets
from tests.pages.conftest import TODAY
from tests.pages.reading import words

PAGE = Place.BREACHES
QUESTIONS = [
    "Which breaches wait for a decision on approval?",
    "What did breaches change?",
    "What are they said to affect?",
    "Who is suspended?",
    "How long did content stay up?",
]


def test_the_committee_reads_who_waits_first_then_what_changed_and_what_it_cost(open_page, demo_centre):
    app = open_page()
    said = words(app)

    assert not app.exception
    assert [title.value for title in app.title] == ["Breaches"]
    assert [header.value for header in app.header] == QUESTIONS
    assert re.search(r"B-\d{4}-\d{3} has waited", said)
    assert "the target is 28 (BCCC default)" in said
    assert said.index("has waited") < said.index("Suspended since")


def test_the_first_row_is_the_breach_that_waits_longest(open_page, demo_centre):
    said = words(open_page())
    longest = re.search(r"(B-\d{4}-\d{3}) has waited", said)[1]

    assert re.search(r"Waiting Concern (B-\d{4}-\d{3}) ", said)[1] == longest


def test_the_picture_has_words_and_its_numbers(open_page, demo_centre):
    app = open_page()

    assert next(chart.proto.alt for chart in app.get("vega_lite_chart")).endswith(".")
    assert [expander.label for expander in app.expander] == ["Numbers, and how this is worked out: breaches"]
    assert "P56" in words(app)


def test_no_name_and_no_free_text_reaches_the_page(open_page, demo_centre):
    sheets = demo_sheets(TODAY)
    app = open_page()
    said = words(app) + "".join(str(chart.proto) for chart in app.get("vega_lite_chart"))
    names = [str(row["full_name"]) for row in sheets["volunteers"]] + [str(r["display_name"]) for r in sheets["users"]]
    free = [str(row[c]) for name, c in (("concerns", "summary"), ("decisions", "rationale")) for row in sheets[name]]

    assert not [text for text in names + free if text not in ("None", "") and text in said]


def test_an_empty_database_says_so_and_the_way_out(open_page):
    app = open_page()
    said = words(app)

    assert not app.exception
    assert "Nothing is recorded yet" in said
    assert "python -m bccc_dash import PATH" in said
    assert not app.get("vega_lite_chart")


@pytest.mark.parametrize(
    "address",
    [
        {"page": "0"},
        {"page": "-1"},
        {"page": "99999"},
        {"page": "abc"},
        {"page": "x" * 10_000},
        {"case": "B-0000-000"},
        {"nonsense": "<script>"},
    ],
    ids=lambda address: str(address)[:30],
)
def test_an_odd_address_is_said_and_everything_is_shown(open_page, demo_centre, address):
    app = open_page(**address)

    assert not app.exception
    assert "It is left out" in app.warning[0].value
    assert len(app.warning[0].value) < 500
    assert [header.value for header in app.header] == QUESTIONS


@pytest.mark.parametrize("as_of", ["2015-01-01", "2026-03-01", "2027-11-12", "2059-12-31"])
def test_any_day_past_or_to_come_is_no_fault(open_page, demo_centre, as_of):
    app = open_page(as_of=as_of)

    assert not app.exception
    assert [title.value for title in app.title] == ["Breaches"]


def a_crowd():
    person = {"ref": "V-1", "full_name": "A Person", "role_title": "Helper", "applied_on": TODAY}
    breach = {"volunteer_ref": "V-1", "breach_type": "OTHER", "source": "VOLUNTEER", "severity": "LOW"}
    days = [TODAY - timedelta(days=n) for n in range(60)]
    rows = [{"ref": f"B-{n:03}", "discovered_on": day, "recorded_on": day} for n, day in enumerate(days)]
    said = {"status": "REPORTED", "affects_approval": True, "content_status": "LIVE"}
    return {"volunteers": [person], "incidents": [breach | said | row for row in rows]}


def test_a_long_list_comes_in_parts_of_which_each_has_an_address(open_page, sqlite_engine):
    import_sheets(a_crowd(), engine=sqlite_engine)

    first, last = words(open_page()), words(open_page(page="3"))

    assert "B-059 has waited longest" in first
    assert "B-059 has waited longest" in last
    assert re.search(r"Waiting Concern (B-\d{3}) ", last)[1] == "B-009"
    assert "And 35 more: the 25 shown come first." in first
