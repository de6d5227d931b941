"""Privacy reviews: planned, reminded of, and answered as done, put off or declined. Source: P34, P46."""

from datetime import date, datetime

from sqlmodel import Session

from bccc_dash.commands.deed import Change, Deed, Done, Form
from bccc_dash.domain.access import Capability
from bccc_dash.domain.audit_deeds import RecordDeed
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.outcome_vocabulary import RecordKind
from bccc_dash.domain.review_rules import Answer, check_can_answer_review, check_can_plan_review
from bccc_dash.domain.viewer import Person
from bccc_dash.queries.duty_facts import review_facts, waiting_review
from bccc_dash.store.tables import PrivacyReviewRow

TABLE = "privacy_reviews"
ANSWERED = ("completed_on", "method", "outcome", "deferred_to")
NOTHING_PLANNED = "No privacy review is planned for this volunteer. Plan one first, then remind."
REMIND_ON = "The day of the reminder must not be after today."


def plan_review(session: Session, *, by: Person, form: Form, at: datetime, ref: str, due_on: date) -> Done:
    """Plan the next privacy review of a volunteer.

    Raises: Refused (no right, no such volunteer, not active, one is planned, a day that is past).
    """
    deed = Deed(session, by=by, form=form, at=at)
    if deed.done:
        return deed.done
    number = deed.find(ref, RecordKind.VOLUNTEER, Capability.KEEP_RECORDS).record_id
    check_can_plan_review(facts=review_facts(session, number, deed.today), due_on=due_on, today=deed.today)
    row = PrivacyReviewRow(volunteer_id=number, due_on=due_on)
    return _end(deed, ref, row, RecordDeed.CREATE, ("volunteer_id", "due_on"))


def note_reminder(session: Session, *, by: Person, form: Form, at: datetime, ref: str, sent_on: date) -> Done:
    """Keep that a volunteer was reminded of the review that is planned.

    Raises: Refused (no right, no such volunteer, none is planned, a day after today).
    """
    deed = Deed(session, by=by, form=form, at=at)
    if deed.done:
        return deed.done
    number = deed.find(ref, RecordKind.VOLUNTEER, Capability.KEEP_RECORDS).record_id
    row = waiting_review(session, number)
    if row is None:
        raise Refused(NOTHING_PLANNED)
    if sent_on > deed.today:
        raise Refused(REMIND_ON)
    row.reminder_sent_on = sent_on
    return _end(deed, ref, row, RecordDeed.UPDATE, ("reminder_sent_on",))


def answer_review(session: Session, *, by: Person, form: Form, at: datetime, ref: str, answer: Answer) -> Done:
    """Answer the review that is due: the planned one, else the one whose day is worked out, which gets its row now.

    Raises: Refused (no right, no such volunteer, not active, days out of order, no way or no new day told).
    """
    deed = Deed(session, by=by, form=form, at=at)
    if deed.done:
        return deed.done
    number = deed.find(ref, RecordKind.VOLUNTEER, Capability.KEEP_RECORDS).record_id
    facts = review_facts(session, number, deed.today)
    check_can_answer_review(facts=facts, answer=answer, today=deed.today)
    row = waiting_review(session, number)
    what = RecordDeed.CREATE if row is None else RecordDeed.UPDATE
    row = row or PrivacyReviewRow(volunteer_id=number, due_on=facts.due_on or answer.on)
    row.completed_on, row.outcome = answer.on, answer.outcome
    row.method, row.deferred_to = answer.method, answer.deferred_to
    made = ("volunteer_id", "due_on") if what is RecordDeed.CREATE else ()
    return _end(deed, ref, row, what, (*made, *ANSWERED))


def _end(deed: Deed, ref: str, row: PrivacyReviewRow, what: RecordDeed, fields: tuple[str, ...]) -> Done:
    deed.session.add(row)
    deed.session.flush()
    return deed.end(ref, Change(TABLE, row.id or 0, what, fields), volunteer_ids=[row.volunteer_id])
