"""Rules about social media checks. Source: P12, P14, P16, P19, P21, P22, P23, P24, P65."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select

from bccc_dash.domain.vocabulary import CheckOutcome, CheckStatus, CheckTrigger, Provenance, Stage
from bccc_dash.queries.at_day import concern_stands
from bccc_dash.queries.lawful_checks import ATTESTED, LAWFUL, MAY_CHECK
from bccc_dash.queries.quality.standing import check_completed, check_exists, finding
from bccc_dash.queries.sql import check_platforms, checks, concerns, on, stage_spans, volunteers
from bccc_dash.queries.stage_1 import left_stage_1, moves

FOUND = finding("checks", checks.c.id)


def incomplete(day: date) -> Select[Any]:
    """I2: a completed check by somebody not permitted, or without attestations, platform, engine or outcome."""
    seen = exists().where(check_platforms.c.check_id == checks.c.id)
    whole = and_(
        checks.c.checker_role_at_time.in_(MAY_CHECK),
        func.coalesce(ATTESTED, False),
        seen,
        checks.c.search_engines.is_not(None),
        checks.c.outcome.is_not(None),
    )
    return FOUND.where(check_completed(day), ~whole)


def before_permission(day: date) -> Select[Any]:
    """I3: a check started before the form with its permission, or before the notice."""
    joined = checks.join(volunteers, volunteers.c.id == checks.c.volunteer_id)
    return FOUND.select_from(joined).where(checks.c.started_on <= on(day), ~func.coalesce(LAWFUL, False))


def in_stage_1(moment: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether the check's volunteer was in Stage 1 on a day; the days of entry and exit count."""
    span = stage_spans.c
    return exists().where(
        span.volunteer_id == checks.c.volunteer_id,
        span.stage == Stage.S1,
        span.entered_on <= moment,
        span.left_on >= moment,
    )


def out_of_stage_or_without_reason(day: date) -> Select[Any]:
    """I4: an applicant's check not started in Stage 1, or any other check without a reason."""
    applicant = checks.c.trigger == CheckTrigger.APPLICANT_STAGE_1
    out = and_(applicant, checks.c.started_on <= on(day), ~in_stage_1(checks.c.started_on))
    return FOUND.where(check_exists(day), or_(out, and_(~applicant, checks.c.necessity_note.is_(None))))


def outcome_without_its_concern(day: date) -> Select[Any]:
    """I5: a check that raised a concern which is not there, or one that did not and has one."""
    raised = func.coalesce(checks.c.outcome == CheckOutcome.CONCERN_RAISED, False)
    linked = checks.c.id.in_(select(concerns.c.check_id).where(concerns.c.check_id.is_not(None), concern_stands(day)))
    return FOUND.where(check_completed(day), or_(and_(raised, ~linked), and_(~raised, linked)))


def private_communication(day: date) -> Select[Any]:
    """I18: a private communication used without a basis, or without somebody else's authority."""
    authorised = func.coalesce(checks.c.authorised_by_id != checks.c.checker_id, False)
    sound = and_(checks.c.monitoring_basis.is_not(None), authorised)
    return FOUND.where(check_exists(day), checks.c.provenance == Provenance.PRIVATE_COMMUNICATION, ~sound)


def after_exit(day: date) -> Select[Any]:
    """CHECK_AFTER_EXIT: an applicant's check completed after the first exit from Stage 1, and not in it again."""
    move = moves("move")
    left = exists().where(
        move.c.volunteer_id == checks.c.volunteer_id,
        move.c.occurred_on < checks.c.completed_on,
        left_stage_1(move),
    )
    done = and_(checks.c.status == CheckStatus.COMPLETED, checks.c.completed_on <= on(day))
    applicant = checks.c.trigger == CheckTrigger.APPLICANT_STAGE_1
    return FOUND.where(applicant, done, left, ~in_stage_1(checks.c.completed_on))
