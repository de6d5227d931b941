"""Every figure that is worked out is defined, and every definition is worked out."""

import pytest

from bccc_dash.domain.case_vocabulary import Severity
from bccc_dash.domain.definitions import DEFINITIONS, definition
from bccc_dash.domain.severity import at_least
from bccc_dash.figures import FIGURES


def test_definitions_and_figures_are_the_same_set_in_the_same_order():
    assert [found.code for found in DEFINITIONS] == list(FIGURES)


@pytest.mark.parametrize("code", FIGURES)
def test_small_print_says_target_source_and_clause(code):
    found = definition(code)
    sentence = found.sentence()

    assert sentence.startswith(found.words)
    assert all(clause in sentence for clause in found.clauses)
    assert (found.target is None) or found.target_source in sentence


def test_a_floor_lets_through_itself_and_what_is_worse():
    assert at_least(Severity.HIGH) == (Severity.HIGH, Severity.CRITICAL)
    assert at_least(Severity.LOW) == tuple(Severity)
