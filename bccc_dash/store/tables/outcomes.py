"""What is done: decisions, actions, referrals, privacy reviews, guidance, consents, meetings."""

import datetime as dt

from sqlalchemy import Column, Text
from sqlmodel import Field

from bccc_dash.domain.outcome_vocabulary import (
    ActionStatus,
    ChildAgeAppropriate,
    DecisionKind,
    DecisionStatus,
    ReferralBody,
    ReferralOutcome,
)
from bccc_dash.domain.vocabulary import ApprovalStatus, Audience, ReviewMethod, ReviewOutcome
from bccc_dash.store.tables.base import WORD_LETTERS, Row, indexes, link, note, own_id, record_id, text, word


class DecisionRow(Row, table=True):
    """What is proposed or decided about a concern, an incident or a volunteer."""

    __tablename__ = "decisions"
    __table_args__ = indexes(("subject_id", "decided_on"), ("decided_on",), ("kind", "decided_on"))

    id: int = record_id()
    subject_id: int = link("records.id", index=False)
    kind: str = word("kind", DecisionKind)
    from_status: str | None = word("from_status", ApprovalStatus, optional=True)
    to_status: str | None = word("to_status", ApprovalStatus, optional=True)
    effective_on: dt.date | None = None
    ends_on: dt.date | None = None
    rationale: str | None = note()
    reason_is_conduct_not_belief: bool | None = None
    proposed_by_id: int | None = link("users.id", optional=True, index=False)
    proposed_on: dt.date | None = None
    decided_by_id: int | None = link("users.id", optional=True, index=False)
    decided_on: dt.date | None = None
    status: str = word("status", DecisionStatus)
    meeting_date: dt.date | None = None
    minute_ref: str | None = text(optional=True)
    review_on: dt.date | None = None
    imported_at: dt.datetime | None = None


class ActionRow(Row, table=True):
    """Something somebody is to do by a day. `first_due_on` never moves; `due_dates` keeps every date it had."""

    __tablename__ = "actions"
    __table_args__ = indexes(("first_due_on",), ("due_on",))

    id: int = record_id()
    subject_id: int = link("records.id")
    title: str = text()
    owner_id: int | None = link("users.id", optional=True, index=False)
    created_on: dt.date | None = None
    due_on: dt.date
    first_due_on: dt.date | None = None
    due_dates: str | None = Field(default=None, sa_column=Column(Text))
    status: str = word("status", ActionStatus)
    done_on: dt.date | None = None
    cancel_reason: str | None = note()


class ReferralRow(Row, table=True):
    """That telling an outside body was considered, and what came of it."""

    __tablename__ = "referrals"

    id: int | None = own_id()
    subject_id: int = link("records.id")
    body: str = word("body", ReferralBody)
    considered_on: dt.date
    considered_by_id: int | None = link("users.id", optional=True, index=False)
    outcome: str | None = word("outcome", ReferralOutcome, optional=True)
    rationale: str | None = note()
    referred_on: dt.date | None = None
    reference: str | None = text(optional=True)


class PrivacyReviewRow(Row, table=True):
    """A volunteer's look at their own privacy settings: due, done, how it ended."""

    __tablename__ = "privacy_reviews"
    __table_args__ = indexes(
        ("volunteer_id", "completed_on", "due_on", "outcome", "deferred_to"), ("completed_on", "outcome")
    )

    id: int | None = own_id()
    volunteer_id: int = link("volunteers.id", index=False)
    due_on: dt.date
    completed_on: dt.date | None = None
    method: str | None = word("method", ReviewMethod, optional=True)
    outcome: str | None = word("outcome", ReviewOutcome, optional=True)
    deferred_to: dt.date | None = None
    reminder_sent_on: dt.date | None = None


class GuidanceRow(Row, table=True):
    """One version of a piece of guidance."""

    __tablename__ = "guidance"

    id: int | None = own_id()
    code: str = text()
    version: str = text()
    audience: str | None = word("audience", Audience, optional=True)
    title: str | None = text(optional=True)
    effective_on: dt.date
    clauses: str | None = Field(default=None, sa_column=Column(Text))


class AcknowledgementRow(Row, table=True):
    """That guidance was given to a volunteer, or to so many families or children, and acknowledged."""

    __tablename__ = "acknowledgements"
    __table_args__ = indexes(("volunteer_id", "guidance_code"))

    id: int | None = own_id()
    volunteer_id: int | None = link("volunteers.id", optional=True, index=False)
    guidance_code: str = text()
    guidance_version: str = text()
    audience: str = word("audience", Audience)
    given_on: dt.date
    acknowledged_on: dt.date | None = None
    family_count: int | None = None


class ConsentRow(Row, table=True):
    """A family's written consent to publish one thing. The family is an opaque reference held elsewhere."""

    __tablename__ = "consents"

    id: int = record_id()
    subject_family_ref: str = text()
    item_description: str | None = note()
    family_written_on: dt.date | None = None
    child_age_appropriate: str | None = word("child_age_appropriate", ChildAgeAppropriate, optional=True)
    child_written_on: dt.date | None = None
    scope: str | None = note()
    withdrawn_on: dt.date | None = None
    evidence_held_at: str | None = text(optional=True)


class MeetingRow(Row, table=True):
    """A meeting of the committee."""

    __tablename__ = "meetings"

    id: int | None = own_id()
    date: dt.date = Field(index=True)
    kind: str | None = text(WORD_LETTERS, optional=True)
    quorum_required: int | None = None
    declarations: str | None = note()
    closed_on: dt.date | None = None


class AttendanceRow(Row, table=True):
    """A person who attended a meeting."""

    __tablename__ = "attendances"

    meeting_id: int = Field(foreign_key="meetings.id", primary_key=True)
    position: int = Field(primary_key=True)
    user_id: int = link("users.id")
