"""Moves of a person from stage to stage: ahead, back, and out. Each changes the approval where no decision is needed.

Whoever does one keeps the records of vetting; nobody moves themself.
"""

from dataclasses import replace
from datetime import date, datetime

from sqlmodel import Session

from bccc_dash.commands.deed import Change, Deed, Done, Form
from bccc_dash.domain.access import Capability
from bccc_dash.domain.audit_deeds import RecordDeed
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.fields import NOTE_LETTERS, check_day, check_text, check_word
from bccc_dash.domain.moving_on import ApplicationFacts
from bccc_dash.domain.moving_stage import check_can_end, check_can_move_stage
from bccc_dash.domain.outcome_vocabulary import RecordKind
from bccc_dash.domain.stage_moves import MoveKind, approval_after, kind_of_move
from bccc_dash.domain.viewer import Person
from bccc_dash.domain.vocabulary import EndReason, Stage
from bccc_dash.queries.application import application_facts, facts_ahead, open_matters
from bccc_dash.store.tables import ApprovalEventRow, StageEventRow, VolunteerRow

DAY, REASON = "Day of the move", "Reason"
ANOTHER_DEED = "A move leads ahead or back. Record an end, or a new application, as what it is."
MOVED = ("stage", "occurred_on")


def move_stage(
    session: Session,
    *,
    by: Person,
    form: Form,
    at: datetime,
    ref: str,
    to: Stage,
    moved_on: date,
    reason: str | None = None,
    is_correction: bool = False,
) -> Done:
    """Move a person to the next stage, or back with a reason: for work to be done again, or to correct a mistake.

    Raises: Refused (a field, no right, changed meanwhile, not the next stage, what the stage asks for is not there).
    Source: P1, P14, P16, P22.
    """
    deed = Deed(session, by=by, form=form, at=at)
    if deed.done:
        return deed.done
    to = check_word("Stage", to, Stage)
    check_day(DAY, moved_on, today=deed.today)
    why = check_text(REASON, reason, letters=NOTE_LETTERS, optional=True)
    number, facts = _found(deed, ref, moved_on)
    kind = None if facts.stage is None else kind_of_move(facts.stage, to)
    if kind is MoveKind.FORWARD:
        facts = facts_ahead(session, number, facts, day=moved_on)
    check_can_move_stage(facts=facts, to=to, moved_on=moved_on, reason=why)
    if kind not in (MoveKind.FORWARD, MoveKind.BACK):
        raise Refused(ANOTHER_DEED)
    fields = write_move(deed, number, facts, to, moved_on, why, is_correction=is_correction and kind is MoveKind.BACK)
    fields += _started(session, number, moved_on) if to is Stage.S6 else ()
    return deed.end(ref, Change("volunteers", number, RecordDeed.UPDATE, fields), volunteer_ids=[number])


def withdraw_application(
    session: Session, *, by: Person, form: Form, at: datetime, ref: str, moved_on: date, reason: str | None = None
) -> Done:
    """Record that an applicant withdrew.

    Raises: Refused (a field, no right, changed meanwhile, no application is open).
    """
    return _end(session, by, form, at, ref, Stage.WITHDRAWN, moved_on, reason, EndReason.WITHDREW)


def turn_down(
    session: Session, *, by: Person, form: Form, at: datetime, ref: str, moved_on: date, reason: str | None = None
) -> Done:
    """Record that an applicant is not appointed.

    Raises: Refused (a field, no right, changed meanwhile, no application is open).
    """
    return _end(session, by, form, at, ref, Stage.NOT_APPOINTED, moved_on, reason, EndReason.NOT_APPOINTED)


def end_service(
    session: Session,
    *,
    by: Person,
    form: Form,
    at: datetime,
    ref: str,
    moved_on: date,
    end_reason: EndReason,
    reason: str | None = None,
) -> Done:
    """Record that a volunteer left, and why.

    Raises: Refused (a field, no right, changed meanwhile, not active, a removal without its decision, a resignation
    during an open matter that does not say so). Source: P7, P56.
    """
    return _end(session, by, form, at, ref, Stage.LEFT, moved_on, reason, end_reason)


def write_move(
    deed: Deed,
    number: int,
    facts: ApplicationFacts,
    to: Stage,
    moved_on: date,
    reason: str | None = None,
    *,
    is_correction: bool = False,
) -> tuple[str, ...]:
    """Add a move, and the change of approval that it brings. Return the fields to be told."""
    session, actor = deed.session, deed.by.user_id
    session.add(
        StageEventRow(
            volunteer_id=number,
            from_stage=facts.stage,
            to_stage=to,
            occurred_on=moved_on,
            recorded_by_id=actor,
            reason=reason,
            is_correction=is_correction,
        )
    )
    fields = (*MOVED, "reason") if reason else MOVED
    approval = approval_after(to, facts.approval)
    if approval is None:
        return fields
    session.add(
        ApprovalEventRow(
            volunteer_id=number,
            from_status=facts.approval,
            to_status=approval,
            effective_on=moved_on,
            recorded_by_id=actor,
        )
    )
    return (*fields, "approval_status")


def _found(deed: Deed, ref: str, day: date) -> tuple[int, ApplicationFacts]:
    """The volunteer's number, and how their application stands."""
    number = deed.find(ref, RecordKind.VOLUNTEER, Capability.KEEP_RECORDS).record_id
    return number, application_facts(deed.session, number, day=day)


def _end(
    session: Session,
    by: Person,
    form: Form,
    at: datetime,
    ref: str,
    to: Stage,
    moved_on: date,
    reason: str | None,
    end_reason: EndReason,
) -> Done:
    deed = Deed(session, by=by, form=form, at=at)
    if deed.done:
        return deed.done
    end_reason = check_word("Why it ended", end_reason, EndReason)
    check_day(DAY, moved_on, today=deed.today)
    why = check_text(REASON, reason, letters=NOTE_LETTERS, optional=True)
    number, facts = _found(deed, ref, moved_on)
    facts = replace(facts, open_matters=open_matters(session, number, by=by))
    check_can_move_stage(facts=facts, to=to, moved_on=moved_on, reason=why)
    check_can_end(facts=facts, to=to, end_reason=end_reason)
    fields = write_move(deed, number, facts, to, moved_on, why)
    fields += _ended(session, number, to, moved_on, end_reason)
    return deed.end(ref, Change("volunteers", number, RecordDeed.UPDATE, fields), volunteer_ids=[number])


def _started(session: Session, number: int, day: date) -> tuple[str, ...]:
    """Service starts where none is under way: the first, or one after another that ended."""
    volunteer = session.get_one(VolunteerRow, number)
    if volunteer.started_on is not None and volunteer.ended_on is None:
        return ()
    volunteer.started_on, volunteer.ended_on, volunteer.end_reason = day, None, None
    return ("started_on", "ended_on", "end_reason")


def _ended(session: Session, number: int, to: Stage, day: date, end_reason: EndReason) -> tuple[str, ...]:
    """How it ended. An application that ends leaves how an earlier service ended as it is."""
    volunteer = session.get_one(VolunteerRow, number)
    if to is not Stage.LEFT and volunteer.ended_on is not None:
        return ()
    volunteer.end_reason = end_reason
    if to is not Stage.LEFT and volunteer.started_on is None:
        return ("end_reason",)
    volunteer.ended_on = day
    return ("end_reason", "ended_on")
