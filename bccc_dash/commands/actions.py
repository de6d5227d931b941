"""Actions: opened, put off with every day kept, done, cancelled. Source: P31."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from bccc_dash.commands.deed import NOT_THERE, Change, Deed, Done, Form
from bccc_dash.domain.access import Capability, check_may
from bccc_dash.domain.action_rules import (
    ActionFacts,
    NewAction,
    check_can_cancel_action,
    check_can_finish_action,
    check_can_open_action,
    check_can_redate_action,
    due_dates_with,
)
from bccc_dash.domain.audit_deeds import RecordDeed
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.fields import check_note, needed_text
from bccc_dash.domain.outcome_vocabulary import ActionStatus, RecordKind
from bccc_dash.domain.viewer import Person, is_kept_from
from bccc_dash.queries.duty_facts import action_with_kind, active_user, case_status
from bccc_dash.queries.record_found import record_found
from bccc_dash.store.tables import ActionRow

TABLE = "actions"
RIGHT_TO = {
    RecordKind.CONCERN: Capability.KEEP_CASES,
    RecordKind.INCIDENT: Capability.KEEP_CASES,
    RecordKind.VOLUNTEER: Capability.KEEP_RECORDS,
    RecordKind.CONSENT: Capability.KEEP_RECORDS,
}
"""What an action may be about, and what lets a person keep it."""


@dataclass(frozen=True, kw_only=True)
class ToDo:
    """Something that somebody, a user by number, is to do by a day."""

    title: str
    owner_id: int
    due_on: date


def open_action(session: Session, *, by: Person, form: Form, at: datetime, about: str, todo: ToDo) -> Done:
    """Open an action about a concern, a breach or a volunteer.

    Raises: Refused (no right, no such record, an empty or long title, a closed case, no such owner, a day past).
    """
    deed = Deed(session, by=by, form=form, at=at)
    if deed.done:
        return deed.done
    title = needed_text("What is to be done", todo.title)
    kind = _kind(session, about)
    found = deed.find(about, kind, RIGHT_TO[kind])
    owner = active_user(session, todo.owner_id, deed.today)
    as_person = Person(user_id=todo.owner_id, role=None, volunteer_id=owner.volunteer_id if owner else None)
    facts = NewAction(
        case_status=case_status(session, found),
        owner_is_active=owner is not None,
        owner_is_kept_away=is_kept_from(as_person, found.matter),
    )
    check_can_open_action(facts=facts, due_on=todo.due_on, today=deed.today)
    return _opened(deed, found.record_id, title, todo)


def _kind(session: Session, about: str) -> RecordKind:
    """Return what kind of record an action is to be about; a concern's for what is not there, to be refused alike."""
    found = record_found(session, about)
    right = found is not None and found.kind in RIGHT_TO and found.kind is not RecordKind.CONSENT
    return found.kind if found is not None and right else RecordKind.CONCERN


def _opened(deed: Deed, subject_id: int, title: str, todo: ToDo) -> Done:
    ref, change = add_action(deed, subject_id, title=title, owner_id=todo.owner_id, due_on=todo.due_on)
    return deed.end(ref, change)


def add_action(deed: Deed, subject_id: int, *, title: str, owner_id: int, due_on: date) -> tuple[str, Change]:
    """Write a new action within another deed; returns its reference, and what that deed is to tell the audit."""
    number, ref = deed.new(RecordKind.ACTION)
    row = ActionRow(
        id=number,
        subject_id=subject_id,
        title=title,
        owner_id=owner_id,
        created_on=deed.today,
        due_on=due_on,
        first_due_on=due_on,
        due_dates=due_on.isoformat(),
        status=ActionStatus.OPEN,
    )
    deed.session.add(row)
    return ref, Change(TABLE, number, RecordDeed.CREATE, ("subject_id", "title", "owner_id", "due_on", "status"))


def redate_action(session: Session, *, by: Person, form: Form, at: datetime, ref: str, due_on: date) -> Done:
    """Give an open action another day. The day it had is kept, and the first never moves.

    Raises: Refused (no right, no such action, not open, the same day, a day that is past).
    """
    deed = Deed(session, by=by, form=form, at=at)
    if deed.done:
        return deed.done
    row, facts = _found(deed, ref)
    check_can_redate_action(facts=facts, due_on=due_on, today=deed.today)
    row.first_due_on = row.first_due_on or row.due_on
    row.due_dates, row.due_on = due_dates_with(row.due_dates, row.due_on, due_on), due_on
    return deed.end(ref, Change(TABLE, row.id, RecordDeed.UPDATE, ("due_on", "due_dates")))


def finish_action(session: Session, *, by: Person, form: Form, at: datetime, ref: str, done_on: date) -> Done:
    """Keep that an action is done.

    Raises: Refused (no right, no such action, not open, a day out of order).
    """
    deed = Deed(session, by=by, form=form, at=at)
    if deed.done:
        return deed.done
    row, facts = _found(deed, ref)
    check_can_finish_action(facts=facts, done_on=done_on, today=deed.today)
    row.status, row.done_on = ActionStatus.DONE, done_on
    return deed.end(ref, Change(TABLE, row.id, RecordDeed.UPDATE, ("status", "done_on")))


def cancel_action(session: Session, *, by: Person, form: Form, at: datetime, ref: str, reason: str) -> Done:
    """Cancel an action, with the reason.

    Raises: Refused (no right, no such action, no reason, not open).
    """
    deed = Deed(session, by=by, form=form, at=at)
    if deed.done:
        return deed.done
    why = check_note("Why it is cancelled", reason)
    row, facts = _found(deed, ref)
    check_can_cancel_action(facts=facts)
    row.status, row.cancel_reason = ActionStatus.CANCELLED, why
    return deed.end(ref, Change(TABLE, row.id, RecordDeed.UPDATE, ("status", "cancel_reason")))


def _found(deed: Deed, ref: str) -> tuple[ActionRow, ActionFacts]:
    """Return the action of this reference, where the person may keep what it is about."""
    known = action_with_kind(deed.session, ref)
    kind = None if known is None else known[1]
    capability = Capability.KEEP_CASES if kind is None else RIGHT_TO.get(kind, Capability.KEEP_CASES)
    if known is None or kind is not RecordKind.CONSENT:
        deed.find(ref, RecordKind.ACTION, capability)
    else:  # a consent is about nobody here
        check_may(deed.by, capability)
        deed.unchanged(TABLE, known[0].id)
    if known is None:
        raise Refused(NOT_THERE.format(doing=capability.value))
    row = known[0]
    return row, ActionFacts(status=ActionStatus(row.status), due_on=row.due_on, created_on=row.created_on)
