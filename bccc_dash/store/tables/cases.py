"""Cases: concerns and incidents, their history, and the milestones the policy asks for."""

import datetime as dt

from sqlmodel import Field

from bccc_dash.domain.case_vocabulary import (
    AffectedParty,
    CaseStatus,
    ChildImpact,
    ConcernCategory,
    ConcernStatus,
    ContentScope,
    Expression,
    IncidentStatus,
    Material,
    ObjectionTo,
    PublishedBy,
    Severity,
    Source,
    Threshold,
)
from bccc_dash.domain.outcome_vocabulary import (
    ContentStatus,
    DeferralReason,
    DiscussionResponse,
    Finding,
    Reliability,
    ShareChannel,
)
from bccc_dash.domain.vocabulary import IdentityConfidence
from bccc_dash.store.tables.base import WORD_LETTERS, Row, indexes, link, note, own_id, record_id, text, word, words


class ConcernRow(Row, table=True):
    """Something found that may bear on a volunteer's role. The summary is neutral and names nobody."""

    __tablename__ = "concerns"
    __table_args__ = indexes(("volunteer_id", "identified_on"), ("identified_on",), ("recorded_on",))

    id: int = record_id()
    volunteer_id: int = link("volunteers.id", index=False)
    check_id: int | None = link("checks.id", optional=True)
    source: str = word("source", Source)
    identified_on: dt.date
    recorded_on: dt.date
    category: str = word("category", ConcernCategory)
    material: str | None = word("material", Material, optional=True)
    expression: str | None = word("expression", Expression, optional=True)
    published_by: str | None = word("published_by", PublishedBy, optional=True)
    content_scope: str | None = word("content_scope", ContentScope, optional=True)
    platform: str | None = text(WORD_LETTERS, optional=True)
    summary: str | None = note()
    severity: str = word("severity", Severity)
    threshold: str | None = word("threshold", Threshold, optional=True)
    child_impact: str | None = word("child_impact", ChildImpact, optional=True)
    affected_parties: str | None = words("affected_parties", AffectedParty)
    involves_views_or_opinions: bool | None = None
    objection_to: str | None = word("objection_to", ObjectionTo, optional=True)
    relevance_to_role_note: str | None = note()
    contains_special_category: bool | None = None
    contains_criminal_allegation: bool | None = None
    legal_hold: bool | None = None
    owner_id: int | None = link("users.id", optional=True, index=False)
    status: str = word("status", ConcernStatus)
    next_review_on: dt.date | None = None
    closed_on: dt.date | None = None
    closure_reason: str | None = note()


class IncidentRow(Row, table=True):
    """A breach of the policy, and what it touches."""

    __tablename__ = "incidents"
    __table_args__ = indexes(("discovered_on",), ("recorded_on",), ("affects_approval", "recorded_on"))

    id: int = record_id()
    volunteer_id: int = link("volunteers.id")
    concern_id: int | None = link("concerns.id", optional=True)
    breach_type: str = word("breach_type", ConcernCategory)
    occurred_on: dt.date | None = None
    discovered_on: dt.date
    recorded_on: dt.date
    source: str = word("source", Source)
    severity: str = word("severity", Severity)
    child_impact: str | None = word("child_impact", ChildImpact, optional=True)
    affected_parties: str | None = words("affected_parties", AffectedParty)
    identified_as_bccc: bool | None = None
    content_status: str | None = word("content_status", ContentStatus, optional=True)
    takedown_requested_on: dt.date | None = None
    removed_on: dt.date | None = None
    consent_id: int | None = link("consents.id", optional=True, index=False)
    finding: str | None = word("finding", Finding, optional=True)
    affects_assessment: bool | None = None
    affects_approval: bool | None = None
    affects_length_of_service: bool | None = None
    status: str = word("status", IncidentStatus)
    owner_id: int | None = link("users.id", optional=True, index=False)
    closed_on: dt.date | None = None


class CaseEventRow(Row, table=True):
    """A change of state of a concern or an incident. Append-only."""

    __tablename__ = "case_events"
    __table_args__ = indexes(("subject_id", "occurred_on"))

    id: int | None = own_id()
    subject_id: int = link("records.id", index=False)
    from_status: str | None = word("from_status", CaseStatus, optional=True)
    to_status: str = word("to_status", CaseStatus)
    occurred_on: dt.date
    by_id: int | None = link("users.id", optional=True, index=False)
    reason: str | None = note()


class SourceAssessmentRow(Row, table=True):
    """How far the source of a concern (or incident) is to be trusted, and what to do with it."""

    __tablename__ = "source_assessments"

    id: int | None = own_id()
    case_id: int = link("records.id")
    assessed_on: dt.date
    assessor_id: int = link("users.id", index=False)
    assessor_is_interviewer: bool | None = None
    reliability: str | None = word("reliability", Reliability, optional=True)
    identity_confidence: str | None = word("identity_confidence", IdentityConfidence, optional=True)
    how_to_interrogate: str | None = note()
    how_to_act: str | None = note()
    rationale: str | None = note()


class DiscussionRow(Row, table=True):
    """A talk with the volunteer about a concern (or incident): offered, held, or put off and why."""

    __tablename__ = "discussions"

    id: int | None = own_id()
    case_id: int = link("records.id")
    offered_on: dt.date | None = None
    held_on: dt.date | None = None
    by_id: int | None = link("users.id", optional=True, index=False)
    response: str | None = word("response", DiscussionResponse, optional=True)
    response_note: str | None = note()
    deferral_reason: str | None = word("deferral_reason", DeferralReason, optional=True)
    deferral_note: str | None = note()
    challenge_received_on: dt.date | None = None


class CommitteeShareRow(Row, table=True):
    """That the committee was told of a case, when and how."""

    __tablename__ = "committee_shares"

    id: int | None = own_id()
    subject_id: int = link("records.id")
    shared_on: dt.date
    channel: str | None = word("channel", ShareChannel, optional=True)
    meeting_date: dt.date | None = None
    minute_ref: str | None = text(optional=True)
    shared_by_id: int | None = link("users.id", optional=True, index=False)


class RecusalRow(Row, table=True):
    """A person who stood aside when a case was shared."""

    __tablename__ = "recusals"

    share_id: int = Field(foreign_key="committee_shares.id", primary_key=True)
    position: int = Field(primary_key=True)
    user_id: int = link("users.id")
