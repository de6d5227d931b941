"""A setting, its history and the audit change together; bounds, stale forms and strangers are refused."""

from datetime import date, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlmodel import select

from bccc_dash.commands import people
from bccc_dash.commands.contacts import change_contact
from bccc_dash.commands.settings_changes import change_deputy, change_setting
from bccc_dash.domain.contacts import NOTHING_TOLD, ContactKind, Told
from bccc_dash.domain.deputies import Duty
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.viewer import Person
from bccc_dash.domain.vocabulary import Role
from bccc_dash.queries import settings
from bccc_dash.queries.centre_settings import centre_settings, contacts
from bccc_dash.store.engine import reading, writing
from bccc_dash.store.tables import SettingChangeRow
from tests.commands.conftest import AT, CHAIR, EMAIL_OF, LEAD, MEMBER, told

pytestmark = pytest.mark.sqlite_first
THE_CHAIR = Person(user_id=CHAIR, role=Role.CHAIR)
DAYS = "undecided_effect_days"
TOLD = Told("Duty officer", "0121 496 0000")
OTHERS = [Person(user_id=MEMBER, role=role, is_lead=True) for role in Role if role is not Role.CHAIR]


def change(engine, value, seen=None, *, name=DAYS, by=THE_CHAIR, at=AT):
    with writing(engine) as session:
        change_setting(session, by=by, name=name, value=value, seen=seen, at=at)


def name_deputy(engine, user_id, seen=None, *, by=THE_CHAIR):
    with writing(engine) as session:
        change_deputy(session, by=by, duty=Duty.CHAIR, user_id=user_id, seen=seen, at=AT)


def write_down(engine, told_now, seen=NOTHING_TOLD, *, by=THE_CHAIR):
    with writing(engine) as session:
        change_contact(session, by=by, kind=ContactKind.LADO, told=told_now, seen=seen, at=AT)


def board(engine):
    with reading(engine) as session:
        return centre_settings(session, date(2026, 3, 2))


def in_force(engine):
    with reading(engine) as session:
        return settings.in_force(session)


@pytest.mark.both_engines
def test_a_change_is_in_force_in_the_history_and_in_the_audit_without_its_value(centre):
    change(centre, 14)
    change(centre, 21, "14", at=AT + timedelta(days=1))

    assert in_force(centre)[0].undecided_effect_days == 21
    assert [(c.name, c.before, c.value, c.by) for c in board(centre).changes] == [
        (DAYS, "14", "21", "Cho Example"),
        (DAYS, None, "14", "Cho Example"),
    ]
    assert told(centre) == [(f"user/{CHAIR}", "setting_changed", f"setting/{DAYS}", DAYS)] * 2


def test_back_to_the_default_takes_the_number_out_and_keeps_its_history(centre):
    change(centre, 14)
    change(centre, None, "14")

    assert in_force(centre)[0].undecided_effect_days == 28
    assert [(c.before, c.value) for c in board(centre).changes] == [("14", None), (None, "14")]


def test_the_default_itself_can_be_chosen(centre):
    change(centre, 28)

    assert board(centre).own == {DAYS: "28"}


@pytest.mark.parametrize("value", [0, 183, "14", 14.5, True, "=1+1", "<script>", "x" * 10_000])
def test_what_is_out_of_bounds_changes_nothing(centre, value):
    with pytest.raises(Refused, match="whole number of days from 1 to 182"):
        change(centre, value)
    assert (told(centre), board(centre).own) == ([], {})


@pytest.mark.parametrize("value", [1, 182])
def test_the_bounds_themselves_can_be_set(centre, value):
    change(centre, value)
    assert in_force(centre)[0].undecided_effect_days == value


@pytest.mark.parametrize(("seen", "value"), [(None, 21), ("15", 21), ("", 21), (None, None)])
def test_a_stale_form_is_refused(centre, seen, value):
    change(centre, 14)
    with pytest.raises(Refused, match="somebody changed this meanwhile"):
        change(centre, value, seen)
    assert len(told(centre)) == 1


