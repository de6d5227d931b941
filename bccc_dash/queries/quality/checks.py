"""Rules about social media checks. Source: P12, P14, P16, P19, P21, P22, P23, P24, P65."""

from datetime import date
from typing import Any

from sqlalchemy import CTE, ColumnElement, Select, and_, exists, func, or_, select

from bccc_dash.domain.vocabulary import CheckOutcome, CheckStatus, CheckTrigger, Provenance, Stage
from bccc_dash.queries.at_day import concern_stands
from bccc_dash.queries.lawful_checks import ATTESTED, LAWFUL, MAY_CHECK
from bccc_dash.queries.quality.standing import check_completed, check_exists, finding, found_in, row_by_row
from bccc_dash.queries.sql import check_platforms, checks, concerns, on, stage_spans, volunteers
from bccc_dash.queries.stage_1 import left_stage_1, moves

FOUND = finding("checks", checks.c.id)
OF_APPLICANT = checks.c.trigger == CheckTrigger.APPLICANT_STAGE_1


def _among(suspects: Select[Any]) -> Select[Any]:
    """The checks of these numbers. What is wrong is looked for in all of them; the day then only in the few."""
    return FOUND.where(checks.c.id.in_(suspects))


def incomplete(day: date) -> Select[Any]:
    """I2: a completed check by somebody not permitted, or without attestations, platform, engine or outcome."""
    seen = exists(check_platforms.c.check_id).where(check_platforms.c.check_id == checks.c.id)
    said = and_(
        checks.c.checker_role_at_time.in_(MAY_CHECK),
        ATTESTED,
        checks.c.search_engines.is_not(None),
        checks.c.outcome.is_not(None),
    )
    lacking = select(checks.c.id).where(checks.c.status == CheckStatus.COMPLETED, or_(~said, ~seen))
    return _among(lacking).where(check_completed(day))


def before_permission(day: date) -> Select[Any]:
    """I3: a check started before the form with its permission, or before the notice."""
    lawful = checks.outerjoin(volunteers, and_(volunteers.c.id == checks.c.volunteer_id, LAWFUL))
    unlawful = select(checks.c.id).select_from(lawful).where(volunteers.c.id.is_(None))
    return _among(unlawful).where(checks.c.started_on <= on(day))


def _stay_in_stage_1(first: ColumnElement[Any], last: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether a span is a stay of the check's volunteer in Stage 1 that holds two days; entry and exit are in it.

    Bounds: `first` lies no later than `last`.
    """
    span = stage_spans.c
    return and_(
        span.volunteer_id == checks.c.volunteer_id,
        span.stage == Stage.S1,
        span.entered_on <= first,
        span.left_on >= last,
    )


def _in_stage_1(moment: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether the check's volunteer was in Stage 1 on a day."""
    return exists(stage_spans.c.event_id).where(_stay_in_stage_1(moment, moment))


def _loose() -> CTE:
    """The applicants' checks that no single stay in Stage 1 holds from start to completion: id.

    Few are; two rules ask which, and one question holds them both.
    """
    first = func.coalesce(checks.c.started_on, checks.c.completed_on)
    last = func.coalesce(checks.c.completed_on, checks.c.started_on)
    beside = checks.outerjoin(stage_spans, and_(first <= last, _stay_in_stage_1(first, last)))
    found = select(checks.c.id).select_from(beside).where(OF_APPLICANT, stage_spans.c.event_id.is_(None))
    return found.cte("loose")


LOOSE = _loose()


def out_of_stage_or_without_reason(day: date) -> Select[Any]:
    """I4: an applicant's check not started in Stage 1, or any other check without a reason."""
    started = checks.c.started_on
    return found_in(
        _among(select(LOOSE.c.id)).where(started <= on(day), ~_in_stage_1(started)),
        FOUND.where(~OF_APPLICANT, checks.c.necessity_note.is_(None), check_exists(day)),
    )


def outcome_without_its_concern(day: date) -> Select[Any]:
    """I5: a check that raised a concern which is not there, or one that did not and has one."""
    raised = func.coalesce(checks.c.outcome == CheckOutcome.CONCERN_RAISED, False)
    there = select(concerns.c.check_id).where(concerns.c.check_id.is_not(None), concern_stands(day))
    linked = checks.c.id.in_(there)
    return found_in(
        FOUND.where(raised, ~linked, row_by_row(check_completed(day))),
        FOUND.where(linked, ~raised, check_completed(day)),
    )


def private_communication(day: date) -> Select[Any]:
    """I18: a private communication used without a basis, or without somebody else's authority."""
    authorised = func.coalesce(checks.c.authorised_by_id != checks.c.checker_id, False)
    sound = and_(checks.c.monitoring_basis.is_not(None), authorised)
    return FOUND.where(checks.c.provenance == Provenance.PRIVATE_COMMUNICATION, ~sound, check_exists(day))


def after_exit(day: date) -> Select[Any]:
    """CHECK_AFTER_EXIT: an applicant's check completed after the first exit from Stage 1, and not in it again."""
    completed = checks.c.completed_on
    move = moves("move")
    left = exists().where(
        move.c.volunteer_id == checks.c.volunteer_id, move.c.occurred_on < completed, left_stage_1(move)
    )
    done = and_(checks.c.status == CheckStatus.COMPLETED, completed <= on(day))
    return _among(select(LOOSE.c.id)).where(done, ~_in_stage_1(completed), left)
