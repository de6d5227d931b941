"""The second factor: each code once, half a minute of drift, ten codes on paper, and a new token after it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pyotp
import pytest

from bccc_dash.commands import second_factor, sessions, sign_in
from bccc_dash.commands.sign_in import AGAIN, NO_CODE, Admitted, Next, TurnedAway
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.sign_in import SignInStep, needs_second_factor
from bccc_dash.domain.vocabulary import Role
from bccc_dash.store.engine import reading, writing
from tests.commands.conftest import AT, CHAIR, EMAIL_OF, MEMBER, PASSWORD, account, told

pytestmark = pytest.mark.sqlite_first
HERE = "192.0.2.7"
STEP = timedelta(seconds=30)
LATER = AT + 4 * STEP
WRONG = TurnedAway(NO_CODE)


def code_at(secret, at):
    return pyotp.TOTP(secret).at(at)


def half_in(engine, at=AT, number=CHAIR):
    return sign_in.sign_in(engine, EMAIL_OF[number], PASSWORD, address=HERE, at=at).token


def begun(engine, number=CHAIR):
    with writing(engine) as session:
        return second_factor.begin(session, number).secret


def confirmed(engine, code, token, at=AT):
    with writing(engine) as session:
        return sign_in.set_up_code(session, token, code, at)


def second(engine, token, code, at=LATER):
    with writing(engine) as session:
        return sign_in.second_step(session, token, code, address=HERE, at=at)


def open_now(engine, token, at=LATER):
    with reading(engine) as session:
        return sessions.who(session, token, at, touch=False)


@pytest.fixture
def armed(centre):
    """The centre, whose chair has a second factor; its secret; the recovery codes."""
    secret = begun(centre)
    _, codes = confirmed(centre, code_at(secret, AT), half_in(centre))
    return centre, secret, codes


def test_confirming_lets_in_fully_under_a_new_token_with_ten_codes(centre):
    secret, token = begun(centre), half_in(centre)
    admitted, codes = confirmed(centre, code_at(secret, AT), token)
    assert open_now(centre, admitted.token).step is SignInStep.FULL
    assert open_now(centre, token) is None
    assert len(set(codes)) == 10
    assert [row[1] for row in told(centre)] == ["second_factor_set", "sign_in"]


def test_what_the_app_reads_holds_the_name_and_the_secret(centre):
    with writing(centre) as session:
        key = second_factor.begin(session, CHAIR)
    read = pyotp.parse_uri(key.uri)
    assert (read.secret, read.name, read.issuer) == (key.secret, EMAIL_OF[CHAIR], "BCCC Dash")


@pytest.mark.parametrize("role", Role)
def test_who_must_have_one(role):
    must = role in (Role.COORDINATOR, Role.CHAIR, Role.SAFEGUARDING_LEAD)
    assert needs_second_factor(role, is_lead=False) is must
    assert needs_second_factor(role, is_lead=True)


def test_a_member_may_have_one_and_is_then_asked_for_it(centre):
    secret, admitted = begun(centre, MEMBER), half_in(centre, number=MEMBER)
    assert isinstance(confirmed(centre, code_at(secret, AT), admitted)[0], Admitted)
    asked = sign_in.sign_in(centre, EMAIL_OF[MEMBER], PASSWORD, address=HERE, at=AT)
    assert asked.next is Next.CODE


def test_what_is_not_confirmed_is_not_asked_for(centre):
    begun(centre)
    wrong, codes = confirmed(centre, "000000", half_in(centre))
    assert (wrong, codes) == (WRONG, [])
    assert sign_in.sign_in(centre, EMAIL_OF[CHAIR], PASSWORD, address=HERE, at=AT).next is Next.SET_UP_CODE


def test_a_second_factor_is_not_replaced_by_who_knows_the_password_alone(armed):
    centre, secret, _ = armed
    with pytest.raises(Refused, match="second factor already"):
        begun(centre)
    with pytest.raises(Refused, match="anew"):
        confirmed(centre, code_at(secret, LATER), half_in(centre, LATER), LATER)


@pytest.mark.parametrize(("drift", "is_in"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
def test_a_code_may_be_one_step_early_or_late(armed, drift, is_in):
    centre, secret, _ = armed
    said = second(centre, half_in(centre, LATER), code_at(secret, LATER + drift * STEP))
    assert isinstance(said, Admitted) is is_in


@pytest.mark.both_engines
def test_a_code_works_once_and_no_earlier_one_after_it(armed):
    centre, secret, _ = armed
    code, earlier = code_at(secret, LATER), code_at(secret, LATER - STEP)
    assert isinstance(second(centre, half_in(centre, LATER), code), Admitted)
    assert second(centre, half_in(centre, LATER), code) == WRONG
    assert second(centre, half_in(centre, LATER), earlier) == WRONG


def test_the_code_that_confirmed_works_no_more(armed):
    centre, secret, _ = armed
    assert second(centre, half_in(centre), code_at(secret, AT), AT) == WRONG


@pytest.mark.both_engines
@pytest.mark.parametrize("on_paper", [False, True])
def test_of_many_who_send_one_code_at_once_one_gets_in(armed, on_paper):
    centre, secret, codes = armed
    code = codes[0] if on_paper else code_at(secret, LATER)
    tokens = [half_in(centre, LATER) for _ in range(3)]
    with ThreadPoolExecutor(3) as pool:
        said = list(pool.map(lambda token: second(centre, token, code), tokens))
    assert [isinstance(one, Admitted) for one in said].count(True) == 1


def test_each_recovery_code_works_once_however_it_is_typed(armed):
    centre, _, codes = armed
    typed = codes[0].lower().replace("-", " ")
    assert isinstance(second(centre, half_in(centre, LATER), typed), Admitted)
    assert second(centre, half_in(centre, LATER), codes[0]) == WRONG
    assert isinstance(second(centre, half_in(centre, LATER), codes[1]), Admitted)
    assert [row[1] for row in told(centre)].count("recovery_code_used") == 2


def test_a_recovery_code_is_of_one_person(armed):
    centre, _, codes = armed
    with writing(centre) as session:
        account(session, MEMBER).totp_secret, account(session, MEMBER).totp_confirmed_at = "A" * 32, AT
    assert second(centre, half_in(centre, LATER, MEMBER), codes[0]) == WRONG


@pytest.mark.both_engines
def test_odd_codes_are_refused_in_the_same_sentence(armed):
    centre, _, _ = armed
    token = half_in(centre, LATER)
    with writing(centre) as session:
        for odd in (None, 7, b"123456", "", "12345", "1234567", "\x00", "\ud800", "1" * 10**5, "١٢٣٤٥٦", "' OR 1=1 --"):
            assert second_factor.take(session, CHAIR, odd, LATER) is None
            assert sign_in.second_step(session, token, odd, address=HERE, at=LATER) == WRONG


@pytest.mark.parametrize(("failures", "is_in"), [(4, True), (5, False)])
def test_wrong_codes_lock_and_the_right_password_does_not_clear_them(armed, failures, is_in):
    centre, secret, _ = armed
    for _ in range(failures):
        token = half_in(centre, LATER)
        assert second(centre, token, "000000") == WRONG
    assert isinstance(second(centre, token, code_at(secret, LATER)), Admitted) is is_in


def test_only_who_gave_the_password_may_give_a_code(armed):
    centre, secret, _ = armed
    admitted = second(centre, half_in(centre, LATER), code_at(secret, LATER))
    for token in (admitted.token, "unknown", None):
        assert second(centre, token, code_at(secret, LATER + STEP)) == TurnedAway(AGAIN)


def test_the_token_of_the_first_step_is_over_after_the_second(armed):
    centre, secret, _ = armed
    token = half_in(centre, LATER)
    admitted = second(centre, token, code_at(secret, LATER))
    assert open_now(centre, token) is None
    assert open_now(centre, admitted.token).ends_at == LATER + timedelta(hours=8)
