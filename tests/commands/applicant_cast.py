"""A coordinator, two people who applied, and what the tests of applicants write and read."""

from datetime import UTC, date, datetime
from itertools import count

import pytest
from sqlmodel import select

from bccc_dash.commands import applicant, applicant_papers, requirements, stage_moves
from bccc_dash.commands.deed import Form
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.requirements import RequirementTold
from bccc_dash.domain.viewer import Person
from bccc_dash.domain.vocabulary import Requirement, RequirementStatus, Role, Stage
from bccc_dash.queries.meanwhile import last_change
from bccc_dash.store.engine import reading, writing
from bccc_dash.store.tables import (
    ApprovalEventRow,
    AuditRow,
    CheckRow,
    ConcernRow,
    IncidentRow,
    RecordRow,
    SentFormRow,
    StageEventRow,
    VolunteerRow,
)
from tests.commands.conftest import CHAIR, LEAD, MEMBER, STRANGER

AT = datetime(2026, 6, 30, 12, 30, tzinfo=UTC)
TODAY = AT.date()
APPLIED = date(2026, 1, 5)
KEEPER = Person(user_id=MEMBER, role=Role.COORDINATOR)
NOT_ALLOWED = [
    Person(user_id=CHAIR, role=Role.CHAIR, on_committee=True),
    Person(user_id=STRANGER, role=Role.COMMITTEE_MEMBER, on_committee=True),
    Person(user_id=LEAD, role=Role.SAFEGUARDING_LEAD),
    Person(user_id=STRANGER, role=Role.READ_ONLY_AUDITOR),
    Person(user_id=STRANGER, role=None),
]
KEYS = (f"key-of-a-form-{number:04d}" for number in count())
MOVES = {
    "register": applicant.register_applicant,
    "again": applicant.apply_again,
    "move": stage_moves.move_stage,
    "withdraw": stage_moves.withdraw_application,
    "turn_down": stage_moves.turn_down,
    "leave": stage_moves.end_service,
    "notice": applicant_papers.record_notice,
    "form": applicant_papers.record_form,
    "take_back": applicant_papers.withdraw_permission,
    "requirement": requirements.record_requirement,
}


def do(engine, deed, *, by=KEEPER, form=None, at=AT, **fields):
    """Do a deed with a form that was just opened, or the one given."""
    with writing(engine) as session:
        sent = form or Form(key=next(KEYS), seen=last_change(session))
        return MOVES[deed](session, by=by, form=sent, at=at, **fields)


def register(engine, *, name="Vera Vale", email=None, applied_on=APPLIED):
    return do(engine, "register", full_name=name, role_title="Helper", applied_on=applied_on, email=email).ref


def number_of(engine, ref):
    with reading(engine) as session:
        return session.exec(select(RecordRow.id).where(RecordRow.ref == ref)).one()


def volunteer(engine, ref):
    with reading(engine) as session:
        return session.get_one(VolunteerRow, number_of(engine, ref))


def rows(engine, table):
    with reading(engine) as session:
        return session.exec(select(table).order_by(table.id)).all()


def moves(engine):
    return [(row.from_stage, row.to_stage, row.occurred_on) for row in rows(engine, StageEventRow)]


def approvals(engine):
    return [(row.from_status, row.to_status) for row in rows(engine, ApprovalEventRow)]


def written(engine):
    """How many rows of each kind there are, to see that a refusal wrote none."""
    tables = (RecordRow, StageEventRow, ApprovalEventRow, AuditRow)
    with reading(engine) as session:
        forms = len(session.exec(select(SentFormRow)).all())
    return [len(rows(engine, table)) for table in tables] + [forms]


def put(engine, *several):
    """Write rows past every rule, as an import does."""
    with writing(engine) as session:
        for row in several:
            session.add(row)
            session.flush()


def put_check(engine, ref, *, number=900, outcome="NO_CONCERN", status="COMPLETED", on=date(2026, 2, 2)):
    record = RecordRow(id=number, kind="CHECK", ref=f"K-2026-{number}")
    about = {"volunteer_id": number_of(engine, ref), "trigger": "APPLICANT_STAGE_1", "checker_id": MEMBER}
    done = {"status": status, "outcome": outcome, "started_on": on, "completed_on": on}
    put(engine, record, CheckRow(id=number, checker_role_at_time="COORDINATOR", **about, **done))


def put_case(engine, ref, *, kind=ConcernRow, status=None, number=950, check=None):
    about = {"volunteer_id": number_of(engine, ref), "source": "COMPLAINT", "severity": "LOW"}
    known = {"identified_on": date(2026, 2, 1), "category": "OTHER", "check_id": check}
    if kind is IncidentRow:
        known = {"discovered_on": date(2026, 2, 1), "breach_type": "OTHER"}
    name = "CONCERN" if kind is ConcernRow else "INCIDENT"
    about["status"] = status or ("OPEN" if kind is ConcernRow else "REPORTED")
    put(
        engine,
        RecordRow(id=number, kind=name, ref=f"X-{number}"),
        kind(id=number, recorded_on=date(2026, 2, 1), **about, **known),
    )


def refused(engine, word, deed, **fields):
    before = written(engine)
    with pytest.raises(Refused, match=word):
        do(engine, deed, **fields)
    assert written(engine) == before


def approve(engine, ref, status="APPROVED", on=date(2026, 3, 1)):
    put(engine, ApprovalEventRow(volunteer_id=number_of(engine, ref), to_status=status, effective_on=on))


def papers(engine, ref, day=date(2026, 1, 6)):
    do(engine, "notice", ref=ref, version="3", given_on=day)
    do(engine, "form", ref=ref, version="7", signed_on=day, permission=True)


def meet(engine, ref, *which, on=date(2026, 2, 20)):
    for requirement in which:
        told = RequirementTold(
            requirement=requirement, status=RequirementStatus.MET, completed_on=on, two_recommend=True
        )
        do(engine, "requirement", ref=ref, told=told)


def move(engine, ref, to, on, **more):
    return do(engine, "move", ref=ref, to=Stage(to), moved_on=on, **more)


def active(engine, *, day=date(2026, 3, 2), name="Vera Vale"):
    """Somebody registered and brought all the way to Active by deeds; returns the reference."""
    ref = register(engine, name=name)
    papers(engine, ref)
    move(engine, ref, "S1", date(2026, 2, 1))
    put_check(engine, ref)
    move(engine, ref, "S2", date(2026, 2, 2))
    meet(engine, ref, *Requirement)
    approve(engine, ref)
    for stage in ("S3", "S4", "S5", "S6"):
        move(engine, ref, stage, day)
    return ref
