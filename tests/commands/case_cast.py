"""A volunteer and the people who look after concerns about them."""

from datetime import date

from bccc_dash.commands.concern_work import Assessment
from bccc_dash.commands.concerns import FoundMaterial, raise_concern
from bccc_dash.commands.deed import Form
from bccc_dash.domain.outcome_vocabulary import RecordKind
from bccc_dash.domain.viewer import Person
from bccc_dash.domain.vocabulary import Role
from bccc_dash.queries.meanwhile import last_change
from bccc_dash.store.engine import reading, writing
from bccc_dash.store.tables import CheckRow, ConcernRow, DecisionRow, RecordRow, VolunteerRow
from tests.commands.conftest import AT, CHAIR, LEAD, MEMBER, STRANGER

VERA, OTTO, CHECK, CONCERN, DECISION = 7, 8, 9, 10, 11
KEEPER = Person(user_id=MEMBER, role=Role.COORDINATOR)
THE_LEAD = Person(user_id=LEAD, role=Role.COMMITTEE_MEMBER, is_lead=True, on_committee=True)
THE_CHAIR = Person(user_id=CHAIR, role=Role.CHAIR, on_committee=True)
CHECKER = Person(user_id=STRANGER, role=Role.COMMITTEE_MEMBER, on_committee=True)
AUDITOR = Person(user_id=STRANGER, role=Role.READ_ONLY_AUDITOR)
HERSELF = Person(user_id=MEMBER, role=Role.COORDINATOR, volunteer_id=VERA)
TODAY = AT.date()
FOUND = FoundMaterial(
    source="COMPLAINT",
    identified_on=TODAY,
    category="GENERAL_CONDUCT",
    severity="LOW",
    summary="A rude comment under a public post.",
    material="WRITTEN",
    expression="EXPLICIT",
    published_by="VOLUNTEER",
    content_scope="PERSONAL",
)
ASSESSED = Assessment(
    reliability="CREDIBLE",
    identity_confidence="CONFIRMED",
    how_to_interrogate="Ask the volunteer.",
    how_to_act="Advise.",
    rationale="The account is linked from the form.",
)


def two_volunteers(engine):
    with writing(engine) as session:
        session.add_all(
            RecordRow(id=number, kind=kind, ref=ref)
            for number, kind, ref in [
                (VERA, RecordKind.VOLUNTEER, "V-0007"),
                (OTTO, RecordKind.VOLUNTEER, "V-0008"),
                (CHECK, RecordKind.CHECK, "K-2026-001"),
            ]
        )
        session.flush()
        for number, name in ((VERA, "Vera"), (OTTO, "Otto")):
            session.add(VolunteerRow(id=number, full_name=name, role_title="Helper", applied_on=date(2026, 1, 5)))
        session.flush()
        session.add(
            CheckRow(
                id=CHECK,
                volunteer_id=VERA,
                trigger="APPLICANT_STAGE_1",
                status="IN_PROGRESS",
                started_on=date(2026, 3, 1),
                checker_id=STRANGER,
                checker_role_at_time="COMMITTEE_MEMBER",
            )
        )
    return engine


def do(engine, command, *, by=KEEPER, key=None, seen=None, at=AT, **named):
    """The deed of a form that was opened just before, and has a key of its own."""
    with reading(engine) as session:
        latest = last_change(session)
    form = Form(key=key or f"form-number-{latest:08}", seen=latest if seen is None else seen)
    with writing(engine) as session:
        return command(session, by=by, form=form, at=at, **named)


def raised(engine, found=FOUND, **how):
    return do(engine, raise_concern, volunteer_ref="V-0007", found=found, **how)


def concern(engine, number=CONCERN):
    with reading(engine) as session:
        row = session.get_one(ConcernRow, number)
        session.expunge(row)
        return row


def ratified(engine, kind="ADVICE_GIVEN"):
    with writing(engine) as session:
        session.add(RecordRow(id=DECISION, kind=RecordKind.DECISION, ref="D-2026-001"))
        session.flush()
        session.add(DecisionRow(id=DECISION, subject_id=CONCERN, kind=kind, status="RATIFIED", decided_on=TODAY))


def put(engine, number=CONCERN, **values):
    with writing(engine) as session:
        row = session.get_one(ConcernRow, number)
        for name, value in values.items():
            setattr(row, name, value)
        session.add(row)
