"""The words that were written about a person or a matter: read for one record at a time, and kept nowhere."""

from typing import Any, NamedTuple

from sqlalchemy import Column, select
from sqlmodel import Session

from bccc_dash.queries.sql import (
    actions,
    assessments,
    case_events,
    checks,
    concerns,
    decisions,
    discussions,
    referrals,
    volunteers,
)


class Named(NamedTuple):
    """Who somebody is."""

    name: str
    email: str | None


class Words(NamedTuple):
    """What was written, and where it stands."""

    heading: str
    text: str


_OF_CASE: tuple[tuple[str, Column[Any], tuple[Column[Any], ...]], ...] = (
    ("Summary", concerns.c.id, (concerns.c.summary,)),
    ("Relevance to the role", concerns.c.id, (concerns.c.relevance_to_role_note,)),
    ("Why it was closed", concerns.c.id, (concerns.c.closure_reason,)),
    ("Judgement of the source", assessments.c.case_id, (assessments.c.rationale,)),
    ("How to find out more", assessments.c.case_id, (assessments.c.how_to_interrogate,)),
    ("How to act", assessments.c.case_id, (assessments.c.how_to_act,)),
    ("The volunteer's answer", discussions.c.case_id, (discussions.c.response_note,)),
    ("Why the talk was put off", discussions.c.case_id, (discussions.c.deferral_note,)),
    ("Change of state", case_events.c.subject_id, (case_events.c.reason,)),
    ("Why it was decided", decisions.c.subject_id, (decisions.c.rationale,)),
    ("Action", actions.c.subject_id, (actions.c.title, actions.c.cancel_reason)),
    ("Referral", referrals.c.subject_id, (referrals.c.rationale, referrals.c.reference)),
)


def name_of(session: Session, volunteer_id: int, *, with_contact: bool) -> Named | None:
    """Who a volunteer is, their e-mail address only on request; None where there is no such volunteer."""
    asked = select(volunteers.c.full_name, volunteers.c.email).where(volunteers.c.id == volunteer_id)
    row = session.execute(asked).first()
    return None if row is None else Named(str(row[0]), row[1] if with_contact else None)


def words_of_case(session: Session, case_id: int) -> tuple[Words, ...]:
    """Everything that was written about a concern or a breach, in the order of the work; empty where nothing was."""
    found = []
    for heading, key, columns in _OF_CASE:
        for column in columns:
            asked = select(column).where(key == case_id, column.is_not(None)).order_by(column.table.c.id)
            found += [Words(heading, str(text)) for (text,) in session.execute(asked) if str(text).strip()]
    return (*found, *_of_its_check(session, case_id))


def _of_its_check(session: Session, case_id: int) -> list[Words]:
    mine = checks.join(concerns, concerns.c.check_id == checks.c.id)
    asked = select(checks.c.necessity_note, checks.c.monitoring_basis).select_from(mine).where(concerns.c.id == case_id)
    headings = ("Why the check was needed", "Basis for using a private communication")
    return [
        Words(heading, text)
        for row in session.execute(asked)
        for heading, text in zip(headings, row, strict=True)
        if text is not None and text.strip()
    ]
