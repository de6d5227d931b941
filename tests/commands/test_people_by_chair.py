"""The chair changes what people are; nobody else does; and there is always a chair."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bccc_dash.commands import one_time, people, people_flags, sessions, sign_in
from bccc_dash.commands.people_by_chair import add, change_access, change_standing
from bccc_dash.commands.people_list import listed
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.sign_in import SignInStep
from bccc_dash.domain.user_list import Access, AccountState, Standing
from bccc_dash.domain.viewer import Person
from bccc_dash.domain.vocabulary import Role
from bccc_dash.store.engine import reading, writing
from tests.commands.conftest import AT, CHAIR, EMAIL_OF, LEAD, MEMBER, STRANGER, told
from tests.store.conftest import add_a_volunteer

pytestmark = pytest.mark.sqlite_first
THE_CHAIR = Person(user_id=CHAIR, role=Role.CHAIR)
OTHERS = [Person(user_id=LEAD, role=role, is_lead=True) for role in Role if role is not Role.CHAIR]
LATER = AT + timedelta(hours=24)


@pytest.fixture
def volunteers(centre):
    with writing(centre) as session:
        for ref in ("V-0001", "V-0002"):
            add_a_volunteer(session, ref)
    return centre


def standing(engine, number=MEMBER):
    return one(engine, number).standing


def one(engine, number=MEMBER, at=AT):
    with reading(engine) as session:
        return next(user for user in listed(session, by=THE_CHAIR, at=at) if user.user_id == number)


def change(engine, number=MEMBER, *, by=THE_CHAIR, seen=None, **wanted):
    before = seen or standing(engine, number)
    with writing(engine) as session:
        change_standing(session, by=by, email=EMAIL_OF[number], seen=before, wanted=replace(before, **wanted), at=AT)


def access(engine, what, number=MEMBER, *, by=THE_CHAIR, at=AT):
    with writing(engine) as session:
        return change_access(session, what, by=by, email=EMAIL_OF[number], at=at)


def deeds(engine):
    return [(action, subject) for actor, action, subject, _ in told(engine) if actor == f"user/{CHAIR}"]


@pytest.mark.both_engines
def test_everything_that_somebody_is_changes_at_once_each_with_its_audit_row(volunteers):
    change(volunteers, role=Role.COORDINATOR, is_lead=True, on_committee=True, volunteer_ref="v-0002")

    assert standing(volunteers) == Standing(
        role=Role.COORDINATOR, is_lead=True, on_committee=True, volunteer_ref="V-0002"
    )
    assert deeds(volunteers)[-4:] == [
        ("volunteer_link_changed", "user/1"),
        ("committee_changed", "user/1"),
        ("lead_changed", "user/1"),
        ("role_changed", "user/1"),
    ]


@pytest.mark.parametrize(
    ("wanted", "stays"),
    [
        ({"role": Role.COORDINATOR}, False),
        ({"is_lead": True}, False),
        ({"on_committee": True}, True),
        ({"volunteer_ref": "V-0001"}, False),
    ],
)
def test_another_role_flag_or_volunteer_link_ends_every_session(volunteers, wanted, stays):
    with writing(volunteers) as session:
        token = sessions.begin(session, sign_in.find(session, EMAIL_OF[MEMBER])[0], SignInStep.FULL, AT)
    change(volunteers, **wanted)
    with reading(volunteers) as session:
        assert (sessions.who(session, token, AT, touch=False) is not None) is stays


def test_one_step_that_is_refused_undoes_the_others(volunteers):
    with pytest.raises(Refused, match="There must be a chair"):
        change(volunteers, CHAIR, on_committee=True, role=Role.COORDINATOR)
    assert not standing(volunteers, CHAIR).on_committee
    assert deeds(volunteers) == []


def test_a_stale_form_and_one_that_changes_nothing_are_refused(volunteers):
    before = standing(volunteers)
    change(volunteers, on_committee=True)
    with pytest.raises(Refused, match="meanwhile"):
        change(volunteers, seen=before, role=Role.COORDINATOR)
    with pytest.raises(Refused, match="Nothing is changed"):
        change(volunteers)
    assert len(deeds(volunteers)) == 1


@pytest.mark.parametrize("ref", ["V-9", "C-1", "%", "<script>", "=1+1", "\x00", "a\nb", "x" * 10_000])
def test_a_volunteer_who_is_none_is_refused(volunteers, ref):
    with pytest.raises(Refused, match="There is no volunteer") as refusal:
        change(volunteers, volunteer_ref=ref)
    assert len(str(refusal.value)) < 400
    assert standing(volunteers).volunteer_ref is None


def test_nobody_takes_away_what_keeps_them_from_their_own_matters(volunteers):
    change(volunteers, CHAIR, volunteer_ref="V-0001")
    for other in (None, "V-0002"):
        with pytest.raises(Refused, match="Nobody changes which volunteer they are themself"):
            change(volunteers, CHAIR, volunteer_ref=other)
    assert standing(volunteers, CHAIR).volunteer_ref == "V-0001"


def test_another_chair_may_take_a_link_away(volunteers):
    change(volunteers, volunteer_ref="V-0001")
    change(volunteers, volunteer_ref=None)
    assert standing(volunteers).volunteer_ref is None


@pytest.mark.parametrize("by", OTHERS, ids=lambda by: by.role)
def test_nobody_but_the_chair_sees_or_changes_people(volunteers, by):
    with reading(volunteers) as session, pytest.raises(Refused, match="You may not invite"):
        listed(session, by=by, at=AT)
    with pytest.raises(Refused, match="You may not"):
        change(volunteers, by=by, role=Role.CHAIR)
    for what in Access:
        with pytest.raises(Refused, match="You may not"):
            access(volunteers, what, by=by)
    with writing(volunteers) as session, pytest.raises(Refused, match="You may not"):
        add(session, by=by, email="new@example.org", name="Nia", role=Role.CHAIR, at=AT)


@pytest.mark.parametrize("what", Access)
def test_ones_own_access_is_for_another_chair(centre, what):
    with pytest.raises(Refused, match="your own account"):
        access(centre, what, CHAIR)


def test_the_last_chair_who_can_come_in_stays(centre):
    with writing(centre) as session:
        people.set_role(session, EMAIL_OF[STRANGER], Role.CHAIR, AT, actor="console (root)")
    for deed in (people.disable, lambda *a, **k: people.set_role(a[0], a[1], Role.COORDINATOR, a[2], **k)):
        with writing(centre) as session, pytest.raises(Refused, match="There must be a chair: cho@example"):
            deed(session, EMAIL_OF[CHAIR], AT, actor="console (root)")


def test_of_two_chairs_one_may_go_and_then_the_other_stays(centre):
    change(centre, role=Role.CHAIR)
    access(centre, Access.DISABLE, MEMBER)
    access(centre, Access.ENABLE, MEMBER)
    change(centre, CHAIR, role=Role.COMMITTEE_MEMBER)
    with writing(centre) as session, pytest.raises(Refused, match="There must be a chair: mo@example"):
        people.disable(session, EMAIL_OF[MEMBER], AT, actor="console (root)")


@pytest.mark.both_engines
def test_the_list_says_how_everybody_can_come_in(centre):
    assert (one(centre).state, one(centre, STRANGER).state) == (AccountState.ACTIVE, AccountState.NEVER_INVITED)
    link = access(centre, Access.INVITE, STRANGER)
    with reading(centre) as session:
        assert one_time.look_at(session, link, AT).user_id == STRANGER
    assert one(centre, STRANGER, LATER - timedelta(seconds=1)).state is AccountState.INVITED
    assert one(centre, STRANGER, LATER).state is AccountState.LINK_RAN_OUT
    access(centre, Access.RESET)
    assert one(centre).state is AccountState.INVITED
    access(centre, Access.DISABLE)
    assert one(centre).state is AccountState.DISABLED


def test_the_list_says_when_somebody_was_last_in(centre):
    assert one(centre).last_in is None
    with writing(centre) as session:
        user = sign_in.find(session, EMAIL_OF[MEMBER])[0]
        sessions.begin(session, user, SignInStep.FULL, AT)
        sessions.begin(session, user, SignInStep.PASSWORD, AT + timedelta(minutes=5))
    assert one(centre).last_in == AT


def test_whoever_has_left_office_is_outside_their_days(centre):
    with writing(centre) as session:
        sign_in.find(session, EMAIL_OF[MEMBER])[0].active_to = AT.date()
    assert one(centre).state is AccountState.ACTIVE
    assert one(centre, at=AT + timedelta(days=1)).state is AccountState.OUTSIDE_DAYS


@pytest.mark.parametrize("email", ["nobody@example.org", "", "\x00", "x" * 10_000])
def test_nobody_of_that_name_is_said_in_a_sentence(centre, email):
    with writing(centre) as session, pytest.raises(Refused, match="Nobody has the e-mail address"):
        people_flags.set_lead(session, email, True, AT, actor="console (root)")
    assert told(centre) == []


@pytest.mark.parametrize(
    ("deed", "value", "what"),
    [
        (people_flags.set_lead, False, "is without the lead's rights already"),
        (people_flags.set_on_committee, False, "does not sit on the committee already"),
        (people_flags.link_volunteer, None, "is linked to no volunteer already"),
    ],
)
def test_what_is_so_already_is_said(centre, deed, value, what):
    with writing(centre) as session, pytest.raises(Refused, match=what):
        deed(session, EMAIL_OF[MEMBER], value, AT, actor="console (root)")
