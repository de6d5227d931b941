"""Decisions about a volunteer, a concern or a breach: proposed by one person, ended by another, or taken back.

Each wants a session of `store.engine.writing`. Source: P30, P56.
"""

from datetime import date, datetime

from sqlmodel import Session

from bccc_dash.commands.decision_rows import SETTLED, lift_suspension, settle
from bccc_dash.commands.deed import Change, Deed, Done, Form, table_of_kind
from bccc_dash.domain.access import Capability
from bccc_dash.domain.approval import ADVERSE, ApprovalFacts, check_can_change_approval, status_after
from bccc_dash.domain.audit_deeds import RecordDeed
from bccc_dash.domain.decision_form import Minute, Proposal, checked_minute, checked_proposal
from bccc_dash.domain.decision_steps import (
    Hands,
    check_can_end_lapsed,
    check_can_propose,
    check_can_reject,
    check_can_settle,
    check_can_withdraw,
)
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.fair_decision import NEEDS_NO_STATE, check_can_propose_on_views
from bccc_dash.domain.outcome_vocabulary import DecisionKind, DecisionStatus, RecordKind
from bccc_dash.domain.viewer import Person
from bccc_dash.queries.deciding import (
    approval_of,
    cases_behind,
    evidence_of,
    is_proposed,
    kept_from,
    kind_of_record,
    urgent_since,
)
from bccc_dash.queries.matters import Found
from bccc_dash.queries.settings import targets
from bccc_dash.store.tables import DecisionRow

CASES = (RecordKind.CONCERN, RecordKind.INCIDENT)
ABOUT = (RecordKind.VOLUNTEER, *CASES)
NO_SUBJECT = "About: a decision is about a volunteer, a concern or a breach. Choose one of these."
PROPOSED = ("subject", "kind", "rationale", "reason_is_conduct_not_belief", "ends_on", "review_on", "proposed_by")


def propose_decision(
    session: Session, *, by: Person, form: Form, at: datetime, kind: RecordKind, ref: str, proposal: Proposal
) -> Done:
    """Propose a decision about the record of this kind and reference; the committee ratifies or rejects it.

    Returns: the reference of the decision.
    Raises: Refused. Source: P27, P30, P56.
    """
    deed = Deed(session, by=by, form=form, at=at)
    if deed.done:
        return deed.done
    found, proposal = subject_of_proposal(deed, kind, ref, proposal, Capability.PROPOSE_DECISIONS)
    facts = approval_of(session, found.matter.volunteer_id or 0)
    check_can_propose(
        stood_aside=stood_aside(deed, found), is_waiting=is_proposed(session, found.record_id, proposal.kind)
    )
    check_can_change_approval(kind=proposal.kind, facts=facts, day=deed.today)
    if proposal.kind in ADVERSE - NEEDS_NO_STATE:
        behind = evidence_of(session, found.record_id, day=deed.today, is_conduct=proposal.is_conduct)
        check_can_propose_on_views(evidence=behind)
    row, decision_ref = add_proposal(deed, found, proposal, facts)
    return end(deed, found, decision_ref, Change("decisions", row.id, RecordDeed.PROPOSE, PROPOSED))


def withdraw_decision(session: Session, *, by: Person, form: Form, at: datetime, ref: str) -> Done:
    """Take back a decision that one proposed oneself; an urgent suspension is lifted.

    Raises: Refused.
    """
    return _take_back(Deed(session, by=by, form=form, at=at), ref, is_lapse=False)


def end_lapsed_suspension(session: Session, *, by: Person, form: Form, at: datetime, ref: str) -> Done:
    """End an urgent suspension that nobody ratified in its days: approval is again as it was before.

    Raises: Refused. Source: P56.
    """
    return _take_back(Deed(session, by=by, form=form, at=at), ref, is_lapse=True)


def reject_decision(
    session: Session, *, by: Person, form: Form, at: datetime, ref: str, minute: Minute | None = None
) -> Done:
    """Reject what somebody else proposed; an urgent suspension is lifted.

    Raises: Refused. Source: P30, P31, P56.
    """
    deed = Deed(session, by=by, form=form, at=at)
    if deed.done:
        return deed.done
    minute = checked_minute(minute or Minute(), proposed_on=None, today=deed.today)
    found, row = open_proposal(deed, ref, Capability.RATIFY_DECISIONS, DecisionStatus.REJECTED)
    minute = checked_minute(minute, proposed_on=row.proposed_on, today=deed.today)
    check_can_reject(hands=hands_of(deed, row, cases_behind(session, row.subject_id)))
    settle(deed, row, DecisionStatus.REJECTED, minute)
    lifted = lift_suspension(deed, found.matter.volunteer_id or 0, row)
    return end(deed, found, ref, Change("decisions", row.id, RecordDeed.REJECT, SETTLED), *lifted)