@pytest.mark.parametrize(("seen", "value"), [("14", 14), (None, None)])
def test_what_is_so_already_is_no_change(centre, seen, value):
    if seen:
        change(centre, 14)
    with pytest.raises(Refused, match="in force already"):
        change(centre, value, seen)


def test_a_stage_has_its_own_target(centre):
    change(centre, 30, name="stage_s1_days")
    assert ("S1", "Application and online check", 30) in in_force(centre)[1]

    change(centre, None, "30", name="stage_s1_days")
    assert ("S1", "Application and online check", 28) in in_force(centre)[1]
    assert [(c.before, c.value) for c in board(centre).changes] == [("30", None), (None, "30")]


@pytest.mark.parametrize("by", OTHERS, ids=lambda by: by.role)
def test_nobody_but_the_chair_changes_anything(centre, by):
    with pytest.raises(Refused, match="You may not change the centre's settings here"):
        change(centre, 14, by=by)
    with pytest.raises(Refused, match="You may not"):
        name_deputy(centre, LEAD, by=by)
    with pytest.raises(Refused, match="You may not"):
        write_down(centre, TOLD, by=by)
    assert told(centre) == []


@pytest.mark.both_engines
@pytest.mark.parametrize("deed", ["UPDATE setting_changes SET value = '1'", "DELETE FROM setting_changes"])
def test_the_history_stays(centre, deed):
    change(centre, 14)
    with pytest.raises(IntegrityError, match="keeps its history"), writing(centre) as session:
        session.execute(text(deed))


@pytest.mark.both_engines
def test_a_change_its_history_and_its_audit_row_come_and_go_together(centre):
    def do_and_fail():
        with writing(centre) as session:
            change_setting(session, by=THE_CHAIR, name=DAYS, value=14, seen=None, at=AT)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        do_and_fail()
    with reading(centre) as session:
        assert session.exec(select(SettingChangeRow)).all() == []
    assert (told(centre), board(centre).own) == ([], {})


def test_a_deputy_is_named_and_taken_back(centre):
    name_deputy(centre, LEAD)
    assert board(centre).deputies[Duty.CHAIR].name == "Lena"

    name_deputy(centre, None, str(LEAD))
    assert board(centre).deputies == {}
    assert {row[2] for row in told(centre)} == {"setting/deputy_chair"}


@pytest.mark.parametrize("user_id", [0, 99, -1])
def test_nobody_is_no_deputy(centre, user_id):
    with pytest.raises(Refused, match="Deputy of the chair: choose somebody"):
        name_deputy(centre, user_id)


def test_whoever_is_disabled_neither_becomes_nor_stays_a_deputy(centre):
    name_deputy(centre, MEMBER)
    with writing(centre) as session:
        people.disable(session, EMAIL_OF[MEMBER], AT, actor="user/2")

    assert board(centre).deputies == {}
    with pytest.raises(Refused, match="choose somebody"):
        name_deputy(centre, MEMBER, str(MEMBER))


@pytest.mark.both_engines
def test_a_contact_is_written_down_changed_and_taken_out(centre):
    later = Told("Duty officer", "0121 496 0001", "9 to 5")
    write_down(centre, TOLD)
    write_down(centre, later, TOLD)
    with reading(centre) as session:
        assert [(c.kind, c.told, c.changed_by) for c in contacts(session)] == [("LADO", later, "Cho Example")]

    write_down(centre, NOTHING_TOLD, later)
    with reading(centre) as session:
        assert contacts(session) == ()
    assert told(centre) == [(f"user/{CHAIR}", "contact_changed", "contact/LADO", "name; telephone; hours")] * 3


@pytest.mark.parametrize(
    ("now", "seen", "why"), [(TOLD, TOLD, "nothing is changed"), (Told("x", "101"), NOTHING_TOLD, "meanwhile")]
)
def test_a_contact_that_is_so_already_or_a_stale_form_is_refused(centre, now, seen, why):
    write_down(centre, TOLD)
    with pytest.raises(Refused, match=why):
        write_down(centre, now, seen)
    assert len(told(centre)) == 1
