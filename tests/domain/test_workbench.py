"""Counts beside choices, and what a list of choices offers."""

import pytest

from bccc_dash.domain.workbench import Cell, Choice, can_be, chosen, counted, listed, options


def cell(n, **values):
    usual = {"severity": "LOW", "age": "0-7", "category": "OTHER", "owner": "u1", "stage": "S6"}
    return Cell(chosen(**(usual | values)), n, longest=5)


CELLS = (cell(2), cell(3, severity="HIGH", unshared="yes"), cell(1, severity="HIGH", owner="none", undiscussed="yes"))


def test_without_a_choice_each_number_is_how_many_there_are():
    counts = counted(CELLS, chosen())

    assert counts[Choice.SEVERITY] == {"": 6, "LOW": 2, "HIGH": 4}
    assert counts[Choice.UNSHARED] == {"": 6, "yes": 3}


def test_the_numbers_of_a_choice_look_at_the_others_and_not_at_itself():
    counts = counted(CELLS, chosen(severity="HIGH"))

    assert counts[Choice.SEVERITY] == {"": 6, "LOW": 2, "HIGH": 4}
    assert counts[Choice.OWNER] == {"": 4, "u1": 3, "none": 1}


def test_what_two_choices_leave_out_counts_nowhere():
    counts = counted(CELLS, chosen(severity="LOW", unshared="yes"))

    assert listed(CELLS, chosen(severity="LOW", unshared="yes")) == 0
    assert counts[Choice.SEVERITY] == {"": 3, "HIGH": 3}
    assert counts[Choice.UNSHARED] == {"": 2}
    assert counts[Choice.CATEGORY] == {"": 0}


def test_nothing_open_counts_nothing():
    assert all(by_value == {"": 0} for by_value in counted((), chosen()).values())


@pytest.mark.parametrize(
    ("choice", "value", "offered"),
    [
        (Choice.SEVERITY, "", ("", "CRITICAL", "HIGH", "MEDIUM", "LOW")),
        (Choice.AGE, "", ("", "0-7", "8-28", "29-90", "91+")),
        (Choice.CATEGORY, "", ("", "OTHER")),
        (Choice.CATEGORY, "CONFIDENTIALITY", ("", "CONFIDENTIALITY", "OTHER")),
        (Choice.CATEGORY, "NARNIA", ("", "OTHER")),
        (Choice.OWNER, "u12", ("", "u1", "u12", "none")),
        (Choice.OWNER, "u\u0663", ("", "u1", "none")),
        (Choice.STAGE, "none", ("", "S6", "none")),
    ],
)
def test_a_list_offers_every_severity_and_age_and_otherwise_what_occurs_or_is_chosen(choice, value, offered):
    assert options(choice, CELLS, value) == offered


@pytest.mark.parametrize("value", ["", "u", "u-1", "x1", "1", "uu1", "u1 ", "u0", "u007", "u" + "1" * 10])
def test_only_a_number_behind_u_is_an_owner(value):
    assert not can_be(Choice.OWNER, value)
