"""A family's written consent to publish one thing, and its withdrawal, which opens a take-down. Source: P48, P49."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from bccc_dash.commands.actions import add_action
from bccc_dash.commands.deed import Change, Deed, Done, Form
from bccc_dash.domain.access import Capability, check_may
from bccc_dash.domain.audit_deeds import RecordDeed
from bccc_dash.domain.consent_rules import Consent, check_can_keep_consent, check_can_withdraw_consent
from bccc_dash.domain.fields import check_note, needed_text
from bccc_dash.domain.outcome_vocabulary import ChildAgeAppropriate, RecordKind
from bccc_dash.domain.viewer import Person
from bccc_dash.queries.duty_facts import incidents_under
from bccc_dash.store.tables import ConsentRow

TABLE = "consents"
KEPT = (
    *("subject_family_ref", "item_description", "family_written_on", "child_age_appropriate", "child_written_on"),
    *("scope", "evidence_held_at"),
)
TAKE_DOWN = "Take down what {ref} allowed to be published"


@dataclass(frozen=True, kw_only=True)
class Item:
    """What may be published, for what, and where the signed paper is. It names nobody."""

    description: str
    scope: str
    evidence_held_at: str


def keep_consent(session: Session, *, by: Person, form: Form, at: datetime, consent: Consent, item: Item) -> Done:
    """Keep a family's written consent.

    Raises: Refused (no right, an empty or long field, a name for a reference, consent that is not complete).
    """
    deed = Deed(session, by=by, form=form, at=at)
    if deed.done:
        return deed.done
    description = check_note("What may be published", item.description)
    scope = check_note("For what", item.scope)
    held_at = needed_text("Where the paper is", item.evidence_held_at)
    check_may(by, Capability.KEEP_RECORDS)
    check_can_keep_consent(consent=consent, today=deed.today)
    number, ref = deed.new(RecordKind.CONSENT)
    session.add(
        ConsentRow(
            id=number,
            subject_family_ref=consent.family_ref,
            item_description=description,
            family_written_on=consent.family_written_on,
            child_age_appropriate=consent.child_age_appropriate,
            child_written_on=consent.child_written_on,
            scope=scope,
            evidence_held_at=held_at,
        )
    )
    return deed.end(ref, Change(TABLE, number, RecordDeed.CREATE, KEPT))


def withdraw_consent(session: Session, *, by: Person, form: Form, at: datetime, ref: str, withdrawn_on: date) -> Done:
    """Keep that a consent was withdrawn; whoever keeps this is to have what was published taken down, from today.

    Raises: Refused (no right, no such consent, withdrawn already, a day out of order).
    """
    deed = Deed(session, by=by, form=form, at=at)
    if deed.done:
        return deed.done
    number = deed.find(ref, RecordKind.CONSENT, Capability.KEEP_RECORDS).record_id
    row = session.get_one(ConsentRow, number)
    check_can_withdraw_consent(consent=_as_kept(row), withdrawn_on=withdrawn_on, today=deed.today)
    row.withdrawn_on = withdrawn_on
    title = TAKE_DOWN.format(ref=ref.upper())
    _, opened = add_action(deed, number, title=title, owner_id=by.user_id, due_on=deed.today)
    told = Change(TABLE, number, RecordDeed.UPDATE, ("withdrawn_on",))
    return deed.end(ref, told, opened, case_ids=incidents_under(session, number))


def _as_kept(row: ConsentRow) -> Consent:
    return Consent(
        family_ref=row.subject_family_ref,
        family_written_on=row.family_written_on,
        child_age_appropriate=ChildAgeAppropriate(row.child_age_appropriate or ChildAgeAppropriate.NOT_ASSESSED),
        child_written_on=row.child_written_on,
        withdrawn_on=row.withdrawn_on,
    )
