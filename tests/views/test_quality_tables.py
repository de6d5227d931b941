"""The sentences and tables of the page about data quality."""

import pytest

from bccc_dash.domain.finding import Finding, MilestoneFacts
from bccc_dash.domain.links import Link, Place
from bccc_dash.domain.overview import Rag
from bccc_dash.domain.quality import CATALOGUE, Quality
from bccc_dash.domain.rule import Kind
from bccc_dash.views import quality_tables as tables
from bccc_dash.views.sentence import plain

HELD = MilestoneFacts("C-1", None, None)


def quality(looked_at=20, **counts):
    by = dict.fromkeys(CATALOGUE, 0) | counts
    figures = {"K31": {"n": sum(by.values()), "by": {"rule": by}}}
    return Quality(figures, dict.fromkeys(Kind, looked_at), has_records=True)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (quality(), "None found, 160 records looked at."),
        (quality(looked_at=0), "Nothing was recorded by this day, so there is nothing to look at."),
        (quality(I20=1), "One finding among 160 records looked at, by one rule: active without approval."),
        (
            quality(I12=2),
            "Two findings among 160 records looked at, by one rule: "
            "LADO not considered in time: grooming, child identified.",
        ),
        (
            quality(I2=12, I6=1),
            "13 findings among 160 records looked at, by two rules. The gravest: acting in one's own matter.",
        ),
    ],
)
def test_the_headline_counts_findings_records_and_names_the_gravest(found, said):
    assert plain(tables.headline(found)) == said


def test_broken_rules_stand_the_gravest_first_with_their_urgency():
    rows = tables.broken_rules(quality(I16=1, I6=2, I3=3)).rows

    assert [row[:4] for row in rows] == [
        ("Acting in one's own matter", Rag.ACT, "2", "60"),
        ("Check before permission or notice", Rag.WATCH, "3", "20"),
        ("Dates out of order", Rag.WATCH, "1", "80"),
    ]


def test_a_rule_is_either_broken_or_kept():
    found = quality(I16=1)
    kept = " ".join(str(row) for row in tables.kept_rules(found).rows)

    assert all((rule.title in kept) == (code != "I16") for code, rule in CATALOGUE.items())
    assert "20 checks" in kept


def test_all_rules_kept_says_so():
    assert plain(tables.rules(quality())) == "None of the 19 rules is broken."
    assert plain(tables.rules(quality(I2=1))) == "Of 19 rules, one is broken. The gravest stands first."


@pytest.mark.parametrize(
    ("rule", "page", "said"),
    [
        ("", 1, "Findings 1 to 25 of 31."),
        ("", 2, "Findings 26 to 31 of 31."),
        ("I3", 1, "One finding."),
        ("I14", 1, "None found: \u201cEffect on approval not decided\u201d, 20 records looked at."),
    ],
)
def test_the_list_says_which_part_it_shows(rule, page, said):
    assert tables.listing(quality(I2=30, I3=1), rule, page) == said


def test_each_choice_carries_its_count():
    counts = quality(I2=1200).counts

    assert tables.choice_words(counts, "") == "Any rule (1,200)"
    assert tables.choice_words(counts, "I2") == "Check not complete (1,200)"
    assert tables.choice_words(counts, "I6") == "Acting in one's own matter (0)"


def test_findings_stand_under_their_rule_with_clause_and_remedy():
    found = (Finding("I6", Kind.ASSESSMENT, "C-1", True, HELD), Finding("I16", Kind.SHARE, "B-1", False, HELD))
    (first, its_rows), (second, others) = tables.grouped(found)

    assert (first.heading, second.heading) == ("Acting in one's own matter", "Dates out of order")
    assert first.text.endswith("Clauses P19, P29 and P30.")
    assert first.aside.startswith("What to do: Somebody else")
    assert its_rows.rows[0][0] == Link(Place.CONCERNS, "Source assessment of C-1", (("case", "C-1"),))
    assert others.rows[0][0] == "Sharing of B-1"
