"""Setting a password: by a link that works once, or with the present one; every other session ends."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from bccc_dash.commands import one_time, people, sessions, sign_in
from bccc_dash.commands.set_password import NOT_CURRENT, change_password, set_password_by_link
from bccc_dash.commands.sign_in import AGAIN, Admitted, TurnedAway
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.sign_in import LinkPurpose
from bccc_dash.store.engine import reading, writing
from tests.commands.conftest import AT, CHAIR, EMAIL_OF, MEMBER, PASSWORD, STRANGER, account, told

pytestmark = pytest.mark.sqlite_first
HERE, NEW = "192.0.2.7", "granite-kestrel-58-lantern"
LATER = AT + timedelta(minutes=1)


def invited(engine, number=STRANGER):
    with writing(engine) as session:
        return people.invite(session, EMAIL_OF[number], AT, actor="user/2")


def signed_in(engine, number=MEMBER, password=PASSWORD, at=AT):
    return sign_in.sign_in(engine, EMAIL_OF[number], password, address=HERE, at=at)


def changed(engine, token, current=PASSWORD, new=NEW, at=LATER):
    return change_password(engine, token, current, new, address=HERE, at=at)


def is_open(engine, token, at=LATER):
    with reading(engine) as session:
        return sessions.who(session, token, at, touch=False) is not None


def set_or_refused(engine, token, password=NEW, at=LATER):
    try:
        return set_password_by_link(engine, token, password, at)
    except Refused:
        return "refused"


def test_an_invited_person_sets_a_password_and_comes_in(centre):
    assert set_password_by_link(centre, invited(centre), NEW, LATER) == STRANGER
    assert isinstance(signed_in(centre, STRANGER, NEW, LATER), Admitted)
    assert told(centre)[1] == ("user/4", "password_set", "user/4", "password_hash; password_set_at")


def test_a_weak_password_leaves_the_link_open(centre):
    token = invited(centre)
    for weak in ("short", "password1234", "Sam sam sam sam", EMAIL_OF[STRANGER], None, "x" * 257):
        assert set_or_refused(centre, token, weak) == "refused"
    assert set_or_refused(centre, token) == STRANGER


def test_a_link_sets_one_password(centre):
    token = invited(centre)
    assert [set_or_refused(centre, token), set_or_refused(centre, token)] == [STRANGER, "refused"]


@pytest.mark.both_engines
def test_of_two_who_use_a_link_at_once_one_sets_the_password(centre):
    token = invited(centre)
    with ThreadPoolExecutor(2) as pool:
        said = list(pool.map(lambda _: set_or_refused(centre, token), range(2)))
    assert sorted(map(str, said)) == [str(STRANGER), "refused"]


def test_a_disabled_person_sets_no_password(centre):
    token = invited(centre)
    with writing(centre) as session:
        account(session, STRANGER).disabled_at = AT
    assert set_or_refused(centre, token) == "refused"


def test_the_link_of_the_first_set_up_sets_nobodys_password(centre):
    with writing(centre) as session:
        token = one_time.make(session, LinkPurpose.SET_UP, AT, user_id=None)
    assert set_or_refused(centre, token) == "refused"


def test_changing_it_ends_every_other_session_and_goes_on_under_a_new_token(centre):
    own, elsewhere, of_chair = signed_in(centre), signed_in(centre), signed_in(centre, CHAIR)
    admitted = changed(centre, own.token)
    assert [is_open(centre, one.token) for one in (own, elsewhere, admitted, of_chair)] == [False, False, True, True]
    assert isinstance(signed_in(centre, at=LATER), TurnedAway)
    assert isinstance(signed_in(centre, password=NEW, at=LATER), Admitted)


def test_a_weak_new_password_changes_nothing(centre):
    token = signed_in(centre).token
    with pytest.raises(Refused, match="too easy"):
        changed(centre, token, new="password1234")
    assert is_open(centre, token)


@pytest.mark.parametrize(("failures", "is_in"), [(4, True), (5, False)])
def test_a_wrong_present_password_counts_like_a_failed_sign_in(centre, failures, is_in):
    token = signed_in(centre).token
    for _ in range(failures):
        assert changed(centre, token, current="wrong") == TurnedAway(NOT_CURRENT)
    assert isinstance(changed(centre, token), Admitted) is is_in


def test_only_who_is_in_fully_changes_a_password(centre):
    for token in (signed_in(centre, CHAIR).token, "unknown", None, 7):
        assert changed(centre, token) == TurnedAway(AGAIN)


@pytest.mark.both_engines
def test_of_two_changes_at_once_one_holds(centre):
    token = signed_in(centre).token
    with ThreadPoolExecutor(2) as pool:
        said = list(pool.map(lambda _: changed(centre, token), range(2)))
    assert [isinstance(one, Admitted) for one in said].count(True) == 1
