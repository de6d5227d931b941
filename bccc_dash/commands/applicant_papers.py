"""The papers of an application: the notice about internet use, the signed form, a permission taken back.

The papers of a first application stand on the volunteer's own row, which the figures read; whatever comes later is a
new row of its own, so nothing that was on record is written over.
"""

from datetime import date, datetime
from typing import Any

from sqlmodel import Session

from bccc_dash.commands.deed import Change, Deed, Done, Form
from bccc_dash.domain.access import Capability
from bccc_dash.domain.audit_deeds import RecordDeed
from bccc_dash.domain.fields import check_day, needed_text
from bccc_dash.domain.moving_on import ApplicationFacts
from bccc_dash.domain.outcome_vocabulary import RecordKind
from bccc_dash.domain.papers import check_can_record_form, check_can_record_notice, check_can_withdraw_permission
from bccc_dash.domain.viewer import Person
from bccc_dash.queries.application import application_facts
from bccc_dash.store.tables import TransparencyRow, VolunteerRow

NOTICE, SIGNED, WITHDRAWN = "Notice given on", "Form signed on", "Permission taken back on"


def record_notice(
    session: Session,
    *,
    by: Person,
    form: Form,
    at: datetime,
    ref: str,
    version: str,
    given_on: date,
    corrects: bool = False,
) -> Done:
    """Record that somebody was told what their internet use may mean for volunteering, and by which version.

    Raises: Refused (a field, no right, changed meanwhile, no open application, one is on record).
    Source: P16.
    """
    deed = Deed(session, by=by, form=form, at=at)
    if deed.done:
        return deed.done
    written = needed_text("Version of the notice", version)
    check_day(NOTICE, given_on, today=deed.today)
    number, facts = _found(deed, ref)
    check_can_record_notice(facts=facts, given_on=given_on, corrects=corrects)
    told = {"notice_version": written, "notice_given_on": given_on}
    return _write(deed, ref, number, told, is_first=facts.notice_on is None and _is_first(facts))


def record_form(
    session: Session,
    *,
    by: Person,
    form: Form,
    at: datetime,
    ref: str,
    version: str,
    signed_on: date,
    permission: bool,
    corrects: bool = False,
) -> Done:
    """Record the signed application form, and whether it gives permission to look.

    Raises: Refused (a field, no right, changed meanwhile, no open application, a permission stands, a form from
    before the permission was taken back). Source: P14.
    """
    deed = Deed(session, by=by, form=form, at=at)
    if deed.done:
        return deed.done
    written = needed_text("Version of the form", version)
    check_day(SIGNED, signed_on, today=deed.today)
    number, facts = _found(deed, ref)
    check_can_record_form(facts=facts, signed_on=signed_on, corrects=corrects)
    told = {"form_version": written, "form_signed_on": signed_on, "check_permission": permission}
    is_first = facts.signed_on is None and facts.withdrawn_on is None and _is_first(facts)
    return _write(deed, ref, number, told, is_first=is_first)


def withdraw_permission(
    session: Session, *, by: Person, form: Form, at: datetime, ref: str, withdrawn_on: date
) -> Done:
    """Record that somebody took their permission to look back. No check may start after that.

    Raises: Refused (a field, no right, changed meanwhile, no permission stands, a day before the form was signed).
    Source: P14.
    """
    deed = Deed(session, by=by, form=form, at=at)
    if deed.done:
        return deed.done
    check_day(WITHDRAWN, withdrawn_on, today=deed.today)
    number, facts = _found(deed, ref)
    check_can_withdraw_permission(facts=facts, withdrawn_on=withdrawn_on)
    return _write(deed, ref, number, {"withdrawn_on": withdrawn_on}, is_first=False)


def _found(deed: Deed, ref: str) -> tuple[int, ApplicationFacts]:
    """The volunteer's number, and how their application stands today."""
    number = deed.find(ref, RecordKind.VOLUNTEER, Capability.KEEP_RECORDS).record_id
    return number, application_facts(deed.session, number, day=deed.today)


def _is_first(facts: ApplicationFacts) -> bool:
    return facts.began_on is None


def _write(deed: Deed, ref: str, number: int, told: dict[str, Any], *, is_first: bool) -> Done:
    """Fill what is blank on the volunteer's row by the first paper of its kind; add a row for any other."""
    volunteer = deed.session.get_one(VolunteerRow, number)
    if is_first and all(getattr(volunteer, name) is None for name in told):
        for name, value in told.items():
            setattr(volunteer, name, value)
    else:
        deed.session.add(TransparencyRow(volunteer_id=number, **told))
    change = Change("volunteers", number, RecordDeed.UPDATE, tuple(told))
    return deed.end(ref, change, volunteer_ids=[number])
