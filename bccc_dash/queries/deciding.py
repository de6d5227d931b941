"""What the rules about a decision want to know, as at its day. Source: P25, P27, P29, P30, P31, P65."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import RowMapping, or_, select
from sqlmodel import Session

from bccc_dash.domain.approval import ApprovalFacts
from bccc_dash.domain.case_vocabulary import CaseStatus, ConcernCategory, ObjectionTo
from bccc_dash.domain.fair_decision import CaseToDecide, Evidence
from bccc_dash.domain.outcome_vocabulary import DecisionKind, DecisionStatus, RecordKind
from bccc_dash.domain.vocabulary import ApprovalStatus, IdentityConfidence, Provenance
from bccc_dash.queries.fairness import put_off
from bccc_dash.queries.matters import stood_aside
from bccc_dash.queries.sql import (
    approval_events,
    assessments,
    case_events,
    checks,
    concerns,
    decisions,
    discussions,
    incidents,
    on,
    records,
    shares,
    users,
)

VIEWS = ConcernCategory.VIEWS_NOT_CONDUCIVE
NOT_THEM = CaseStatus.NOT_THIS_PERSON


def approval_of(session: Session, volunteer_id: int) -> ApprovalFacts:
    """Return where a volunteer's approval stands after the latest of all its events."""
    event = approval_events.c
    told = select(event.to_status, event.effective_on).where(event.volunteer_id == volunteer_id)
    rows = session.execute(told.order_by(event.effective_on.desc(), event.id.desc())).all()
    if not rows:
        return ApprovalFacts(status=None)
    status = ApprovalStatus(rows[0].to_status)
    others = (row.to_status for row in rows if row.to_status != ApprovalStatus.SUSPENDED)
    before = next(others, None) if status is ApprovalStatus.SUSPENDED else None
    return ApprovalFacts(
        status=status, since=rows[0].effective_on, before=None if before is None else ApprovalStatus(before)
    )


def suspended_by(session: Session, volunteer_id: int) -> int | None:
    """Return the number of the decision by which a volunteer is suspended now; None where they are not, or by none."""
    event = approval_events.c
    latest = select(event.decision_id, event.to_status).where(event.volunteer_id == volunteer_id)
    row = session.execute(latest.order_by(event.effective_on.desc(), event.id.desc()).limit(1)).first()
    return None if row is None or row.to_status != ApprovalStatus.SUSPENDED else row.decision_id


def urgent_since(session: Session, decision_id: int) -> date | None:
    """Return the day on which a proposed decision took effect before anybody ratified it; None where it has not."""
    event = approval_events.c
    took_effect = select(event.effective_on).where(event.decision_id == decision_id).order_by(event.id).limit(1)
    return session.execute(took_effect).scalar()


def cases_behind(session: Session, subject_id: int) -> tuple[int, ...]:
    """Return the numbers of the concerns and breaches behind a decision about this record.

    They are its own, with the concern that a breach was born of; of a volunteer, every concern that is about them.
    """
    subject = concerns.c.id == subject_id
    mother = concerns.c.id.in_(select(incidents.c.concern_id).where(incidents.c.id == subject_id))
    theirs = concerns.c.volunteer_id == subject_id
    found = select(concerns.c.id).where(or_(subject, mother, theirs), concerns.c.status != NOT_THEM)
    own = select(incidents.c.id).where(incidents.c.id == subject_id)
    return tuple(session.execute(found.union_all(own)).scalars())


def kept_from(session: Session, subject_id: int, cases: Collection[int]) -> frozenset[int]:
    """Return the users who stood aside from one of these cases, and who are the volunteer of the decision's subject."""
    about = [select(table.c.volunteer_id).where(table.c.id == subject_id) for table in (concerns, incidents)]
    own = [users.c.volunteer_id == subject_id, *(users.c.volunteer_id.in_(one) for one in about)]
    themself = select(users.c.id).where(or_(*own))
    aside = (stood_aside(session, case_id) for case_id in cases)
    return frozenset(session.execute(themself).scalars()).union(*aside)


def evidence_of(session: Session, subject_id: int, *, day: date, is_conduct: bool | None) -> Evidence:
    """Return what lies behind a decision about this record at its day."""
    cases = cases_behind(session, subject_id)
    if not cases:
        return Evidence(is_conduct=is_conduct)
    latest = select(assessments.c.identity_confidence).where(
        assessments.c.case_id.in_(cases), assessments.c.assessed_on <= on(day)
    )
    assessed = session.execute(latest.order_by(assessments.c.assessed_on.desc(), assessments.c.id.desc())).scalars()
    identity = assessed.first()
    is_assessed = session.execute(latest.limit(1)).first() is not None
    objections = _objections(session, cases)
    views = select(incidents.c.id).where(incidents.c.id.in_(cases), incidents.c.breach_type == VIEWS)
    return Evidence(
        has_case=True,
        is_assessed=is_assessed,
        identity=None if identity is None else IdentityConfidence(identity),
        may_reply=_may_reply(session, cases, day),
        about_views=bool(objections) or session.execute(views).first() is not None,
        objections=objections,
        is_conduct=is_conduct,
        is_private=_all_private(session, cases),
    )


