"""What is done on a concern in any order: its source assessed, a talk offered or put off, the committee told.

Source: P7, P25, P27, P29, P30, P31.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlmodel import Session, col, select

from bccc_dash.commands.concern_moves import found_concern
from bccc_dash.commands.deed import Change, Deed, Done, Form
from bccc_dash.domain.access import Capability
from bccc_dash.domain.audit_deeds import RecordDeed
from bccc_dash.domain.case_vocabulary import ObjectionTo, Severity, Threshold
from bccc_dash.domain.concern_raising import check_can_change_severity
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.fields import EARLIEST, check_day, check_note, check_text, check_word
from bccc_dash.domain.outcome_vocabulary import DeferralReason, DiscussionResponse, Reliability, ShareChannel
from bccc_dash.domain.viewer import Person
from bccc_dash.domain.vocabulary import IdentityConfidence
from bccc_dash.queries.case_facts import concern_facts
from bccc_dash.store.tables import (
    CommitteeShareRow,
    ConcernRow,
    DiscussionRow,
    RecusalRow,
    SourceAssessmentRow,
    UserRow,
)


@dataclass(frozen=True, kw_only=True)
class Assessment:
    """How far the source is to be trusted, whether it is this person, and what to do about it."""

    reliability: str
    identity_confidence: str
    how_to_interrogate: str
    how_to_act: str
    rationale: str
    is_interviewer: bool = False


@dataclass(frozen=True, kw_only=True)
class Talk:
    """A talk that was offered or held, or why it is put off."""

    offered_on: date | None = None
    held_on: date | None = None
    response: str | None = None
    response_note: str | None = None
    deferral_reason: str | None = None
    deferral_note: str | None = None


def judge_concern(
    session: Session,
    *,
    by: Person,
    form: Form,
    at: datetime,
    ref: str,
    threshold: str | None = None,
    objection_to: str | None = None,
    relevance: str | None = None,
    owner_id: int | None = None,
    severity: str | None = None,
) -> Done:
    """Name the owner, judge the threshold, answer what is objected to, make it graver; what is None stays.

    Raises: Refused; also where the severity would fall, for which one person alone does not suffice.
    """
    deed = Deed(session, by=by, form=form, at=at)
    if deed.done:
        return deed.done
    given = {
        "threshold": check_word("Threshold", threshold, Threshold) if threshold else None,
        "objection_to": check_word("Objection", objection_to, ObjectionTo) if objection_to else None,
        "relevance_to_role_note": check_note("Relevance to the role", relevance, optional=True),
        "owner_id": owner_id,
        "severity": check_word("Severity", severity, Severity) if severity else None,
    }
    given = {name: value for name, value in given.items() if value is not None}
    if not given:
        raise Refused("Nothing is changed; fill in one field at least.")
    row = found_concern(deed, ref, Capability.KEEP_CASES)
    if owner_id is not None:
        _check_owner(session, owner_id, row.volunteer_id)
    if severity:
        _check_severity(session, row, Severity(severity), by)
    for name, value in given.items():
        setattr(row, name, value)
    session.add(row)
    return _told(deed, ref, row, tuple(given))


def assess_source(session: Session, *, by: Person, form: Form, at: datetime, ref: str, found: Assessment) -> Done:
    """Keep how the source of a concern is judged; a later assessment is a new one beside it.

    Raises: Refused.
    """
    deed = Deed(session, by=by, form=form, at=at)
    if deed.done:
        return deed.done
    fields: dict[str, Any] = {
        "reliability": check_word("Reliability", found.reliability, Reliability),
        "identity_confidence": check_word("Identity", found.identity_confidence, IdentityConfidence),
        "how_to_interrogate": check_note("How to question it", found.how_to_interrogate),
        "how_to_act": check_note("How to act on it", found.how_to_act),
        "rationale": check_note("Why", found.rationale),
    }
    row = found_concern(deed, ref, Capability.KEEP_CASES)
    session.add(
        SourceAssessmentRow(
            case_id=row.id,
            assessed_on=deed.today,
            assessor_id=by.user_id,
            assessor_is_interviewer=found.is_interviewer,
            **fields,
        )
    )
    return _told(deed, ref, row, ("source_assessments",))


def discuss(session: Session, *, by: Person, form: Form, at: datetime, ref: str, talk: Talk) -> Done:
    """Keep that a talk was offered or held, or that it is put off and why.

    Raises: Refused.
    """
    deed = Deed(session, by=by, form=form, at=at)
    if deed.done:
        return deed.done
    given = checked_talk(talk, deed.today)
    row = found_concern(deed, ref, Capability.KEEP_CASES)
    session.add(DiscussionRow(case_id=row.id, by_id=by.user_id, **vars(given)))
    return _told(deed, ref, row, ("discussions",))


def share_concern(
    session: Session,
    *,
    by: Person,
    form: Form,
    at: datetime,
    ref: str,
    shared_on: date,
    channel: str,
    minute_ref: str | None = None,
    recused: tuple[int, ...] = (),
) -> Done:
    """Keep that the committee was told, and who stood aside: from then on the matter is kept from them.

    Raises: Refused.
    """
    deed = Deed(session, by=by, form=form, at=at)
    if deed.done:
        return deed.done
    how = check_word("Channel", channel, ShareChannel)
    minute = check_text("Minute", minute_ref, optional=True)
    row = found_concern(deed, ref, Capability.KEEP_CASES)
    check_day("Shared on", shared_on, today=deed.today, earliest=row.identified_on, what="the day it was found")
    aside = sorted(set(recused))
    known = session.exec(select(UserRow.id).where(col(UserRow.id).in_(aside))).all()
    if len(known) != len(aside):
        raise Refused("Stood aside: choose people of the list.")
    meeting = shared_on if how is ShareChannel.MEETING else None
    share = CommitteeShareRow(
        subject_id=row.id,
        shared_on=shared_on,
        channel=how,
        meeting_date=meeting,
        minute_ref=minute,
        shared_by_id=by.user_id,
    )
    session.add(share)
    session.flush()
    session.add_all(RecusalRow(share_id=share.id or 0, position=place, user_id=who) for place, who in enumerate(aside))
    return _told(deed, ref, row, ("committee_shares", "recusals") if aside else ("committee_shares",))


def checked_talk(talk: Talk, today: date) -> Talk:
    """Return the talk, fit to be kept.

    Raises: Refused, which names the field.
    """
    if talk.offered_on is None and talk.deferral_reason is None:
        raise Refused("Talk: say when it was offered, or why it is put off.")
    if talk.offered_on is not None:
        check_day("Offered on", talk.offered_on, today=today)
    if talk.held_on is not None:
        what = "the day it was offered" if talk.offered_on else ""
        check_day("Held on", talk.held_on, today=today, earliest=talk.offered_on or EARLIEST, what=what)
    put_off = check_word("Put off", talk.deferral_reason, DeferralReason) if talk.deferral_reason else None
    note = check_note("Why it is put off", talk.deferral_note) if put_off else None
    return Talk(
        offered_on=talk.offered_on,
        held_on=talk.held_on,
        response=check_word("Answer", talk.response, DiscussionResponse) if talk.response else None,
        response_note=check_note("What was said", talk.response_note, optional=True),
        deferral_reason=put_off,
        deferral_note=note,
    )


def _check_owner(session: Session, owner_id: int, volunteer_id: int) -> None:
    owner = session.get(UserRow, owner_id)
    if owner is None or owner.volunteer_id == volunteer_id:
        raise Refused("Owner: choose one of the list.")


def _check_severity(session: Session, row: ConcernRow, after: Severity, by: Person) -> None:
    facts = concern_facts(session, row)
    check_can_change_severity(
        category=facts.category, before=facts.severity, after=after, by_id=by.user_id, asked_by_id=None, reason=None
    )


def _told(deed: Deed, ref: str, row: ConcernRow, fields: tuple[str, ...]) -> Done:
    change = Change("concerns", row.id, RecordDeed.UPDATE, fields)
    return deed.end(ref, change, volunteer_ids=[row.volunteer_id], case_ids=[row.id])
