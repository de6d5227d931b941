"""The first set-up: only with the console's code, only once, and only while nobody has a password."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlmodel import select

from bccc_dash.commands import people, set_up, sign_in
from bccc_dash.commands.sign_in import Next
from bccc_dash.domain.errors import Refused
from bccc_dash.store.engine import reading, writing
from bccc_dash.store.tables import AccountRow, UserRow
from tests.commands.conftest import AT, PASSWORD, told

pytestmark = pytest.mark.sqlite_first
FIRST, KNOWN = "first@example.org", "known@example.org"


@pytest.fixture
def empty(engine):
    """A centre with one imported user and no password yet."""
    with writing(engine) as session:
        session.add(UserRow(email=KNOWN, display_name="Kit", role="COORDINATOR"))
    return engine


def code_of(engine):
    with writing(engine) as session:
        return set_up.new_code(session, AT)


def done(engine, code, email=FIRST, *, password=PASSWORD, at=AT, name="Fern"):
    try:
        return set_up.set_up(engine, code, email=email, name=name, password=password, at=at)
    except Refused as refusal:
        return str(refusal)


def test_the_first_person_becomes_a_chair_and_sets_up_a_second_factor_next(empty):
    number = done(empty, code_of(empty))
    admitted = sign_in.sign_in(empty, FIRST, PASSWORD, address="", at=AT)
    assert (admitted.user_id, admitted.next) == (number, Next.SET_UP_CODE)
    assert [row[1] for row in told(empty)] == ["user_added", "password_set"]


def test_whoever_is_known_keeps_their_role(empty):
    number = done(empty, code_of(empty), KNOWN.upper())
    with reading(empty) as session:
        assert session.exec(select(UserRow.role).where(UserRow.id == number)).one() == "COORDINATOR"


@pytest.mark.parametrize(
    ("disabled_at", "active_to"), [(AT, None), (None, (AT - timedelta(days=1)).date())], ids=["disabled", "days over"]
)
def test_nobody_is_set_up_who_could_not_come_in_and_the_code_stays_good(empty, disabled_at, active_to):
    with writing(empty) as session:
        known = session.exec(select(UserRow)).one()
        known.active_to = active_to
        session.add(AccountRow(user_id=known.id, disabled_at=disabled_at))
    code = code_of(empty)

    assert done(empty, code, KNOWN) == set_up.NOT_LET_IN.format(email=KNOWN)
    assert isinstance(done(empty, code), int)


def test_a_wrong_code_is_called_a_code(empty):
    code_of(empty)

    assert done(empty, "another-code") == set_up.WRONG_CODE


def test_once_somebody_has_a_password_it_is_over(empty):
    code = code_of(empty)
    done(empty, code)
    assert done(empty, code, KNOWN) == set_up.IS_DONE
    with writing(empty) as session, pytest.raises(Refused, match="already"):
        set_up.new_code(session, AT)


@pytest.mark.both_engines
def test_of_two_at_once_one_sets_it_up(empty):
    code = code_of(empty)
    with ThreadPoolExecutor(2) as pool:
        said = list(pool.map(lambda email: done(empty, code, email), [FIRST, KNOWN]))
    assert [isinstance(one, int) for one in said].count(True) == 1


def test_without_the_code_nothing_is_set_up(empty):
    code_of(empty)
    for odd in (None, "", "wrong", 7, "é", "x" * 10**5):
        assert done(empty, odd).startswith("This code does not work")


def test_the_code_lasts_a_day_and_an_invitation_is_none(empty):
    assert done(empty, code_of(empty), at=AT + timedelta(hours=24)).startswith("This code does not work")
    with writing(empty) as session:
        invitation = people.invite(session, KNOWN, AT, actor="console (root)")
    assert done(empty, invitation).startswith("This code does not work")


@pytest.mark.parametrize(
    ("email", "name", "password"),
    [(FIRST, "Fern", "password1234"), ("none", "Fern", PASSWORD), (FIRST, "", PASSWORD), (FIRST, "\x00", PASSWORD)],
)
def test_what_will_not_do_leaves_the_code_open(empty, email, name, password):
    code = code_of(empty)
    assert isinstance(done(empty, code, email, name=name, password=password), str)
    with reading(empty) as session:
        assert session.exec(select(AccountRow)).all() == []
    assert isinstance(done(empty, code), int)
