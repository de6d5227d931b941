"""K22, K25, K28: referrals considered, reports by source, actions on time."""

from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Date,
    and_,
    case,
    cast,
    func,
    literal,
    null,
    or_,
    select,
    union_all,
)

from bccc_dash.domain.case_vocabulary import ConcernCategory, Source
from bccc_dash.domain.outcome_vocabulary import ActionStatus, ReferralBody
from bccc_dash.domain.period import twelve_months_before, whole_months
from bccc_dash.figures.asking import Asking, Figure, OneRow, n_of_d, tallied, tally
from bccc_dash.queries.at_day import concern_stands, incident_stands
from bccc_dash.queries.referrals import GRAVE, considered_by, left_under_a_cloud, of_concern, of_incident
from bccc_dash.queries.sql import actions, concerns, incidents, on
from bccc_dash.queries.together import Row

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


def referral_considered(asking: Asking) -> OneRow:
    """K22: of the high and critical items recorded, for how many every required body was considered."""
    items = referral_items(asking)
    return n_of_d(items.c.complete, select(items.c.complete.label("item")))


def reports_by_source(asking: Asking) -> OneRow:
    """K25: concerns and incidents of the twelve months to the day by source; months since those listened for."""
    day = asking.period.as_of
    found = _reports(day).subquery()
    sums = tally(found.c.source, Source, found.c.n)
    latest = [
        func.max(case((found.c.source == source, found.c.latest))).label(f"latest {source}") for source in LISTENED_FOR
    ]

    def figure(row: Row) -> Figure:
        by = {source: n for source, n in tallied(row, Source).items() if n}
        silence = {source.value: _months_since(row[f"latest {source}"], day) for source in LISTENED_FOR}
        return {"n": sum(by.values()), "by": {"source": by}, "months_since_last": silence}

    return OneRow(select(*sums, *latest), figure)


def _months_since(latest: date | None, day: date) -> int | None:
    return None if latest is None else whole_months(latest, day)


def _reports(day: date) -> CompoundSelect[Any]:
    """Reports by source: n of the twelve months to the day, and the latest of those listened for, of all years."""
    told = (
        (concerns.c.source, concerns.c.identified_on, concern_stands(day)),
        (incidents.c.source, incidents.c.recorded_on, incident_stands(day)),
    )
    year, none = on(twelve_months_before(day)), cast(null(), Date).label("latest")
    recent = [
        select(source, func.count().label("n"), none).where(told_on > year, stands).group_by(source)
        for source, told_on, stands in told
    ]
    listened_for = [
        select(source, literal(0), func.max(told_on)).where(source.in_(LISTENED_FOR), stands).group_by(source)
        for source, told_on, stands in told
    ]
    return union_all(*recent, *listened_for)


def actions_on_time(asking: Asking) -> OneRow:
    """K28: of the actions first due in the window, how many were done by that day; cancelled with a reason apart."""
    first_due = func.coalesce(actions.c.first_due_on, actions.c.due_on)
    excused = and_(actions.c.status == ActionStatus.CANCELLED, actions.c.cancel_reason.is_not(None))
    due = select(actions.c.id).where(asking.in_window(first_due), ~excused)
    return n_of_d(and_(actions.c.status == ActionStatus.DONE, actions.c.done_on <= first_due), due)
