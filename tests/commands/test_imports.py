"""A second person confirms what an import brings: who may, what about, until when."""

from datetime import date, timedelta

import pytest

from bccc_dash.commands.imports import confirm_import, settle_asking
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.imports import AskingEnd
from bccc_dash.domain.viewer import Person
from bccc_dash.domain.vocabulary import Role
from bccc_dash.store.engine import reading, writing
from bccc_dash.store.tables import (
    CommitteeShareRow,
    ConcernRow,
    ImportAskingRow,
    ImportConfirmationItemRow,
    ImportConfirmationRow,
    IncidentRow,
    RecordRow,
    RecusalRow,
    VolunteerRow,
)
from tests.commands.conftest import AT, CHAIR, MEMBER, told

pytestmark = pytest.mark.sqlite_first

WEEK, SECOND = timedelta(days=7), timedelta(seconds=1)
VOLUNTEER, OTHER, CONCERN = 1, 2, 3
DAY = date(2026, 3, 1)
CONCERN_WORDS = {"source": "OTHER", "category": "OTHER", "severity": "LOW", "status": "OPEN"}


def chair(**more):
    return Person(user_id=CHAIR, role=Role.CHAIR, **more)


@pytest.fixture
def waiting(centre):
    """Import number 1, asked for by the member: a decision about a concern of volunteer V-1."""
    with writing(centre) as session:
        for number, kind, ref in ((1, "VOLUNTEER", "V-1"), (2, "VOLUNTEER", "V-2"), (3, "CONCERN", "c-1")):
            session.add(RecordRow(id=number, kind=kind, ref=ref))
        session.flush()
        for number in (VOLUNTEER, OTHER):
            session.add(VolunteerRow(id=number, full_name="A", role_title="B", applied_on=DAY))
        session.flush()
        about = {"volunteer_id": VOLUNTEER, "identified_on": DAY, "recorded_on": DAY}
        session.add(ConcernRow(id=CONCERN, **about, **CONCERN_WORDS))
        session.add(ImportConfirmationRow(fingerprint="f", asked_at=AT, asked_by="console", asked_by_id=MEMBER))
        session.flush()
        refs = {"subject_ref": "C-1", "volunteer_ref": "v-1"}
        session.add(ImportConfirmationItemRow(confirmation_id=1, brought="DECISION", is_change=False, **refs))
    return centre


def confirm(engine, by, number=1, at=AT):
    with writing(engine, changes_records=False) as session:
        confirm_import(session, number, by=by, at=at)


def is_confirmed(engine):
    with reading(engine) as session:
        return session.get_one(ImportConfirmationRow, 1).confirmed_by_id == CHAIR


@pytest.mark.both_engines
def test_somebody_else_who_may_confirms_and_the_audit_says_so(waiting):
    confirm(waiting, chair())

    assert is_confirmed(waiting)
    assert told(waiting) == [("user/2", "IMPORT_CONFIRMED", "import_confirmation/1", "confirmed_at; confirmed_by")]


def test_who_asked_does_not_confirm(waiting):
    with pytest.raises(Refused, match="You asked for import number 1 yourself"):
        confirm(waiting, Person(user_id=MEMBER, role=Role.CHAIR))

    assert told(waiting) == []


@pytest.mark.parametrize("role", [None, *(role for role in Role if role is not Role.CHAIR)])
def test_only_a_chair_confirms(waiting, role):
    with pytest.raises(Refused, match="You may not confirm"):
        confirm(waiting, Person(user_id=CHAIR, role=role, is_lead=True, on_committee=True))


@pytest.mark.both_engines
def test_nobody_confirms_what_is_about_themself(waiting):
    with pytest.raises(Refused, match="You may not confirm"):
        confirm(waiting, chair(volunteer_id=VOLUNTEER))
    confirm(waiting, chair(volunteer_id=OTHER))

    assert is_confirmed(waiting)


@pytest.mark.both_engines
@pytest.mark.parametrize(("recused", "goes"), [(CHAIR, False), (MEMBER, True)])
def test_who_stood_aside_from_a_matter_does_not_confirm_it(waiting, recused, goes):
    with writing(waiting) as session:
        session.add(CommitteeShareRow(id=1, subject_id=CONCERN, shared_on=DAY))
        session.flush()
        session.add(RecusalRow(share_id=1, position=1, user_id=recused))
    if goes:
        confirm(waiting, chair())
    else:
        with pytest.raises(Refused, match="You may not confirm"):
            confirm(waiting, chair())

    assert is_confirmed(waiting) is goes


