"""Failed tries lock, longer each time, and are forgotten."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bccc_dash.commands import tries
from bccc_dash.domain.sign_in import lock_after
from bccc_dash.store.engine import writing
from tests.commands.conftest import AT, MEMBER

pytestmark = pytest.mark.sqlite_first
SECOND, MINUTE, HOUR = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1)
KEY, HOUSE = tries.of_account(MEMBER, None), tries.of_address("192.0.2.7")


def fail(engine, times, at=AT, key=KEY):
    with writing(engine) as session:
        return [tries.count_failure(session, key, at) for _ in range(times)]


def locked(engine, at, key=KEY):
    with writing(engine) as session:
        return tries.is_locked(session, key, at)


def test_the_fifth_failure_locks_an_account_and_the_sixth_does_not_lock_anew(centre):
    assert fail(centre, 6) == [False, False, False, False, True, False]


def test_the_twentieth_failure_locks_an_address(centre):
    assert fail(centre, 20, key=HOUSE) == [False] * 19 + [True]


@pytest.mark.parametrize(("after", "said"), [(-SECOND, True), (0 * SECOND, False), (SECOND, False)])
def test_a_lock_lasts_a_quarter_of_an_hour(centre, after, said):
    fail(centre, 5)
    assert locked(centre, AT + 15 * MINUTE + after) is said


@pytest.mark.parametrize(("after", "said"), [(-SECOND, True), (0 * SECOND, False), (SECOND, False)])
def test_five_failures_count_within_a_quarter_of_an_hour(centre, after, said):
    fail(centre, 4)
    assert fail(centre, 1, AT + 15 * MINUTE + after) == [said]


def test_the_next_lock_is_twice_as_long(centre):
    fail(centre, 5)
    again = AT + 16 * MINUTE
    assert fail(centre, 5, again) == [False] * 4 + [True]
    assert locked(centre, again + 30 * MINUTE - SECOND)
    assert not locked(centre, again + 30 * MINUTE)


@pytest.mark.parametrize(("after", "longer"), [(-SECOND, True), (0 * SECOND, False)])
def test_a_day_after_the_last_lock_all_is_forgotten(centre, after, longer):
    fail(centre, 5)
    later = AT + 15 * MINUTE + 24 * HOUR + after
    fail(centre, 5, later)
    assert locked(centre, later + 15 * MINUTE) is longer


@given(times=st.integers(0, 10**6), limit=st.sampled_from([5, 20]))
def test_a_lock_doubles_up_to_a_day(times, limit):
    found = lock_after(times, limit=limit)
    if times == 0 or times % limit:
        assert found is None
    else:
        assert found == min(15 * MINUTE * 2 ** min(times // limit - 1, 10), 24 * HOUR)


def test_a_clock_that_goes_back_opens_no_lock(centre):
    fail(centre, 5)
    assert locked(centre, AT - HOUR)


def test_forgetting_clears_count_and_lock_of_that_key_alone(centre):
    fail(centre, 5)
    fail(centre, 20, key=HOUSE)
    with writing(centre) as session:
        tries.forget(session, KEY)
    assert not locked(centre, AT)
    assert locked(centre, AT, HOUSE)


def test_one_household_counts_as_one_and_the_next_does_not():
    first, same, other = (tries.of_address(f"2001:db8:0:{net}::{host}") for net, host in ((1, 1), (1, 2), (2, 1)))
    assert first == same != other
    assert tries.of_address("::ffff:192.0.2.7") == HOUSE


@given(odd=st.one_of(st.text(), st.binary(), st.none(), st.integers()))
def test_whatever_is_typed_has_a_key_that_does_not_tell_it(odd):
    for key in (tries.of_address(odd), tries.of_account(None, odd)):
        assert len(key.hashed) == 64


def test_capitals_make_no_other_account():
    assert tries.of_account(None, " Sam@Example.ORG ") == tries.of_account(None, "sam@example.org")
