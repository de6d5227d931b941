"""The plain-English label of every fixed word: what a reader sees, and what a workbook may hold instead of the word."""

from enum import StrEnum

from bccc_dash.domain import case_vocabulary as case
from bccc_dash.domain import outcome_vocabulary as outcome
from bccc_dash.domain import vocabulary as people
from bccc_dash.domain.stages import DEFAULT_REQUIREMENTS, DEFAULT_STAGES

# Only words that do not read well as they stand: MANNER_OF_EXPRESSION is "Manner of expression" without being told.
_SPECIAL: dict[type[StrEnum], dict[str, str]] = {
    people.Stage: {stage.code: stage.name for stage in DEFAULT_STAGES},
    people.Requirement: {requirement.code: requirement.name for requirement in DEFAULT_REQUIREMENTS},
    people.Role: {
        "COORDINATOR": "Volunteers and Families Coordinator",
        "COMMITTEE_MEMBER": "Management Committee member",
        "CHAIR": "Chair of the committee",
        "READ_ONLY_AUDITOR": "Auditor, reading only",
    },
    people.EndReason: {
        "RESIGNED_DURING_CONCERN": "Resigned while a concern was open",
        "WITHDREW": "Withdrew the application",
    },
    people.ApprovalStatus: {
        "WITHDRAWN": "Approval withdrawn",
        "ENDED": "Service ended",
    },
    people.RequirementStatus: {"EXEMPT": "Exempted"},
    people.CheckTrigger: {
        "APPLICANT_STAGE_1": "Applicant, at stage 1",
        "SPECIFIC_CONCERN": "A specific concern",
        "POLICY_EXEMPTION_CATCH_UP": "Catching up a check missed before",
    },
    people.CheckOutcome: {"NO_CONCERN": "No concern found", "NOT_THIS_PERSON": "Probably another person"},
    people.PlatformResult: {
        "PUBLIC_REVIEWED": "Public content looked at",
        "PRIVATE_NOT_VIEWED": "Private, not viewed",
        "NO_PROFILE": "No profile found",
        "NOT_SEARCHABLE": "Cannot be searched",
    },
    people.Provenance: {"PUBLIC": "In public view", "UNKNOWN": "Not known"},
    people.ReviewMethod: {
        "SELF_CONFIRMED": "Confirmed by the volunteer",
        "WITH_COORDINATOR": "Together with the coordinator",
    },
    people.ReviewOutcome: {
        "MAX_PRIVACY_CONFIRMED": "Highest privacy confirmed",
        "NO_ACCOUNTS": "Has no accounts",
        "DEFERRED": "Put off to a later day",
    },
    people.Audience: {"VOLUNTEER": "Volunteers", "FAMILY": "Families", "CHILD": "Children"},
    case.Source: {
        "VOLUNTEER": "Another volunteer",
        "CHILD_IN_CONFIDENCE": "In confidence, from a child",
        "FAMILY_MEMBER": "In confidence, from a family member",
        "SELF_REPORT": "The volunteer's own report",
        "OTHER_AGENCY": "Another agency",
    },
    case.ConcernCategory: {
        "CONFIDENTIALITY": "Confidential matters discussed",
        "INFORMATION_DISCLOSURE": "Information passed on",
        "IMAGE_OR_INFORMATION_WITHOUT_CONSENT": "Image or information without consent",
        "BOUNDARY_BCCC_FAMILY": "Online friend of a BCCC family",
        "BOUNDARY_CHILD_CONNECTION": "Online connection with a child",
        "ABUSE_HARASSMENT_OFFENSIVE": "Abuse, harassment or offensive comment",
        "VIEWS_NOT_CONDUCIVE": "Views that do not fit the role",
        "UNPROFESSIONAL_AS_BCCC": "Unprofessional while named as BCCC",
        "VIEWS_ATTRIBUTED_TO_BCCC": "Own views taken for BCCC's",
        "DISREPUTE": "The centre brought into disrepute",
        "PERSONAL_DETAILS_OR_LOCATION": "Personal details or location given out",
        "GENERAL_CONDUCT": "General conduct online",
    },
    case.Material: {"MIXED": "Several kinds"},
    case.PublishedBy: {"THIRD_PARTY": "Somebody else", "UNKNOWN": "Not known"},
    case.ContentScope: {"BOTH": "Personal and work related", "UNKNOWN": "Not known"},
    case.Expression: {"BOTH": "Implicit and explicit"},
    case.Threshold: {
        "LOW_LEVEL": "Low-level concern",
        "HARMED_OR_MAY_HAVE_HARMED": "Harmed, or may have harmed, a child",
        "POSSIBLE_OFFENCE": "Possible criminal offence",
        "MAY_POSE_RISK": "May pose a risk to children",
        "SUITABILITY": "Suitability in doubt",
    },
    case.ChildImpact: {
        "NONE": "No effect on a child",
        "POSSIBLE": "Possible effect on a child",
        "LIKELY": "Likely effect on a child",
        "ACTUAL": "A child was affected",
    },
    case.AffectedParty: {"BCCC": "BCCC"},
    case.ObjectionTo: {"BELIEF_ITSELF": "The belief itself", "NOT_APPLICABLE": "Does not apply"},
    case.CaseStatus: {"AWAITING_COMMITTEE": "Awaiting the committee", "AWAITING_DECISION": "Awaiting a decision"},
    case.ConcernStatus: {"AWAITING_COMMITTEE": "Awaiting the committee"},
    case.IncidentStatus: {"AWAITING_DECISION": "Awaiting a decision"},
    outcome.DiscussionResponse: {"ACCEPTED": "Accepted it", "DISPUTED": "Disputed it", "EXPLAINED": "Explained it"},
    outcome.DeferralReason: {"UNAVAILABLE": "The volunteer was not available"},
    outcome.ShareChannel: {
        "MEETING": "At a meeting",
        "SECURE_NOTE": "By secure note",
        "CHAIR_URGENT": "Urgently, to the chair",
    },
    outcome.ContentStatus: {
        "LIVE": "Still online",
        "REMOVED": "Taken down",
        "UNKNOWN": "Not known",
        "NOT_ONLINE": "Never online",
    },
    outcome.DecisionKind: {
        "CONDITIONS": "Approval with conditions",
        "APPROVE": "Approval given",
        "REFUSE": "Approval refused",
        "SUSPEND": "Suspension",
        "REINSTATE": "Reinstatement",
        "WITHDRAW_APPROVAL": "Approval withdrawn",
        "END_SERVICE": "Service ended",
    },
    outcome.ReferralBody: {
        "LADO": "LADO (council's designated officer)",
        "CHILDRENS_SOCIAL_CARE": "Children's social care",
        "DBS": "DBS (Disclosure and Barring Service)",
        "CHARITY_COMMISSION": "Charity Commission",
        "ICO": "ICO (Information Commissioner)",
        "NACCC": "NACCC (contact centres' association)",
    },
    outcome.PermitKind: {"IMPORT_UNDO": "An import is taken back", "RETENTION": "Its time to be kept is over"},
}


def label(value: StrEnum) -> str:
    """Return what a reader sees for a fixed word; unique within its list, without regard to case."""
    plain = value.value.replace("_", " ").capitalize()
    return _SPECIAL.get(type(value), {}).get(value.value, plain)
