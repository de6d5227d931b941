"""The chair suspends a volunteer before the committee meets. It holds at once, and waits to be ratified.

Source: P7, P56.
"""

from datetime import datetime

from sqlmodel import Session

from bccc_dash.commands.decision_rows import change_approval
from bccc_dash.commands.decisions import PROPOSED, add_proposal, end, stood_aside, subject_of_proposal
from bccc_dash.commands.deed import Change, Deed, Done, Form
from bccc_dash.domain.access import Capability
from bccc_dash.domain.approval import check_can_change_approval
from bccc_dash.domain.audit_deeds import RecordDeed
from bccc_dash.domain.decision_form import Proposal
from bccc_dash.domain.decision_steps import check_can_propose
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.outcome_vocabulary import DecisionKind, RecordKind
from bccc_dash.domain.viewer import Person
from bccc_dash.domain.vocabulary import ApprovalStatus
from bccc_dash.queries.deciding import approval_of

ONLY_SUSPEND = "Decision: only a suspension can hold before the committee meets. Propose anything else."


def suspend_at_once(
    session: Session, *, by: Person, form: Form, at: datetime, kind: RecordKind, ref: str, proposal: Proposal
) -> Done:
    """Suspend the volunteer whom this record is about, from today; somebody else on the committee ratifies it.

    It waits for no state of a case, and for no assessment, discussion or sharing: ratifying it does.

    Returns: the reference of the decision.
    Raises: Refused.
    """
    deed = Deed(session, by=by, form=form, at=at)
    if deed.done:
        return deed.done
    if proposal.kind is not DecisionKind.SUSPEND:
        raise Refused(ONLY_SUSPEND)
    found, proposal = subject_of_proposal(deed, kind, ref, proposal, Capability.SUSPEND_AT_ONCE)
    check_can_propose(stood_aside=stood_aside(deed, found), is_waiting=False)
    volunteer_id = found.matter.volunteer_id or 0
    facts = approval_of(session, volunteer_id)
    check_can_change_approval(kind=DecisionKind.SUSPEND, facts=facts, day=deed.today)
    row, decision_ref = add_proposal(deed, found, proposal, facts, effective_on=deed.today)
    suspended = change_approval(deed, volunteer_id, facts, ApprovalStatus.SUSPENDED, row=row, day=deed.today)
    told = Change("decisions", row.id, RecordDeed.SUSPEND, (*PROPOSED, "effective_on"))
    return end(deed, found, decision_ref, told, suspended)
