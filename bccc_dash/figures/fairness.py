"""K16, K23, K24: service lost to suspension, the right of reply, and four eyes."""

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select

from bccc_dash.figures.asking import Asking, OneRow, counts, n_of_d
from bccc_dash.queries.at_day import concern_stands, ratified_by
from bccc_dash.queries.fairness import put_off, two_free_people
from bccc_dash.queries.sql import concerns, decisions, discussions, incidents, on, volunteers
from bccc_dash.queries.suspensions import suspended_days
from bccc_dash.store.suspects.fairness import ADVERSE


def lost_service(asking: Asking) -> OneRow:
    """K16: days in the window on which somebody was suspended: the first day counts, the day of return does not."""
    return counts(n=select(func.sum(suspended_days(asking.period).subquery().c.days)))


def adverse_decisions(asking: Asking) -> Select[Any]:
    """The adverse decisions ratified in the window: id."""
    ratified = and_(ratified_by(asking.period.as_of), decisions.c.decided_on > on(asking.period.after))
    return select(decisions.c.id).where(decisions.c.kind.in_(ADVERSE), ratified)


def about_a_known_concern(asking: Asking) -> ColumnElement[bool]:
    """Whether a decision is about a concern, an incident, or a volunteer of whom a concern was known by the day."""
    of_person = exists().where(concerns.c.volunteer_id == decisions.c.subject_id, concern_stands(asking.period.as_of))
    is_volunteer = exists().where(volunteers.c.id == decisions.c.subject_id)
    return or_(~is_volunteer, of_person)


def replied_to(asking: Asking) -> ColumnElement[bool]:
    """Whether a discussion was offered before the decision, or put off with a reason and a note. Source: P25."""
    about = discussions.c.case_id
    of_incident = select(incidents.c.concern_id).where(incidents.c.id == decisions.c.subject_id)
    of_incident = of_incident.correlate_except(incidents)
    of_person = (
        select(concerns.c.id)
        .where(concerns.c.volunteer_id == decisions.c.subject_id, concern_stands(asking.period.as_of))
        .correlate_except(concerns)
    )
    heard = or_(discussions.c.offered_on <= decisions.c.decided_on, put_off())
    linked = or_(about == decisions.c.subject_id, about.in_(of_incident), about.in_(of_person))
    return exists().where(linked, heard)


def right_of_reply(asking: Asking) -> OneRow:
    """K23: of the adverse decisions about a known concern, before how many the volunteer could reply."""
    known = about_a_known_concern(asking)
    without = adverse_decisions(asking).where(~known).subquery()
    heard = n_of_d(replied_to(asking), adverse_decisions(asking).where(known))
    return heard | counts(without_concern=select(func.count()).select_from(without))


def four_eyes(asking: Asking) -> OneRow:
    """K24: of the adverse decisions, how many were proposed and decided by two people, neither recused."""
    return n_of_d(two_free_people(), adverse_decisions(asking))
