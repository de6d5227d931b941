"""Counts beside the choices of the audit, and whom the list offers."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bccc_dash.domain.audit_deeds import DeedKind
from bccc_dash.domain.audit_list import Audit, Tally, actors, by_actor, by_kind, by_no_user, people, shown

AT = datetime(2026, 11, 12, 14, 32, tzinfo=ZoneInfo("Europe/London"))
TALLIES = (
    Tally("user/1", DeedKind.SIGNING_IN, 3, AT),
    Tally("user/1", DeedKind.SEEN, 2, AT),
    Tally("user/2", DeedKind.SEEN, 4, AT),
    Tally("console (root)", DeedKind.PEOPLE, 1, AT),
)
AUDIT = Audit(TALLIES, {1: "Zoe", 2: "adam", 7: "Ines"}, 10, "")


def test_each_number_is_how_many_would_be_listed():
    assert by_actor(TALLIES, "") == {"": 10, "user/1": 5, "user/2": 4, "console (root)": 1}
    assert by_actor(TALLIES, "seen") == {"": 6, "user/1": 2, "user/2": 4, "console (root)": 0}
    assert by_kind(TALLIES, "user/1")["seen"] == shown(TALLIES, who="user/1", kind="seen") == 2
    assert by_kind(TALLIES, "")[""] == shown(TALLIES) == 10


def test_every_kind_is_counted_zeros_included():
    assert set(by_kind((), "")) == {"", *DeedKind}
    assert set(by_kind((), "").values()) == {0}


def test_people_are_offered_by_name_and_before_the_rest():
    assert actors(AUDIT, "") == ("", "user/2", "user/1", "console (root)")


def test_somebody_who_is_asked_for_and_did_nothing_is_offered_and_nobody_else():
    assert actors(AUDIT, "user/7") == ("", "user/2", "user/7", "user/1", "console (root)")
    assert all(actors(AUDIT, odd) == actors(AUDIT, "") for odd in ("user/8", "console", "user/x", "\x00"))


def test_people_are_counted_once_and_apart_from_what_no_user_did():
    assert people(TALLIES) == 2
    assert by_no_user(TALLIES) == 1
