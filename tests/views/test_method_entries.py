"""How figures are worked out, in words."""

from dataclasses import replace

from bccc_dash.domain.clauses import clauses
from bccc_dash.domain.definitions import DEFINITIONS
from bccc_dash.domain.method import THEMES, Method, StageTarget
from bccc_dash.domain.targets import DEFAULTS
from bccc_dash.views import method_entries as entries
from bccc_dash.views.sentence import plain

STAGES = (StageTarget("S1", "Application", 28), StageTarget("S2", "Interview", None))


def test_every_figure_says_what_is_counted_its_target_unit_and_clauses():
    told = {entry.heading: entry for theme in THEMES for entry in entries.entries(theme)}

    assert len(told) == len(DEFINITIONS) == 29
    for one in DEFINITIONS:
        entry = told[f"{one.code} {one.title}"]
        assert entry.text == one.words
        assert all(word in entry.aside for word in (one.unit, one.shown_as, *one.clauses, one.target or "no target"))
        assert one.target_source.lower() in entry.aside.lower()


def test_every_clause_that_is_cited_is_told_on_the_same_page():
    rows = {row[0]: row for row in entries.clauses_cited(THEMES).rows}

    assert set(rows) == {ref for one in DEFINITIONS for ref in one.clauses}
    assert all(row[1] == clauses()[ref].gist for ref, row in rows.items())
    assert list(rows) == sorted(rows, key=lambda ref: int(ref[1:]))


def test_one_figure_opens_alone_with_its_clauses():
    shown = entries.themes("K12")

    assert [entry.heading for theme in shown for entry in entries.entries(theme)] == [
        "K12 Shared with the committee in time"
    ]
    assert [row[0] for row in entries.clauses_cited(shown).rows] == ["P31"]
    assert plain(entries.theme_sentence(shown[0])) == "One figure."


def test_a_target_of_the_committees_own_is_told_beside_the_default():
    rows = entries.targets(Method(replace(DEFAULTS, undecided_effect_days=14), STAGES)).rows

    assert ("What a breach does to approval is decided (P56)", "14 days", "The committee (BCCC default: 28)") in rows
    assert rows[0][1:] == ("5 working days", "BCCC default, not policy")
    assert rows[1][1] == "1 working day"


def test_stage_targets_say_who_set_them_and_where_there_is_none():
    assert entries.stage_targets(Method(DEFAULTS, STAGES)).rows == (
        ("Application", "28 days", "BCCC default, not policy"),
        ("Interview", "no target", "The committee (BCCC default: 28)"),
    )


def test_the_sentence_counts_the_committees_own():
    assert plain(entries.own_targets(Method(DEFAULTS, STAGES[:1]))).endswith("default until the committee sets it.")
    assert plain(entries.own_targets(Method(DEFAULTS, STAGES))).endswith("one is the committee's own.")