@pytest.mark.both_engines
@pytest.mark.parametrize(
    ("item", "goes"),
    [
        ({"brought": "APPROVAL_EVENT", "subject_ref": "V-1"}, False),
        ({"brought": "DECISION", "subject_ref": "I-9"}, False),
        ({"brought": "DECISION", "subject_ref": "V-9", "ref": "c-1", "is_change": True}, False),
        ({"brought": "DECISION", "subject_ref": "C-2"}, True),
        ({"brought": "APPROVAL_EVENT", "subject_ref": "V-2", "volunteer_ref": "V-2"}, True),
        ({"brought": "DECISION", "subject_ref": "I-9", "volunteer_ref": "V-9"}, True),
    ],
)
def test_nor_does_who_stood_aside_confirm_what_may_stem_from_that_matter(waiting, item, goes):
    """The approval event of a decision does not say of which; a case that the file brings may stem from another."""
    with writing(waiting) as session:
        session.add(RecordRow(id=4, kind="CONCERN", ref="C-2"))
        session.flush()
        session.add(CommitteeShareRow(id=1, subject_id=CONCERN, shared_on=DAY))
        session.flush()
        about = {"volunteer_id": VOLUNTEER, "identified_on": DAY, "recorded_on": DAY}
        session.add(ConcernRow(id=4, **about, **CONCERN_WORDS))
        session.add(RecusalRow(share_id=1, position=1, user_id=CHAIR))
        session.add(ImportConfirmationRow(fingerprint="f", asked_at=AT, asked_by="console", asked_by_id=MEMBER))
        session.flush()
        refs = {"volunteer_ref": "v-1", "is_change": False}
        session.add(ImportConfirmationItemRow(confirmation_id=2, **refs | item))
    if not goes:
        with pytest.raises(Refused, match="You may not confirm"):
            confirm(waiting, chair(), 2)
        return
    confirm(waiting, chair(), 2)
    assert told(waiting) == [("user/2", "IMPORT_CONFIRMED", "import_confirmation/2", "confirmed_at; confirmed_by")]


def test_a_breach_that_stems_from_a_concern_goes_with_it(waiting):
    with writing(waiting) as session:
        session.add(RecordRow(id=4, kind="INCIDENT", ref="I-1"))
        session.flush()
        session.add(CommitteeShareRow(id=1, subject_id=4, shared_on=DAY))
        words = {"breach_type": "OTHER", "source": "OTHER", "severity": "LOW", "status": "AWAITING_DECISION"}
        about = {"volunteer_id": VOLUNTEER, "concern_id": CONCERN, "discovered_on": DAY, "recorded_on": DAY}
        session.add(IncidentRow(id=4, **about, **words))
        session.add(RecusalRow(share_id=1, position=1, user_id=CHAIR))
    with pytest.raises(Refused, match="You may not confirm"):
        confirm(waiting, chair())


@pytest.mark.parametrize(("volunteer", "goes"), [(VOLUNTEER, False), (OTHER, True), (None, True)])
def test_nobody_settles_what_names_the_volunteer_that_they_are(waiting, volunteer, goes):
    with writing(waiting) as session:
        about = {"about": "VOLUNTEER_LINK", "user_id": CHAIR, "volunteer_id": VOLUNTEER}
        session.add(ImportAskingRow(asked_at=AT, asked_by="user/1", **about))
    with writing(waiting, changes_records=False) as session:
        if goes:
            settle_asking(session, 1, AskingEnd.DONE, by=chair(volunteer_id=volunteer), at=AT)
        else:
            with pytest.raises(Refused, match="You may not"):
                settle_asking(session, 1, AskingEnd.DONE, by=chair(volunteer_id=volunteer), at=AT)


@pytest.mark.parametrize("number", [0, -1, 2, 2**31, 10**30])
def test_what_does_not_wait_is_not_confirmed(waiting, number):
    with pytest.raises(Refused, match=f"No import waits as number {number}"):
        confirm(waiting, chair(), number)


def test_it_is_confirmed_once(waiting):
    confirm(waiting, chair())

    with pytest.raises(Refused, match="confirmed already"):
        confirm(waiting, chair())
    assert len(told(waiting)) == 1


@pytest.mark.parametrize(("after", "goes"), [(WEEK - SECOND, True), (WEEK, True), (WEEK + SECOND, False)])
def test_it_is_confirmed_within_seven_days(waiting, after, goes):
    if goes:
        confirm(waiting, chair(), at=AT + after)
    else:
        with pytest.raises(Refused, match="longer than seven days"):
            confirm(waiting, chair(), at=AT + after)

    assert is_confirmed(waiting) is goes


@pytest.mark.both_engines
def test_a_confirmation_and_its_audit_row_come_and_go_together(waiting):
    def confirm_and_fail():
        with writing(waiting) as session:
            confirm_import(session, 1, by=chair(), at=AT)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        confirm_and_fail()
    assert not is_confirmed(waiting)
    assert told(waiting) == []
