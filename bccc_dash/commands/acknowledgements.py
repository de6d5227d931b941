"""Guidance given and acknowledged: by a volunteer, or told to so many families or children. Source: P2, P6, P54."""

from datetime import date, datetime

from sqlmodel import Session

from bccc_dash.commands.deed import Change, Deed, Done, Form
from bccc_dash.domain.access import Capability, check_may
from bccc_dash.domain.audit_deeds import RecordDeed
from bccc_dash.domain.fields import needed_text
from bccc_dash.domain.guidance_rules import (
    GivenBefore,
    Guidance,
    check_can_acknowledge_guidance,
    check_can_count_told,
    check_can_give_guidance,
)
from bccc_dash.domain.outcome_vocabulary import RecordKind
from bccc_dash.domain.viewer import Person
from bccc_dash.domain.vocabulary import Audience
from bccc_dash.queries.duty_facts import acknowledgement_of
from bccc_dash.store.tables import AcknowledgementRow

TABLE = "acknowledgements"
MAY = Capability.KEEP_RECORDS
GIVEN = ("guidance_code", "guidance_version", "audience", "given_on")


def give_guidance(
    session: Session,
    *,
    by: Person,
    form: Form,
    at: datetime,
    ref: str,
    guidance: Guidance,
    given_on: date,
    acknowledged_on: date | None = None,
) -> Done:
    """Keep that a volunteer was given a version of guidance, and where it is so that they acknowledged it.

    Raises: Refused (no right, no such volunteer, an empty or long field, given already, days out of order).
    """
    deed = Deed(session, by=by, form=form, at=at)
    if deed.done:
        return deed.done
    what = _checked(guidance)
    number = deed.find(ref, RecordKind.VOLUNTEER, MAY).record_id
    before = _before(acknowledgement_of(session, number, what))
    check_can_give_guidance(before=before, given_on=given_on, acknowledged_on=acknowledged_on, today=deed.today)
    row = _row(what, Audience.VOLUNTEER, given_on)
    row.volunteer_id, row.acknowledged_on = number, acknowledged_on
    return _end(deed, ref, row, RecordDeed.CREATE, ("volunteer_id", *GIVEN, "acknowledged_on"))


def acknowledge_guidance(
    session: Session, *, by: Person, form: Form, at: datetime, ref: str, guidance: Guidance, acknowledged_on: date
) -> Done:
    """Keep that a volunteer acknowledged the guidance that they were given.

    Raises: Refused (no right, no such volunteer, an empty or long field, not given, acknowledged, days out of order).
    """
    deed = Deed(session, by=by, form=form, at=at)
    if deed.done:
        return deed.done
    what = _checked(guidance)
    number = deed.find(ref, RecordKind.VOLUNTEER, MAY).record_id
    row = acknowledgement_of(session, number, what)
    check_can_acknowledge_guidance(before=_before(row), acknowledged_on=acknowledged_on, today=deed.today)
    row = row or _row(what, Audience.VOLUNTEER, acknowledged_on)
    row.acknowledged_on = acknowledged_on
    return _end(deed, ref, row, RecordDeed.UPDATE, ("acknowledged_on",))


def count_told(
    session: Session,
    *,
    by: Person,
    form: Form,
    at: datetime,
    audience: Audience,
    guidance: Guidance,
    given_on: date,
    count: int,
) -> Done:
    """Keep how many families or children were told. The answer names the guidance: nobody else is named.

    Raises: Refused (no right, an empty or long field, a volunteer, no count, a day after today).
    """
    deed = Deed(session, by=by, form=form, at=at)
    if deed.done:
        return deed.done
    what = _checked(guidance)
    check_may(by, MAY)
    check_can_count_told(audience=audience, count=count, given_on=given_on, today=deed.today)
    row = _row(what, audience, given_on)
    row.family_count = count
    return _end(deed, what.code, row, RecordDeed.CREATE, (*GIVEN, "family_count"))


def _checked(guidance: Guidance) -> Guidance:
    return Guidance(code=needed_text("Guidance", guidance.code), version=needed_text("Version", guidance.version))


def _before(row: AcknowledgementRow | None) -> GivenBefore:
    return GivenBefore() if row is None else GivenBefore(given_on=row.given_on, acknowledged_on=row.acknowledged_on)


def _row(what: Guidance, audience: Audience, given_on: date) -> AcknowledgementRow:
    return AcknowledgementRow(
        guidance_code=what.code, guidance_version=what.version, audience=audience, given_on=given_on
    )


def _end(deed: Deed, ref: str, row: AcknowledgementRow, what: RecordDeed, fields: tuple[str, ...]) -> Done:
    deed.session.add(row)
    deed.session.flush()
    return deed.end(ref, Change(TABLE, row.id or 0, what, fields))
