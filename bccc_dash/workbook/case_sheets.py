"""The sheets about concerns and incidents, their history and the milestones that the policy asks for."""

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
    RecordKind,
    Reliability,
    ShareChannel,
)
from bccc_dash.domain.vocabulary import IdentityConfidence
from bccc_dash.store.tables import (
    CaseEventRow,
    CommitteeShareRow,
    ConcernRow,
    DiscussionRow,
    IncidentRow,
    SourceAssessmentRow,
)
from bccc_dash.workbook.columns import (
    CASES,
    POSITION,
    Sheet,
    date,
    names,
    note,
    own_ref,
    people,
    person,
    several,
    short,
    text,
    word,
    yes_no,
)

_VOLUNTEER = names("volunteer_ref", RecordKind.VOLUNTEER, required=True)
_CASE = names("concern_ref", *CASES, required=True, attribute="case_id")

CONCERNS = Sheet(
    "concerns",
    ConcernRow,
    "concern",
    ("ref",),
    (
        own_ref("Concern ref"),
        _VOLUNTEER,
        names("check_ref", RecordKind.CHECK),
        word("source", Source, required=True),
        date("identified_on", required=True),
        date("recorded_on", required=True),
        word("category", ConcernCategory, required=True),
        word("material", Material),
        word("expression", Expression),
        word("published_by", PublishedBy),
        word("content_scope", ContentScope),
        short("platform"),
        note("summary"),
        word("severity", Severity, required=True),
        word("threshold", Threshold),
        word("child_impact", ChildImpact),
        several("affected_parties", AffectedParty),
        yes_no("involves_views_or_opinions"),
        word("objection_to", ObjectionTo),
        note("relevance_to_role_note"),
        yes_no("contains_special_category"),
        yes_no("contains_criminal_allegation"),
        yes_no("legal_hold"),
        person("owner"),
        word("status", ConcernStatus, required=True),
        date("next_review_on"),
        date("closed_on"),
        note("closure_reason"),
    ),
    record=RecordKind.CONCERN,
)

CASE_EVENTS = Sheet(
    "case_events",
    CaseEventRow,
    "case event",
    ("subject_ref", "occurred_on", "from_status", "to_status"),
    (
        names("subject_ref", *CASES, required=True),
        word("from_status", CaseStatus),
        word("to_status", CaseStatus, required=True),
        date("occurred_on", required=True),
        person("by"),
        note("reason"),
    ),
    append_only=True,
)

SOURCE_ASSESSMENTS = Sheet(
    "source_assessments",
    SourceAssessmentRow,
    "source assessment",
    ("concern_ref", "assessed_on", "assessor"),
    (
        _CASE,
        date("assessed_on", required=True),
        person("assessor", required=True),
        yes_no("assessor_is_interviewer"),
        word("reliability", Reliability),
        word("identity_confidence", IdentityConfidence),
        note("how_to_interrogate"),
        note("how_to_act"),
        note("rationale"),
    ),
)

DISCUSSIONS = Sheet(
    "discussions",
    DiscussionRow,
    "discussion",
    ("concern_ref", POSITION),
    (
        _CASE,
        date("offered_on"),
        date("held_on"),
        person("by"),
        word("response", DiscussionResponse),
        note("response_note"),
        word("deferral_reason", DeferralReason),
        note("deferral_note"),
        date("challenge_received_on"),
    ),
)

COMMITTEE_SHARES = Sheet(
    "committee_shares",
    CommitteeShareRow,
    "committee share",
    ("subject_ref", "shared_on", "channel"),
    (
        names("subject_ref", required=True),
        date("shared_on", required=True),
        word("channel", ShareChannel),
        date("meeting_date"),
        text("minute_ref"),
        person("shared_by"),
        people("recused"),
    ),
)

INCIDENTS = Sheet(
    "incidents",
    IncidentRow,
    "incident",
    ("ref",),
    (
        own_ref("Incident ref"),
        _VOLUNTEER,
        names("concern_ref", RecordKind.CONCERN),
        word("breach_type", ConcernCategory, required=True),
        date("occurred_on"),
        date("discovered_on", required=True),
        date("recorded_on", required=True),
        word("source", Source, required=True),
        word("severity", Severity, required=True),
        word("child_impact", ChildImpact),
        several("affected_parties", AffectedParty),
        yes_no("identified_as_bccc"),
        word("content_status", ContentStatus),
        date("takedown_requested_on"),
        date("removed_on"),
        names("consent_ref", RecordKind.CONSENT),
        word("finding", Finding),
        yes_no("affects_assessment"),
        yes_no("affects_approval"),
        yes_no("affects_length_of_service"),
        word("status", IncidentStatus, required=True),
        person("owner"),
        date("closed_on"),
    ),
    record=RecordKind.INCIDENT,
)

CASE_SHEETS = (CONCERNS, CASE_EVENTS, SOURCE_ASSESSMENTS, DISCUSSIONS, COMMITTEE_SHARES, INCIDENTS)
