"""What people wait for: requirements of their present stage, and DBS checks that lapse."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, and_, case, exists, func, or_, select

from bccc_dash.domain.vetting import DBS_SOON_DAYS
from bccc_dash.domain.vocabulary import Requirement, RequirementStatus, Stage
from bccc_dash.queries.at_day import people_in
from bccc_dash.queries.sql import days_after, on, records, requirement_results, requirements, worked_out_once

WITH_DBS = (Stage.S3, Stage.S4, Stage.S5, Stage.S6)
LAPSED, SOON = "LAPSED", "SOON"


def _last_day() -> ColumnElement[Any]:
    """The last day on which a result holds; nothing where it never lapses."""
    result = requirement_results.c
    return func.coalesce(result.expires_on, days_after(result.completed_on, requirements.c.validity_days))


def _met(day: date) -> ColumnElement[bool]:
    """Whether a result was met by the end of `day`, be it lapsed or not; one without a day of completion was."""
    result = requirement_results.c
    completed = or_(result.completed_on.is_(None), result.completed_on <= on(day))
    return and_(result.status == RequirementStatus.MET, completed)


def _holds(day: date) -> ColumnElement[bool]:
    """Whether a result meets its requirement at the end of `day`: met and not lapsed, or exempted still."""
    result = requirement_results.c
    exempt = and_(
        result.status == RequirementStatus.EXEMPT,
        or_(result.exempt_until.is_(None), result.exempt_until >= on(day)),
    )
    return or_(and_(_met(day), or_(_last_day().is_(None), _last_day() >= on(day))), exempt)


def _carries_over(applicants: FromClause) -> ColumnElement[bool]:
    """Whether a result counts for the present application: completed in it, on no known day, or good for a time."""
    completed_on = requirement_results.c.completed_on
    is_timed = requirements.c.validity_days.is_not(None)
    return or_(completed_on.is_(None), completed_on >= applicants.c.began_on, is_timed)


def unmet(applicants: FromClause, day: date) -> Select[Any]:
    """The mandatory requirements of each applicant's present stage that are not met at the end of `day`.

    Columns: those of `applicants`, code, name. What was met before the present application began (began_on) counts only
    where the requirement says how long it holds, as DBS does, and while it does; a result without a day of completion
    counts, and an exemption that has not ended.
    """
    result = requirement_results.c
    met = exists().where(
        result.volunteer_id == applicants.c.volunteer_id,
        result.requirement == requirements.c.code,
        _holds(day),
        or_(result.status == RequirementStatus.EXEMPT, _carries_over(applicants)),
    )
    asked = and_(requirements.c.stage == applicants.c.stage, requirements.c.mandatory.is_(True))
    return (
        select(applicants, requirements.c.code, requirements.c.name)
        .select_from(applicants.join(requirements, asked))
        .where(~met.correlate_except(requirement_results))
    )


def dbs_ending(day: date) -> Select[Any]:
    """People in S3 to S6 whose latest DBS check has lapsed by `day` or lapses within DBS_SOON_DAYS.

    The latest is that of the latest day of completion. Columns: ref, stage, since (its last day), code (LAPSED, SOON).
    """
    result, standing = requirement_results.c, people_in(WITH_DBS, day)
    people = worked_out_once(select(standing.c.volunteer_id, standing.c.stage), "with_dbs")
    latest = func.row_number().over(
        partition_by=people.c.volunteer_id,
        order_by=(result.completed_on.is_(None), result.completed_on.desc(), result.id.desc()),
    )
    joined = people.join(requirement_results, result.volunteer_id == people.c.volunteer_id).join(
        requirements, requirements.c.code == result.requirement
    )
    results = (
        select(people.c.volunteer_id, people.c.stage, _last_day().label("since"), latest.label("place"))
        .select_from(joined)
        .where(result.requirement == Requirement.DBS, _met(day))
        .subquery()
    )
    code = case((results.c.since < on(day), LAPSED), else_=SOON).label("code")
    soon = day + min(timedelta(days=DBS_SOON_DAYS), date.max - day)
    return (
        select(records.c.ref, results.c.stage, results.c.since, code)
        .select_from(results.join(records, records.c.id == results.c.volunteer_id))
        .where(results.c.place == 1, results.c.since <= on(soon))
    )
