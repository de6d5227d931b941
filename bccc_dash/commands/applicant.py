"""People who apply: registered once, and again where they come back."""

from datetime import date, datetime

from sqlmodel import Session, col, func, select

from bccc_dash.commands.deed import Change, Deed, Done, Form
from bccc_dash.commands.people import EMAIL
from bccc_dash.commands.stage_moves import write_move
from bccc_dash.domain.access import Capability, check_may
from bccc_dash.domain.audit_deeds import RecordDeed
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.fields import check_day, check_text, needed_text
from bccc_dash.domain.moving_on import ApplicationFacts
from bccc_dash.domain.moving_stage import check_can_apply_again
from bccc_dash.domain.outcome_vocabulary import RecordKind
from bccc_dash.domain.viewer import Person
from bccc_dash.domain.vocabulary import Stage
from bccc_dash.queries.application import application_facts
from bccc_dash.store.tables import VolunteerRow

APPLIED = "Applied on"
NO_EMAIL = "E-mail: write it as somebody@example.org, or leave it out."
IS_THERE = "Somebody with this e-mail address is registered already. Record a new application on that person's page."


def register_applicant(
    session: Session,
    *,
    by: Person,
    form: Form,
    at: datetime,
    full_name: str,
    role_title: str,
    applied_on: date,
    email: str | None = None,
) -> Done:
    """Register somebody who applies: they stand at Enquiry, not yet assessed.

    Bounds: names and e-mail of 1 to 200 letters in one line. Nobody is registered twice under one e-mail address.
    Raises: Refused (a field, no right, registered already).
    """
    deed = Deed(session, by=by, form=form, at=at)
    if deed.done:
        return deed.done
    name, role = needed_text("Full name", full_name), needed_text("Role", role_title)
    address = check_text("E-mail", email, optional=True)
    if address and not EMAIL.fullmatch(address):
        raise Refused(NO_EMAIL)
    check_day(APPLIED, applied_on, today=deed.today)
    check_may(by, Capability.KEEP_RECORDS)
    if address and _is_there(session, address):
        raise Refused(IS_THERE)
    number, ref = deed.new(RecordKind.VOLUNTEER)
    session.add(VolunteerRow(id=number, full_name=name, email=address, role_title=role, applied_on=applied_on))
    session.flush()
    fields = ("full_name", *(("email",) if address else ()), "role_title", "applied_on")
    fields += write_move(deed, number, ApplicationFacts(stage=None), Stage.S0, applied_on)
    return deed.end(ref, Change("volunteers", number, RecordDeed.CREATE, fields), volunteer_ids=[number])


def apply_again(session: Session, *, by: Person, form: Form, at: datetime, ref: str, applied_on: date) -> Done:
    """Record that somebody applies anew: they stand at Enquiry once more, and everything is asked for again.

    Bounds: the day on which they first applied stays on their record.
    Raises: Refused (a field, no right, changed meanwhile, an application or service is open, a day before it ended).
    """
    deed = Deed(session, by=by, form=form, at=at)
    if deed.done:
        return deed.done
    check_day(APPLIED, applied_on, today=deed.today)
    number = deed.find(ref, RecordKind.VOLUNTEER, Capability.KEEP_RECORDS).record_id
    facts = application_facts(session, number, day=applied_on)
    check_can_apply_again(facts=facts, applied_on=applied_on)
    fields = write_move(deed, number, facts, Stage.S0, applied_on)
    return deed.end(ref, Change("volunteers", number, RecordDeed.UPDATE, fields), volunteer_ids=[number])


def _is_there(session: Session, email: str) -> bool:
    same = func.lower(col(VolunteerRow.email)) == email.lower()
    return session.exec(select(VolunteerRow.id).where(same).limit(1)).first() is not None
