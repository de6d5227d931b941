"""Social media checks that break a rule, whatever the day, or may.
Source: P12, P14, P16, P19, P21, P22, P23, P24, P65."""

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select

from bccc_dash.domain.case_vocabulary import CaseStatus
from bccc_dash.domain.vocabulary import CheckOutcome, CheckStatus, CheckTrigger, Provenance, Stage
from bccc_dash.store.suspects.found import suspect
from bccc_dash.store.suspects.lawful_checks import ATTESTED, LAWFUL, MAY_CHECK
from bccc_dash.store.suspects.moves import left_stage_1, moves
from bccc_dash.store.suspects.tables import case_spans, check_platforms, checks, concerns, stage_spans, volunteers

FOUND = suspect(checks, checks.c.volunteer_id)
OF_APPLICANT = checks.c.trigger == CheckTrigger.APPLICANT_STAGE_1
COMPLETED = checks.c.status == CheckStatus.COMPLETED
RAISED = func.coalesce(checks.c.outcome == CheckOutcome.CONCERN_RAISED, False)


def incomplete() -> Select[Any]:
    """I2: completed by somebody not permitted, or without attestations, platform, engine or outcome."""
    seen = exists(check_platforms.c.check_id).where(check_platforms.c.check_id == checks.c.id)
    said = and_(
        checks.c.checker_role_at_time.in_(MAY_CHECK),
        ATTESTED,
        checks.c.search_engines.is_not(None),
        checks.c.outcome.is_not(None),
    )
    return FOUND.where(COMPLETED, or_(~said, ~seen))


def before_permission() -> Select[Any]:
    """I3: started before the form with its permission, or before the notice."""
    lawful = exists().where(volunteers.c.id == checks.c.volunteer_id, LAWFUL).correlate(checks)
    return FOUND.where(checks.c.started_on.is_not(None), ~lawful)


def _in_stage_1(moment: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether the check's volunteer was in Stage 1 on a day; the days of entry and of exit are in."""
    span = stage_spans.c
    return exists(span.event_id).where(
        span.volunteer_id == checks.c.volunteer_id,
        span.stage == Stage.S1,
        span.entered_on <= moment,
        span.left_on >= moment,
    )


def out_of_stage() -> Select[Any]:
    """I4, of an applicant: started when not in Stage 1."""
    started = checks.c.started_on
    return FOUND.where(OF_APPLICANT, started.is_not(None), ~_in_stage_1(started))


def without_reason() -> Select[Any]:
    """I4, of anybody else: without a reason."""
    return FOUND.where(~OF_APPLICANT, checks.c.necessity_note.is_(None))


def concern_not_there() -> Select[Any]:
    """I5: raised a concern, but none that is sure to be there on every day since the check was completed."""
    own = checks.alias("own")
    other_person = select(case_spans.c.case_id).where(case_spans.c.status == CaseStatus.NOT_THIS_PERSON)
    always = (
        select(concerns.c.check_id)
        .join(own, own.c.id == concerns.c.check_id)
        .where(concerns.c.identified_on <= own.c.completed_on, concerns.c.id.not_in(other_person))
    )
    return FOUND.where(COMPLETED, RAISED, checks.c.id.not_in(always))


def concern_unsaid() -> Select[Any]:
    """I5: raised no concern, and has one."""
    linked = select(concerns.c.check_id).where(concerns.c.check_id.is_not(None))
    return FOUND.where(COMPLETED, ~RAISED, checks.c.id.in_(linked))


def private_communication() -> Select[Any]:
    """I18: a private communication used without a basis, or without somebody else's authority."""
    authorised = func.coalesce(checks.c.authorised_by_id != checks.c.checker_id, False)
    sound = and_(checks.c.monitoring_basis.is_not(None), authorised)
    return FOUND.where(checks.c.provenance == Provenance.PRIVATE_COMMUNICATION, ~sound)


def after_exit() -> Select[Any]:
    """CHECK_AFTER_EXIT: an applicant's check completed after the first exit from Stage 1, and not in it again."""
    completed = checks.c.completed_on
    move = moves("move")
    left = exists().where(
        move.c.volunteer_id == checks.c.volunteer_id, move.c.occurred_on < completed, left_stage_1(move)
    )
    return FOUND.where(OF_APPLICANT, COMPLETED, completed.is_not(None), ~_in_stage_1(completed), left)
