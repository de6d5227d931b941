"""The fixed words about what is done on a case: talks, sharing, decisions, actions, referrals, consent."""

from enum import StrEnum


class Reliability(StrEnum):
    VERIFIED = "VERIFIED"
    CREDIBLE = "CREDIBLE"
    UNVERIFIED = "UNVERIFIED"
    CONTRADICTED = "CONTRADICTED"


class DiscussionResponse(StrEnum):
    ACCEPTED = "ACCEPTED"
    DISPUTED = "DISPUTED"
    EXPLAINED = "EXPLAINED"
    NO_RESPONSE = "NO_RESPONSE"
    DECLINED_TO_MEET = "DECLINED_TO_MEET"


class DeferralReason(StrEnum):
    SAFEGUARDING_ADVICE = "SAFEGUARDING_ADVICE"
    POLICE_ADVICE = "POLICE_ADVICE"
    UNAVAILABLE = "UNAVAILABLE"
    OTHER = "OTHER"


class ShareChannel(StrEnum):
    MEETING = "MEETING"
    SECURE_NOTE = "SECURE_NOTE"
    CHAIR_URGENT = "CHAIR_URGENT"


class ContentStatus(StrEnum):
    LIVE = "LIVE"
    REMOVED = "REMOVED"
    UNKNOWN = "UNKNOWN"
    NOT_ONLINE = "NOT_ONLINE"


class Finding(StrEnum):
    NOT_DETERMINED = "NOT_DETERMINED"
    SUBSTANTIATED = "SUBSTANTIATED"
    UNSUBSTANTIATED = "UNSUBSTANTIATED"
    UNFOUNDED = "UNFOUNDED"
    FALSE = "FALSE"
    MALICIOUS = "MALICIOUS"


class DecisionKind(StrEnum):
    NO_FURTHER_ACTION = "NO_FURTHER_ACTION"
    ADVICE_GIVEN = "ADVICE_GIVEN"
    TRAINING_OR_SUPERVISION = "TRAINING_OR_SUPERVISION"
    CONDITIONS = "CONDITIONS"
    SUSPEND = "SUSPEND"
    REINSTATE = "REINSTATE"
    APPROVE = "APPROVE"
    REFUSE = "REFUSE"
    WITHDRAW_APPROVAL = "WITHDRAW_APPROVAL"
    END_SERVICE = "END_SERVICE"


class DecisionStatus(StrEnum):
    PROPOSED = "PROPOSED"
    RATIFIED = "RATIFIED"
    REJECTED = "REJECTED"
    WITHDRAWN = "WITHDRAWN"


class ActionStatus(StrEnum):
    OPEN = "OPEN"
    DONE = "DONE"
    CANCELLED = "CANCELLED"


class ReferralBody(StrEnum):
    LADO = "LADO"
    CHILDRENS_SOCIAL_CARE = "CHILDRENS_SOCIAL_CARE"
    POLICE = "POLICE"
    DBS = "DBS"
    CHARITY_COMMISSION = "CHARITY_COMMISSION"
    ICO = "ICO"
    NACCC = "NACCC"
    INSURER = "INSURER"
    OTHER = "OTHER"


class ReferralOutcome(StrEnum):
    REFERRED = "REFERRED"
    ADVICE_SOUGHT = "ADVICE_SOUGHT"
    NOT_REFERRED = "NOT_REFERRED"


class ChildAgeAppropriate(StrEnum):
    YES = "YES"
    NO = "NO"
    NOT_ASSESSED = "NOT_ASSESSED"


class RecordKind(StrEnum):
    """What a reference names. References are unique across all of them."""

    VOLUNTEER = "VOLUNTEER"
    CHECK = "CHECK"
    CONCERN = "CONCERN"
    INCIDENT = "INCIDENT"
    DECISION = "DECISION"
    ACTION = "ACTION"
    CONSENT = "CONSENT"


class PermitKind(StrEnum):
    """Why rows of an append-only table may be taken out, once."""

    IMPORT_UNDO = "IMPORT_UNDO"
    ERASURE = "ERASURE"
    RETENTION = "RETENTION"
