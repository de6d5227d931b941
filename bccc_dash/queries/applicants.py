"""Who applies, in which stage, for how long, and the list of them one by one. Source: P1, P22."""

from datetime import date
from typing import Any

from sqlalchemy import CTE, ColumnElement, FromClause, ScalarSelect, Select, case, func, select

from bccc_dash.domain.period import Period
from bccc_dash.domain.vocabulary import Stage
from bccc_dash.queries.at_day import APPLYING, people_in
from bccc_dash.queries.sql import days_between, on, records, recruitment_stages, stage_spans

OVER = (Stage.WITHDRAWN, Stage.NOT_APPOINTED, Stage.LEFT)
"""The stages that end an application or a service; who moves on from one applies anew."""

ALWAYS = date.min
"""A first application began before every day."""


def waits(period: Period) -> Select[Any]:
    """Everybody in S0 to S5 at the day: volunteer_id, entered_on, left_on (as in people_in), stage, days (in it),
    target_days, over (1 where past the target)."""
    day = period.as_of
    people, stage = people_in(APPLYING, day), recruitment_stages.c
    days = days_between(on(day), people.c.entered_on)
    over = case((days > stage.target_days, 1), else_=0)
    joined = people.join(recruitment_stages, stage.code == people.c.stage)
    columns = (people.c.volunteer_id, people.c.entered_on, people.c.left_on, people.c.stage)
    return select(*columns, days.label("days"), stage.target_days, over.label("over")).select_from(joined)


def applicants(period: Period) -> CTE:
    """Everybody in S0 to S5 at the day: the columns of `waits`, ref, past (days past the target; nothing where the
    stage has none), and began_on (the day on which the present application began; ALWAYS for a first one)."""
    standing, day = waits(period).subquery(), period.as_of
    past = (standing.c.days - standing.c.target_days).label("past")
    joined = standing.join(records, records.c.id == standing.c.volunteer_id)
    began = func.coalesce(application_began(standing.c.volunteer_id, day), on(ALWAYS)).label("began_on")
    return select(standing, records.c.ref, past, began).select_from(joined).cte("applicants")


def most_overdue_first(people: FromClause) -> tuple[ColumnElement[Any], ...]:
    """The order of a list of applicants: most days past the target first, stages without a target last, then by
    ref."""
    return (people.c.past.is_(None), people.c.past.desc(), people.c.days.desc(), people.c.ref)


def application_began(volunteer_id: ColumnElement[Any], day: date) -> ScalarSelect[Any]:
    """The day on which an applicant came back after an application or service that had ended.

    Nothing for a first application.
    """
    span = stage_spans.alias()
    ended = (span.c.volunteer_id == volunteer_id, span.c.stage.in_(OVER), span.c.left_on <= on(day))
    return select(func.max(span.c.left_on)).where(*ended).correlate_except(span).scalar_subquery()
