"""Whom to ring: what is fit to be kept, and the line that says what is missing."""

import pytest

from bccc_dash.domain.contacts import NOTHING_TOLD, ContactKind, Told, about_contacts, checked, missing
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.links import Place
from bccc_dash.domain.overview import Rag

GOOD = Told("Duty officer", "0121 496 0000", "9 to 5")


def test_what_is_told_is_trimmed_and_kept():
    assert checked(Told(" Duty officer ", " 0121 496 0000", "9 to 5 ")) == GOOD
    assert checked(Told("", " ", "")) == NOTHING_TOLD


@pytest.mark.parametrize("telephone", ["101", "999", "+44 (0)121-496-0000", "1" * 40])
def test_a_telephone_number_is_digits_and_what_stands_between_them(telephone):
    assert checked(Told("Police", telephone)).telephone == telephone


@pytest.mark.parametrize(
    ("told", "field"),
    [
        (Told("", "101"), "Name or role"),
        (Told("", "", "9 to 5"), "Name or role"),
        (Told("x" * 201, "101"), "Name or role"),
        (Told("two\nlines", "101"), "Name or role"),
        (Told("a\x00b", "101"), "Name or role"),
        (Told("Police", ""), "Telephone"),
        (Told("Police", "10"), "Telephone"),
        (Told("Police", "1" * 41), "Telephone"),
        (Told("Police", "---"), "Telephone"),
        (Told("Police", "=1+1"), "Telephone"),
        (Told("Police", "<script>"), "Telephone"),
        (Told("Police", "١٢٣"), "Telephone"),
        (Told("Police", "101", "x" * 10_000), "Hours"),
        (Told("Police", "101", "\x1b[2J"), "Hours"),
    ],
)
def test_what_will_not_do_is_refused_by_the_name_of_its_field(told, field):
    with pytest.raises(Refused, match=field):
        checked(told)


def test_the_line_names_what_is_missing_and_leads_there():
    (need,) = about_contacts(missing({ContactKind.LEAD, ContactKind.POLICE}))

    assert need.status is Rag.ACT
    assert need.sentence == "Safeguarding contacts are not filled in: deputy, LADO and out of hours."
    assert need.aside == "In danger now: 999."
    assert need.link is not None
    assert need.link.place is Place.CONTACTS


def test_there_is_no_line_where_all_five_are_filled_in():
    assert list(about_contacts(missing(set(ContactKind)))) == []
