"""Every number on the screen is the one that `figures --json` prints."""

import pytest

from bccc_dash import clock
from bccc_dash.domain import words
from bccc_dash.domain.period import since_last_meeting
from bccc_dash.queries.settings import centre_before
from bccc_dash.reads.overview import overview
from bccc_dash.settings import sqlite_url
from bccc_dash.store.engine import open_engine, reading

pytestmark = pytest.mark.browser

SEVERITIES = ("CRITICAL", "HIGH", "MEDIUM", "LOW")
AGES = ("0-7", "8-28", "29-90", "91+")
EFFECTS = {
    "Not decided": "undecided",
    "No change": "no_change",
    "Conditions": "conditions",
    "Suspended": "suspended",
    "Withdrawn": "withdrawn",
    "Ended": "ended",
}


@pytest.fixture(scope="module", params=["demonstration", "large"])
def centre(request, centres):
    return centres[request.param]


@pytest.fixture(scope="module")
def figures(centre):
    return centre.figures()


@pytest.fixture(scope="module")
def read(centre):
    engine, today = open_engine(sqlite_url(centre.file)), clock.today()
    with reading(engine) as session:
        found = overview(session, since_last_meeting(today, centre_before(session, today).latest_meeting))
    engine.dispose()
    return found


@pytest.fixture
def open_bands(centre, look_at):
    seen = look_at(centre.name)
    seen.unfold()
    return seen


def table(seen, band):
    """The rows of a band's table: what is folded open on screen, and the same on paper."""
    rows = seen.page.locator(f".st-key-band-{band} [data-testid=stTable] tbody tr").all()
    on_screen = [[cell.text_content().strip() for cell in row.locator("th, td").all()] for row in rows]
    paper = seen.page.locator(f".st-key-band-{band} .paper tbody tr").all()
    assert on_screen == [[cell.text_content().strip() for cell in row.locator("td").all()] for row in paper]
    return on_screen


def as_said(number):
    alone = {0: "none", 2: "both"}.get(number, words.number_word(number))
    said = {words.number_word(number), alone}
    return {*said, *map(words.capital, said), words.figure(number)}


def test_vetting_numbers(open_bands, figures):
    by_stage = figures["K6"]["by"]["stage"].values()

    assert [[row[1], row[2], row[3], row[5]] for row in table(open_bands, "vetting")] == [
        [
            words.figure(stage["n"]),
            words.number(stage["median_days"], none="–"),
            words.number(stage["max_days"], none="–"),
            words.figure(stage["over_target"]),
        ]
        for stage in by_stage
    ]


def test_concern_numbers(open_bands, figures):
    rows, by = table(open_bands, "concerns"), figures["K9"]["by"]

    assert [row[-1] for row in rows] == [
        *(words.figure(by["severity"][severity]) for severity in SEVERITIES),
        words.figure(figures["K9"]["n"]),
    ]
    assert rows[-1][1:5] == [words.figure(by["age"][band]) for band in AGES]
    cells = [[int(cell.replace(",", "")) for cell in row[1:5]] for row in rows[:-1]]
    assert [sum(column) for column in zip(*cells, strict=True)] == [by["age"][band] for band in AGES]
    assert [sum(row) for row in cells] == [by["severity"][severity] for severity in SEVERITIES]


def test_breach_numbers(open_bands, figures):
    rows = table(open_bands, "breaches")
    counted = dict.fromkeys(EFFECTS.values(), 0)
    for _, effect, number, _ in rows[:-1]:
        counted[EFFECTS[effect]] += int(number.replace(",", ""))

    assert counted == figures["K14"]["by"]["effect"]
    assert rows[-1][2] == words.figure(figures["K14"]["n"])


def test_review_numbers(open_bands, figures, read):
    k17, k18 = figures["K17"], figures["K18"]

    assert [row[1] for row in table(open_bands, "reviews")] == [
        *(words.figure(k18["by"]["age"][band]) for band in ("1-30", "31-90", "91+")),
        words.figure(k18["n"]),
        words.figure(read.due_next_90),
        words.figure(read.reviews_done),
        words.figure(k18["unscheduled"]),
        words.n_of_d(k17["n"], k17["d"]),
    ]


def test_the_sentences_say_the_same_numbers(open_bands, figures, read):
    others = {
        "active": read.active,
        "due_next_90": read.due_next_90,
        "reviews_done": read.reviews_done,
        "K6.over_target": sum(stage["over_target"] for stage in figures["K6"]["by"]["stage"].values()),
    }
    said = [(span.get_attribute("data-figure"), span.text_content()) for span in figure_spans(open_bands)]

    assert {"active", "K9.n", "K14.n", "K17", "due_next_90", "reviews_done"} <= {place for place, _ in said}
    for place, text in said:
        if place == "K17":
            assert text == f"{figures['K17']['n']:,} of {figures['K17']['d']:,}"
        else:
            assert text in as_said(others[place] if place in others else value_at(figures, place)), place


def figure_spans(seen):
    return seen.page.locator("[data-figure]").all()


def value_at(figures, place):
    found = figures
    for key in place.split("."):
        found = found[key]
    return found


def test_the_pictures_say_the_same_numbers(open_bands, figures, read):
    page = open_bands.page
    letters = page.locator(".st-key-band-vetting svg text, .st-key-band-reviews svg text").all_text_contents()

    for stage in read.stages:
        assert f"{stage.name}: {words.figure(stage.n)}" in letters
    overdue, unplanned = figures["K18"]["n"], figures["K18"]["unscheduled"]
    late = f"{words.figure(overdue + unplanned)} past their day" if unplanned else f"{words.figure(overdue)} overdue"
    assert late in letters
    assert f"{words.figure(read.due_next_90)} due in the next 90 days" in letters


def test_the_needs_are_those_of_the_records_worst_first(open_bands, read):
    rows = open_bands.page.locator(".need").all()

    assert [row.locator(".chip").text_content() for row in rows] == [need.status.words for need in read.needs]
    assert [row.locator("p").text_content() for row in rows] == [
        f"{need.sentence} {need.aside}".strip() for need in read.needs
    ]


def test_an_empty_centre_says_so_and_shows_no_number(look_at):
    page = look_at("empty").page

    assert page.get_by_text("No evidence").count() == 5
    assert page.get_by_text("In order").count() == 0
    assert page.get_by_test_id("stVegaLiteChart").count() == 0
    assert page.get_by_text("python -m bccc_dash import PATH").count() == 4
