"""A social media check is planned, started, authorised and called off. Wants a session of `store.engine.writing`.

Source: P12, P14, P16, P19, P22, P61, P65.
"""

from datetime import date, datetime

from sqlmodel import Session

from bccc_dash.commands.deed import Change, Deed, Done, Form
from bccc_dash.domain.access import Capability
from bccc_dash.domain.audit_deeds import RecordDeed
from bccc_dash.domain.check_facts import Promise
from bccc_dash.domain.check_fields import planned_day
from bccc_dash.domain.check_looks import called_off
from bccc_dash.domain.check_results import check_can_authorise_check
from bccc_dash.domain.check_rules import check_can_cancel_check, check_can_plan_check, check_can_start_check
from bccc_dash.domain.check_rules import check_can_move_check as check_can_move
from bccc_dash.domain.fields import check_note, check_text, check_word
from bccc_dash.domain.outcome_vocabulary import RecordKind
from bccc_dash.domain.viewer import Person
from bccc_dash.domain.vocabulary import CheckStatus, CheckTrigger
from bccc_dash.queries.check_found import checker_of, plan_of, state_of
from bccc_dash.store.tables import CheckRow

MAY = Capability.MAKE_CHECKS


def plan_check(
    session: Session,
    *,
    by: Person,
    form: Form,
    at: datetime,
    volunteer_ref: str,
    trigger: str,
    reason: str = "",
    planned_for: date | None = None,
) -> Done:
    """Plan a check of a volunteer, with its reason where it is not an applicant's of Stage 1.

    Raises: Refused (a field will not do, may not, or `PLANNING_A_CHECK`).
    """
    deed = Deed(session, by=by, form=form, at=at)
    if deed.done:
        return deed.done
    why, note = check_word("Why it is made", trigger, CheckTrigger), check_note("Reason", reason, optional=True)
    day = planned_day(planned_for, today=deed.today)
    volunteer = deed.find(volunteer_ref, RecordKind.VOLUNTEER, MAY).record_id
    row = CheckRow(volunteer_id=volunteer, trigger=why, necessity_note=note, status=CheckStatus.PLANNED)
    check_can_plan_check(checker=checker_of(session, by, volunteer), plan=plan_of(session, row, day=deed.today))
    row.id, ref = deed.new(RecordKind.CHECK)
    row.planned_for, row.checker_id, row.checker_role_at_time = day, by.user_id, by.role or ""
    session.add(row)
    fields = ("trigger", "necessity_note", "status", "planned_for", "checker")
    return deed.end(ref, Change("checks", row.id, RecordDeed.CREATE, fields), volunteer_ids=[volunteer])


def start_check(
    session: Session,
    *,
    by: Person,
    form: Form,
    at: datetime,
    ref: str,
    promise: Promise,
    reason: str = "",
    policy_version: str = "",
) -> Done:
    """Start a planned check today, as the one who makes it. A reason takes the place of the one it was planned with.

    Raises: Refused (a field will not do, may not, changed meanwhile, or `STARTING_A_CHECK`).
    """
    deed = Deed(session, by=by, form=form, at=at)
    if deed.done:
        return deed.done
    note = check_note("Reason", reason, optional=True)
    version = check_text("Version of the policy", policy_version, optional=True)
    row = found_check(deed, ref)
    check_can_move(now=CheckStatus(row.status), then=CheckStatus.IN_PROGRESS)
    row.necessity_note = note or row.necessity_note
    plan = plan_of(session, row, day=deed.today)
    checker = checker_of(session, by, row.volunteer_id)
    check_can_start_check(checker=checker, plan=plan, promise=promise, today=deed.today)
    row.status, row.started_on, row.policy_version = CheckStatus.IN_PROGRESS, deed.today, version
    row.checker_id, row.checker_role_at_time = by.user_id, by.role or ""
    row.own_account_attested, row.public_domain_attested, row.no_password_attested = True, True, True
    fields = ("status", "started_on", "checker", "own_account_attested", "public_domain_attested")
    return changed(deed, row, ref, *fields, "no_password_attested", "necessity_note", "policy_version")


def authorise_check(session: Session, *, by: Person, form: Form, at: datetime, ref: str) -> Done:
    """Authorise, as the chair, a third look within 90 days, or the use of a private communication.

    Raises: Refused (may not, changed meanwhile, or `AUTHORISING_A_CHECK`).
    """
    deed = Deed(session, by=by, form=form, at=at)
    if deed.done:
        return deed.done
    row = found_check(deed, ref)
    state = state_of(session, row, day=deed.today)
    check_can_authorise_check(checker=checker_of(session, by, row.volunteer_id), state=state, today=deed.today)
    row.authorised_by_id = by.user_id
    return changed(deed, row, ref, "authorised_by")


def cancel_check(session: Session, *, by: Person, form: Form, at: datetime, ref: str, reason: str) -> Done:
    """Call a check off that is not completed; why stands under its reason.

    Raises: Refused (a field will not do, may not, changed meanwhile, or `CALLING_OFF_A_CHECK`).
    """
    deed = Deed(session, by=by, form=form, at=at)
    if deed.done:
        return deed.done
    why = check_note("Why it is called off", reason) or ""
    row = found_check(deed, ref)
    check_can_cancel_check(checker=checker_of(session, by, row.volunteer_id), now=CheckStatus(row.status))
    row.necessity_note = check_note("Why it is called off", called_off(row.necessity_note, why))
    row.status = CheckStatus.CANCELLED
    return changed(deed, row, ref, "status", "necessity_note")


def found_check(deed: Deed, ref: str) -> CheckRow:
    """Return a check on which this person may work.

    Raises: Refused (may not or none such, changed meanwhile).
    """
    return deed.session.get_one(CheckRow, deed.find(ref, RecordKind.CHECK, MAY).record_id)


def changed(deed: Deed, row: CheckRow, ref: str, *fields: str) -> Done:
    """End the deed that changed these fields of a check."""
    return deed.end(ref, Change("checks", row.id, RecordDeed.UPDATE, fields), volunteer_ids=[row.volunteer_id])
