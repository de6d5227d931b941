"""Signing in: one sentence for every refusal, a lock after five, and an audit row in the same transaction."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import select

from bccc_dash.commands import passwords, sessions, sign_in, tries
from bccc_dash.commands.sign_in import NOT_IN, Admitted, Next, TurnedAway
from bccc_dash.domain.sign_in import SignInStep
from bccc_dash.store import audit
from bccc_dash.store.engine import reading, writing
from bccc_dash.store.tables import SignInSessionRow, SignInTryRow
from tests.commands.conftest import AT, CHAIR, EMAIL_OF, LEAD, MEMBER, PASSWORD, STRANGER, account, told, user

pytestmark = pytest.mark.sqlite_first
HERE = "192.0.2.7"
SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)
OUT = TurnedAway(NOT_IN)


def tried(engine, email=EMAIL_OF[MEMBER], password=PASSWORD, *, address=HERE, at=AT):
    return sign_in.sign_in(engine, email, password, address=address, at=at)


def fail(engine, times, *, email=EMAIL_OF[MEMBER], address=HERE, at=AT):
    for _ in range(times):
        assert tried(engine, email, "wrong", address=address, at=at) == OUT


def step_of(engine, token):
    with reading(engine) as session:
        return sessions.who(session, token, AT, touch=False).step


def test_a_right_password_lets_a_member_in(centre):
    admitted = tried(centre)
    assert (admitted.user_id, admitted.next, step_of(centre, admitted.token)) == (MEMBER, Next.NOTHING, SignInStep.FULL)
    assert told(centre) == [("user/1", "sign_in", "user/1", "")]


@pytest.mark.parametrize("number", [CHAIR, LEAD])
def test_who_must_have_a_second_factor_sets_it_up_first(centre, number):
    admitted = tried(centre, EMAIL_OF[number])
    assert (admitted.next, step_of(centre, admitted.token)) == (Next.SET_UP_CODE, SignInStep.PASSWORD)
    assert told(centre) == []


@pytest.mark.both_engines
def test_capitals_and_blanks_around_the_address_do_not_matter(centre):
    assert [tried(centre, email).user_id for email in (" Mo@Example.ORG ", "MO@EXAMPLE.ORG")] == [MEMBER, MEMBER]


CHANGES = {
    "disabled": lambda session: setattr(account(session, MEMBER), "disabled_at", AT),
    "reset": lambda session: setattr(account(session, MEMBER), "password_hash", None),
    "a broken hash": lambda session: setattr(account(session, MEMBER), "password_hash", "broken"),
    "no longer active": lambda session: setattr(user(session, MEMBER), "active_to", date(2026, 3, 1)),
    "an account lost": lambda session: session.delete(account(session, MEMBER)),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_who_is_kept_out_hears_what_everybody_hears(centre, change):
    with writing(centre) as session:
        change(session)
    assert tried(centre) == OUT
    assert told(centre) == [("sign-in page", "sign_in_failed", "user/1", "")]


def test_an_imported_user_has_no_access(centre):
    assert tried(centre, EMAIL_OF[STRANGER]) == OUT
    assert tried(centre, EMAIL_OF[STRANGER], "") == OUT


def test_the_audit_never_holds_what_was_typed_of_no_account(centre):
    assert tried(centre, "my-password-by-mistake") == OUT
    assert told(centre) == [("sign-in page", "sign_in_failed", "unknown account", "")]
    with reading(centre) as session:
        assert "mistake" not in str([row.model_dump() for row in session.exec(select(SignInTryRow))])


@pytest.mark.both_engines
def test_odd_input_is_refused_in_the_same_sentence(centre):
    for odd in (None, 7, b"x", "", "\x00", "\ud800", "x" * 10**5, "' OR 1=1 --", "%", "é@é", ["a"]):
        assert tried(centre, odd) == OUT
        assert tried(centre, password=odd, address=odd) == OUT


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(odd=st.one_of(st.text(), st.binary()))
def test_whatever_is_typed_is_answered(centre, odd):
    assert tried(centre, odd, odd, address=odd) == OUT


def test_an_unknown_account_costs_a_hash_too(centre, monkeypatch):
    asked = []
    monkeypatch.setattr(passwords, "matches", lambda _, kept: asked.append(kept) or False)
    tried(centre, "nobody@example.org")
    assert asked == [None]


@pytest.mark.parametrize(("failures", "is_in"), [(4, True), (5, False), (6, False)])
def test_after_five_failures_the_right_password_is_refused_too(centre, failures, is_in):
    fail(centre, failures)
    assert isinstance(tried(centre), Admitted) is is_in


@pytest.mark.parametrize(("after", "is_in"), [(-SECOND, False), (0 * SECOND, True), (SECOND, True)])
def test_a_lock_opens_after_a_quarter_of_an_hour(centre, after, is_in):
    fail(centre, 5)
    assert isinstance(tried(centre, at=AT + 15 * MINUTE + after), Admitted) is is_in


def test_a_lock_is_told_once_and_what_follows_is_not(centre):
    fail(centre, 9)
    assert [row[1] for row in told(centre)] == ["sign_in_failed"] * 5 + ["sign_in_locked"]


def test_an_account_that_is_none_locks_like_any_other(centre):
    fail(centre, 5, email="nobody@example.org")
    with reading(centre) as session:
        assert tries.is_locked(session, tries.of_account(None, "NOBODY@example.org"), AT)


def test_a_success_clears_the_count_of_the_account_but_not_of_the_address(centre):
    fail(centre, 4)
    tried(centre)
    fail(centre, 4)
    assert isinstance(tried(centre), Admitted)
    with reading(centre) as session:
        assert [row.failures for row in session.exec(select(SignInTryRow))] == [8]


def test_an_address_is_locked_after_twenty_failures_whatever_the_account(centre, monkeypatch):
    for number in range(20):
        fail(centre, 1, email=f"nobody{number}@example.org")
    monkeypatch.setattr(passwords, "matches", lambda *_: pytest.fail("a locked address costs no hash"))
    assert tried(centre) == OUT


def test_another_address_is_not_locked_with_it(centre):
    for number in range(20):
        fail(centre, 1, email=f"nobody{number}@example.org")
    assert isinstance(tried(centre, address="192.0.2.8"), Admitted)


@pytest.mark.both_engines
def test_tries_at_once_gain_nothing(centre):
    with ThreadPoolExecutor(8) as pool:
        said = list(pool.map(lambda _: tried(centre, password="wrong"), range(8)))  # noqa: S106  # no password
    assert said == [OUT] * 8
    assert [row[1] for row in told(centre)].count("sign_in_failed") == 5


@pytest.mark.both_engines
def test_two_may_sign_in_at_once_and_the_chain_holds(centre):
    with ThreadPoolExecutor(2) as pool:
        said = list(pool.map(lambda _: tried(centre), range(2)))
    assert len({admitted.token for admitted in said}) == 2
    with reading(centre) as session:
        assert audit.verify_chain(session) is None


def test_who_is_disabled_between_the_question_and_the_answer_stays_out(centre):
    with writing(centre) as session:
        proven = account(session, MEMBER).password_hash
        account(session, MEMBER).disabled_at = AT
        session.flush()
        assert sign_in.decide(session, EMAIL_OF[MEMBER], proven, address=HERE, at=AT) == OUT


@pytest.mark.both_engines
def test_session_and_audit_row_come_and_go_with_their_transaction(centre):
    def let_in_and_fail():
        with writing(centre) as session:
            sign_in.let_in(session, user(session, MEMBER), AT)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        let_in_and_fail()
    with reading(centre) as session:
        assert session.exec(select(SignInSessionRow)).all() == []
    assert told(centre) == []


def test_signing_out_ends_the_session_and_says_so_once(centre):
    token = tried(centre).token
    for _ in range(2):
        with writing(centre) as session:
            sign_in.sign_out(session, token, AT)
    assert [row[1] for row in told(centre)] == ["sign_in", "sign_out"]
    with reading(centre) as session:
        assert sessions.who(session, token, AT, touch=False) is None
