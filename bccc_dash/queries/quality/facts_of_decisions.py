"""What tells how a decision breaks a rule."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, func, or_, select

from bccc_dash.queries.sql import concerns, decisions, incidents, records, users
from bccc_dash.store.suspects.fairness import ADVERSE, stood_aside

SUBJECT = records.alias("subject")


def columns(_: date) -> dict[str, ColumnElement[Any]]:
    """The columns of DecisionFacts, to be asked of decisions joined to SUBJECT. What is decided stays decided, so
    they do not depend on the day."""
    one = decisions.c
    member = exists().where(users.c.id == one.decided_by_id, users.c.on_management_committee.is_(True))
    return {
        "about": SUBJECT.c.ref,
        "decided_on": one.decided_on,
        "is_adverse": one.kind.in_(ADVERSE),
        "has_proposer": one.proposed_by_id.is_not(None),
        "has_decider": one.decided_by_id.is_not(None),
        "one_person": func.coalesce(one.proposed_by_id == one.decided_by_id, False),
        "by_committee": member.correlate_except(users),
        "stood_aside": stood_aside(),
        "proposed_own": _their_own(one.proposed_by_id),
        "decided_own": _their_own(one.decided_by_id),
        "about_conduct": one.reason_is_conduct_not_belief.is_(True),
    }


def _their_own(actor: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether the actor is the volunteer whom the decision's subject is about."""
    person, subject = users.c.volunteer_id, decisions.c.subject_id
    cases = [
        select(table.c.id).where(table.c.id == subject, table.c.volunteer_id == person).correlate_except(table)
        for table in (concerns.alias(), incidents.alias())
    ]
    about = or_(person == subject, *(exists(case) for case in cases))
    return exists().where(and_(users.c.id == actor, about)).correlate_except(users)
