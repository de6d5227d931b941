"""The committee ratifies what somebody proposed. Here, and hardly anywhere else, approval changes.

Source: P1, P25, P27, P29, P30, P31, P56, P65.
"""

from collections.abc import Mapping
from datetime import date, datetime

from sqlmodel import Session

from bccc_dash.commands.decision_rows import SETTLED, change_approval, move_to_decided, settle
from bccc_dash.commands.decisions import CASES, hands_of, open_proposal
from bccc_dash.commands.deed import Change, Deed, Done, Form
from bccc_dash.domain.access import Capability
from bccc_dash.domain.approval import ADVERSE, check_can_change_approval, status_after
from bccc_dash.domain.audit_deeds import RecordDeed
from bccc_dash.domain.decision_form import Minute, checked_minute
from bccc_dash.domain.decision_steps import check_can_ratify
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.fair_decision import check_can_decide_against, check_can_decide_case
from bccc_dash.domain.outcome_vocabulary import DecisionKind, DecisionStatus, RecordKind
from bccc_dash.domain.viewer import Person
from bccc_dash.domain.words import listed
from bccc_dash.queries.deciding import (
    approval_of,
    case_to_decide,
    cases_behind,
    evidence_of,
    kind_of_record,
    undecided_incidents,
    urgent_since,
)
from bccc_dash.store.tables import DecisionRow

UNANSWERED = "Say of {refs} whether this decides it, too."
NOT_ASKED = "{refs}: no breach of this volunteer waits for a decision under that reference. Leave it out."
RATIFIED = (*SETTLED, "from_status", "to_status", "effective_on", "reason_is_conduct_not_belief")
NOBODY: Mapping[str, bool] = {}


def ratify_decision(
    session: Session,
    *,
    by: Person,
    form: Form,
    at: datetime,
    ref: str,
    minute: Minute | None = None,
    decides: Mapping[str, bool] = NOBODY,
) -> Done:
    """Ratify a proposed decision: approval changes by it, its case is decided, and so are the breaches it decides, too.

    `decides` says of every breach of the volunteer on which nothing is decided yet whether this does (none is asked of
    where the decision is about a breach itself); each that it does gets a decision of its own.

    Raises: Refused.
    """
    deed = Deed(session, by=by, form=form, at=at)
    if deed.done:
        return deed.done
    given = checked_minute(minute or Minute(), proposed_on=None, today=deed.today)
    found, row = open_proposal(deed, ref, Capability.RATIFY_DECISIONS, DecisionStatus.RATIFIED)
    given = checked_minute(given, proposed_on=row.proposed_on, today=deed.today)
    day, volunteer_id = given.decided_on or deed.today, found.matter.volunteer_id or 0
    undecided = _undecided(session, row, volunteer_id)
    cases = (*cases_behind(session, row.subject_id), *undecided.values())
    check_can_ratify(hands=hands_of(deed, row, cases))
    also = _answered(undecided, decides)
    if row.reason_is_conduct_not_belief is None:
        row.reason_is_conduct_not_belief = given.is_conduct
    for number in (row.subject_id, *also):
        _check_fair(session, row, number, day)
    settle(deed, row, DecisionStatus.RATIFIED, given)
    changes = _approval(deed, row, volunteer_id, day)
    changes += _cases(deed, row, also, day)
    told = Change("decisions", row.id, RecordDeed.RATIFY, RATIFIED)
    moved = [change.number for change in changes if change.table in ("concerns", "incidents")]
    return deed.end(ref, told, *changes, volunteer_ids=[volunteer_id], case_ids=moved)


def _undecided(session: Session, row: DecisionRow, volunteer_id: int) -> dict[str, int]:
    kind, _ = kind_of_record(session, row.subject_id)
    return {} if kind is RecordKind.INCIDENT else undecided_incidents(session, volunteer_id)


def _answered(undecided: Mapping[str, int], decides: Mapping[str, bool]) -> list[int]:
    """The numbers of the breaches that the decision decides, too."""
    unknown = sorted(set(decides) - set(undecided))
    if unknown:
        raise Refused(NOT_ASKED.format(refs=listed(unknown)))
    missing = sorted(set(undecided) - set(decides))
    if missing:
        raise Refused(UNANSWERED.format(refs=listed(missing)), clause="P56")
    return [number for ref, number in undecided.items() if decides[ref]]


def _check_fair(session: Session, row: DecisionRow, number: int, day: date) -> None:
    """What a decision about this record needs; a refusal about another record than its own names that one."""
    decision, (kind, ref) = DecisionKind(row.kind), kind_of_record(session, number)
    try:
        if decision in ADVERSE:
            is_conduct = row.reason_is_conduct_not_belief
            check_can_decide_against(evidence=evidence_of(session, number, day=day, is_conduct=is_conduct))
        if kind in CASES:
            check_can_decide_case(kind=decision, case=case_to_decide(session, number, day=day), day=day)
    except Refused as refused:
        if number == row.subject_id:
            raise
        raise Refused(f"{ref}: {refused}", clause=refused.clause) from None


def _approval(deed: Deed, row: DecisionRow, volunteer_id: int, day: date) -> list[Change]:
    """What changes of approval: nothing where this kind changes none, or where the chair suspended at once."""
    decision, facts = DecisionKind(row.kind), approval_of(deed.session, volunteer_id)
    if urgent_since(deed.session, row.id) is not None:
        return []
    check_can_change_approval(kind=decision, facts=facts, day=day)
    row.effective_on, to = day, status_after(decision, facts)
    if to is None:
        return []
    row.from_status, row.to_status = facts.status, to
    return [change_approval(deed, volunteer_id, facts, to, row=row, day=day)]


def _cases(deed: Deed, row: DecisionRow, also: list[int], day: date) -> list[Change]:
    kind, _ = kind_of_record(deed.session, row.subject_id)
    moved = [move_to_decided(deed, kind, row.subject_id, day)] if kind in CASES else []
    for number in also:
        moved.append(Change("decisions", _twin(deed, row, number).id, RecordDeed.RATIFY, RATIFIED))
        moved.append(move_to_decided(deed, RecordKind.INCIDENT, number, day))
    return moved


def _twin(deed: Deed, row: DecisionRow, incident_id: int) -> DecisionRow:
    """The same decision about a breach that it decides, too."""
    number, _ = deed.new(RecordKind.DECISION)
    twin = DecisionRow(**{**row.model_dump(), "id": number, "subject_id": incident_id})
    deed.session.add(twin)
    return twin
