"""K22, K25, K28: referrals considered, reports by source, actions on time."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select, union_all

from bccc_dash.domain.case_vocabulary import ConcernCategory, Source
from bccc_dash.domain.outcome_vocabulary import ActionStatus, ReferralBody
from bccc_dash.domain.period import twelve_months_before, whole_months
from bccc_dash.figures.asking import Asking, Figure
from bccc_dash.queries.at_day import concern_stands, incident_stands
from bccc_dash.queries.referrals import GRAVE, considered_by, left_under_a_cloud, of_concern, of_incident
from bccc_dash.queries.sql import actions, concerns, incidents, on

LISTENED_FOR = (Source.CHILD_IN_CONFIDENCE, Source.FAMILY_MEMBER, Source.VOLUNTEER)


def referral_items(asking: Asking) -> Any:
    """HIGH and CRITICAL concerns and incidents recorded in the window: one column `complete`, whether every required
    body was considered."""
    day = asking.period.as_of
    concern_rows = _complete(day, concerns.c.category, concerns.c.volunteer_id, of_concern())
    incident_rows = _complete(day, incidents.c.breach_type, incidents.c.volunteer_id, of_incident())
    of_concerns = select(concern_rows.label("complete")).select_from(concerns)
    of_incidents = select(incident_rows.label("complete")).select_from(incidents)
    return union_all(
        of_concerns.where(
            concerns.c.severity.in_(GRAVE), concern_stands(day), asking.in_window(concerns.c.recorded_on)
        ),
        of_incidents.where(
            incidents.c.severity.in_(GRAVE), incident_stands(day), asking.in_window(incidents.c.recorded_on)
        ),
    ).subquery()


def _complete(
    day: date, category: ColumnElement[Any], person: ColumnElement[Any], places: ColumnElement[bool]
) -> ColumnElement[bool]:
    def considered(body: ReferralBody) -> ColumnElement[bool]:
        return considered_by(on(day), body, places)

    grooming = category == ConcernCategory.SEXUAL_EXPLOITATION_OR_GROOMING
    return and_(
        considered(ReferralBody.LADO),
        considered(ReferralBody.CHARITY_COMMISSION),
        or_(~left_under_a_cloud(person, day), considered(ReferralBody.DBS)),
        or_(~grooming, considered(ReferralBody.POLICE)),
    )


def referral_considered(asking: Asking) -> Figure:
    """K22: of the high and critical items recorded, for how many every required body was considered."""
    items = referral_items(asking)
    return asking.n_of_d(items.c.complete, select(items.c.complete.label("item")))


def reports_by_source(asking: Asking) -> Figure:
    """K25: concerns and incidents of the twelve months to the day by source; months since those listened for."""
    day = asking.period.as_of
    year = on(twelve_months_before(day))
    found = select(concerns.c.source, func.count().label("n")).where(concerns.c.identified_on > year)
    told = select(incidents.c.source, func.count().label("n")).where(incidents.c.recorded_on > year)
    both = union_all(
        found.where(concern_stands(day)).group_by(concerns.c.source),
        told.where(incident_stands(day)).group_by(incidents.c.source),
    ).subquery()
    by = asking.by_group(select(both.c.source, func.sum(both.c.n)).group_by(both.c.source))
    ordered = {source.value: by[source] for source in Source if source in by}
    return {"n": sum(by.values()), "by": {"source": ordered}, "months_since_last": _silence(asking)}


def _silence(asking: Asking) -> dict[str, int | None]:
    day = asking.period.as_of
    latest_concern = select(concerns.c.source, func.max(concerns.c.identified_on).label("latest"))
    latest_incident = select(incidents.c.source, func.max(incidents.c.recorded_on).label("latest"))
    both = union_all(
        latest_concern.where(concerns.c.source.in_(LISTENED_FOR), concern_stands(day)).group_by(concerns.c.source),
        latest_incident.where(incidents.c.source.in_(LISTENED_FOR), incident_stands(day)).group_by(incidents.c.source),
    ).subquery()
    rows = asking.session.execute(select(both.c.source, func.max(both.c.latest)).group_by(both.c.source))
    last = {str(source): latest for source, latest in rows}
    return {source.value: whole_months(last[source], day) if source in last else None for source in LISTENED_FOR}


def actions_on_time(asking: Asking) -> Figure:
    """K28: of the actions first due in the window, how many were done by that day; cancelled with a reason apart."""
    first_due = func.coalesce(actions.c.first_due_on, actions.c.due_on)
    excused = and_(actions.c.status == ActionStatus.CANCELLED, actions.c.cancel_reason.is_not(None))
    due = select(actions.c.id).where(asking.in_window(first_due), ~excused)
    return asking.n_of_d(and_(actions.c.status == ActionStatus.DONE, actions.c.done_on <= first_due), due)
