"""Rules about social media checks. Source: P12, P14, P16, P19, P21, P22, P23, P24, P65.

What is wrong with a check is said in `store.suspects.checks`; the rules ask whether it was there at the day.
"""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, or_, select

from bccc_dash.queries.at_day import concern_stands
from bccc_dash.queries.quality.standing import check_completed, check_exists, suspected
from bccc_dash.queries.sql import checks, concerns, on
from bccc_dash.store.suspects.checks import OF_APPLICANT, RAISED


def _suspected(rule: str, *there: ColumnElement[bool]) -> Select[Any]:
    return suspected(rule, checks, *there)


def incomplete(day: date) -> Select[Any]:
    """I2: a completed check by somebody not permitted, or without attestations, platform, engine or outcome."""
    return _suspected("I2", check_completed(day))


def before_permission(day: date) -> Select[Any]:
    """I3: a check started before the form with its permission, or before the notice."""
    return _suspected("I3", checks.c.started_on <= on(day))


def out_of_stage_or_without_reason(day: date) -> Select[Any]:
    """I4: an applicant's check not started in Stage 1, or any other check without a reason."""
    begun = checks.c.started_on <= on(day)
    return _suspected("I4", or_(OF_APPLICANT & begun, ~OF_APPLICANT & check_exists(day)))


def outcome_without_its_concern(day: date) -> Select[Any]:
    """I5: a check that raised a concern which is not there, or one that did not and has one."""
    there = select(concerns.c.check_id).where(concerns.c.check_id.is_not(None), concern_stands(day))
    return _suspected("I5", check_completed(day), checks.c.id.in_(there) != RAISED)


def private_communication(day: date) -> Select[Any]:
    """I18: a private communication used without a basis, or without somebody else's authority."""
    return _suspected("I18", check_exists(day))


def after_exit(day: date) -> Select[Any]:
    """CHECK_AFTER_EXIT: an applicant's check completed after the first exit from Stage 1, and not in it again."""
    return _suspected("CHECK_AFTER_EXIT", checks.c.completed_on <= on(day))
