"""The counts behind "what needs the committee now"."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, or_, select
from sqlmodel import Session

from bccc_dash.domain.case_vocabulary import Severity
from bccc_dash.domain.needs import NeedCounts
from bccc_dash.domain.outcome_vocabulary import ActionStatus
from bccc_dash.domain.period import Period
from bccc_dash.domain.targets import Targets
from bccc_dash.queries.at_day import OPEN, case_at
from bccc_dash.queries.close_looks import Pair, close_pairs
from bccc_dash.queries.quality.own_matters import own_matters
from bccc_dash.queries.sql import actions, concerns, on, referrals, shares
from bccc_dash.queries.suspensions import unratified_suspensions
from bccc_dash.queries.timeliness import (
    assessed_by,
    assessment_due_on,
    discussion_due_on,
    shared_by,
    sharing_due_on,
    undiscussed,
)
from bccc_dash.queries.together import Row, one_row_each

OF_CONCERNS, OF_OTHERS = "needs of concerns", "other needs"


def need_counts(session: Session, *, period: Period, targets: Targets) -> NeedCounts:
    """Return the counts at the end of the as-at day, in two questions to the database."""
    rows = one_row_each(session, need_questions(period, targets))
    return needs_from(rows, close_pairs(session, period=period, targets=targets))


def need_questions(period: Period, targets: Targets) -> dict[str, Select[Any]]:
    """The questions of one row each that the needs are made of."""
    return {OF_CONCERNS: _open_concerns(period, targets), OF_OTHERS: _other(period, targets)}


def needs_from(rows: Mapping[str, Row], looks: Sequence[Pair]) -> NeedCounts:
    """Return the counts from the answers to these questions and the looks close together, whatever their reason."""
    counted = {name: int(n or 0) for part in (OF_CONCERNS, OF_OTHERS) for name, n in rows[part].items()}
    return NeedCounts(**counted, second_looks=len({person for person, _, _ in looks}))


def _open_concerns(period: Period, targets: Targets) -> Select[Any]:
    """One row: of the concerns open at the day, how many wait for what."""
    day = period.as_of
    soon = day + timedelta(days=targets.due_soon_days)
    talk, judge, tell = discussion_due_on(day, targets), assessment_due_on(targets), sharing_due_on(targets)
    untold = ~shared_by(on(day))
    unheard = undiscussed(day)
    state = case_at(day, OPEN)
    waiting = (
        select(
            _critical_without_action().label("critical_without_action"),
            and_(unheard, talk < on(day)).label("discussion_late"),
            and_(unheard, talk >= on(day), talk <= on(soon)).label("discussion_soon"),
            and_(untold, tell < on(day)).label("sharing_late"),
            and_(untold, tell >= on(day), tell <= on(soon)).label("sharing_soon"),
            and_(~assessed_by(on(day)), judge < on(day)).label("assessment_late"),
        )
        .select_from(state.join(concerns, concerns.c.id == state.c.case_id))
        .where(concerns.c.identified_on <= on(day))
        .subquery()
    )
    return select(*(func.sum(case((waits, 1), else_=0)).label(waits.key) for waits in waiting.c))


def _critical_without_action() -> ColumnElement[bool]:
    """Whether a critical concern was neither shared nor referred nor acted on by the day it was found."""
    found = concerns.c.identified_on
    told = exists().where(shares.c.subject_id == concerns.c.id, shares.c.shared_on <= found)
    referred = exists().where(referrals.c.subject_id == concerns.c.id, referrals.c.considered_on <= found)
    acted = exists().where(actions.c.subject_id == concerns.c.id, actions.c.created_on <= found)
    return and_(concerns.c.severity == Severity.CRITICAL, ~or_(told, referred, acted))


def _other(period: Period, targets: Targets) -> Select[Any]:
    """One row of counts that have nothing to do with each other."""
    day = period.as_of
    soon = day + timedelta(days=targets.due_soon_days)
    there = or_(actions.c.created_on.is_(None), actions.c.created_on <= on(day))
    due = and_(there, or_(actions.c.status == ActionStatus.OPEN, actions.c.done_on > on(day)))
    counting = select(func.count()).select_from(actions).where(due)
    return select(
        counting.where(actions.c.due_on < on(day)).scalar_subquery().label("actions_late"),
        counting.where(actions.c.due_on >= on(day), actions.c.due_on <= on(soon))
        .scalar_subquery()
        .label("actions_soon"),
        _unratified(period, targets).scalar_subquery().label("suspension_unratified"),
        select(func.count()).select_from(own_matters(day).subquery()).scalar_subquery().label("own_matters"),
    )


def _unratified(period: Period, targets: Targets) -> Select[Any]:
    """Suspensions that took effect and were neither ratified nor rejected for more than 14 days."""
    return select(func.count()).select_from(unratified_suspensions(period, targets).subquery())
