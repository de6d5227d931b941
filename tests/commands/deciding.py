"""A small centre that decides: an approved volunteer, a concern that waits for the committee, breaches."""

from datetime import UTC, date, datetime
from itertools import count

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from bccc_dash.commands.decisions import propose_decision
from bccc_dash.commands.deed import Form
from bccc_dash.commands.ratifying import ratify_decision
from bccc_dash.domain.decision_form import Proposal
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.outcome_vocabulary import DecisionKind, RecordKind
from bccc_dash.domain.viewer import Person
from bccc_dash.domain.vocabulary import Role
from bccc_dash.queries.meanwhile import last_change
from bccc_dash.store import spans, tables
from bccc_dash.store.engine import reading, writing

AT = datetime(2026, 3, 2, 12, 30, tzinfo=UTC)
TODAY = date(2026, 3, 2)
COORDINATOR = Person(user_id=1, role=Role.COORDINATOR)
CHAIR = Person(user_id=2, role=Role.CHAIR, on_committee=True)
MEMBER = Person(user_id=3, role=Role.COMMITTEE_MEMBER, on_committee=True)
OTHER = Person(user_id=4, role=Role.COMMITTEE_MEMBER, on_committee=True)
AUDITOR = Person(user_id=5, role=Role.READ_ONLY_AUDITOR)
LEAD = Person(user_id=6, role=Role.SAFEGUARDING_LEAD)
CAST = (COORDINATOR, CHAIR, MEMBER, OTHER, AUDITOR, LEAD)
VERA, CONCERN, BREACH, SECOND = 10, 20, 30, 31
REFS = {VERA: "V-0042", CONCERN: "C-2026-001", BREACH: "B-2026-001", SECOND: "B-2026-002"}
KINDS = {VERA: RecordKind.VOLUNTEER, CONCERN: RecordKind.CONCERN, BREACH: RecordKind.INCIDENT}
NAMES = ("Cora", "Cho", "Mo", "Olga", "Ada", "Lena")
KEYS = count(10**16)
FIRST = "D-2026-001"
FOUND, HEARD = date(2026, 2, 1), date(2026, 2, 20)


def fill(engine: Engine, *, approval: str = "APPROVED", category: str = "DISREPUTE", breaches: int = 0) -> None:
    """Records of the centre; the concern is assessed, shared and discussed."""
    with writing(engine) as session:
        for person, name in zip(CAST, NAMES, strict=True):
            on = person.on_committee
            row = tables.UserRow(email=f"{name}@example.org", display_name=name, role=str(person.role))
            row.id, row.on_management_committee = person.user_id, on
            session.add(row)
        known = [number for number in REFS if number < BREACH + breaches]
        session.add_all(
            tables.RecordRow(id=number, kind=KINDS.get(number, RecordKind.INCIDENT), ref=REFS[number])
            for number in known
        )
        session.flush()
        session.add(tables.VolunteerRow(id=VERA, full_name="Vera", role_title="Helper", applied_on=date(2025, 1, 5)))
        session.flush()
        _approvals(session, approval)
        _concern(session, category)
        session.flush()
        session.add_all(_breach(number) for number in known if number >= BREACH)
        session.flush()
        spans.refresh_all(session)


def _approvals(session: Session, last: str) -> None:
    way = ["IN_ASSESSMENT", "APPROVED", last] if last not in ("IN_ASSESSMENT", "APPROVED") else ["IN_ASSESSMENT"]
    way += ["APPROVED"] if last == "APPROVED" else []
    for month, (before, status) in enumerate(zip([None, *way], way, strict=False), start=1):
        row = tables.ApprovalEventRow(volunteer_id=VERA, from_status=before, to_status=status)
        row.effective_on = date(2025, month, 5)
        session.add(row)
        session.flush()


def _concern(session: Session, category: str) -> None:
    found = {"source": "SOCIAL_MEDIA_CHECK", "identified_on": FOUND, "recorded_on": FOUND, "category": category}
    session.add(
        tables.ConcernRow(id=CONCERN, volunteer_id=VERA, severity="MEDIUM", status="AWAITING_COMMITTEE", **found)
    )
    session.flush()
    waits = tables.CaseEventRow(subject_id=CONCERN, from_status="UNDER_REVIEW", to_status="AWAITING_COMMITTEE")
    waits.occurred_on = HEARD
    assessed = tables.SourceAssessmentRow(case_id=CONCERN, assessed_on=FOUND, assessor_id=1)
    assessed.identity_confidence = "CONFIRMED"
    shared = tables.CommitteeShareRow(subject_id=CONCERN, shared_on=HEARD)
    session.add_all([waits, assessed, shared, tables.DiscussionRow(case_id=CONCERN, offered_on=HEARD)])


def _breach(number: int) -> tables.IncidentRow:
    found = {"discovered_on": FOUND, "recorded_on": FOUND, "breach_type": "DISREPUTE", "source": "COMPLAINT"}
    return tables.IncidentRow(
        id=number, volunteer_id=VERA, concern_id=CONCERN, severity="MEDIUM", status="AWAITING_DECISION", **found
    )


def do(engine: Engine, command, by: Person, *, at: datetime = AT, form: Form | None = None, **told):
    """What a command answers to somebody who has seen the latest state."""
    with writing(engine) as session:
        return command(session, by=by, form=form or Form(key=str(next(KEYS)), seen=last_change(session)), at=at, **told)


def change(engine: Engine, row, number: int, **values) -> None:
    """Change columns of a row behind everybody's back."""
    with writing(engine) as session:
        found = session.get_one(row, number)
        for name, value in values.items():
            setattr(found, name, value)


def add(engine: Engine, *rows) -> None:
    with writing(engine) as session:
        for row in rows:
            session.add(row)
            session.flush()


def way(engine: Engine) -> list[str]:
    """The approvals of the volunteer, in order."""
    with reading(engine) as session:
        event = tables.ApprovalEventRow
        return list(session.exec(select(event.to_status).order_by(event.effective_on, event.id)))


def decisions(engine: Engine) -> list[tuple[int, str, str]]:
    """Subject, kind and status of each decision."""
    with reading(engine) as session:
        row = tables.DecisionRow
        return [tuple(one) for one in session.exec(select(row.subject_id, row.kind, row.status).order_by(row.id))]


def status(engine: Engine, row, number: int) -> str:
    with reading(engine) as session:
        return session.get_one(row, number).status


def recuse(engine: Engine, who: Person, case: int = CONCERN) -> None:
    with writing(engine) as session:
        share = tables.CommitteeShareRow(subject_id=case, shared_on=HEARD)
        session.add(share)
        session.flush()
        session.add(tables.RecusalRow(share_id=share.id, position=0, user_id=who.user_id))


def propose(engine: Engine, kind=DecisionKind.CONDITIONS, about=CONCERN, by=COORDINATOR, **told):
    proposal = Proposal(kind=kind, rationale="As the committee sees it.", **told)
    return do(engine, propose_decision, by, kind=KINDS[about], ref=REFS[about], proposal=proposal)


def ratify(engine, by=MEMBER, **told):
    return do(engine, ratify_decision, by, ref=FIRST, **told)


def refused(engine, sentence, clause=None, **told):
    with pytest.raises(Refused, match=sentence) as found:
        ratify(engine, **told)
    assert found.value.clause == clause
    assert decisions(engine)[0][2] == "PROPOSED"
