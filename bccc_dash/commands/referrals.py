"""That telling an outside body about a case was considered, and what came of it. Source: P7, P32."""

from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from bccc_dash.commands.deed import Change, Deed, Done, Form, table_of_kind
from bccc_dash.domain.access import Capability
from bccc_dash.domain.audit_deeds import RecordDeed
from bccc_dash.domain.fields import check_note, check_text
from bccc_dash.domain.outcome_vocabulary import RecordKind
from bccc_dash.domain.referral_rules import Considered, check_can_keep_referral
from bccc_dash.domain.viewer import Person
from bccc_dash.queries.duty_facts import considered_before, found_on
from bccc_dash.queries.matters import CASES
from bccc_dash.queries.record_found import record_found
from bccc_dash.store.tables import ReferralRow

FIELDS = ("referrals", "body", "considered_on", "outcome", "rationale", "referred_on", "reference")


def consider_referral(
    session: Session, *, by: Person, form: Form, at: datetime, about: str, considered: Considered
) -> Done:
    """Keep that a body was considered about a concern or a breach. A later thought is a new row.

    Raises: Refused (no right, no such case, long text, days out of order, no reason, considered that day already).
    """
    deed = Deed(session, by=by, form=form, at=at)
    if deed.done:
        return deed.done
    rationale = check_note("Why", considered.rationale, optional=True)
    reference = check_text("The body's reference", considered.reference, optional=True)
    there = record_found(session, about)
    kind = there.kind if there is not None and there.kind in CASES else RecordKind.CONCERN
    found = deed.find(about, kind, Capability.KEEP_CASES)
    before = considered_before(session, found.record_id)
    told = replace(considered, rationale=rationale, reference=reference)
    check_can_keep_referral(considered=told, found_on=found_on(session, found), before=before, today=deed.today)
    row = ReferralRow(
        subject_id=found.record_id,
        body=told.body,
        considered_on=told.on,
        considered_by_id=by.user_id,
        outcome=told.outcome,
        rationale=rationale,
        referred_on=told.referred_on,
        reference=reference,
    )
    session.add(row)
    session.flush()
    return deed.end(
        about, Change(table_of_kind(kind), found.record_id, RecordDeed.UPDATE, FIELDS), case_ids=[found.record_id]
    )
