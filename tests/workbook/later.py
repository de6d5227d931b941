"""A centre whose records are in use, and a second import into it: who asks, who confirms, and what became of it."""

import datetime as dt
from typing import Any

import pytest
from sqlmodel import select

from bccc_dash import clock
from bccc_dash.commands.imports import confirm_import
from bccc_dash.domain.viewer import Person
from bccc_dash.domain.vocabulary import Role
from bccc_dash.store import audit
from bccc_dash.store.engine import open_engine, reading, writing
from bccc_dash.store.tables import ImportConfirmationRow
from bccc_dash.workbook.faults import Fault, ImportRefused, ImportResult, ImportWaits
from bccc_dash.workbook.importing import import_sheets
from bccc_dash.workbook.waiting import Asker
from tests.workbook.making import dump

DAY, NEXT = dt.date(2026, 3, 1), dt.date(2026, 3, 2)
AT = dt.datetime(2026, 6, 2, 12, 30, tzinfo=dt.UTC)
CORA, CHO, OLA = 1, 2, 3
ASKER = Asker("console (root)", "cora@x.example")
CHAIR = Person(user_id=CHO, role=Role.CHAIR)
Sheets = dict[str, list[dict[str, Any]]]


def people(*more: dict[str, Any]) -> list[dict[str, Any]]:
    """A coordinator, a chair, another chair who also volunteers."""
    return [
        {"email": "cora@x.example", "display_name": "Cora", "role": "COORDINATOR"},
        {"email": "cho@x.example", "display_name": "Cho Example", "role": "CHAIR"},
        {"email": "ola@x.example", "display_name": "Ola", "role": "CHAIR", "volunteer_ref": "V-2"},
        *more,
    ]


def volunteer(ref: str = "V-1", **more: Any) -> dict[str, Any]:
    return {"ref": ref, "full_name": "Asha", "role_title": "Helper", "applied_on": DAY, **more}


def concern(**more: Any) -> dict[str, Any]:
    words = {"source": "OTHER", "category": "OTHER", "severity": "LOW", "status": "OPEN"}
    return {"ref": "C-1", "volunteer_ref": "V-1", "identified_on": DAY, "recorded_on": DAY, **words, **more}


def decision(ref: str = "D-1", **more: Any) -> dict[str, Any]:
    words = {"kind": "SUSPEND", "status": "RATIFIED"}
    return {"ref": ref, "subject_ref": "C-1", "decided_on": NEXT, "rationale": "reasons in words", **words, **more}


def event(**more: Any) -> dict[str, Any]:
    return {"volunteer_ref": "V-1", "to_status": "SUSPENDED", "effective_on": NEXT, "reason": "in words", **more}


def centre(**more: list[dict[str, Any]]) -> Sheets:
    return {"users": people(), "volunteers": [volunteer(), volunteer("V-2")], "concerns": [concern()], **more}


def again(url: str, sheets: Sheets, *, asker: Asker = ASKER) -> ImportResult:
    engine = open_engine(url)
    try:
        return import_sheets(sheets, engine=engine, asker=asker)
    finally:
        engine.dispose()


def blamed(url: str, sheets: Sheets) -> tuple[Fault, ...]:
    """The faults of sheets that must be refused."""
    try:
        again(url, sheets)
    except ImportRefused as refusal:
        return refusal.faults
    raise AssertionError("it was not refused")


def waits(url: str, sheets: Sheets, *, asker: Asker = ASKER) -> ImportWaits:
    """What is said of sheets that must wait for a second person."""
    try:
        again(url, sheets, asker=asker)
    except ImportWaits as waiting:
        return waiting
    raise AssertionError("it did not wait")


def confirm(url: str, number: int, *, by: Person = CHAIR, at: dt.datetime | None = None) -> None:
    engine = open_engine(url)
    try:
        with writing(engine, changes_records=False) as session:
            asked = session.exec(select(ImportConfirmationRow.asked_at)).first() or AT
            confirm_import(session, number, by=by, at=at or asked)
    finally:
        engine.dispose()


def tell(url: str, subject: str, action: str = "UPDATE", *, actor: str = "user/2", at: dt.datetime = AT) -> None:
    """Let the audit say that somebody did something to a record."""
    engine = open_engine(url)
    with writing(engine) as session:
        audit.record(session, actor=actor, action=action, subject=subject, fields=("status",), at=at)
    engine.dispose()


def told(url: str) -> list[tuple[str, str]]:
    """What the audit says: actor and action."""
    engine = open_engine(url)
    with reading(engine) as session:
        rows = session.connection().exec_driver_sql("SELECT actor, action FROM audit_events ORDER BY id").all()
        assert audit.verify_chain(session) is None
    engine.dispose()
    return [(row[0], row[1]) for row in rows]


WEEK, SECOND = dt.timedelta(days=7), dt.timedelta(seconds=1)
BOTH = {"decisions": [decision()], "approval_events": [event()]}
RECORDS = ("records", "users", "volunteers", "concerns", "decisions", "approval_events", "approval_spans", "revision")


@pytest.fixture
def now(monkeypatch):
    """The clock, which stands until it is moved."""
    moment = [AT]
    monkeypatch.setattr(clock, "now", lambda: moment[0])
    return moment


def records(url):
    return {name: rows for name, rows in dump(url).items() if name in RECORDS}
