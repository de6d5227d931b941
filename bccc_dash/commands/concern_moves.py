"""A concern moves on, closes, opens again, or is found to be about somebody else. Each move is an event that stays.

Source: P7, P29, P30, P31.
"""

from datetime import datetime

from sqlmodel import Session, col, select

from bccc_dash.commands.deed import Change, Deed, Done, Form
from bccc_dash.domain.access import Capability
from bccc_dash.domain.audit_deeds import RecordDeed
from bccc_dash.domain.case_moves import check_concern_moves
from bccc_dash.domain.case_vocabulary import ConcernStatus
from bccc_dash.domain.concern_rules import (
    check_can_await_committee,
    check_can_close_concern,
    check_can_reopen_case,
    check_can_review_concern,
    check_can_say_not_this_person,
)
from bccc_dash.domain.fields import check_note
from bccc_dash.domain.outcome_vocabulary import RecordKind
from bccc_dash.domain.viewer import Person
from bccc_dash.queries.case_facts import concern_facts
from bccc_dash.store.tables import CaseEventRow, ConcernRow, IncidentRow


def review_concern(session: Session, *, by: Person, form: Form, at: datetime, ref: str) -> Done:
    """Take a concern under review, for the first time or again.

    Raises: Refused.
    """
    deed = Deed(session, by=by, form=form, at=at)
    if deed.done:
        return deed.done
    row = found_concern(deed, ref, Capability.KEEP_CASES)
    before = ConcernStatus(row.status)
    check_concern_moves(before, ConcernStatus.UNDER_REVIEW)
    again = before is ConcernStatus.REOPENED
    check_can_review_concern(facts=concern_facts(session, row), by_id=by.user_id, was_reopened=again)
    return _moved(deed, ref, row, ConcernStatus.UNDER_REVIEW)


def await_committee(session: Session, *, by: Person, form: Form, at: datetime, ref: str) -> Done:
    """Put a reviewed concern before the committee.

    Raises: Refused.
    """
    deed = Deed(session, by=by, form=form, at=at)
    if deed.done:
        return deed.done
    row = found_concern(deed, ref, Capability.KEEP_CASES)
    check_concern_moves(ConcernStatus(row.status), ConcernStatus.AWAITING_COMMITTEE)
    check_can_await_committee(facts=concern_facts(session, row))
    return _moved(deed, ref, row, ConcernStatus.AWAITING_COMMITTEE)


def close_concern(session: Session, *, by: Person, form: Form, at: datetime, ref: str, reason: str) -> Done:
    """Close a decided concern, for this reason.

    Raises: Refused.
    """
    deed = Deed(session, by=by, form=form, at=at)
    if deed.done:
        return deed.done
    kept = check_note("Reason", reason, optional=True)
    row = found_concern(deed, ref, Capability.KEEP_CASES)
    check_concern_moves(ConcernStatus(row.status), ConcernStatus.CLOSED)
    check_can_close_concern(facts=concern_facts(session, row), reason=kept)
    row.closed_on, row.closure_reason = deed.today, kept
    return _moved(deed, ref, row, ConcernStatus.CLOSED, "closed_on", "closure_reason", reason=kept)


def reopen_concern(session: Session, *, by: Person, form: Form, at: datetime, ref: str, reason: str) -> Done:
    """Open a decided or closed concern again, for this reason. The event of its closing stays.

    Raises: Refused.
    """
    deed = Deed(session, by=by, form=form, at=at)
    if deed.done:
        return deed.done
    kept = check_note("Reason", reason, optional=True)
    row = found_concern(deed, ref, Capability.REOPEN_CASES)
    check_concern_moves(ConcernStatus(row.status), ConcernStatus.REOPENED)
    check_can_reopen_case(reason=kept)
    row.closed_on, row.closure_reason = None, None
    return _moved(deed, ref, row, ConcernStatus.REOPENED, "closed_on", "closure_reason", reason=kept)


def say_not_this_person(session: Session, *, by: Person, form: Form, at: datetime, ref: str) -> Done:
    """Confirm, as the second person, that a concern is about somebody else; its breaches go with it.

    Raises: Refused.
    """
    deed = Deed(session, by=by, form=form, at=at)
    if deed.done:
        return deed.done
    row = found_concern(deed, ref, Capability.KEEP_CASES)
    check_concern_moves(ConcernStatus(row.status), ConcernStatus.NOT_THIS_PERSON)
    check_can_say_not_this_person(facts=concern_facts(session, row), by_id=by.user_id)
    row.closed_on = row.closed_on or deed.today
    return _moved(deed, ref, row, ConcernStatus.NOT_THIS_PERSON, "closed_on")


def found_concern(deed: Deed, ref: str, capability: Capability) -> ConcernRow:
    """Return the concern of this reference, to which this person may do this.

    Raises: Refused, as `Deed.find`.
    """
    return deed.session.get_one(ConcernRow, deed.find(ref, RecordKind.CONCERN, capability).record_id)


def _moved(
    deed: Deed, ref: str, row: ConcernRow, after: ConcernStatus, *fields: str, reason: str | None = None
) -> Done:
    event = CaseEventRow(
        subject_id=row.id,
        from_status=row.status,
        to_status=after,
        occurred_on=deed.today,
        by_id=deed.by.user_id,
        reason=reason,
    )
    row.status = after
    deed.session.add_all([row, event])
    told = RecordDeed.REOPEN if after is ConcernStatus.REOPENED else RecordDeed.UPDATE
    born = deed.session.exec(select(IncidentRow.id).where(col(IncidentRow.concern_id) == row.id)).all()
    return deed.end(
        ref,
        Change("concerns", row.id, told, ("status", *fields)),
        volunteer_ids=[row.volunteer_id],
        case_ids=[row.id, *born],
    )
