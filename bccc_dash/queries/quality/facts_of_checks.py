"""What tells how a check breaks a rule."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, exists, func, select

from bccc_dash.queries.sql import check_platforms, checks, on, volunteers
from bccc_dash.store.suspects.lawful_checks import MAY_CHECK
from bccc_dash.store.suspects.moves import left_stage_1, moves


def columns(day: date) -> dict[str, ColumnElement[Any]]:
    """The columns of CheckFacts, to be asked of checks joined to volunteers."""
    check, person = checks.c, volunteers.c
    seen = exists().where(check_platforms.c.check_id == check.id)
    return {
        "trigger": check.trigger,
        "role": check.checker_role_at_time,
        "may_check": check.checker_role_at_time.in_(MAY_CHECK),
        "outcome": check.outcome,
        "started_on": check.started_on,
        "completed_on": check.completed_on,
        "own_account": check.own_account_attested.is_(True),
        "public_domain": check.public_domain_attested.is_(True),
        "no_password": check.no_password_attested.is_(True),
        "has_platform": seen.correlate_except(check_platforms),
        "has_engine": check.search_engines.is_not(None),
        "permission": person.check_permission.is_(True),
        "form_signed_on": person.form_signed_on,
        "notice_given_on": person.notice_given_on,
        "has_basis": check.monitoring_basis.is_not(None),
        "by_other": func.coalesce(check.authorised_by_id != check.checker_id, False),
        "left_stage_1_on": _left_stage_1(day),
    }


def _left_stage_1(day: date) -> ScalarSelect[Any]:
    """The first day on which the check's volunteer moved on from Stage 1."""
    move = moves("left")
    first = select(func.min(move.c.occurred_on)).where(
        move.c.volunteer_id == checks.c.volunteer_id, move.c.occurred_on <= on(day), left_stage_1(move)
    )
    return first.correlate_except(move).scalar_subquery()
