"""Every clause that is cited exists; every clause to be measured is measured."""

import re

from bccc_dash.domain.clauses import ClauseKind, clauses
from bccc_dash.domain.definitions import DEFINITIONS
from tests.architecture.sources import docstrings, name_of, product_files

CITED = re.compile(r"^Source: (.+)$", re.MULTILINE)
A_CLAUSE = re.compile(r"\bP\d+\b")


def source_lines() -> list[tuple[str, str]]:
    read = [(path, text) for path in product_files() for text in docstrings(path)]
    return [(name_of(path), line) for path, text in read for line in CITED.findall(text)]


def test_the_policy_has_sixty_six_clauses_in_order():
    assert list(clauses()) == [f"P{number}" for number in range(1, 67)]


def test_every_clause_is_told_in_one_plain_sentence():
    assert [c.ref for c in clauses().values() if not 20 <= len(c.gist) <= 130 or not c.gist.endswith(".")] == []


def test_every_clause_asks_for_something():
    assert [c.ref for c in clauses().values() if not c.kinds] == []


def test_every_source_in_a_docstring_names_a_clause():
    cited = {ref: name for name, line in source_lines() for ref in A_CLAUSE.findall(line)}

    assert {ref: name for ref, name in cited.items() if ref not in clauses()} == {}


def test_every_source_line_cites_at_least_one_clause():
    assert [(name, line) for name, line in source_lines() if not A_CLAUSE.search(line)] == []


def test_every_figure_cites_clauses_that_exist():
    assert {d.code: set(d.clauses) - set(clauses()) for d in DEFINITIONS if set(d.clauses) - set(clauses())} == {}


def test_every_clause_to_be_measured_has_a_figure():
    measured = {ref for definition in DEFINITIONS for ref in definition.clauses}

    assert [c.ref for c in clauses().values() if ClauseKind.KPI in c.kinds and c.ref not in measured] == []
