"""Two volunteers, one of them active, a concern about her and a consent; and everybody who may look after them."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import func
from sqlmodel import select

from bccc_dash.commands.deed import Form
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.outcome_vocabulary import RecordKind
from bccc_dash.domain.viewer import Person
from bccc_dash.domain.vocabulary import Role
from bccc_dash.store import spans
from bccc_dash.store.engine import reading, writing
from bccc_dash.store.tables import (
    CommitteeShareRow,
    ConcernRow,
    RecordRow,
    RecusalRow,
    SentFormRow,
    StageEventRow,
    VolunteerRow,
)
from tests.commands.conftest import CHAIR, LEAD, MEMBER, STRANGER

AT = datetime(2026, 3, 2, 12, 30, tzinfo=UTC)
TODAY = AT.date()
DAY = timedelta(days=1)
VERA, NOOR, CASE, HELD = 7, 8, 9, 10
KEEPER = Person(user_id=MEMBER, role=Role.COORDINATOR)
OTHER = Person(user_id=STRANGER, role=Role.COORDINATOR)
SAFEGUARDING = Person(user_id=LEAD, role=Role.SAFEGUARDING_LEAD)
RECUSED = Person(user_id=CHAIR, role=Role.COORDINATOR)
HERSELF = Person(user_id=LEAD, role=Role.COORDINATOR, volunteer_id=VERA)
READERS = [Person(user_id=MEMBER, role=role) for role in (Role.COMMITTEE_MEMBER, Role.CHAIR, Role.READ_ONLY_AUDITOR)]
NOBODYS = Person(user_id=MEMBER, role=None)
FORM = Form(key="0123456789abcdef")
LATEST = Form(key="fedcba9876543210", seen=10_000)


def staff(engine):
    """Give the empty centre its people and the case; returns the engine."""
    with writing(engine) as session:
        kinds = {VERA: (RecordKind.VOLUNTEER, "V-0041"), NOOR: (RecordKind.VOLUNTEER, "V-0042")}
        kinds |= {CASE: (RecordKind.CONCERN, "C-2026-001"), HELD: (RecordKind.CONCERN, "C-2026-002")}
        session.add_all(RecordRow(id=number, kind=kind, ref=ref) for number, (kind, ref) in kinds.items())
        session.flush()
        for number, stage in ((VERA, "S6"), (NOOR, "S2")):
            session.add(VolunteerRow(id=number, full_name="Vera", role_title="Helper", applied_on=date(2025, 1, 5)))
            session.flush()
            session.add(StageEventRow(volunteer_id=number, to_stage=stage, occurred_on=date(2025, 6, 1)))
        session.add_all([concern(CASE), concern(HELD, status="CLOSED", closed_on=TODAY - DAY)])
        session.flush()
        share = CommitteeShareRow(subject_id=CASE, shared_on=TODAY - DAY)
        session.add(share)
        session.flush()
        session.add(RecusalRow(share_id=share.id, user_id=CHAIR, position=1))
        session.flush()
        spans.refresh_all(session)
    return engine


def concern(number, **given):
    facts = {"source": "COMPLAINT", "category": "DISREPUTE", "severity": "HIGH", "status": "OPEN"} | given
    return ConcernRow(id=number, volunteer_id=VERA, identified_on=TODAY - 9 * DAY, recorded_on=TODAY - 8 * DAY, **facts)


def refused(engine, command, *, match, counted=(), **given):
    """Hold that a command is refused so, and that nothing of it is written."""
    before = [_rows(engine, table) for table in (*counted, SentFormRow)]
    with pytest.raises(Refused, match=match), writing(engine) as session:
        command(session, **({"by": KEEPER, "form": LATEST, "at": AT} | given))
    assert [_rows(engine, table) for table in (*counted, SentFormRow)] == before


def do(engine, command, **given):
    """Do a command as the coordinator, with a form of its own."""
    number = _rows(engine, SentFormRow)
    form = Form(key=f"{number:016}", seen=10_000)
    with writing(engine) as session:
        return command(session, **({"by": KEEPER, "form": form, "at": AT} | given))


def rows_of(engine, table):
    with reading(engine) as session:
        return [row.model_copy() for row in session.exec(select(table).order_by(table.id))]


def _rows(engine, table):
    with reading(engine) as session:
        return session.exec(select(func.count()).select_from(table)).one()
