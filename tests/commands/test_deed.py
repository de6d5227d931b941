"""The frame of every deed: once, never over what others did, told to the audit, all or nothing."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import select

from bccc_dash.commands.deed import Change, Deed, Done, Form
from bccc_dash.domain.access import Capability
from bccc_dash.domain.audit_deeds import RecordDeed
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.outcome_vocabulary import RecordKind
from bccc_dash.domain.viewer import Person
from bccc_dash.domain.vocabulary import Role
from bccc_dash.queries.meanwhile import last_change
from bccc_dash.store import audit
from bccc_dash.store.engine import reading, writing
from bccc_dash.store.tables import RecordRow, SentFormRow, VolunteerRow
from tests.commands.conftest import AT, MEMBER, STRANGER, told

KEEPER = Person(user_id=MEMBER, role=Role.COORDINATOR)
OTHER = Person(user_id=STRANGER, role=Role.COORDINATOR)
KEY = "0123456789abcdef"
MAY = Capability.KEEP_RECORDS


@pytest.fixture
def volunteer(centre):
    with writing(centre) as session:
        session.add(RecordRow(id=7, kind=RecordKind.VOLUNTEER, ref="V-0041"))
        session.flush()
        session.add(VolunteerRow(id=7, full_name="Vera", role_title="Helper", applied_on=date(2026, 1, 5)))
    return centre


def rename(session, *, by=KEEPER, key=KEY, seen=0, ref="V-0041", kind=RecordKind.VOLUNTEER, at=AT, to="Vera Vale"):
    deed = Deed(session, by=by, form=Form(key=key, seen=seen), at=at)
    if deed.done:
        return deed.done
    found = deed.find(ref, kind, MAY)
    session.get_one(VolunteerRow, found.record_id).full_name = to
    return deed.end(ref, Change("volunteers", found.record_id, RecordDeed.UPDATE, ("full_name",)), volunteer_ids=[7])


def name(engine):
    with reading(engine) as session:
        return session.get_one(VolunteerRow, 7).full_name


def test_a_deed_is_done_and_told_with_the_names_of_fields(volunteer):
    with writing(volunteer) as session:
        assert rename(session) == Done("V-0041")

    assert name(volunteer) == "Vera Vale"
    assert told(volunteer) == [(f"user/{MEMBER}", "update", "volunteer/7", "full_name")]


def test_a_form_that_is_sent_twice_counts_once(volunteer):
    for to in ("Vera Vale", "Vera Other"):
        with writing(volunteer) as session:
            done = rename(session, to=to)

    assert done == Done("V-0041", is_repeat=True)
    assert name(volunteer) == "Vera Vale"
    assert len(told(volunteer)) == 1


def test_the_same_key_of_somebody_else_is_another_form(volunteer):
    with writing(volunteer) as session:
        rename(session)
        seen = last_change(session)
    with writing(volunteer) as session:
        assert not rename(session, by=OTHER, seen=seen, to="Vera Other").is_repeat


@pytest.mark.parametrize("key", ["", "a" * 15, "a" * 101])
def test_a_form_without_its_key_is_refused(volunteer, key):
    with writing(volunteer) as session, pytest.raises(Refused, match="lost its key"):
        rename(session, key=key)


def test_whoever_comes_second_is_told_who_was_first_when_and_what(volunteer):
    with writing(volunteer) as session:
        rename(session)
    with writing(volunteer) as session, pytest.raises(Refused) as refused:
        rename(session, by=OTHER, key="x" * 16, to="Vera Other")

    assert str(refused.value) == (
        "Mo Example changed this at 12:30: full name. Look at it as it is now, then send the form again."
    )
    assert name(volunteer) == "Vera Vale"


def test_a_change_of_another_day_is_told_with_its_day_in_londons_time(volunteer):
    summer = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)
    with writing(volunteer) as session:
        rename(session, at=summer)
    with writing(volunteer) as session, pytest.raises(Refused, match="at 00:30 on 2 July 2026: full name"):
        rename(session, key="x" * 16, at=summer + timedelta(days=1))


def test_what_was_seen_before_the_form_was_opened_is_no_hindrance(volunteer):
    with writing(volunteer) as session:
        rename(session)
    with reading(volunteer) as session:
        seen = last_change(session)
    with writing(volunteer) as session:
        rename(session, by=OTHER, key="x" * 16, seen=seen, to="Vera Other")

    assert name(volunteer) == "Vera Other"


@pytest.mark.parametrize(("action", "hinders"), [("view", False), ("name_seen", False), ("IMPORT", True)])
def test_a_look_is_no_change_and_an_import_may_be_one(volunteer, action, hinders):
    with writing(volunteer) as session:
        subject = "database" if action == "IMPORT" else "volunteer/7"
        audit.record(session, actor=f"user/{STRANGER}", action=action, subject=subject, fields=(), at=AT)
    with writing(volunteer) as session:
        if not hinders:
            assert rename(session)
            return
        with pytest.raises(Refused, match=r"An import changed this at 12:30\. Look"):
            rename(session)


@pytest.mark.parametrize(
    ("by", "ref", "kind"),
    [
        (Person(user_id=MEMBER, role=Role.READ_ONLY_AUDITOR), "V-0041", RecordKind.VOLUNTEER),
        (Person(user_id=MEMBER, role=Role.COORDINATOR, volunteer_id=7), "V-0041", RecordKind.VOLUNTEER),
        (KEEPER, "V-0042", RecordKind.VOLUNTEER),
        (KEEPER, "V-0041", RecordKind.CONCERN),
        (KEEPER, "", RecordKind.VOLUNTEER),
    ],
)
def test_what_is_not_there_and_what_one_may_not_are_refused_alike(volunteer, by, ref, kind):
    with writing(volunteer) as session, pytest.raises(Refused, match=f"^You may not {MAY.value} here.$"):
        rename(session, by=by, ref=ref, kind=kind)


def test_after_a_refusal_nothing_is_written_and_the_form_still_counts(volunteer):
    with pytest.raises(ZeroDivisionError), writing(volunteer) as session:
        raise ZeroDivisionError(rename(session))

    assert (name(volunteer), told(volunteer)) == ("Vera", [])
    with reading(volunteer) as session:
        assert session.exec(select(SentFormRow)).all() == []


@pytest.mark.parametrize(
    ("kind", "known", "expected"),
    [
        (RecordKind.CHECK, (), "K-2026-001"),
        (RecordKind.CHECK, ("K-2026-009", "K-2025-044", "C-2026-030"), "K-2026-010"),
        (RecordKind.CHECK, ("K-2026-999",), "K-2026-1000"),
        (RecordKind.CHECK, ("K-2026-1000", "K-2026-999"), "K-2026-1001"),
        (RecordKind.CHECK, ("K-2026-9a", "K-2026-xyz", "K-2026-004"), "K-2026-005"),
        (RecordKind.VOLUNTEER, (), "V-0042"),
        (RecordKind.VOLUNTEER, ("V-9999",), "V-10000"),
        (RecordKind.VOLUNTEER, ("V-002000",), "V-002001"),
    ],
)
def test_the_next_reference_follows_the_latest_of_the_year(volunteer, kind, known, expected):
    with writing(volunteer) as session:
        session.add_all(RecordRow(kind=kind, ref=ref) for ref in known)
        session.flush()

        assert Deed(session, by=KEEPER, form=Form(key=KEY), at=AT).new(kind)[1] == expected
