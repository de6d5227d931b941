"""The words of the list of open concerns: what each entry says, what each choice offers, how many are shown."""

from collections.abc import Mapping
from datetime import date

from bccc_dash.domain import words
from bccc_dash.domain.case_vocabulary import ConcernCategory
from bccc_dash.domain.concern_case import ListedConcern
from bccc_dash.domain.concern_duties import URGENCY, Asked, Duty, milestones
from bccc_dash.domain.labels import label
from bccc_dash.domain.vocabulary import Stage
from bccc_dash.domain.workbench import A_PAGE, NOBODY, Choice, Owner, Sort
from bccc_dash.views.concern_words import owner_name, severity_name

LABELS = {
    Choice.SEVERITY: "Severity",
    Choice.AGE: "Days open",
    Choice.CATEGORY: "Category",
    Choice.OWNER: "Owner",
    Choice.STAGE: "Stage of the volunteer",
    Choice.UNDISCUSSED: "Not discussed",
    Choice.UNASSESSED: "Source not assessed",
    Choice.UNSHARED: "Not shared with the committee",
}
ANY = {
    Choice.SEVERITY: "Any severity",
    Choice.AGE: "Any age",
    Choice.CATEGORY: "Any category",
    Choice.OWNER: "Any owner",
    Choice.STAGE: "Any stage",
}
AGES = {"0-7": "Up to 7 days", "8-28": "8 to 28 days", "29-90": "29 to 90 days", "91+": "91 days or more"}
SORTS = {
    Sort.OLDEST: "Oldest first",
    Sort.SEVERE: "Most severe first",
    Sort.NEWEST: "Newest first",
    Sort.REF: "By reference",
}
ANOTHER_OWNER = "Another owner"
"""Somebody who is chosen in the address and owns no open concern."""

_STATES = {
    Asked.DISCUSSED: ("discussion late", "discussion due today", "not yet discussed"),
    Asked.ASSESSED: ("source assessment late", "source assessment due today", "source not yet assessed"),
    Asked.SHARED: ("sharing late", "sharing due today", "not yet shared"),
}


def offered(choice: Choice, value: str, n: int, owners: Mapping[str, Owner]) -> str:
    """Return what a list offers, with the number that would be listed: High (2)."""
    return f"{_name(choice, value, owners)} ({words.figure(n)})"


def _name(choice: Choice, value: str, owners: Mapping[str, Owner]) -> str:
    if not value:
        return ANY[choice]
    if choice is Choice.OWNER:
        return "Nobody" if value == NOBODY else owner_name(owners[value]) if value in owners else ANOTHER_OWNER
    if choice is Choice.STAGE:
        return "In no stage" if value == NOBODY else label(Stage(value))
    if choice is Choice.CATEGORY:
        return label(ConcernCategory(value))
    return AGES[value] if choice is Choice.AGE else severity_name(value)


def box(choice: Choice, n: int) -> str:
    """Return what stands beside a box to tick, with the number that would be listed if it were ticked."""
    return f"{LABELS[choice]} ({words.figure(n)})"


def entry(row: ListedConcern, day: date) -> str:
    """Return what the list says under a reference: Medium, 39 days open. Discussion late; not yet shared."""
    open_days = (day - row.milestones.identified_on).days
    return f"{severity_name(row.severity)}, {words.days(open_days)} open. {words.capital(_state(row, day))}."


def _state(row: ListedConcern, day: date) -> str:
    missing = [duty for duty in milestones(row.milestones, day) if duty.is_missing]
    if missing:
        return "; ".join(_waits(duty) for duty in sorted(missing, key=lambda duty: URGENCY.index(duty.standing)))
    if row.milestones.decided_on is not None:
        return "decided, not yet closed"
    return "shared, awaiting a decision"


def _waits(duty: Duty) -> str:
    if duty.put_off is not None:
        return "discussion put off on advice"
    return _STATES[duty.asked][URGENCY.index(duty.standing)]


def showing(total: int, everything: int, sort: Sort, part: int) -> str:
    """Return how many concerns the list shows, and in which order."""
    order = SORTS[sort].lower()
    said = f"Showing {words.figure(total)} of {words.figure(everything)} open concerns, {order}."
    if total <= A_PAGE:
        return said
    first, last = (part - 1) * A_PAGE + 1, min(part * A_PAGE, total)
    return f"{said} Here: {words.figure(first)} to {words.figure(last)}."


def none_listed(everything: int) -> tuple[str, str]:
    """Return the words of an empty list and the way out of it."""
    if everything == 0:
        return "No concern is open.", "A concern that was closed can still be opened by its reference in the address."
    found = f"{words.capital(words.number_word(everything))} {words.plural(everything, 'is', 'are')} open in all."
    return "No open concern matches these filters.", f"{found} Set a filter back to \u201cAny\u201d to see them."
