"""The sheets about what is done: decisions, actions, referrals, reviews, guidance, consents, meetings."""

from bccc_dash.domain.outcome_vocabulary import (
    ActionStatus,
    ChildAgeAppropriate,
    DecisionKind,
    DecisionStatus,
    RecordKind,
    ReferralBody,
    ReferralOutcome,
)
from bccc_dash.domain.vocabulary import ApprovalStatus, Audience, ReviewMethod, ReviewOutcome
from bccc_dash.store.tables import (
    AcknowledgementRow,
    ActionRow,
    ConsentRow,
    DecisionRow,
    GuidanceRow,
    MeetingRow,
    PrivacyReviewRow,
    ReferralRow,
)
from bccc_dash.workbook.columns import (
    Sheet,
    date,
    dates,
    names,
    note,
    number,
    own_ref,
    people,
    person,
    short,
    text,
    texts,
    word,
    yes_no,
)

DECISIONS = Sheet(
    "decisions",
    DecisionRow,
    "decision",
    ("ref",),
    (
        own_ref("Decision ref"),
        names("subject_ref", RecordKind.CONCERN, RecordKind.INCIDENT, RecordKind.VOLUNTEER, required=True),
        word("kind", DecisionKind, required=True),
        word("from_status", ApprovalStatus),
        word("to_status", ApprovalStatus),
        date("effective_on"),
        date("ends_on"),
        note("rationale"),
        yes_no("reason_is_conduct_not_belief"),
        person("proposed_by"),
        date("proposed_on"),
        person("decided_by"),
        date("decided_on"),
        word("status", DecisionStatus, required=True),
        date("meeting_date"),
        text("minute_ref"),
        date("review_on"),
    ),
    record=RecordKind.DECISION,
)

ACTIONS = Sheet(
    "actions",
    ActionRow,
    "action",
    ("ref",),
    (
        own_ref("Action ref"),
        names("subject_ref", required=True),
        text("title", required=True),
        person("owner"),
        date("created_on"),
        date("due_on", required=True),
        date("first_due_on"),
        dates("due_dates"),
        word("status", ActionStatus, required=True),
        date("done_on"),
        note("cancel_reason"),
    ),
    record=RecordKind.ACTION,
)

REFERRALS = Sheet(
    "referrals",
    ReferralRow,
    "referral",
    ("subject_ref", "body", "considered_on"),
    (
        names("subject_ref", required=True),
        word("body", ReferralBody, required=True),
        date("considered_on", required=True),
        person("considered_by"),
        word("outcome", ReferralOutcome),
        note("rationale"),
        date("referred_on"),
        text("reference"),
    ),
)

PRIVACY_REVIEWS = Sheet(
    "privacy_reviews",
    PrivacyReviewRow,
    "privacy review",
    ("volunteer_ref", "due_on"),
    (
        names("volunteer_ref", RecordKind.VOLUNTEER, required=True),
        date("due_on", required=True),
        date("completed_on"),
        word("method", ReviewMethod),
        word("outcome", ReviewOutcome),
        date("deferred_to"),
        date("reminder_sent_on"),
    ),
)

GUIDANCE = Sheet(
    "guidance",
    GuidanceRow,
    "guidance",
    ("code", "version"),
    (
        text("code", required=True),
        text("version", required=True),
        word("audience", Audience),
        text("title"),
        date("effective_on", required=True),
        texts("clauses"),
    ),
)

ACKNOWLEDGEMENTS = Sheet(
    "acknowledgements",
    AcknowledgementRow,
    "acknowledgement",
    ("volunteer_ref", "guidance_code", "guidance_version", "audience", "given_on"),
    (
        names("volunteer_ref", RecordKind.VOLUNTEER),
        text("guidance_code", required=True),
        text("guidance_version", required=True),
        word("audience", Audience, required=True),
        date("given_on", required=True),
        date("acknowledged_on"),
        number("family_count"),
    ),
)

CONSENTS = Sheet(
    "consents",
    ConsentRow,
    "consent",
    ("ref",),
    (
        own_ref("Consent ref"),
        text("subject_family_ref", required=True),
        note("item_description"),
        date("family_written_on"),
        word("child_age_appropriate", ChildAgeAppropriate),
        date("child_written_on"),
        note("scope"),
        date("withdrawn_on"),
        text("evidence_held_at"),
    ),
    record=RecordKind.CONSENT,
)

MEETINGS = Sheet(
    "meetings",
    MeetingRow,
    "meeting",
    ("date", "kind"),
    (
        date("date", required=True),
        short("kind"),
        number("quorum_required"),
        people("attendees"),
        note("declarations"),
        date("closed_on"),
    ),
)

OUTCOME_SHEETS = (
    DECISIONS,
    ACTIONS,
    REFERRALS,
    PRIVACY_REVIEWS,
    GUIDANCE,
    ACKNOWLEDGEMENTS,
    CONSENTS,
    MEETINGS,
)
