"""A coordinator, a member, a chair and an applicant at Stage 1 with form and notice, for the tests of checks."""

from datetime import UTC, date, datetime
from itertools import count

from sqlmodel import select

from bccc_dash.commands.checks import plan_check, start_check
from bccc_dash.commands.checks_made import record_platforms, record_provenance, record_search
from bccc_dash.commands.deed import Form
from bccc_dash.domain.check_facts import Promise
from bccc_dash.domain.check_fields import Platform
from bccc_dash.domain.outcome_vocabulary import RecordKind
from bccc_dash.domain.viewer import Person
from bccc_dash.domain.vocabulary import PlatformResult, Role
from bccc_dash.queries.meanwhile import last_change
from bccc_dash.store import spans
from bccc_dash.store.engine import reading, writing
from bccc_dash.store.tables import CheckRow, ConcernRow, RecordRow, StageEventRow, UserRow, VolunteerRow

AT = datetime(2026, 3, 2, 12, 30, tzinfo=UTC)
TODAY = date(2026, 3, 2)
VERA, VERA_ID = "V-0041", 41
REF = "K-2026-001"
CARA = Person(user_id=1, role=Role.COORDINATOR)
MO = Person(user_id=2, role=Role.COMMITTEE_MEMBER, on_committee=True)
CHO = Person(user_id=3, role=Role.CHAIR, on_committee=True)
SWORN = Promise(own_account=True, public_domain=True, no_password=True)
FACEBOOK = Platform("Facebook", PlatformResult.PUBLIC_REVIEWED)
KEYS = count(1)


def add_cast(session):
    session.add_all(
        UserRow(id=person.user_id, email=f"{person.user_id}@example.org", display_name=name, role=person.role)
        for name, person in (("Cara", CARA), ("Mo", MO), ("Cho", CHO))
    )
    session.add(RecordRow(id=VERA_ID, kind=RecordKind.VOLUNTEER, ref=VERA))
    session.flush()
    papers = {"form_signed_on": TODAY, "check_permission": True, "notice_given_on": TODAY}
    session.add(VolunteerRow(id=VERA_ID, full_name="Vera", role_title="Helper", applied_on=TODAY, **papers))
    session.flush()
    session.add(StageEventRow(volunteer_id=VERA_ID, to_stage="S1", occurred_on=TODAY))
    session.flush()
    spans.refresh(session, volunteer_ids=[VERA_ID])


def do(engine, command, *, by=CARA, key="", seen=None, at=AT, **fields):
    """Send one form as somebody who has just opened it, unless told otherwise."""
    with writing(engine) as session:
        known = last_change(session) if seen is None else seen
        form = Form(key=key or f"{next(KEYS):016}", seen=known)
        return command(session, by=by, form=form, at=at, **fields)


def planned(engine, **fields):
    return do(engine, plan_check, volunteer_ref=VERA, **{"trigger": "APPLICANT_STAGE_1"} | fields).ref


def started(engine, **fields):
    ref = planned(engine)
    do(engine, start_check, ref=ref, promise=SWORN, **fields)
    return ref


def searched(engine):
    """A check in which everything is recorded but the outcome."""
    ref = started(engine)
    do(engine, record_search, ref=ref, engines=["Google", "Bing"], terms=["the name"], look_back_months=24)
    do(engine, record_platforms, ref=ref, found=[FACEBOOK])
    do(engine, record_provenance, ref=ref, provenance="PUBLIC")
    return ref


def look_before(engine, number, day, reason):
    """A completed check of the past."""
    with writing(engine) as session:
        session.add(RecordRow(id=number, kind=RecordKind.CHECK, ref=f"K-2025-{number:03}"))
        session.flush()
        said = {"trigger": "SPECIFIC_CONCERN", "status": "COMPLETED", "outcome": "NO_CONCERN", "started_on": day}
        who = {"checker_id": CARA.user_id, "checker_role_at_time": CARA.role}
        session.add(CheckRow(id=number, volunteer_id=VERA_ID, necessity_note=reason, **said, **who))


def concern_from(engine, check_id):
    with writing(engine) as session:
        session.add(RecordRow(id=90, kind=RecordKind.CONCERN, ref="C-2026-001"))
        session.flush()
        kinds = {"source": "SOCIAL_MEDIA_CHECK", "category": "OTHER", "severity": "LOW", "status": "OPEN"}
        days = {"identified_on": TODAY, "recorded_on": TODAY}
        session.add(ConcernRow(id=90, volunteer_id=VERA_ID, check_id=check_id, **kinds, **days))
        session.flush()
        spans.refresh(session, case_ids=[90])


def check_row(engine, ref=REF):
    with reading(engine) as session:
        number = session.exec(select(RecordRow.id).where(RecordRow.ref == ref)).one()
        return CheckRow(**session.get_one(CheckRow, number).model_dump())
