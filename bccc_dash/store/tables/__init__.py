"""Every table, one class each. Import them from here."""

from sqlmodel import SQLModel

from bccc_dash.store.tables.access import (
    AccountRow,
    OneTimeLinkRow,
    RecoveryCodeRow,
    SignInSessionRow,
    SignInTryRow,
)
from bccc_dash.store.tables.base import check_in_table
from bccc_dash.store.tables.cases import (
    CaseEventRow,
    CommitteeShareRow,
    ConcernRow,
    DiscussionRow,
    IncidentRow,
    RecusalRow,
    SourceAssessmentRow,
)
from bccc_dash.store.tables.centre import SafeguardingContactRow, SettingChangeRow
from bccc_dash.store.tables.forms import SentFormRow
from bccc_dash.store.tables.imports import ImportAskingRow, ImportConfirmationItemRow, ImportConfirmationRow
from bccc_dash.store.tables.outcomes import (
    AcknowledgementRow,
    ActionRow,
    AttendanceRow,
    ConsentRow,
    DecisionRow,
    GuidanceRow,
    MeetingRow,
    PrivacyReviewRow,
    ReferralRow,
)
from bccc_dash.store.tables.people import RecordRow, RequirementResultRow, TransparencyRow, UserRow, VolunteerRow
from bccc_dash.store.tables.upkeep import (
    STILL,
    ApprovalSpanRow,
    AuditRow,
    CaseSpanRow,
    RecruitmentStageRow,
    RemovalGateRow,
    RemovalPermitRow,
    RemovalPermitRowsRow,
    RequirementRow,
    RevisionRow,
    SettingRow,
    StageSpanRow,
    SuspectRow,
    WorkingDayRow,
)
from bccc_dash.store.tables.vetting import ApprovalEventRow, CheckPlatformRow, CheckRow, StageEventRow

__all__ = [
    "STILL",
    "AccountRow",
    "AcknowledgementRow",
    "ActionRow",
    "ApprovalEventRow",
    "ApprovalSpanRow",
    "AttendanceRow",
    "AuditRow",
    "CaseEventRow",
    "CaseSpanRow",
    "CheckPlatformRow",
    "CheckRow",
    "CommitteeShareRow",
    "ConcernRow",
    "ConsentRow",
    "DecisionRow",
    "DiscussionRow",
    "GuidanceRow",
    "ImportAskingRow",
    "ImportConfirmationItemRow",
    "ImportConfirmationRow",
    "IncidentRow",
    "MeetingRow",
    "OneTimeLinkRow",
    "PrivacyReviewRow",
    "RecordRow",
    "RecoveryCodeRow",
    "RecruitmentStageRow",
    "RecusalRow",
    "ReferralRow",
    "RemovalGateRow",
    "RemovalPermitRow",
    "RemovalPermitRowsRow",
    "RequirementResultRow",
    "RequirementRow",
    "RevisionRow",
    "SafeguardingContactRow",
    "SentFormRow",
    "SettingChangeRow",
    "SettingRow",
    "SignInSessionRow",
    "SignInTryRow",
    "SourceAssessmentRow",
    "StageEventRow",
    "StageSpanRow",
    "SuspectRow",
    "TransparencyRow",
    "UserRow",
    "VolunteerRow",
    "WorkingDayRow",
]

check_in_table(SQLModel.metadata)
