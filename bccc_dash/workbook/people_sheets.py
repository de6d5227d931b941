"""The sheets about people and vetting."""

from bccc_dash.domain.outcome_vocabulary import RecordKind
from bccc_dash.domain.vocabulary import (
    ApprovalStatus,
    CheckOutcome,
    CheckStatus,
    CheckTrigger,
    EndReason,
    IdentityConfidence,
    PlatformResult,
    Provenance,
    Requirement,
    RequirementStatus,
    Role,
    Stage,
)
from bccc_dash.store.tables import (
    ApprovalEventRow,
    CheckPlatformRow,
    CheckRow,
    RequirementResultRow,
    StageEventRow,
    TransparencyRow,
    UserRow,
    VolunteerRow,
)
from bccc_dash.workbook.columns import (
    Sheet,
    date,
    names,
    note,
    number,
    own_ref,
    person,
    short,
    text,
    texts,
    word,
    yes_no,
)

_VOLUNTEER = names("volunteer_ref", RecordKind.VOLUNTEER, required=True)

USERS = Sheet(
    "users",
    UserRow,
    "user",
    ("email",),
    (
        text("email", required=True, label="E-mail"),
        text("display_name", required=True),
        word("role", Role, required=True),
        yes_no("on_management_committee"),
        yes_no("is_safeguarding_lead"),
        names("volunteer_ref", RecordKind.VOLUNTEER),
        date("active_from"),
        date("active_to"),
    ),
)

VOLUNTEERS = Sheet(
    "volunteers",
    VolunteerRow,
    "volunteer",
    ("ref",),
    (
        own_ref("Volunteer ref"),
        text("full_name", required=True),
        text("email", label="E-mail"),
        text("role_title", required=True),
        date("applied_on", required=True),
        text("form_version"),
        date("form_signed_on"),
        yes_no("check_permission"),
        text("notice_version"),
        date("notice_given_on"),
        date("started_on"),
        date("ended_on"),
        word("end_reason", EndReason),
        number("privacy_review_interval_days"),
        yes_no("legal_hold"),
    ),
    record=RecordKind.VOLUNTEER,
)

TRANSPARENCY = Sheet(
    "transparency",
    TransparencyRow,
    "transparency",
    ("volunteer_ref", "form_signed_on", "withdrawn_on"),
    (
        _VOLUNTEER,
        text("form_version"),
        date("form_signed_on"),
        yes_no("check_permission"),
        text("notice_version"),
        date("notice_given_on"),
        date("withdrawn_on"),
    ),
    append_only=True,
)

REQUIREMENT_RESULTS = Sheet(
    "requirement_results",
    RequirementResultRow,
    "requirement result",
    ("volunteer_ref", "requirement", "completed_on"),
    (
        _VOLUNTEER,
        word("requirement", Requirement, required=True),
        word("status", RequirementStatus, required=True),
        date("completed_on"),
        date("expires_on"),
        note("exempt_reason"),
        person("exempt_by"),
        date("exempt_until"),
    ),
)

STAGE_EVENTS = Sheet(
    "stage_events",
    StageEventRow,
    "stage event",
    ("volunteer_ref", "occurred_on", "from_stage", "to_stage"),
    (
        _VOLUNTEER,
        word("from_stage", Stage),
        word("to_stage", Stage, required=True),
        date("occurred_on", required=True),
        person("recorded_by"),
        note("reason"),
        yes_no("is_correction"),
    ),
    append_only=True,
)

APPROVAL_EVENTS = Sheet(
    "approval_events",
    ApprovalEventRow,
    "approval event",
    ("volunteer_ref", "effective_on", "from_status", "to_status"),
    (
        _VOLUNTEER,
        word("from_status", ApprovalStatus),
        word("to_status", ApprovalStatus, required=True),
        date("effective_on", required=True),
        names("decision_ref", RecordKind.DECISION),
        person("recorded_by"),
        note("reason"),
    ),
    append_only=True,
)

CHECKS = Sheet(
    "checks",
    CheckRow,
    "check",
    ("ref",),
    (
        own_ref("Check ref"),
        _VOLUNTEER,
        word("trigger", CheckTrigger, required=True),
        note("necessity_note"),
        word("status", CheckStatus, required=True),
        word("outcome", CheckOutcome),
        date("planned_for"),
        date("started_on"),
        date("completed_on"),
        person("checker", required=True),
        word("checker_role_at_time", Role, required=True),
        texts("search_engines"),
        texts("search_terms"),
        number("look_back_months"),
        yes_no("own_account_attested"),
        yes_no("public_domain_attested"),
        yes_no("no_password_attested"),
        word("identity_confidence", IdentityConfidence),
        text("policy_version"),
        word("provenance", Provenance),
        text("monitoring_basis"),
        person("authorised_by"),
    ),
    record=RecordKind.CHECK,
)

CHECK_PLATFORMS = Sheet(
    "check_platforms",
    CheckPlatformRow,
    "check platform",
    ("check_ref", "platform", "platform_other"),
    (
        names("check_ref", RecordKind.CHECK, required=True),
        short("platform", required=True),
        text("platform_other"),
        word("result", PlatformResult, required=True),
    ),
)

PEOPLE_SHEETS = (
    USERS,
    VOLUNTEERS,
    TRANSPARENCY,
    REQUIREMENT_RESULTS,
    STAGE_EVENTS,
    APPROVAL_EVENTS,
    CHECKS,
    CHECK_PLATFORMS,
)
