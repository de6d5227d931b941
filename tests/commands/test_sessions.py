"""Sessions: half an hour idle, eight hours in all, and over when the person's rights change."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import select

from bccc_dash.commands import sessions
from bccc_dash.domain.errors import BadRecord
from bccc_dash.domain.sign_in import SessionEnd, SignInStep, limits_from
from bccc_dash.store.engine import reading, writing
from bccc_dash.store.tables import MeetingRow, SettingRow, SignInSessionRow
from tests.commands.conftest import AT, CHAIR, LEAD, MEMBER, account, user

pytestmark = pytest.mark.sqlite_first
SECOND, MINUTE, HOUR = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1)


def begun(engine, number=MEMBER, step=SignInStep.FULL, at=AT):
    with writing(engine) as session:
        return sessions.begin(session, user(session, number), step, at)


def asked(engine, token, at=AT, *, touch=False):
    with writing(engine) as session:
        return sessions.who(session, token, at, touch=touch)


def why_ended(engine):
    with reading(engine) as session:
        return [row.end_reason for row in session.exec(select(SignInSessionRow).order_by(SignInSessionRow.id))]


def set_to(engine, name, value):
    with writing(engine) as session:
        session.add(SettingRow(name=name, value=value))


def used_until(engine, token, last, *, every=timedelta(minutes=29)):
    at = AT
    while at < last:
        at = min(at + every, last)
        found = asked(engine, token, at, touch=True)
    return found


def test_a_session_says_who_is_there_and_until_when(centre):
    found = asked(centre, begun(centre, LEAD))
    assert (found.user_id, found.role, found.is_lead) == (LEAD, "COMMITTEE_MEMBER", True)
    assert (found.step, found.volunteer_id, found.ends_at) == (SignInStep.FULL, None, AT + 8 * HOUR)


def test_only_the_hash_of_a_token_is_stored(centre):
    token = begun(centre)
    with reading(centre) as session:
        row = session.exec(select(SignInSessionRow)).one()
        assert token not in str(row.model_dump())


@pytest.mark.parametrize(("after", "is_in"), [(-SECOND, True), (0 * SECOND, False), (SECOND, False)])
def test_half_an_hour_idle_ends_a_session(centre, after, is_in):
    assert (asked(centre, begun(centre), AT + 30 * MINUTE + after) is not None) is is_in


@pytest.mark.parametrize(("after", "is_in"), [(-SECOND, True), (0 * SECOND, False), (SECOND, False)])
def test_eight_hours_end_a_session_however_much_it_is_used(centre, after, is_in):
    token = begun(centre)
    assert used_until(centre, token, AT + 8 * HOUR - MINUTE) is not None
    assert (asked(centre, token, AT + 8 * HOUR + after) is not None) is is_in


@pytest.mark.parametrize(("after", "is_in"), [(-SECOND, True), (0 * SECOND, False), (SECOND, False)])
def test_ten_minutes_may_pass_before_the_code(centre, after, is_in):
    token = begun(centre, step=SignInStep.PASSWORD)
    assert (asked(centre, token, AT + 10 * MINUTE + after) is not None) is is_in


def test_the_committee_may_set_other_limits(centre):
    set_to(centre, "session_idle_minutes", "5")
    set_to(centre, "session_hours", "1")
    token = begun(centre)
    assert asked(centre, token).ends_at == AT + HOUR
    assert asked(centre, token, AT + 5 * MINUTE - SECOND)
    assert not asked(centre, token, AT + 5 * MINUTE)


def test_a_limit_that_is_none_is_named(centre):
    token = begun(centre)
    set_to(centre, "session_idle_minutes", "many")
    with pytest.raises(BadRecord, match="session_idle_minutes"):
        asked(centre, token)


@pytest.mark.parametrize("value", ["0", "-1", "1441", "many", "1.5", "", "٣", "9" * 99])
def test_a_limit_is_a_whole_number_up_to_a_day(value):
    with pytest.raises(BadRecord, match="from 1 to 1,440"):
        limits_from({"session_hours": value})


@pytest.mark.parametrize(("after", "written"), [(MINUTE - SECOND, False), (MINUTE, True), (MINUTE + SECOND, True)])
def test_use_is_written_down_once_a_minute(centre, after, written):
    token = begun(centre)
    sessions.note_use(centre, token, asked(centre, token), AT + after)
    assert (asked(centre, token, AT + after).seen_at == AT + after) is written


@pytest.mark.parametrize(("back", "is_in"), [(MINUTE - SECOND, True), (MINUTE, True), (MINUTE + SECOND, False)])
def test_a_clock_that_goes_back_never_lengthens_a_session(centre, back, is_in):
    token = begun(centre)
    found = asked(centre, token, AT - back, touch=True)
    assert (found is not None) is is_in
    assert asked(centre, token, AT + 30 * MINUTE) is None
    assert why_ended(centre) == [None if is_in else SessionEnd.CLOCK_WENT_BACK]


@pytest.mark.parametrize(
    ("number", "on", "closed_on", "is_in"),
    [
        (CHAIR, AT.date(), None, True),
        (CHAIR, AT.date(), AT.date(), False),
        (CHAIR, AT.date() - timedelta(days=1), None, False),
        (CHAIR, AT.date() + timedelta(days=1), None, False),
        (MEMBER, AT.date(), None, False),
    ],
)
def test_a_meeting_that_is_open_today_keeps_the_chair_in(centre, number, on, closed_on, is_in):
    with writing(centre) as session:
        session.add(MeetingRow(date=on, closed_on=closed_on))
    token = begun(centre, number)

    assert (asked(centre, token, AT + HOUR) is not None) is is_in


def test_no_meeting_keeps_the_chair_in_beyond_the_limit_of_all(centre):
    with writing(centre) as session:
        session.add(MeetingRow(date=AT.date()))
    token = begun(centre, CHAIR)

    assert asked(centre, token, AT + 8 * HOUR - SECOND) is not None
    assert asked(centre, token, AT + 8 * HOUR) is None


def test_a_session_that_was_found_idle_stays_ended_when_the_clock_goes_back(centre):
    token = begun(centre)
    asked(centre, token, AT + HOUR, touch=True)
    assert asked(centre, token, AT + MINUTE) is None
    assert why_ended(centre) == [SessionEnd.IDLE]


def test_what_is_no_token_is_nobody(centre):
    begun(centre)
    for odd in (None, 7, b"abc", "", "é" * 43, "a" * 129, "a" * 10**6, "a\x00b", "' OR 1=1 --", []):
        assert asked(centre, odd, touch=True) is None


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(odd=st.one_of(st.text(), st.binary(), st.integers(), st.none()))
def test_whatever_is_sent_as_a_token_is_answered(centre, odd):
    assert asked(centre, odd) is None


def test_an_ended_session_is_over_and_another_is_not(centre):
    first, second = begun(centre), begun(centre)
    with writing(centre) as session:
        assert sessions.end(session, first, AT) == MEMBER
        assert sessions.end(session, first, AT) is None
    assert asked(centre, first) is None
    assert asked(centre, second) is not None


def test_all_sessions_of_a_person_end_but_the_one_that_is_kept(centre):
    kept, other, of_chair = begun(centre), begun(centre), begun(centre, CHAIR)
    with writing(centre) as session:
        assert sessions.end_all(session, MEMBER, AT, SessionEnd.PASSWORD_CHANGED, except_token=kept) == 1
    assert [asked(centre, token) is not None for token in (kept, other, of_chair)] == [True, False, True]


def test_a_person_sees_and_ends_their_own_sessions_and_nobody_elses(centre):
    begun(centre), begun(centre, at=AT + MINUTE), begun(centre, CHAIR)
    with writing(centre) as session:
        own = sessions.list_own(session, MEMBER, AT + MINUTE)
        of_chair = sessions.list_own(session, CHAIR, AT + MINUTE)[0]
        assert [one.seen_at for one in own] == [AT + MINUTE, AT]
        assert not sessions.end_own(session, MEMBER, of_chair.session_id, AT)
        assert sessions.end_own(session, MEMBER, own[0].session_id, AT)
        assert len(sessions.list_own(session, MEMBER, AT + MINUTE)) == 1


CHANGES = {
    "disabled": lambda session: setattr(account(session, MEMBER), "disabled_at", AT),
    "another role": lambda session: setattr(user(session, MEMBER), "role", "CHAIR"),
    "the lead's flag": lambda session: setattr(user(session, MEMBER), "is_safeguarding_lead", True),
    "no account any more": lambda session: session.delete(account(session, MEMBER)),
    "no longer active": lambda session: setattr(user(session, MEMBER), "active_to", date(2026, 3, 1)),
    "not yet active": lambda session: setattr(user(session, MEMBER), "active_from", date(2026, 3, 3)),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_of_rights_ends_every_session_of_that_person_alone(centre, change):
    own, of_chair = begun(centre), begun(centre, CHAIR)
    with writing(centre) as session:
        change(session)
    assert asked(centre, own) is None
    assert asked(centre, of_chair) is not None


def test_a_last_day_counts_in_full_in_london(centre):
    with writing(centre) as session:
        user(session, MEMBER).active_to = AT.date()
    assert asked(centre, begun(centre)) is not None


def test_sessions_long_over_are_forgotten_at_the_next(centre):
    begun(centre)
    begun(centre, at=AT + timedelta(days=31))
    assert len(why_ended(centre)) == 1
