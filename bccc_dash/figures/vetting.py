"""K1, K2, K6, K7: who stands where, and how long it takes."""

from typing import Any

from sqlalchemy import Select, and_, case, exists, func, select

from bccc_dash.domain.vocabulary import APPROVED, VALID_WHEN_ACTIVE, Stage
from bccc_dash.figures.asking import Asking, Figure, OneRow, counts, n_of_d, plain, spread
from bccc_dash.queries.applicants import waits
from bccc_dash.queries.at_day import APPLYING, approval_is, people_in
from bccc_dash.queries.sql import (
    approval_events,
    days_between,
    number,
    on,
    volunteers,
)
from bccc_dash.queries.stage_1 import checked_in_stage_1, first_exits


def active_without_approval(asking: Asking) -> OneRow:
    """K1: people at S6 whose approval is neither given nor suspended; beside it, S5 not yet approved."""
    day = asking.period.as_of
    active, probation = people_in((Stage.S6,), day), people_in((Stage.S5,), day)
    bad = select(func.count()).select_from(active).where(~approval_is(active.c.volunteer_id, VALID_WHEN_ACTIVE, day))
    early = select(func.count()).select_from(probation).where(~approval_is(probation.c.volunteer_id, APPROVED, day))
    return counts(n=bad, in_probation_not_approved=early)


def stage_1_coverage(asking: Asking) -> OneRow:
    """K2: of those who left Stage 1 forward for the first time, how many had their check done in it."""
    exits = first_exits(asking.period).subquery()
    return n_of_d(checked_in_stage_1(exits), select(exits.c.volunteer_id))


def time_in_stage(asking: Asking) -> Figure:
    """K6: by stage, how many, median and longest days in it, and how many over target."""
    standing = waits(asking.period).subquery()
    place = func.row_number().over(partition_by=standing.c.stage, order_by=standing.c.days)
    size = func.count().over(partition_by=standing.c.stage)
    placed = select(*standing.c, place.label("place"), size.label("size")).subquery()
    middle = case((placed.c.place.in_([(placed.c.size + 1) // 2, (placed.c.size + 2) // 2]), placed.c.days))
    query = select(
        placed.c.stage, func.count(), func.avg(middle), func.max(placed.c.days), func.sum(placed.c.over)
    ).group_by(placed.c.stage)
    found = {str(row[0]): _standing(*row[1:]) for row in asking.session.execute(query)}
    by = {stage.value: found.get(stage.value, _standing(0, None, None, 0)) for stage in APPLYING}
    return {"n": sum(standing["n"] for standing in by.values()), "by": {"stage": by}}


def _standing(n: Any, median: Any, longest: Any, over: Any) -> Figure:
    return {"n": int(n), "median_days": plain(median), "max_days": plain(longest), "over_target": int(over)}


def application_to_approval(asking: Asking) -> Figure:
    """K7: days from application to first approval; beside it, applications open for more than 180 days."""
    event, before = approval_events.c, approval_events.alias("before")
    earlier = exists().where(
        before.c.volunteer_id == event.volunteer_id,
        before.c.to_status.in_(APPROVED),
        before.c.effective_on <= on(asking.period.after),
    )
    firsts = (
        select(event.volunteer_id, func.min(event.effective_on).label("approved_on"))
        .where(event.to_status.in_(APPROVED), asking.in_window(event.effective_on), ~earlier)
        .group_by(event.volunteer_id)
        .subquery()
    )
    joined = firsts.join(volunteers, volunteers.c.id == firsts.c.volunteer_id)
    days = days_between(firsts.c.approved_on, volunteers.c.applied_on).label("days")
    return spread(asking, select(days).select_from(joined)) | asking.answer(counts(still_open=_long_open(asking)))


def _long_open(asking: Asking) -> Select[Any]:
    day = asking.period.as_of
    people, event = people_in(APPLYING, day), approval_events.c
    approved = exists().where(
        event.volunteer_id == people.c.volunteer_id, event.to_status.in_(APPROVED), event.effective_on <= on(day)
    )
    waited = days_between(on(day), volunteers.c.applied_on) > number(asking.targets.long_application_days)
    joined = people.join(volunteers, volunteers.c.id == people.c.volunteer_id)
    return select(func.count()).select_from(joined).where(and_(~approved, waited))
