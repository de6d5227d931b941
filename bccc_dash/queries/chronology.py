"""What happened to a concern, up to a day: dates and fixed words, one line each."""

from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    Subquery,
    and_,
    bindparam,
    case,
    func,
    literal,
    null,
    or_,
    select,
    type_coerce,
    union_all,
)
from sqlalchemy.types import Date, Integer, String
from sqlmodel import Session

from bccc_dash.domain.case_vocabulary import CaseStatus
from bccc_dash.domain.concern_case import MOST_LINES, Happened, Line
from bccc_dash.domain.outcome_vocabulary import ActionStatus, DecisionStatus, RecordKind
from bccc_dash.queries.at_day import incident_stands
from bccc_dash.queries.sql import (
    actions,
    assessments,
    case_spans,
    concerns,
    decisions,
    discussions,
    incidents,
    on,
    records,
    referrals,
    shares,
)

Told = ColumnElement[Any]
NO_WORD, NO_DAY = null().cast(String), null().cast(Date)


def chronology(session: Session, *, day: date, ref: str) -> tuple[tuple[Line, ...], int]:
    """The newest lines, oldest first, and how many older ones there are. Nothing in them is dated after `day`.

    Things of one day stand in the order of Happened, then as they were entered.
    """
    rows = session.execute(_newest(day), {"ref": ref}).all()
    lines = [Line(row.day, Happened(row.what), row.ref, row.word, row.second, row.other_day, row.about) for row in rows]
    return tuple(reversed(lines)), (int(rows[0].all) - len(rows) if rows else 0)


@lru_cache(maxsize=8)
def _newest(day: date) -> Select[Any]:
    """The question that `chronology` asks of any concern: writing it takes longer than asking it."""
    told = union_all(*_own(day), *_done(day), *_beyond(day)).subquery()
    return (
        select(told, func.count().over().label("all"))
        .where(told.c.day <= on(day))
        .order_by(told.c.day.desc(), told.c.what.desc(), told.c.entered.desc())
        .limit(MOST_LINES)
    )


def _concern() -> Any:
    """The number of the concern that is asked for."""
    asked = records.c.ref == bindparam("ref", type_=String)
    return select(records.c.id).where(records.c.kind == RecordKind.CONCERN, asked).scalar_subquery()


def _breaches(day: date) -> Subquery:
    """The breaches born of the concern that stand at the day: id."""
    return select(incidents.c.id).where(incidents.c.concern_id == _concern(), incident_stands(day)).subquery()


def _line(
    what: Happened,
    day: Told,
    entered: Told,
    *,
    ref: Told = NO_WORD,
    word: Told = NO_WORD,
    second: Told = NO_WORD,
    other_day: Told = NO_DAY,
    about: Told = NO_WORD,
) -> Select[Any]:
    columns: list[Told] = [
        day.label("day"),
        literal(what.value, String).label("what"),
        type_coerce(entered, Integer).label("entered"),
        ref.label("ref"),
        word.label("word"),
        second.label("second"),
        other_day.label("other_day"),
        about.label("about"),
    ]
    return select(*columns)


def _named(owner: Told) -> Any:
    """The reference of a record."""
    other = records.alias()
    return select(other.c.ref).where(other.c.id == owner).correlate_except(other).scalar_subquery()


def _own(day: date) -> list[Select[Any]]:
    """What the concern's own record and history tell."""
    found, span, me = concerns.c, case_spans.c, _concern()
    first_state = and_(span.status == CaseStatus.OPEN, span.from_on <= concerns.c.identified_on)
    history = case_spans.join(concerns, concerns.c.id == span.case_id)
    return [
        _line(
            *(Happened.FOUND, found.identified_on, found.id),
            ref=_named(found.check_id),
            word=found.source,
        ).where(found.id == me),
        _line(Happened.RECORDED, found.recorded_on, found.id, word=found.severity).where(found.id == me),
        _line(Happened.STATUS, span.from_on, span.id, word=span.status)
        .select_from(history)
        .where(span.case_id == me, ~first_state),
        _line(
            *(Happened.BREACH, incidents.c.recorded_on, incidents.c.id),
            ref=_named(incidents.c.id),
            word=incidents.c.breach_type,
        ).where(incidents.c.concern_id == me, incident_stands(day)),
    ]


def _done(day: date) -> list[Select[Any]]:
    """What was done about the concern: talks, judgements of the source, sharing."""
    talk, look, share, me = discussions.c, assessments.c, shares.c, _concern()
    return [
        _line(Happened.OFFERED, talk.offered_on, talk.id, word=talk.deferral_reason).where(talk.case_id == me),
        _line(Happened.HELD, talk.held_on, talk.id, word=talk.response).where(talk.case_id == me),
        _line(Happened.CHALLENGED, talk.challenge_received_on, talk.id).where(talk.case_id == me),
        _line(
            *(Happened.ASSESSED, look.assessed_on, look.id), word=look.reliability, second=look.identity_confidence
        ).where(look.case_id == me),
        _line(
            *(Happened.SHARED, share.shared_on, share.id),
            word=share.channel,
            other_day=case((share.meeting_date <= on(day), share.meeting_date)),
        ).where(share.subject_id == me),
    ]


def _beyond(day: date) -> list[Select[Any]]:
    """What followed from the concern or from its breaches: referrals, decisions, actions."""
    me, born = _concern(), _breaches(day)

    def ours(subject: Told) -> ColumnElement[bool]:
        return or_(subject == me, subject.in_(select(born.c.id)))

    sent, made = referrals.c, decisions.c
    breach = case((made.subject_id != me, _named(made.subject_id)))
    # Cells without a day are read as they stand, but a referral of a later day is not yet the outcome.
    outcome = case((func.coalesce(sent.referred_on, on(day)) <= on(day), sent.outcome))
    settled = made.status != DecisionStatus.PROPOSED
    return [
        *_actions(day, ours(actions.c.subject_id)),
        _line(Happened.CONSIDERED, sent.considered_on, sent.id, word=sent.body, second=outcome).where(
            ours(sent.subject_id)
        ),
        _line(Happened.REFERRED, sent.referred_on, sent.id, word=sent.body).where(ours(sent.subject_id)),
        _line(*(Happened.PROPOSED, made.proposed_on, made.id), ref=_named(made.id), word=made.kind, about=breach).where(
            ours(made.subject_id)
        ),
        _line(
            *(Happened.SETTLED, made.decided_on, made.id),
            ref=_named(made.id),
            word=made.kind,
            second=made.status,
            about=breach,
        ).where(ours(made.subject_id), settled),
    ]


def _actions(day: date, ours: ColumnElement[bool]) -> list[Select[Any]]:
    """When an action was set, when its day passed without it, when it was done. One that is set later is not there.

    An action that is done on no known day is not said to have missed its day.
    """
    act = actions.c
    there = and_(ours, or_(act.created_on.is_(None), act.created_on <= on(day)))
    undone = or_(act.done_on > act.due_on, and_(act.done_on.is_(None), act.status != ActionStatus.DONE))
    overdue = and_(act.status != ActionStatus.CANCELLED, act.due_on < on(day), undone)
    return [
        _line(Happened.SET, act.created_on, act.id, ref=_named(act.id), other_day=act.due_on).where(there),
        _line(Happened.FELL_DUE, act.due_on, act.id, ref=_named(act.id)).where(there, overdue),
        _line(Happened.DONE, act.done_on, act.id, ref=_named(act.id)).where(there, act.status == ActionStatus.DONE),
    ]