def open_proposal(deed: Deed, ref: str, capability: Capability, to: DecisionStatus) -> tuple[Found, DecisionRow]:
    """Return a decision that waits, to which this person may do this; neither it nor its subject was changed meanwhile.

    Raises: Refused.
    """
    found = deed.find(ref, RecordKind.DECISION, capability)
    row = deed.session.get_one(DecisionRow, found.record_id, populate_existing=True)
    check_can_settle(status=DecisionStatus(row.status), to=to)
    deed.unchanged(table_of_kind(kind_of_record(deed.session, row.subject_id)[0]), row.subject_id)
    return found, row


def stood_aside(deed: Deed, found: Found) -> bool:
    """Return whether this person stood aside from a case behind a decision about this record."""
    cases = cases_behind(deed.session, found.record_id)
    return deed.by.user_id in kept_from(deed.session, found.record_id, cases)


def hands_of(deed: Deed, row: DecisionRow, cases: tuple[int, ...]) -> Hands:
    """Return in whose hands a decision is; `cases` are those that it rests on or decides."""
    return Hands(
        by=deed.by.user_id,
        proposed_by=row.proposed_by_id,
        kept_from=kept_from(deed.session, row.subject_id, cases),
        is_adverse=DecisionKind(row.kind) in ADVERSE,
    )


def subject_of_proposal(
    deed: Deed, kind: RecordKind, ref: str, proposal: Proposal, capability: Capability
) -> tuple[Found, Proposal]:
    proposal = checked_proposal(proposal, deed.today)
    if kind not in ABOUT:
        raise Refused(NO_SUBJECT)
    return deed.find(ref, kind, capability), proposal


def add_proposal(
    deed: Deed, found: Found, proposal: Proposal, facts: ApprovalFacts, *, effective_on: date | None = None
) -> tuple[DecisionRow, str]:
    """Add a proposed decision about this record, and return its row and reference."""
    number, ref = deed.new(RecordKind.DECISION)
    to = status_after(proposal.kind, facts)
    row = DecisionRow(
        id=number,
        subject_id=found.record_id,
        kind=proposal.kind,
        from_status=None if to is None else facts.status,
        to_status=to,
        effective_on=effective_on,
        ends_on=proposal.ends_on,
        rationale=proposal.rationale,
        reason_is_conduct_not_belief=proposal.is_conduct,
        proposed_by_id=deed.by.user_id,
        proposed_on=deed.today,
        status=DecisionStatus.PROPOSED,
        review_on=proposal.review_on,
    )
    deed.session.add(row)
    deed.session.flush()
    return row, ref


def _take_back(deed: Deed, ref: str, *, is_lapse: bool) -> Done:
    if deed.done:
        return deed.done
    capability = Capability.RATIFY_DECISIONS if is_lapse else Capability.PROPOSE_DECISIONS
    found, row = open_proposal(deed, ref, capability, DecisionStatus.WITHDRAWN)
    since = urgent_since(deed.session, found.record_id)
    hands = hands_of(deed, row, cases_behind(deed.session, row.subject_id))
    if is_lapse:
        settings = targets(deed.session)
        check_can_end_lapsed(hands=hands, since=since, today=deed.today, targets=settings)
    else:
        check_can_withdraw(hands=hands)
    settle(deed, row, DecisionStatus.WITHDRAWN, Minute())
    lifted = lift_suspension(deed, found.matter.volunteer_id or 0, row)
    return end(deed, found, ref, Change("decisions", row.id, RecordDeed.UPDATE, SETTLED), *lifted)


def end(deed: Deed, found: Found, ref: str, *changes: Change) -> Done:
    """End a deed that leaves every case in its state."""
    people = [] if found.matter.volunteer_id is None else [found.matter.volunteer_id]
    return deed.end(ref, *changes, volunteer_ids=people)
