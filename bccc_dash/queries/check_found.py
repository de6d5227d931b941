"""What the rules about social media checks ask of the records. Source: P14, P16, P22, P31, P61."""

from datetime import date
from typing import Any

from sqlalchemy import Select, and_, exists, func, literal, or_, select
from sqlmodel import Session

from bccc_dash.domain.case_vocabulary import CaseStatus
from bccc_dash.domain.check_facts import Checker, CheckPlan, CheckState, Papers, Promise
from bccc_dash.domain.check_looks import Look
from bccc_dash.domain.viewer import Person
from bccc_dash.domain.vocabulary import CheckStatus, CheckTrigger, PlatformResult, Provenance, Role, Stage
from bccc_dash.queries.applicants import ALWAYS, application_began
from bccc_dash.queries.at_day import concern_stands
from bccc_dash.queries.forms import forms
from bccc_dash.queries.settings import targets
from bccc_dash.queries.sql import (
    check_platforms,
    checks,
    concerns,
    incidents,
    on,
    records,
    recusals,
    shares,
    stage_spans,
    users,
)
from bccc_dash.store.tables import CheckRow

NOT_DONE = (CheckStatus.PLANNED, CheckStatus.IN_PROGRESS)


def checker_of(session: Session, by: Person, volunteer_id: int) -> Checker:
    """Return who wants to look, and what keeps them away from this volunteer."""
    return Checker(
        user_id=by.user_id,
        role=by.role,
        is_the_person=by.volunteer_id == volunteer_id,
        stood_aside=_stood_aside(session, by.user_id, volunteer_id),
    )


def plan_of(session: Session, row: CheckRow, *, day: date) -> CheckPlan:
    """Return a check as the rules see it before it begins; a row that is not in the database yet will do."""
    return CheckPlan(
        trigger=CheckTrigger(row.trigger),
        reason=row.necessity_note,
        stage=_stage(session, row.volunteer_id, day),
        papers=_papers(session, row.volunteer_id, day),
        looks=looks(session, row.volunteer_id, besides=row.id),
        within_days=targets(session).second_look_days,
        authoriser_id=_chair(session, row.authorised_by_id),
        others=_not_done(session, row.volunteer_id, besides=row.id),
    )


def state_of(session: Session, row: CheckRow, *, day: date) -> CheckState:
    """Return a check under way as the rules see it."""
    seen = select(check_platforms.c.result).where(check_platforms.c.check_id == row.id)
    return CheckState(
        status=CheckStatus(row.status),
        checker_id=row.checker_id,
        plan=plan_of(session, row, day=day),
        promise=Promise(
            own_account=row.own_account_attested is True,
            public_domain=row.public_domain_attested is True,
            no_password=row.no_password_attested is True,
        ),
        engines=bool(row.search_engines),
        terms=bool(row.search_terms),
        platforms=tuple(PlatformResult(result) for (result,) in session.execute(seen)),
        provenance=None if row.provenance is None else Provenance(row.provenance),
        basis=row.monitoring_basis,
        concerns=_raised(session, row.id, day),
    )


def looks(session: Session, volunteer_id: int, *, besides: int | None = None) -> tuple[Look, ...]:
    """Return the repeat-viewing ledger of a volunteer: every check that was begun, the latest first."""
    check = checks.c
    found = _with_refs(records.c.ref, check.started_on, check.necessity_note)
    found = found.where(check.volunteer_id == volunteer_id, check.started_on.is_not(None), check.id != (besides or 0))
    return tuple(Look(*row) for row in session.execute(found.order_by(check.started_on.desc(), check.id.desc())))


def _with_refs(*columns: Any) -> Select[Any]:
    return select(*columns).select_from(checks.join(records, records.c.id == checks.c.id))


def _not_done(session: Session, volunteer_id: int, *, besides: int | None) -> tuple[str, ...]:
    check = checks.c
    mine = (check.volunteer_id == volunteer_id, check.status.in_(NOT_DONE), check.id != (besides or 0))
    return tuple(ref for (ref,) in session.execute(_with_refs(records.c.ref).where(*mine).order_by(check.id)))


def _stage(session: Session, volunteer_id: int, day: date) -> Stage | None:
    span = stage_spans.c
    found = select(span.stage).where(
        span.volunteer_id == volunteer_id, span.entered_on <= on(day), span.left_on > on(day)
    )
    stage = session.execute(found).scalar()
    return None if stage is None else Stage(stage)


def _papers(session: Session, volunteer_id: int, day: date) -> Papers:
    number = literal(volunteer_id)
    began = func.coalesce(application_began(number, day), on(ALWAYS))
    people = select(number.label("volunteer_id"), began.label("began_on")).subquery()
    row = session.execute(forms(people, day)).one()
    return Papers(
        signed_on=row.signed_on,
        permission=row.check_permission,
        withdrawn_on=row.withdrawn_on,
        notice_on=row.notice_on,
    )


def _chair(session: Session, user_id: int | None) -> int | None:
    """The number of the user where it is a chair's."""
    return session.execute(select(users.c.id).where(users.c.id == user_id, users.c.role == Role.CHAIR)).scalar()


def _raised(session: Session, check_id: int, day: date) -> tuple[str, ...]:
    joined = concerns.join(records, records.c.id == concerns.c.id)
    found = select(records.c.ref).select_from(joined).where(concerns.c.check_id == check_id, concern_stands(day))
    return tuple(ref for (ref,) in session.execute(found.order_by(concerns.c.id)))


def _stood_aside(session: Session, user_id: int, volunteer_id: int) -> bool:
    """Whether a user stood aside from any case about this volunteer that is not about somebody else (I21)."""
    share = shares.c
    about = [
        exists().where(
            case.c.id == share.subject_id,
            case.c.volunteer_id == volunteer_id,
            case.c.status != CaseStatus.NOT_THIS_PERSON,
        )
        for case in (concerns, incidents)
    ]
    joined = recusals.join(shares, share.id == recusals.c.share_id)
    found = select(recusals.c.user_id).select_from(joined).where(and_(recusals.c.user_id == user_id, or_(*about)))
    return session.execute(found.limit(1)).first() is not None
