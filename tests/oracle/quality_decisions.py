"""The rules about who decides and on what: I6 to I10. Each gives the rows that break it.

A decision counts when it is ratified by the day and its subject is a volunteer or a case that counts on the day.
"""

from tests.oracle.cells import Records, Row
from tests.oracle.days import Day
from tests.oracle.fairness import ADVERSE, cases_behind, has_four_eyes, is_recused, was_heard
from tests.oracle.history import concerns_at, counts_at, incidents_at
from tests.oracle.quality_checks import Broken, checks_at

SURE = {"CONFIRMED", "PROBABLE"}


def cases_at(records: Records, as_of: Day) -> list[Row]:
    return [*concerns_at(records, as_of), *incidents_at(records, as_of)]


def _subject_of(records: Records, ref: str, as_of: Day) -> str | None:
    """The volunteer whom a subject is about, or none where it is no case on the day."""
    if records.naming("volunteers", "ref", ref):
        return ref
    return next((case["volunteer_ref"] for case in cases_at(records, as_of) if case["ref"] == ref), None)


def _decisions(records: Records, as_of: Day) -> list[Row]:
    rows = [r for r in records["decisions"] if r["status"] == "RATIFIED" and r["decided_on"]]
    return [r for r in rows if r["decided_on"] <= as_of and _subject_of(records, r["subject_ref"], as_of)]


def _adverse_with_cases(records: Records, as_of: Day) -> list[tuple[Row, list[Row]]]:
    adverse = [r for r in _decisions(records, as_of) if r["kind"] in ADVERSE]
    behind = [(r, [c for c in cases_behind(records, r, as_of) if counts_at(records, c, as_of)]) for r in adverse]
    return [(decision, cases) for decision, cases in behind if cases]


def _assessments(records: Records, as_of: Day, cases: list[Row]) -> list[Row]:
    """What was said of the sources of these cases by the day, the latest last."""
    refs = {case["ref"] for case in cases}
    rows = [a for a in records["source_assessments"] if a["concern_ref"] in refs and a["assessed_on"] <= as_of]
    return sorted(rows, key=lambda row: (row["assessed_on"], row["place"]))


def i6(records: Records, as_of: Day) -> Broken:
    """A check, an assessment or a decision made (or proposed) by the very person whom it is about."""
    self_of = {user["email"]: user["volunteer_ref"] for user in records["users"] if user["volunteer_ref"]}
    acts = [("checks", check, check["volunteer_ref"], {check["checker"]}) for check in checks_at(records, as_of)]
    for row in _assessments(records, as_of, cases_at(records, as_of)):
        about = _subject_of(records, row["concern_ref"], as_of)
        acts.append(("source_assessments", row, about, {row["assessor"]}))
    for row in _decisions(records, as_of):
        about = _subject_of(records, row["subject_ref"], as_of)
        acts.append(("decisions", row, about, {row["proposed_by"], row["decided_by"]}))
    return [(sheet, row) for sheet, row, about, people in acts if any(self_of.get(one) == about for one in people)]


def i7(records: Records, as_of: Day) -> Broken:
    """An adverse decision without four eyes; any that a recused person made, or not decided by the committee."""
    committee = {user["email"] for user in records["users"] if user["on_management_committee"] is True}

    def broken(decision: Row) -> bool:
        alone = decision["kind"] in ADVERSE and not has_four_eyes(decision)
        return alone or is_recused(records, decision) or decision["decided_by"] not in committee

    return [("decisions", decision) for decision in _decisions(records, as_of) if broken(decision)]


def i8(records: Records, as_of: Day) -> Broken:
    """An adverse decision on cases whose latest source assessment by the day is missing or unsure who it was."""

    def unsure(cases: list[Row]) -> bool:
        assessed = _assessments(records, as_of, cases)
        return not assessed or assessed[-1]["identity_confidence"] not in SURE

    return [("decisions", decision) for decision, cases in _adverse_with_cases(records, as_of) if unsure(cases)]


def i9(records: Records, as_of: Day) -> Broken:
    """An adverse decision on a concern about views where the objection is not to conduct or manner, or not said."""

    def broken(decision: Row, cases: list[Row]) -> bool:
        views = [case for case in cases if case["category"] == "VIEWS_NOT_CONDUCIVE"]
        of_conduct = all(case["objection_to"] in {"CONDUCT", "MANNER_OF_EXPRESSION"} for case in views)
        return bool(views) and not (of_conduct and decision["reason_is_conduct_not_belief"] is True)

    adverse = _adverse_with_cases(records, as_of)
    return [("decisions", decision) for decision, cases in adverse if broken(decision, cases)]


def i10(records: Records, as_of: Day) -> Broken:
    """An adverse decision on cases of which none was offered a talk by then, nor put off with a note."""
    adverse = _adverse_with_cases(records, as_of)
    return [("decisions", decision) for decision, cases in adverse if not was_heard(records, decision, cases)]


DECISION_RULES = {"I6": i6, "I7": i7, "I8": i8, "I9": i9, "I10": i10}
