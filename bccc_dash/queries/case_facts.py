"""What the rules ask of a concern before it moves on. Source: P7, P25, P29, P30, P31."""

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlmodel import Session

from bccc_dash.domain.case_vocabulary import ConcernCategory, ObjectionTo, Severity, Threshold
from bccc_dash.domain.concern_raising import CheckBehind
from bccc_dash.domain.concern_rules import ConcernFacts
from bccc_dash.domain.outcome_vocabulary import ActionStatus, DecisionKind, DecisionStatus, ReferralBody
from bccc_dash.domain.vocabulary import CheckOutcome, CheckStatus, IdentityConfidence
from bccc_dash.queries.referrals import LEFT_UNDER_A_CLOUD
from bccc_dash.queries.sql import (
    actions,
    assessments,
    checks,
    decisions,
    discussions,
    incidents,
    records,
    referrals,
    shares,
)
from bccc_dash.store.tables import ConcernRow, VolunteerRow

GRAVE = (Severity.HIGH, Severity.CRITICAL)
NO_HARM = (None, Threshold.NOT_ASSESSED, Threshold.LOW_LEVEL)
ADVERSE = (
    *(DecisionKind.CONDITIONS, DecisionKind.SUSPEND, DecisionKind.REFUSE),
    *(DecisionKind.WITHDRAW_APPROVAL, DecisionKind.END_SERVICE),
)


def check_behind(session: Session, ref: str, volunteer_id: int) -> CheckBehind | None:
    """Return the check of this reference as it bears on a concern of this volunteer; None where there is none."""
    asked = select(checks).join(records, records.c.id == checks.c.id)
    row = session.execute(asked.where(func.lower(records.c.ref) == ref.lower())).first()
    if row is None:
        return None
    return CheckBehind(
        is_same_volunteer=row.volunteer_id == volunteer_id,
        status=CheckStatus(row.status),
        outcome=CheckOutcome(row.outcome) if row.outcome else None,
        started_on=row.started_on,
    )


def concern_facts(session: Session, row: ConcernRow) -> ConcernFacts:
    """Return what the rules ask of this concern. What hangs on its breaches counts for referrals and actions."""
    mine = [row.id, *session.execute(select(incidents.c.id).where(incidents.c.concern_id == row.id)).scalars()]
    latest = session.execute(
        select(assessments.c.identity_confidence, assessments.c.assessor_id)
        .where(assessments.c.case_id == row.id)
        .order_by(assessments.c.assessed_on.desc(), assessments.c.id.desc())
    ).first()
    confidence = latest.identity_confidence if latest else None
    return ConcernFacts(
        category=ConcernCategory(row.category),
        severity=Severity(row.severity),
        owner_id=row.owner_id,
        threshold=Threshold(row.threshold) if row.threshold else None,
        involves_views=bool(row.involves_views_or_opinions),
        objection_to=ObjectionTo(row.objection_to) if row.objection_to else None,
        identity=IdentityConfidence(confidence) if confidence else None,
        assessor_id=latest.assessor_id if latest else None,
        is_shared=_is(session, shares.c.subject_id == row.id),
        is_answered=_is(session, and_(discussions.c.case_id == row.id, _OFFERED_OR_PUT_OFF)),
        is_decided=_is(session, and_(decisions.c.subject_id == row.id, _RATIFIED)),
        adverse_stands=_adverse_stands(session, mine),
        open_actions=len(
            session.execute(
                select(actions.c.id).where(actions.c.subject_id.in_(mine), actions.c.status == ActionStatus.OPEN)
            ).all()
        ),
        missing_referrals=_missing(session, row, mine),
    )


_RATIFIED = decisions.c.status == DecisionStatus.RATIFIED
_OFFERED_OR_PUT_OFF = or_(
    discussions.c.offered_on.is_not(None),
    and_(discussions.c.deferral_reason.is_not(None), func.trim(func.coalesce(discussions.c.deferral_note, "")) != ""),
)


def _is(session: Session, condition: ColumnElement[bool]) -> bool:
    return bool(session.execute(select(exists().where(condition))).scalar())


def _adverse_stands(session: Session, mine: list[int]) -> bool:
    """Whether the latest ratified decision about the concern or one of its breaches is adverse."""
    asked = select(decisions.c.kind).where(decisions.c.subject_id.in_(mine), _RATIFIED)
    latest = session.execute(asked.order_by(decisions.c.decided_on.desc(), decisions.c.id.desc())).first()
    return latest is not None and latest.kind in ADVERSE


def _missing(session: Session, row: ConcernRow, mine: list[int]) -> tuple[ReferralBody, ...]:
    if row.severity not in GRAVE and row.threshold in NO_HARM:
        return ()
    asked = [ReferralBody.LADO, ReferralBody.CHARITY_COMMISSION]
    if session.get_one(VolunteerRow, row.volunteer_id).end_reason in LEFT_UNDER_A_CLOUD:
        asked.append(ReferralBody.DBS)
    if row.category == ConcernCategory.SEXUAL_EXPLOITATION_OR_GROOMING:
        asked.append(ReferralBody.POLICE)
    found = session.execute(select(referrals.c.body).where(referrals.c.subject_id.in_(mine))).scalars().all()
    return tuple(body for body in asked if body not in found)
