"""What of a record decides who may see it. Source: P31, P54."""

from dataclasses import dataclass

from sqlalchemy import func, literal, or_, select
from sqlmodel import Session

from bccc_dash.domain.case_vocabulary import CaseStatus, Severity, Source
from bccc_dash.domain.outcome_vocabulary import RecordKind
from bccc_dash.domain.viewer import Matter
from bccc_dash.queries.sql import concerns, incidents, records, recusals, shares, volunteers

CASES = {RecordKind.CONCERN: concerns, RecordKind.INCIDENT: incidents}


@dataclass(frozen=True)
class Found:
    """A record by its number, what it is, and its matter."""

    record_id: int
    kind: RecordKind
    matter: Matter


def matter_of(session: Session, ref: str) -> Found | None:
    """The matter of a volunteer, a concern or a breach, by its reference in whatever case; None for anything else.

    None, too, for a case that is about somebody else (I21).
    """
    known = [RecordKind.VOLUNTEER, *CASES]
    asked = select(records.c.id, records.c.kind).where(func.lower(records.c.ref) == func.lower(literal(ref)))
    row = session.execute(asked.where(records.c.kind.in_(known))).first()
    if row is None:
        return None
    number, kind = int(row[0]), RecordKind(row[1])
    if kind is RecordKind.VOLUNTEER:
        there = session.execute(select(volunteers.c.id).where(volunteers.c.id == number)).first()
        return None if there is None else Found(number, kind, Matter(volunteer_id=number))
    case = CASES[kind]
    told = select(case.c.volunteer_id, case.c.owner_id, case.c.severity, case.c.source)
    told = told.where(case.c.id == number, case.c.status != CaseStatus.NOT_THIS_PERSON)
    found = session.execute(told).first()
    if found is None:
        return None
    matter = Matter(
        volunteer_id=found.volunteer_id,
        owner_id=found.owner_id,
        severity=Severity(found.severity),
        source=Source(found.source),
        recused=stood_aside(session, number),
    )
    return Found(number, kind, matter)


def stood_aside(session: Session, case_id: int) -> frozenset[int]:
    """The users who stood aside from a case, or from the concern or a breach that is the same matter."""
    mother = select(incidents.c.concern_id).where(incidents.c.id == case_id)
    sisters = select(incidents.c.id).where(or_(incidents.c.concern_id == case_id, incidents.c.concern_id.in_(mother)))
    same = or_(shares.c.subject_id == case_id, shares.c.subject_id.in_(mother), shares.c.subject_id.in_(sisters))
    aside = select(recusals.c.user_id).join(shares, shares.c.id == recusals.c.share_id).where(same)
    return frozenset(int(row[0]) for row in session.execute(aside))
