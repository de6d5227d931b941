import random
import re

import pytest

from bccc_dash.domain.links import Place
from bccc_dash.domain.quality import CATALOGUE
from bccc_dash.workbook.demo import demo_sheets
from bccc_dash.workbook.importing import import_sheets
from tests.oracle.cells import read
from tests.oracle.quality import k31
from tests.oracle.strategies import random_sheets
from tests.pages.conftest import TODAY
from tests.pages.reading import words

PAGE = Place.QUALITY
LONG_AGO = "2015-01-02"


@pytest.fixture
def faulty_centre(sqlite_engine):
    """More than a page of findings, by nearly every rule."""
    sheets = random_sheets(random.Random(7), 25, TODAY)
    import_sheets(sheets, engine=sqlite_engine)
    return sheets


def by_hand(sheets):
    return k31(read(sheets), TODAY, TODAY)


def test_the_committee_reads_how_many_findings_by_which_rules_and_each_with_what_to_do(open_page, demo_centre):
    app = open_page()
    said = words(app)

    assert not app.exception
    assert [title.value for title in app.title] == ["Data quality"]
    assert [header.value for header in app.header] == [
        "Which rules are broken?",
        "What is wrong, and what is to be done?",
    ]
    assert re.search(r"findings among \d+ records looked at, by \w+ rules\. The gravest: check before", said)
    assert re.search(r"Check K-\d{4}-\d{3} was started on \d+ \w+ \d{4}, before the form was signed \(", said)
    assert said.count("What to do: ") == len([n for n in by_hand(demo_sheets(TODAY))["by"]["rule"].values() if n])


def test_no_name_and_no_free_text_reaches_the_page(open_page, demo_centre):
    said, sheets = words(open_page()), demo_sheets(TODAY)
    people = [row["full_name"] for row in sheets["volunteers"]] + [row["display_name"] for row in sheets["users"]]
    notes = [row[name] for name in ("summary", "rationale", "necessity_note", "reason") for rows in sheets.values()
             for row in rows if row.get(name)]  # fmt: skip

    assert not [name for name in people if str(name) in said]
    assert not [note for note in notes if str(note) in said]


def test_the_sentence_the_choice_and_the_list_say_the_same_number(open_page, faulty_centre):
    app, n = open_page(), by_hand(faulty_centre)["n"]

    assert f"{n} findings among" in words(app)
    assert f"Findings 1 to 25 of {n}." in words(app)
    assert app.selectbox(key="rule").options[0] == f"Any rule ({n})"


def test_every_page_of_the_list_together_shows_every_finding(open_page, faulty_centre):
    n, shown = by_hand(faulty_centre)["n"], 0
    for page in range(1, -(-n // 25) + 1):
        app = open_page(page=str(page))
        bodies = [html.proto.body for html in app.get("html") if "<caption>Findings: " in html.proto.body]
        shown += sum(body.count("<tr>") - 1 for body in bodies)

    assert shown == n


def test_a_rule_in_the_address_shows_its_findings_alone(open_page, faulty_centre):
    n = by_hand(faulty_centre)["by"]["rule"]["I11"]
    app = open_page(rule="I11")
    said = words(app)

    assert f"({n})" in app.selectbox(key="rule").options[list(CATALOGUE).index("I11") + 1]
    assert said.count("What to do: ") == 1
    assert "the least for" in said


def test_a_rule_chosen_in_the_list_stands_in_the_address_and_starts_at_its_first_part(open_page, faulty_centre):
    app = open_page(page="2")
    app.selectbox(key="rule").select("I3").run()

    assert app.query_params["rule"] in ("I3", ["I3"])
    assert "page" not in app.query_params
    assert "before" in words(app)


def test_a_rule_that_nothing_breaks_says_how_many_were_looked_at(open_page, demo_centre):
    said = words(open_page(rule="I9"))

    assert re.search(r"None found: \u201cDecision about belief\u201d, \d+ records looked at\.", said)


def test_a_concern_leads_to_its_place_among_the_concerns(open_page, faulty_centre):
    bodies = "".join(html.proto.body for html in open_page(rule="I12").get("html"))

    assert re.search(r'href="/concerns\?case=C-[^"]+"', bodies)


@pytest.mark.parametrize(
    "address",
    [
        {"rule": "I99"},
        {"rule": "i14"},
        {"rule": "<script>"},
        {"rule": "x" * 10_000},
        {"page": "0"},
        {"page": "-1"},
        {"page": "99999"},
        {"page": "abc"},
        {"nonsense": "1"},
    ],
    ids=lambda address: str(address)[:20],
)
def test_an_odd_address_is_said_and_left_out(open_page, demo_centre, address):
    app = open_page(**address)

    assert not app.exception
    assert "is not here" in app.warning[0].value
    assert len(app.warning[0].value) < 500
    assert "Six findings" in words(app) or "findings among" in words(app)


def test_an_empty_database_is_no_evidence_and_never_in_order(open_page):
    said = words(open_page())

    assert "No evidence" in said
    assert "python -m bccc_dash import PATH" in said
    assert "In order" not in said
    assert "None found" not in said


def test_a_day_before_the_first_record_is_no_evidence_either(open_page, demo_centre):
    said = words(open_page(as_of=LONG_AGO))

    assert "Nothing was recorded by this day, so there is nothing to look at." in said
    assert "No evidence" in said
    assert "None found" not in said


@pytest.mark.parametrize("as_of", ["2025-06-30", "2027-03-01"])
def test_a_past_and_a_future_day_have_findings_of_their_own(open_page, demo_centre, as_of):
    app = open_page(as_of=as_of)

    assert not app.exception
    assert "records looked at" in words(app)
