"""The rules in words, and which part of the findings stands on a page."""

import re

import pytest

from bccc_dash.domain.clauses import clauses
from bccc_dash.domain.definitions import DEFINITIONS
from bccc_dash.domain.method import TARGET_WORDS, THEMES, in_force
from bccc_dash.domain.overview import Rag
from bccc_dash.domain.quality import CATALOGUE, Slice, shown_of, slices
from bccc_dash.domain.targets import DEFAULTS
from bccc_dash.workbook.sheets import SHEETS

COUNTS = {"I6": 2, "I20": 0, "I3": 30, "I2": 1}


def test_a_rule_stands_under_its_own_code_and_cites_clauses_that_there_are():
    assert [code for code, rule in CATALOGUE.items() if rule.code != code] == []
    assert [rule.code for rule in CATALOGUE.values() if not rule.clauses] == []
    assert {ref for rule in CATALOGUE.values() for ref in rule.clauses} <= set(clauses())


def test_every_rule_is_told_in_sentences_and_its_title_is_its_own():
    assert [
        rule.code for rule in CATALOGUE.values() if not (rule.wrong.endswith(".") and rule.remedy.endswith("."))
    ] == []
    assert len({rule.title for rule in CATALOGUE.values()}) == len(CATALOGUE)


def test_what_the_committee_must_act_on_comes_first_then_the_gates_then_decisions():
    assert [rule.code for rule in CATALOGUE.values() if rule.urgency is Rag.ACT] == ["I6", "I20"]
    assert list(CATALOGUE)[:12] == ["I6", "I20", "I3", "I2", "I18", "I7", "I8", "I9", "I10", "I12", "I13", "I14"]


def test_what_a_remedy_names_is_a_sheet_or_a_column_of_the_workbook():
    known = {sheet.name for sheet in SHEETS} | {column.label for sheet in SHEETS for column in sheet.columns}
    named = {name for rule in CATALOGUE.values() for name in re.findall(r"(?<!\w)'([^']{3,40})'(?!\w)", rule.remedy)}

    assert len(named) > 15
    assert named - known == set()


@pytest.mark.parametrize(
    ("page", "found"),
    [
        (1, (Slice("I6", 0, 2), Slice("I3", 0, 8))),
        (2, (Slice("I3", 8, 10),)),
        (3, (Slice("I3", 18, 10),)),
        (4, (Slice("I3", 28, 2), Slice("I2", 0, 1))),
        (5, ()),
    ],
)
def test_a_page_takes_the_findings_that_are_its_own(page, found):
    assert slices(COUNTS, page=page, size=10) == found


def test_a_chosen_rule_starts_its_own_list():
    assert slices(COUNTS, rule="I3", page=2, size=25) == (Slice("I3", 25, 5),)
    assert slices(COUNTS, rule="I20") == ()
    assert (shown_of(COUNTS, "I3"), shown_of(COUNTS, "")) == (30, 33)


def test_every_figure_stands_under_one_theme():
    assert sorted(code for theme in THEMES for code in theme.codes) == sorted(one.code for one in DEFINITIONS)


def test_every_target_is_told_with_a_clause_that_there_is():
    assert len(in_force(DEFAULTS)) == len(TARGET_WORDS)
    assert {clause for _, clause in TARGET_WORDS.values() if clause} <= set(clauses())
