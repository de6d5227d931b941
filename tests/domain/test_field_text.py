"""Text typed into a form: trimmed, printable, and no longer than its column."""

import pytest

from bccc_dash.domain.errors import Refused
from bccc_dash.domain.field_text import check_line, check_note, check_text


@pytest.mark.parametrize(("letters", "stops"), [(199, False), (200, False), (201, True)])
def test_a_line_has_at_most_200_letters(letters, stops):
    if not stops:
        assert check_line("Title", f" {'a' * letters} ") == "a" * letters
        return
    with pytest.raises(Refused, match=r"^Title: write at most 200 letters"):
        check_line("Title", "a" * letters)


@pytest.mark.parametrize(("letters", "stops"), [(3999, False), (4000, False), (4001, True)])
def test_a_note_has_at_most_4000_letters(letters, stops):
    if not stops:
        assert check_note("Why", "a" * letters) == "a" * letters
        return
    with pytest.raises(Refused, match=r"^Why: write at most 4,000 letters"):
        check_note("Why", "a" * letters)


@pytest.mark.parametrize("value", [None, "", " \n\t"])
def test_what_may_be_empty_is_nothing_and_what_may_not_is_refused(value):
    assert check_text("Title", value, optional=True) is None
    assert check_note("Why", value, optional=True) is None
    for check in (check_line, check_note):
        with pytest.raises(Refused, match="cannot be empty"):
            check("Title", value)


@pytest.mark.parametrize("sign", ["\0", "\x1b", "\u202e", "\ud800", "\n"])
def test_a_line_is_printable(sign):
    with pytest.raises(Refused, match="cannot be read"):
        check_line("Title", f"a{sign}b")


def test_a_note_has_lines_but_nothing_hidden():
    assert check_note("Why", "a\r\n\tb\n") == "a\r\n\tb"
    with pytest.raises(Refused, match="cannot be read"):
        check_note("Why", "a\0b")
