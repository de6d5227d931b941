"""The clause of the policy that a concern or a breach of each category touches, by its number."""

from bccc_dash.domain.case_vocabulary import ConcernCategory

CLAUSE_OF: dict[ConcernCategory, str] = {
    ConcernCategory.SEXUAL_EXPLOITATION_OR_GROOMING: "P32",
    ConcernCategory.CHILD_IDENTIFIED: "P52",
    ConcernCategory.CONFIDENTIALITY: "P39",
    ConcernCategory.INFORMATION_DISCLOSURE: "P33",
    ConcernCategory.IMAGE_OR_INFORMATION_WITHOUT_CONSENT: "P48",
    ConcernCategory.BOUNDARY_BCCC_FAMILY: "P44",
    ConcernCategory.BOUNDARY_CHILD_CONNECTION: "P42",
    ConcernCategory.ABUSE_HARASSMENT_OFFENSIVE: "P40",
    ConcernCategory.VIEWS_NOT_CONDUCIVE: "P27",
    ConcernCategory.UNPROFESSIONAL_AS_BCCC: "P36",
    ConcernCategory.VIEWS_ATTRIBUTED_TO_BCCC: "P37",
    ConcernCategory.DISREPUTE: "P38",
    ConcernCategory.CENTRE_INFORMATION_EXPOSED: "P50",
    ConcernCategory.PERSONAL_DETAILS_OR_LOCATION: "P47",
    ConcernCategory.GENERAL_CONDUCT: "P60",
    ConcernCategory.OTHER: "P59",
}
"""Every category has its clause; no two share one."""
