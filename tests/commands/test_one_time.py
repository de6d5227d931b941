"""Links work once, for a day, and only the latest of each person."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlmodel import select

from bccc_dash.commands import one_time
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.sign_in import LinkPurpose
from bccc_dash.store.engine import reading, writing
from bccc_dash.store.tables import OneTimeLinkRow
from tests.commands.conftest import AT, CHAIR, MEMBER

pytestmark = pytest.mark.sqlite_first
SECOND, DAY = timedelta(seconds=1), timedelta(hours=24)


def made(engine, user_id=MEMBER, purpose=LinkPurpose.INVITE):
    with writing(engine) as session:
        return one_time.make(session, purpose, AT, user_id=user_id)


def redeemed(engine, token, at=AT):
    try:
        with writing(engine) as session:
            return one_time.redeem(session, token, at).user_id
    except Refused:
        return "refused"


def test_a_link_works_once(centre):
    token = made(centre)
    assert [redeemed(centre, token), redeemed(centre, token)] == [MEMBER, "refused"]


@pytest.mark.parametrize(("after", "said"), [(-SECOND, MEMBER), (0 * SECOND, "refused"), (SECOND, "refused")])
def test_a_link_works_for_a_day(centre, after, said):
    assert redeemed(centre, made(centre), AT + DAY + after) == said


@pytest.mark.parametrize(("back", "said"), [(60 * SECOND, MEMBER), (61 * SECOND, "refused")])
def test_a_link_from_the_future_does_not_work(centre, back, said):
    assert redeemed(centre, made(centre), AT - back) == said


def test_a_newer_link_ends_the_older_ones_of_that_person_alone(centre):
    older, of_chair, set_up, newer = made(centre), made(centre, CHAIR), made(centre, None), made(centre)
    assert redeemed(centre, older) == "refused"
    assert [redeemed(centre, token) for token in (newer, of_chair, set_up)] == [MEMBER, CHAIR, None]


def test_a_newer_set_up_ends_the_older(centre):
    older, newer = (made(centre, None, LinkPurpose.SET_UP) for _ in range(2))
    assert [redeemed(centre, older), redeemed(centre, newer)] == ["refused", None]


@pytest.mark.both_engines
def test_of_many_who_redeem_at_once_one_gets_in(centre):
    token = made(centre)
    with ThreadPoolExecutor(4) as pool:
        said = list(pool.map(lambda _: redeemed(centre, token), range(4)))
    assert sorted(map(str, said)) == [str(MEMBER), "refused", "refused", "refused"]


def test_every_cause_has_one_sentence(centre):
    used, old = made(centre, CHAIR), made(centre)
    redeemed(centre, used)
    for token, at in ((used, AT), (old, AT + DAY), ("unknown", AT), (None, AT)):
        with writing(centre) as session, pytest.raises(Refused) as caught:
            one_time.redeem(session, token, at)
        assert str(caught.value) == one_time.NO_LINK


def test_looking_at_a_link_does_not_use_it(centre):
    token = made(centre)
    with reading(centre) as session:
        assert one_time.look_at(session, token, AT) == one_time.Link(MEMBER, LinkPurpose.INVITE)
    assert redeemed(centre, token) == MEMBER


def test_what_is_no_link_is_refused(centre):
    made(centre)
    for odd in (None, 7, b"abc", "", "é", "a" * 129, "a" * 10**6, "\x00", "' OR 1=1 --"):
        assert redeemed(centre, odd) == "refused"


def test_only_the_hash_of_a_link_is_stored(centre):
    token = made(centre)
    with reading(centre) as session:
        assert token not in str(session.exec(select(OneTimeLinkRow)).one().model_dump())
