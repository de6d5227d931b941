"""Imports that wait for a second person, and what past ones asked of people, as the page "Imports" finds them."""

from datetime import date, timedelta

import pytest
from sqlmodel import select

from bccc_dash import clock
from bccc_dash.domain.vocabulary import Role
from bccc_dash.store.engine import reading, writing
from bccc_dash.store.tables import (
    CommitteeShareRow,
    ConcernRow,
    ImportAskingRow,
    ImportConfirmationItemRow,
    ImportConfirmationRow,
    RecordRow,
    RecusalRow,
    UserRow,
)
from tests.store.conftest import add_a_volunteer
from tests.visitors import come_in

CORA, CHAIR, FIRST, OTHER = 1, 2, 1, 2
DAY = date(2026, 11, 2)
WORDS = {"source": "OTHER", "category": "OTHER", "severity": "LOW", "status": "OPEN"}
NOTHING = "No import waits, and none has asked anything of people."


@pytest.fixture
def centre(sqlite_engine):
    """Cora, who imports; a chair; two volunteers, and a concern about the first."""
    with writing(sqlite_engine) as session:
        session.add(UserRow(email="cora@example.org", display_name="Cora <b>", role=Role.COORDINATOR))
    come_in(sqlite_engine)
    with writing(sqlite_engine) as session:
        for ref in ("V-0001", "V-0002"):
            add_a_volunteer(session, ref)
        session.add(RecordRow(id=3, kind="CONCERN", ref="C-0001"))
        session.flush()
        session.add(ConcernRow(id=3, volunteer_id=FIRST, identified_on=DAY, recorded_on=DAY, **WORDS))
    return sqlite_engine


def wait(engine, *items, by=CORA, ago=timedelta(0)):
    """An import that waits; by default it brings a suspension that no record has yet."""
    with writing(engine, changes_records=False) as session:
        row = ImportConfirmationRow(
            fingerprint="f", asked_at=clock.now() - ago, asked_by="console (root)", asked_by_id=by
        )
        session.add(row)
        session.flush()
        session.add_all(
            ImportConfirmationItemRow(confirmation_id=row.id, **item) for item in items or (decision(), event())
        )


def decision(ref="D-0009", subject="C-0009", volunteer="V-0002", **more):
    refs = {"ref": ref, "subject_ref": subject, "volunteer_ref": volunteer}
    return {"brought": "DECISION", "kind": "SUSPEND", "day": DAY, "is_change": False, **refs, **more}


def event(volunteer="V-0002"):
    refs = {"subject_ref": volunteer, "volunteer_ref": volunteer}
    return {"brought": "APPROVAL_EVENT", "to_status": "SUSPENDED", "day": DAY, "is_change": False, **refs}


def ask(engine, about="ROLE", word="CHAIR", **more):
    who = {"user_id": CORA} if not more.get("email") else {}
    with writing(engine, changes_records=False) as session:
        row = ImportAskingRow(asked_at=clock.now(), asked_by="user/1", about=about, asked=word, **who, **more)
        session.add(row)


def is_also(engine, number):
    with writing(engine) as session:
        session.get_one(UserRow, CHAIR).volunteer_id = number


def steps_aside(engine):
    """The chair steps aside from the concern about the first volunteer."""
    with writing(engine) as session:
        session.add(CommitteeShareRow(id=1, subject_id=3, shared_on=DAY))
        session.flush()
        session.add(RecusalRow(share_id=1, position=1, user_id=CHAIR))


def confirmed_by(engine):
    with reading(engine) as session:
        return list(session.exec(select(ImportConfirmationRow.confirmed_by_id)))


def endings(engine):
    with reading(engine) as session:
        return list(session.exec(select(ImportAskingRow.ending)))
