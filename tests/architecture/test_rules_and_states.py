"""The pages of rules and states say what the domain says: who proves a rule, and which moves there are."""

from enum import StrEnum

import pytest

from bccc_dash.domain.clauses import clause
from bccc_dash.domain.review_rules import ANSWERING_A_REVIEW, PLANNING_A_REVIEW
from docs.rules import guards, names_of, proofs_of, shown, wanting
from docs.states import diagram, move_tables

HERE = "architecture/test_rules_and_states.py"


class Light(StrEnum):
    RED = "RED"
    GREEN = "GREEN"
    OUT = "OUT"


def what_calls_a_guard():
    return ANSWERING_A_REVIEW.clauses


def test_a_guard_is_found_with_its_names():
    assert ANSWERING_A_REVIEW in guards()
    assert {name.rsplit(".")[-1] for name in names_of(ANSWERING_A_REVIEW)} == {
        "ANSWERING_A_REVIEW",
        "check_can_answer_review",
        "can_answer_review",
    }


def test_a_test_proves_a_guard_that_it_names_through_its_own_file():
    assert what_calls_a_guard() == ("P34", "P46")
    proofs = proofs_of(ANSWERING_A_REVIEW)
    assert f"{HERE}::test_a_test_proves_a_guard_that_it_names_through_its_own_file" in proofs
    assert "domain/test_review_rules.py::test_answers_come_in_order" in proofs
    assert f"{HERE}::test_the_moves_are_drawn_from_beginning_to_end" not in proofs


@pytest.mark.parametrize(
    ("ref", "found", "expected"),
    [("P1", [], ["no guard"]), ("P46", [], []), ("P46", [PLANNING_A_REVIEW], [])],
)
def test_only_a_clause_that_blocks_a_step_wants_a_guard(ref, found, expected):
    assert wanting(clause(ref), found) == expected
    assert shown(clause(ref), found) == (ref == "P1" or bool(found))


def test_the_moves_are_drawn_from_beginning_to_end():
    moves = {
        Light.RED: frozenset({Light.OUT, Light.GREEN}),
        Light.GREEN: frozenset({Light.OUT}),
        Light.OUT: frozenset(),
    }

    assert [line.strip() for line in diagram(moves).splitlines()[2:-1]] == [
        "[*] --> RED",
        "RED --> GREEN",
        "RED --> OUT",
        "GREEN --> OUT",
        "OUT --> [*]",
    ]


def test_a_beginning_that_is_told_is_not_guessed():
    assert diagram({None: frozenset({Light.RED}), Light.RED: frozenset()}).splitlines()[2:-1] == [
        "    [*] --> RED",
        "    RED --> [*]",
    ]


def test_every_table_of_moves_is_drawn():
    assert "REVIEW_MOVES" in move_tables()
