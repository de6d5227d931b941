"""What is wrong with a concern or a breach, in one sentence."""

from collections.abc import Callable
from itertools import pairwise

from bccc_dash.domain.case_vocabulary import ConcernCategory, Severity
from bccc_dash.domain.finding import CaseFacts, Finding
from bccc_dash.domain.labels import label
from bccc_dash.domain.rule import Kind
from bccc_dash.domain.severity import FLOORS
from bccc_dash.domain.words import capital, listed, uk_date


def case_finding(finding: Finding, case: CaseFacts) -> str:
    """Return what is wrong with one concern or breach."""
    return CASES[finding.rule](f"{capital(finding.kind.noun[0])} {finding.ref}", finding, case)


def _below(start: str, _: Finding, case: CaseFacts) -> str:
    category = ConcernCategory(case.category)
    least = label(FLOORS[category]).lower()
    severity = label(Severity(case.severity)).lower()
    return f"{start} is recorded as {severity}; the least for \u201c{label(category)}\u201d is {least}."


def _lado(start: str, _: Finding, case: CaseFacts) -> str:
    later = f"; it was considered on {uk_date(case.lado_on)}" if case.lado_on else ""
    due = f"by {uk_date(case.lado_due_on)}{later}"
    return f"{start} was recorded on {uk_date(case.recorded_on)}: telling LADO was not considered {due}."


def _departure(start: str, _: Finding, case: CaseFacts) -> str:
    bodies = {"DBS": case.dbs, "the Charity Commission": case.charity_commission}
    wanting = " or ".join(body for body, considered in bodies.items() if not considered)
    severity = label(Severity(case.severity)).lower()
    return f"{start} ({severity}) is about somebody who was removed or resigned: telling {wanting} was not considered."


def _undecided(start: str, _: Finding, case: CaseFacts) -> str:
    return f"{start}, recorded on {uk_date(case.recorded_on)}, affects approval, and nothing is decided about it."


def _disordered(start: str, finding: Finding, case: CaseFacts) -> str:
    found = "found" if finding.kind is Kind.CONCERN else "discovered"
    steps = (("occurred", case.occurred_on), (f"was {found}", case.discovered_on), ("was recorded", case.recorded_on))
    dated = [(what, day) for what, day in steps if day]
    faults = [
        f"{what} on {uk_date(day)}, after it {later} ({uk_date(then)})"
        for (what, day), (later, then) in pairwise(dated)
        if day > then
    ]
    if case.closed_on and case.decided_on and case.closed_on < case.decided_on:
        decided = f"before the first decision about it ({uk_date(case.decided_on)})"
        faults.append(f"was closed on {uk_date(case.closed_on)}, {decided}")
    return f"{start} {listed(faults)}."


def _consented(start: str, _: Finding, case: CaseFacts) -> str:
    day = f" on {uk_date(case.occurred_on)}" if case.occurred_on else ""
    return f"{start} is recorded as published{day} without consent, and consent {case.consent} was then valid."


CASES: dict[str, Callable[[str, Finding, CaseFacts], str]] = {
    "I11": _below,
    "I12": _lado,
    "I13": _departure,
    "I14": _undecided,
    "I16": _disordered,
    "I19": _consented,
}
