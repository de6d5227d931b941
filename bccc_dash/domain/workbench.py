"""What can be chosen among open concerns, by the names and values that stand in the page's address."""

from enum import StrEnum

YES = "yes"


class Choice(StrEnum):
    """The names of the choices. Each is independent of the others: what is shown meets all of them."""

    SEVERITY = "severity"
    AGE = "age"
    CATEGORY = "category"
    OWNER = "owner"
    STAGE = "stage"
    UNDISCUSSED = "undiscussed"
    UNASSESSED = "unassessed"
    UNSHARED = "unshared"


SORT, CASE, PAGE = "sort", "case", "page"
TO_DO = (Choice.UNDISCUSSED, Choice.UNASSESSED, Choice.UNSHARED)
"""The choices that are on (YES) or off: not yet discussed, source not yet assessed, not yet shared."""
