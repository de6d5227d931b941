"""What every deed at a decision writes: how it ended, what becomes of approval, and where its case moves."""

from datetime import date

from bccc_dash.commands.deed import Change, Deed, table_of_kind
from bccc_dash.domain.approval import ApprovalFacts
from bccc_dash.domain.audit_deeds import RecordDeed
from bccc_dash.domain.case_vocabulary import CaseStatus
from bccc_dash.domain.decision_form import Minute
from bccc_dash.domain.fair_decision import TO_DECIDE, can_move_to_decided
from bccc_dash.domain.outcome_vocabulary import DecisionStatus, RecordKind
from bccc_dash.domain.vocabulary import ApprovalStatus
from bccc_dash.queries.deciding import approval_of, case_to_decide, suspended_by
from bccc_dash.store.tables import ApprovalEventRow, CaseEventRow, ConcernRow, DecisionRow, IncidentRow

SETTLED = ("status", "decided_by", "decided_on", "meeting_date", "minute_ref")
LIFTED = "The urgent suspension was not ratified."


def settle(deed: Deed, row: DecisionRow, status: DecisionStatus, minute: Minute) -> None:
    """Write how a proposal ended, when, and by whom."""
    row.status, row.decided_by_id = status, deed.by.user_id
    row.decided_on, row.meeting_date = minute.decided_on or deed.today, minute.meeting_date
    row.minute_ref = minute.minute_ref or None


def change_approval(
    deed: Deed,
    volunteer_id: int,
    facts: ApprovalFacts,
    to: ApprovalStatus,
    *,
    row: DecisionRow,
    day: date,
    why: str = "",
) -> Change:
    """Add the event that changes approval by this decision, and return what the audit is told."""
    deed.session.flush()
    deed.session.add(
        ApprovalEventRow(
            volunteer_id=volunteer_id,
            from_status=facts.status,
            to_status=to,
            effective_on=day,
            decision_id=row.id,
            recorded_by_id=deed.by.user_id,
            reason=why or None,
        )
    )
    return Change("volunteers", volunteer_id, RecordDeed.DECIDE, ("approval_events",))


def lift_suspension(deed: Deed, volunteer_id: int, row: DecisionRow) -> list[Change]:
    """Restore the approval before an urgent suspension that is not to stand; nothing where it suspends nobody now."""
    facts = approval_of(deed.session, volunteer_id)
    if suspended_by(deed.session, volunteer_id) != row.id or facts.before is None:
        return []
    day = row.decided_on or deed.today
    return [change_approval(deed, volunteer_id, facts, facts.before, row=row, day=day, why=LIFTED)]


def move_to_decided(deed: Deed, kind: RecordKind, number: int, day: date) -> Change:
    """Move a case that waits for the committee to decided, and return what the audit is told of it.

    A case that has not come so far stays where it is: protection does not wait, and neither does the case end by it.
    """
    case = case_to_decide(deed.session, number, day=day)
    table = table_of_kind(kind)
    if case.status not in TO_DECIDE or not can_move_to_decided(case=case, day=day):
        return Change(table, number, RecordDeed.UPDATE, ("decisions",))
    row = deed.session.get_one(ConcernRow if kind is RecordKind.CONCERN else IncidentRow, number)
    row.status = CaseStatus.DECIDED
    deed.session.add(
        CaseEventRow(
            subject_id=number,
            from_status=case.status,
            to_status=CaseStatus.DECIDED,
            occurred_on=day,
            by_id=deed.by.user_id,
        )
    )
    return Change(table, number, RecordDeed.DECIDE, ("decisions", "status"))
