"""The least severity that a category may have. Source: P32, P39, P42, P44, P48, P52."""

from bccc_dash.domain.case_vocabulary import ConcernCategory, Severity

FLOORS = {
    ConcernCategory.SEXUAL_EXPLOITATION_OR_GROOMING: Severity.CRITICAL,
    ConcernCategory.CHILD_IDENTIFIED: Severity.CRITICAL,
    ConcernCategory.CONFIDENTIALITY: Severity.HIGH,
    ConcernCategory.INFORMATION_DISCLOSURE: Severity.HIGH,
    ConcernCategory.IMAGE_OR_INFORMATION_WITHOUT_CONSENT: Severity.HIGH,
    ConcernCategory.BOUNDARY_BCCC_FAMILY: Severity.MEDIUM,
    ConcernCategory.BOUNDARY_CHILD_CONNECTION: Severity.MEDIUM,
}


def at_least(floor: Severity) -> tuple[Severity, ...]:
    """The severities from `floor` upwards; `floor` is in."""
    order = tuple(Severity)
    return order[order.index(floor) :]