def _objections(session: Session, cases: Collection[int]) -> tuple[ObjectionTo | None, ...]:
    views = or_(concerns.c.category == VIEWS, concerns.c.involves_views_or_opinions.is_(True))
    found = select(concerns.c.objection_to).where(concerns.c.id.in_(cases), views)
    return tuple(None if one is None else ObjectionTo(one) for one in session.execute(found).scalars())


def _may_reply(session: Session, cases: Collection[int], day: date) -> bool:
    offered = or_(discussions.c.offered_on <= on(day), put_off())
    return (
        session.execute(select(discussions.c.id).where(discussions.c.case_id.in_(cases), offered)).first() is not None
    )


def _all_private(session: Session, cases: Collection[int]) -> bool:
    """Whether every concern behind was found by a check that read what is private, and may not be used.

    A breach that was born of no concern was found in no check.
    """
    open_ones = select(incidents.c.id).where(incidents.c.id.in_(cases), incidents.c.concern_id.is_(None))
    unlawful = or_(
        checks.c.monitoring_basis.is_(None),
        checks.c.authorised_by_id.is_(None),
        checks.c.authorised_by_id == checks.c.checker_id,
    )
    bad = select(checks.c.id).where(checks.c.provenance == Provenance.PRIVATE_COMMUNICATION, unlawful)
    usable = select(concerns.c.id).where(
        concerns.c.id.in_(cases), or_(concerns.c.check_id.is_(None), concerns.c.check_id.not_in(bad))
    )
    return session.execute(open_ones.union_all(usable)).first() is None


def case_to_decide(session: Session, case_id: int, *, day: date) -> CaseToDecide:
    """Return how far a concern or breach has come. Bounds: the number is that of one."""
    told = [
        select(concerns.c.status, concerns.c.identified_on.label("began_on"), concerns.c.objection_to)
        .add_columns(concerns.c.category, concerns.c.involves_views_or_opinions.label("views"))
        .where(concerns.c.id == case_id),
        select(incidents.c.status, incidents.c.recorded_on.label("began_on")).where(incidents.c.id == case_id),
    ]
    concern = session.execute(told[0]).mappings().first()
    row = concern or session.execute(told[1]).mappings().one()
    moved = select(case_events.c.occurred_on).where(case_events.c.subject_id == case_id)
    moved_on = session.execute(moved.order_by(case_events.c.occurred_on.desc())).scalars().first()
    shared = select(shares.c.id).where(shares.c.subject_id == case_id, shares.c.shared_on <= on(day))
    return CaseToDecide(
        status=CaseStatus(row["status"]),
        is_concern=concern is not None,
        moved_on=moved_on or row["began_on"],
        is_shared=session.execute(shared).first() is not None,
        may_reply=_may_reply(session, [case_id], day),
        objection_is_open=concern is not None and _is_open(concern),
    )


def _is_open(concern: RowMapping) -> bool:
    return concern["objection_to"] is None and bool(concern["views"] or concern["category"] == VIEWS)


def undecided_incidents(session: Session, volunteer_id: int) -> dict[str, int]:
    """Return the breaches of a volunteer that no ratified decision is about: number by reference.

    A closed one counts only where it is said to affect approval; one of a concern about somebody else never (I21).
    """
    decided = select(decisions.c.subject_id).where(decisions.c.status == DecisionStatus.RATIFIED)
    others = select(concerns.c.id).where(concerns.c.status == NOT_THEM)
    still = or_(incidents.c.status != CaseStatus.CLOSED, incidents.c.affects_approval.is_(True))
    found = select(records.c.ref, records.c.id).join(incidents, incidents.c.id == records.c.id)
    found = found.where(incidents.c.volunteer_id == volunteer_id, still, incidents.c.id.not_in(decided))
    found = found.where(or_(incidents.c.concern_id.is_(None), incidents.c.concern_id.not_in(others)))
    return {str(ref): int(number) for ref, number in session.execute(found.order_by(records.c.ref)).all()}


def is_proposed(session: Session, subject_id: int, kind: DecisionKind) -> bool:
    """Return whether the same decision about this record waits already."""
    same = select(decisions.c.id).where(decisions.c.subject_id == subject_id, decisions.c.kind == kind)
    return session.execute(same.where(decisions.c.status == DecisionStatus.PROPOSED)).first() is not None


def kind_of_record(session: Session, number: int) -> tuple[RecordKind, str]:
    """Return what a record is, and its reference. Bounds: the record is there."""
    row = session.execute(select(records.c.kind, records.c.ref).where(records.c.id == number)).one()
    return RecordKind(row.kind), str(row.ref)
