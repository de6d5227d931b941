"""People's access: invited, reset, kept out and let in again, each told in the audit in the same transaction."""

from datetime import timedelta

import pytest
from sqlmodel import select

from bccc_dash.commands import one_time, people, second_factor, sessions, sign_in, tries
from bccc_dash.commands.sign_in import Admitted
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.vocabulary import Role
from bccc_dash.store.engine import reading, writing
from bccc_dash.store.tables import AccountRow, OneTimeLinkRow, RecoveryCodeRow
from tests.commands.conftest import AT, CHAIR, EMAIL_OF, MEMBER, PASSWORD, STRANGER, account, told

pytestmark = pytest.mark.sqlite_first
BY = "console (root)"
LATER = AT + timedelta(minutes=1)


def done(engine, deed, number=MEMBER, at=AT):
    with writing(engine) as session:
        return deed(session, EMAIL_OF[number], at, actor=BY)


def signed_in(engine, number=MEMBER):
    return sign_in.sign_in(engine, EMAIL_OF[number], PASSWORD, address="192.0.2.7", at=LATER)


def test_an_invitation_is_a_link_for_that_person(centre):
    token = done(centre, people.invite, STRANGER)
    with reading(centre) as session:
        assert one_time.look_at(session, token, AT).user_id == STRANGER
    assert told(centre) == [(BY, "invited", "user/4", "")]


def test_who_has_a_password_is_reset_not_invited(centre):
    with pytest.raises(Refused, match="reset"):
        done(centre, people.invite)


def test_a_reset_takes_everything_away_and_gives_a_link(centre):
    with writing(centre) as session:
        second_factor.begin(session, MEMBER)
        second_factor.new_recovery_codes(session, MEMBER)
        token = sessions.begin(session, sign_in.find(session, EMAIL_OF[MEMBER])[0], "FULL", AT)
    link = done(centre, people.reset)
    with reading(centre) as session:
        assert sessions.who(session, token, AT, touch=False) is None
        assert one_time.look_at(session, link, AT).user_id == MEMBER
        assert (account(session, MEMBER).password_hash, account(session, MEMBER).totp_secret) == (None, None)
        assert session.exec(select(RecoveryCodeRow)).all() == []


def test_a_reset_opens_a_lock(centre):
    key = tries.of_account(MEMBER, None)
    with writing(centre) as session:
        for _ in range(5):
            tries.count_failure(session, key, AT)
    done(centre, people.reset)
    with reading(centre) as session:
        assert not tries.is_locked(session, key, AT)


def test_a_disabled_person_is_out_at_once_and_may_be_let_in_again(centre):
    token, of_chair = signed_in(centre).token, signed_in(centre, CHAIR).token
    done(centre, people.disable, at=LATER)
    with reading(centre) as session:
        assert [sessions.who(session, one, LATER, touch=False) is None for one in (token, of_chair)] == [True, False]
    assert not isinstance(signed_in(centre), Admitted)
    done(centre, people.enable)
    assert isinstance(signed_in(centre), Admitted)
    with reading(centre) as session:
        assert sessions.who(session, token, LATER, touch=False) is None


def test_disabling_ends_the_links_of_that_person(centre):
    link = done(centre, people.invite, STRANGER)
    done(centre, people.disable, STRANGER)
    done(centre, people.enable, STRANGER)
    with reading(centre) as session, pytest.raises(Refused):
        one_time.look_at(session, link, AT)


@pytest.mark.parametrize("deed", [people.invite, people.reset, people.disable])
def test_a_disabled_person_is_neither_invited_nor_reset_nor_disabled_again(centre, deed):
    done(centre, people.disable)
    with pytest.raises(Refused, match=r"mo@example\.org is disabled"):
        done(centre, deed)


def test_only_who_is_disabled_is_let_in_again(centre):
    with pytest.raises(Refused, match="not disabled"):
        done(centre, people.enable)


def test_a_person_is_added_once_and_has_no_access_yet(centre):
    with writing(centre) as session:
        number = people.add_user(session, " New@example.org", "Nia", Role.CHAIR, AT, actor=BY)
        with pytest.raises(Refused, match="there already"):
            people.add_user(session, "NEW@example.org", "Nia", Role.CHAIR, AT, actor=BY)
        assert sign_in.find(session, "new@example.org")[1] is None
    assert told(centre) == [(BY, "user_added", f"user/{number}", "email; display_name; role")]


def test_odd_people_are_not_added(centre):
    odd = [(email, "Nia") for email in ("no address", "a@b@c", "", "a\x00@b", "a@" + "b" * 199)]
    odd += [("a@b", name) for name in ("", "  ", "two\nlines", "x" * 201, "\x00")]
    for email, name in odd:
        with writing(centre) as session, pytest.raises(Refused):
            people.add_user(session, email, name, Role.CHAIR, AT, actor=BY)


def test_another_role_ends_every_session_and_says_so(centre):
    token = signed_in(centre).token
    with writing(centre) as session:
        people.set_role(session, EMAIL_OF[MEMBER], Role.READ_ONLY_AUDITOR, AT, actor=BY)
        assert sessions.end(session, token, AT) is None
    assert told(centre)[-1] == (BY, "role_changed", "user/1", "role")
    with writing(centre) as session, pytest.raises(Refused, match="already"):
        people.set_role(session, EMAIL_OF[MEMBER], Role.READ_ONLY_AUDITOR, AT, actor=BY)


@pytest.mark.parametrize("deed", [people.invite, people.reset, people.disable, people.enable])
def test_nobody_of_that_name_is_said_in_a_sentence(centre, deed):
    for email in ("nobody@example.org", "", "\x00", "%", "x" * 10**5):
        with writing(centre) as session, pytest.raises(Refused, match="Nobody has the e-mail address"):
            deed(session, email, AT, actor=BY)
    assert told(centre) == []


@pytest.mark.both_engines
@pytest.mark.parametrize("deed", [people.invite, people.reset, people.disable])
def test_a_deed_and_its_audit_row_come_and_go_together(centre, deed):
    def do_and_fail():
        with writing(centre) as session:
            deed(session, EMAIL_OF[STRANGER], AT, actor=BY)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        do_and_fail()
    assert told(centre) == []
    with reading(centre) as session:
        assert session.exec(select(AccountRow).where(AccountRow.user_id == STRANGER)).all() == []
        assert session.exec(select(OneTimeLinkRow)).all() == []
