"""Starting points of the store's tests."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from bccc_dash.store import audit
from bccc_dash.store.engine import writing
from bccc_dash.store.tables import RecordRow, StageEventRow, TransparencyRow, VolunteerRow

AT = datetime(2026, 3, 2, 12, 30, tzinfo=UTC)


def add_a_volunteer(session: Session, ref: str) -> int:
    """One volunteer with two stage events and a withdrawal; returns their number."""
    record = RecordRow(kind="VOLUNTEER", ref=ref)
    session.add(record)
    session.flush()
    number = record.id or 0
    session.add(VolunteerRow(id=number, full_name="Asha Example", role_title="Volunteer", applied_on=date(2026, 1, 5)))
    session.flush()
    for stage in ("S0", "S1"):
        session.add(
            StageEventRow(volunteer_id=number, to_stage=stage, occurred_on=date(2026, 1, 6), reason="first words")
        )
    session.add(TransparencyRow(volunteer_id=number, form_version="2", check_permission=True))
    audit.record(session, actor="user/1", action="CREATE", subject=f"volunteer/{number}", fields=("full_name",), at=AT)
    return number


def fill(engine: Engine, *, volunteers: int = 3) -> None:
    with writing(engine) as session:
        for number in range(volunteers):
            add_a_volunteer(session, f"V-{number:04}")


@pytest.fixture
def filled(engine: Engine) -> Engine:
    """A database with three volunteers, each with history and an audit row."""
    fill(engine)
    return engine
