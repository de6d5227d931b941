"""The Vetting page as a person reads it."""

from datetime import timedelta

import pytest

from bccc_dash.domain.links import Place
from bccc_dash.ui import look
from bccc_dash.workbook.demo import demo_sheets
from bccc_dash.workbook.importing import import_sheets
from tests.pages.conftest import TODAY
from tests.pages.reading import tables, words

PAGE = Place.VETTING
QUESTIONS = [
    "Where is everybody?",
    "Which Stage 1 checks are missing or late?",
    "Which gates are not met?",
    "Who waits for what?",
    "Everybody applying, one by one",
]


def markup(app):
    return "".join(str(html.proto.body) for html in app.get("html"))


def test_the_committee_reads_title_sentence_and_five_questions_in_that_order(open_page, demo_centre):
    app = open_page()

    assert not app.exception
    assert [title.value for title in app.title] == ["Vetting"]
    assert [header.value for header in app.header] == QUESTIONS
    said = words(app)
    assert "As at Thursday 12 November 2026." in said
    assert "Of 11 people applying, two have been in their stage longer than its target: V-" in said


def test_the_first_line_is_the_most_overdue_check(open_page, demo_centre):
    app = open_page()
    said, shown = words(app), markup(app)
    first = said.split("The most overdue is ")[1].split(":")[0]

    lines = shown.split("<caption>People in Stage 1 without their online check, most overdue first</caption>")[1]
    assert lines.split("<tbody>")[1].split("</a>")[0].endswith(first)
    assert "Past target by" in lines


def test_the_picture_has_its_words_and_its_numbers(open_page, demo_centre):
    app = open_page()
    (picture,) = [chart.proto for chart in app.get("vega_lite_chart")]

    assert picture.alt.startswith("Enquiry ")
    assert [row[0] for row in tables(app)[0]][:2] == ["Enquiry", "Application and online check"]
    assert "K6" not in words(app)


def test_no_name_and_no_free_text_reaches_the_page(open_page, demo_centre):
    sheets = demo_sheets(TODAY)
    app = open_page(volunteer="V-0016")
    said = markup(app) + str(tables(app)) + "".join(str(chart.proto) for chart in app.get("vega_lite_chart"))

    free = (
        "reason",
        "summary",
        "necessity_note",
        "rationale",
        "exempt_reason",
        "search_terms",
        "display_name",
        "title",
    )
    texts = [row[name] for rows in sheets.values() for row in rows for name in ("full_name", *free) if row.get(name)]
    assert texts
    assert not [text for text in texts if str(text) in said]


@pytest.mark.parametrize(
    ("stage", "sentence", "lines"),
    [("", "11 people are applying, the most overdue first.", 11), ("S1", "Three of 11 people applying are in Appl", 3)],
)
def test_the_address_chooses_a_stage_and_the_list_holds_what_is_said(open_page, demo_centre, stage, sentence, lines):
    app = open_page(**({"stage": stage} if stage else {}))

    assert sentence in words(app)
    listed = markup(app).split("<caption>Applicants one by one</caption>")[1]
    assert listed.split("</table>")[0].count("<tr>") == lines + 1
    assert app.selectbox(key="stage").options[0] == "Any stage (11)"


def test_a_person_is_opened_by_ref_in_whatever_case_and_closed_again(open_page, demo_centre):
    app = open_page(volunteer="v-0016")

    assert r"V\-0016, stage by stage" in [header.value for header in app.header]
    assert "V-0016 has been in" in words(app)
    assert [way.proto.label for way in app.get("page_link")] == ["Close history"]


@pytest.mark.parametrize(
    "address",
    [
        {"stage": "S9"},
        {"stage": "S6"},
        {"stage": "x" * 10_000},
        {"volunteer": "V-9999"},
        {"volunteer": "<script>alert(1)</script>"},
        {"volunteer": "C-2026-001"},
        {"volunteer": "x" * 10_000},
        {"volunteer": "\x00"},
        {"page": "0"},
        {"page": "-1"},
        {"page": "99999"},
        {"page": "abc"},
        {"nonsense": "1"},
    ],
    ids=lambda address: str(address)[:40],
)
def test_an_odd_address_is_said_in_words_and_shows_everybody(open_page, demo_centre, address):
    app = open_page(**address)

    assert not app.exception
    assert "The address asks for something that is not here" in app.warning[0].value
    assert len(app.warning[0].value) < 1_000
    assert "11 people are applying, the most overdue first." in words(app)


def test_an_empty_database_says_so_and_asks_nothing_further(open_page):
    app = open_page()
    said = words(app)

    assert not app.exception
    assert "Nothing is recorded yet, so there is nothing to say here." in said
    assert "In order" not in said
    assert not app.get("vega_lite_chart")


@pytest.mark.parametrize("days", [-4_000, -365, 400, 10_000])
def test_any_day_can_be_looked_at(open_page, demo_centre, days):
    app = open_page(as_of=(TODAY + timedelta(days=days)).isoformat())

    assert not app.exception
    assert [header.value for header in app.header] == QUESTIONS


def test_before_the_centre_began_nobody_is_no_evidence(open_page, demo_centre):
    said = words(open_page(as_of="2015-01-01"))

    assert "Nobody is applying at the moment." in said
    assert said.count("No evidence") == 3
    assert "In order" not in said


def test_a_person_is_found_with_spaces_and_what_cannot_be_stored_around_the_ref(open_page, demo_centre):
    assert "V-0016 has been in" in words(open_page(volunteer=" V-0016\x00 "))


def test_who_applies_only_after_the_day_is_not_here_yet(open_page, demo_centre):
    app = open_page(volunteer="V-0016", as_of="2015-01-01")

    assert "The address asks for something that is not here" in app.warning[0].value


@pytest.mark.parametrize("ref", ["![i](http://evil/x.png)", "$a$", ":red[y]", "**V**"])
def test_a_hostile_ref_stays_text_in_the_heading(open_page, sqlite_engine, ref):
    person = {"ref": ref, "full_name": "X", "role_title": "Helper", "applied_on": TODAY}
    import_sheets({"volunteers": [person]}, engine=sqlite_engine)
    app = open_page(volunteer=ref)

    (heading,) = [header.value for header in app.header if header.value.endswith("stage by stage")]
    assert heading == f"{look.as_text(ref)}, stage by stage"
