from datetime import date

import pytest

from bccc_dash.domain.links import Place
from bccc_dash.domain.overview import Rag
from bccc_dash.workbook.demo import demo_sheets
from tests.pages.conftest import TODAY
from tests.pages.reading import tables, words

PAGE = Place.OVERVIEW
QUESTIONS = ["How is vetting going?", "Which concerns are open?", "What did breaches change?"]


def test_the_committee_reads_title_day_window_people_and_four_questions_in_that_order(open_page, demo_centre):
    app = open_page()

    assert not app.exception
    assert [title.value for title in app.title] == ["Overview"]
    assert [header.value for header in app.header] == [
        "What needs the committee now",
        *QUESTIONS,
        "Are privacy reviews kept up?",
    ]
    assert "As at Thursday 12 November 2026. Since the last meeting:" in words(app)
    assert "volunteers are active and" in words(app)


def test_every_question_has_a_picture_with_words_and_its_numbers(open_page, demo_centre):
    app = open_page()
    pictures = [chart.proto for chart in app.get("vega_lite_chart")]

    assert len(pictures) == 4
    assert all(picture.alt.endswith(".") and len(picture.alt) > 20 for picture in pictures)
    assert len(tables(app)) == 4
    assert [expander.label for expander in app.expander] == [
        "Numbers, and how this is worked out: vetting",
        "Numbers, and how this is worked out: concerns",
        "Numbers, and how this is worked out: breaches",
        "Numbers, and how this is worked out: privacy reviews",
    ]


def test_the_method_names_clauses_and_says_what_is_not_policy(open_page, demo_centre):
    said = words(open_page())

    assert "P46" in said
    assert "BCCC default, not policy" in said


def test_every_need_is_a_status_a_sentence_and_a_way_to_its_page(open_page, demo_centre):
    app = open_page()
    needs = [html.proto.body for html in app.get("html") if 'class="need"' in html.proto.body]
    ways = [way.proto.label for way in app.get("page_link")]

    assert needs
    assert all(need.count('class="chip') == 1 for need in needs)
    assert ways[-4:] == ["Open Vetting", "Open Concerns", "Open Breaches", "Open Reviews"]
    assert all(len(way) <= 16 for way in ways)
    assert "Act now" in needs[0]


def test_no_name_and_no_free_text_reaches_the_page(open_page, demo_centre):
    sheets = demo_sheets(TODAY)
    app = open_page()
    said = words(app) + str(tables(app)) + "".join(str(chart.proto) for chart in app.get("vega_lite_chart"))

    assert not [row["full_name"] for row in sheets["volunteers"] if str(row["full_name"]) in said]
    assert not [row["summary"] for row in sheets["concerns"] if row.get("summary") and str(row["summary"]) in said]


def test_an_empty_database_says_so_in_every_panel_and_never_in_order(open_page):
    app = open_page()
    said = words(app)

    assert not app.exception
    assert said.count(Rag.NO_EVIDENCE.words) == 5
    assert Rag.IN_ORDER.words not in said
    assert said.count("python -m bccc_dash import PATH") == 4
    assert not app.get("vega_lite_chart")


@pytest.mark.parametrize(
    ("address", "window"),
    [
        ({}, "Since the last meeting: "),
        ({"period": "This year"}, "This year: 1 January to 12 November 2026."),
        ({"period": "Last 12 months"}, "Last 12 months: 13 November 2025 to 12 November 2026."),
        (
            {"as_of": "2026-10-31", "period": "This year"},
            "As at Saturday 31 October 2026. This year: 1 January to 31 October 2026.",
        ),
        (
            {"period": "Other dates", "from": "2026-08-01"},
            "The days chosen: 1 August to 12 November 2026.",
        ),
    ],
)
def test_the_address_chooses_day_and_window(open_page, demo_centre, address, window):
    app = open_page(**address)

    assert not app.exception
    assert window in words(app)


@pytest.mark.parametrize(
    "address",
    [
        {"as_of": "yesterday"},
        {"as_of": "2026-02-30"},
        {"as_of": "9999-12-31"},
        {"as_of": "0001-01-01"},
        {"as_of": ""},
        {"as_of": "<script>"},
        {"period": "Narnia"},
        {"period": ""},
        {"from": "2026-01-01"},
        {"nonsense": "1"},
    ],
    ids=str,
)
def test_an_odd_address_falls_back_to_today_and_the_last_meeting(open_page, demo_centre, address):
    app = open_page(**address)

    assert not app.exception
    assert "As at Thursday 12 November 2026. Since the last meeting:" in words(app)


def test_a_first_day_after_the_as_at_day_is_said_in_words(open_page, demo_centre):
    app = open_page(**{"as_of": "2026-06-01", "period": "Other dates", "from": "2026-08-01"})

    assert not app.exception
    assert "The first day, 1 August 2026, lies after the as-at day, 1 June 2026" in app.warning[0].value
    assert "Since the last meeting" in words(app)


def test_a_day_chosen_in_the_sidebar_moves_everything(open_page, demo_centre):
    app = open_page()
    before = tables(app)

    app.date_input(key="as_of").set_value(date(2025, 11, 12)).run()

    assert "As at Wednesday 12 November 2025." in words(app)
    assert tables(app) != before


def test_a_day_before_the_centre_began_is_no_fault(open_page, demo_centre):
    app = open_page(as_of="2015-01-01")

    assert not app.exception
    assert "Nobody is applying at the moment." in words(app)
