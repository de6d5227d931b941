"""What is typed into a form is looked at before any rule: below, at and above each limit."""

from datetime import date, timedelta

import pytest

from bccc_dash.domain import fields
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.fields import EARLIEST, check_day, check_note, check_text, check_word, needed_text
from bccc_dash.domain.vocabulary import Stage
from bccc_dash.store.tables import base

DAY = date(2026, 3, 2)
ONE = timedelta(days=1)


def test_the_limits_are_those_of_the_columns():
    assert (fields.NAME_LETTERS, fields.NOTE_LETTERS) == (base.NAME_LETTERS, base.NOTE_LETTERS)


@pytest.mark.parametrize("letters", [200, 4000, 80])
def test_a_text_has_as_many_letters_as_its_column(letters):
    assert len(needed_text("Name", "x" * letters, letters=letters)) == letters
    with pytest.raises(Refused, match=rf"^Name: write at most {letters:,} letters; these are {letters + 1:,}\.$"):
        needed_text("Name", "x" * (letters + 1), letters=letters)


@pytest.mark.parametrize("blank", [None, "", "   ", "\t\n"])
def test_a_blank_text_is_missing_or_none(blank):
    assert check_text("Name", blank, optional=True) is None
    with pytest.raises(Refused, match=r"^Name: fill it in\.$"):
        check_text("Name", blank)


def test_spaces_around_a_text_are_dropped_before_it_is_measured():
    assert check_text("Name", f"  {'x' * 200}\n") == "x" * 200


@pytest.mark.parametrize("sign", ["\x00", "\x1b", "\u202e", "\u200b", "\ud800"])
@pytest.mark.parametrize("letters", [200, 4000])
def test_signs_that_cannot_be_seen_are_refused(sign, letters):
    with pytest.raises(Refused, match="cannot be shown"):
        check_text("Name", f"Ve{sign}ra", letters=letters)


@pytest.mark.parametrize("sign", ["\n", "\t", "\r\n"])
def test_a_note_may_have_several_lines_and_a_name_has_one(sign):
    assert check_text("Note", f"one{sign}two", letters=4000) == f"one{sign}two"
    with pytest.raises(Refused, match="in one line"):
        check_text("Name", f"one{sign}two")


def test_a_day_lies_between_the_earliest_and_today():
    assert check_day("Day", DAY, today=DAY) == DAY
    assert check_day("Day", EARLIEST, today=DAY) == EARLIEST
    for day, word in ((None, "fill it in"), (DAY + ONE, "is still to come"), (EARLIEST - ONE, "is too early")):
        with pytest.raises(Refused, match=f"^Day: .*{word}"):
            check_day("Day", day, today=DAY)


def test_a_word_is_one_of_its_list():
    assert check_word("Stage", "S1", Stage) is Stage.S1
    for word in (None, "", "s1", "S9"):
        with pytest.raises(Refused, match=r"^Stage: choose one of the list"):
            check_word("Stage", word, Stage)


def test_a_day_before_another_names_that_other():
    assert check_day("Held on", DAY, today=DAY, earliest=DAY, what="the day it was offered") == DAY
    with pytest.raises(Refused, match=r"^Held on: 1 March 2026 is before the day it was offered, 2 March 2026\."):
        check_day("Held on", DAY - ONE, today=DAY, earliest=DAY, what="the day it was offered")


def test_a_note_has_several_lines_and_may_be_missing_where_that_is_said():
    assert check_note("Note", " one\ntwo ") == "one\ntwo"
    assert check_note("Note", " ", optional=True) is None
    with pytest.raises(Refused, match=r"^Note: fill it in\.$"):
        check_note("Note", " ")
