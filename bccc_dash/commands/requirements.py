"""How an applicant stands with what a stage requires: interview, references, DBS, training, probation reviews."""

from datetime import datetime

from sqlmodel import Session, col, select

from bccc_dash.commands.deed import Change, Deed, Done, Form
from bccc_dash.domain.access import Capability
from bccc_dash.domain.audit_deeds import RecordDeed
from bccc_dash.domain.fields import NOTE_LETTERS, check_day, check_text, check_word, needed_text
from bccc_dash.domain.moving_on import ApplicationFacts
from bccc_dash.domain.outcome_vocabulary import RecordKind
from bccc_dash.domain.requirements import SETTLED, RequirementTold, check_can_record_requirement
from bccc_dash.domain.viewer import Person
from bccc_dash.domain.vocabulary import Requirement, RequirementStatus
from bccc_dash.queries.application import application_facts
from bccc_dash.store.tables import RequirementResultRow, RequirementRow

FIELDS = ("requirement", "status")


def record_requirement(
    session: Session, *, by: Person, form: Form, at: datetime, ref: str, told: RequirementTold
) -> Done:
    """Record how an applicant stands with one requirement.

    Bounds: what is under way or corrected keeps its row; whatever comes after something settled, such as a renewed
    DBS check, is a row of its own. Of a DBS check only its days are kept.
    Raises: Refused (a field, no right, changed meanwhile, no open application, met without a day, an interview without
    two who recommend, an exemption without a reason, something settled turned round without saying so). Source: P1.
    """
    deed = Deed(session, by=by, form=form, at=at)
    if deed.done:
        return deed.done
    reason = _check_fields(told, deed)
    number = deed.find(ref, RecordKind.VOLUNTEER, Capability.KEEP_RECORDS).record_id
    facts = application_facts(session, number, day=deed.today)
    is_timed = _is_timed(session, told.requirement)
    row = _present(session, number, told.requirement, facts, is_timed=is_timed)
    before = RequirementStatus(row.status) if row else None
    check_can_record_requirement(told=told, facts=facts, before=before, is_timed=is_timed)
    if row is None or (before in SETTLED and not told.corrects):
        row = RequirementResultRow(volunteer_id=number, requirement=told.requirement, status=told.status)
        session.add(row)
    fields = _write(row, told, reason, by)
    return deed.end(ref, Change("volunteers", number, RecordDeed.UPDATE, fields))


def _check_fields(told: RequirementTold, deed: Deed) -> str | None:
    """The reason of an exemption, trimmed; none of anything else.

    Raises: Refused, which names the field.
    """
    check_word("Requirement", told.requirement, Requirement)
    check_word("How it stands", told.status, RequirementStatus)
    if told.completed_on is not None:
        check_day("Met on", told.completed_on, today=deed.today)
    if told.status is RequirementStatus.EXEMPT:
        return needed_text("Reason for the exemption", told.exempt_reason, letters=NOTE_LETTERS)
    return check_text("Reason for the exemption", told.exempt_reason, letters=NOTE_LETTERS, optional=True)


def _is_timed(session: Session, requirement: Requirement) -> bool:
    """Whether what was met for an earlier application counts for a time."""
    found = session.get(RequirementRow, requirement.value)
    return found is not None and found.validity_days is not None


def _present(
    session: Session, number: int, requirement: Requirement, facts: ApplicationFacts, *, is_timed: bool
) -> RequirementResultRow | None:
    """The latest row of the requirement, where it is of this application."""
    mine = (RequirementResultRow.volunteer_id == number, RequirementResultRow.requirement == requirement)
    latest = select(RequirementResultRow).where(*mine).order_by(col(RequirementResultRow.id).desc()).limit(1)
    row = session.exec(latest).first()
    if row is None or row.completed_on is None or facts.began_on is None or is_timed:
        return row
    return row if row.completed_on >= facts.began_on else None


def _write(row: RequirementResultRow, told: RequirementTold, reason: str | None, by: Person) -> tuple[str, ...]:
    is_exempt = told.status is RequirementStatus.EXEMPT
    row.status, row.completed_on, row.expires_on = told.status, told.completed_on, told.expires_on
    row.exempt_reason, row.exempt_until = reason, told.exempt_until
    row.exempt_by_id = by.user_id if is_exempt else None
    days = ("completed_on", "expires_on") if told.status is RequirementStatus.MET else ()
    return (*FIELDS, *days, *(("exempt_reason", "exempt_by", "exempt_until") if is_exempt else ()))
