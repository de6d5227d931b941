"""K23 and K24: the volunteer is heard first, and two people decide."""

from typing import Any

from tests.oracle.cells import Records, Row, people_in
from tests.oracle.days import Day
from tests.oracle.history import counts_at

ADVERSE = {"CONDITIONS", "SUSPEND", "REFUSE", "WITHDRAW_APPROVAL", "END_SERVICE"}

Figure = dict[str, Any]


def _adverse(records: Records, as_of: Day, after: Day) -> list[Row]:
    rows = [r for r in records["decisions"] if r["kind"] in ADVERSE and r["status"] == "RATIFIED"]
    return [r for r in rows if r["decided_on"] is not None and after < r["decided_on"] <= as_of]


def cases_behind(records: Records, decision: Row, as_of: Day) -> list[Row]:
    """The concerns (and the incident) that a decision answers; none for a volunteer of whom no concern is known."""
    subject = decision["subject_ref"]
    incidents = records.naming("incidents", "ref", subject)
    mothers = [c for i in incidents for c in records.naming("concerns", "ref", i["concern_ref"])]
    known = [c for c in records.naming("concerns", "volunteer_ref", subject) if counts_at(records, c, as_of)]
    return [*records.naming("concerns", "ref", subject), *incidents, *mothers, *known]


def was_heard(records: Records, decision: Row, cases: list[Row]) -> bool:
    """A talk was offered by the day of the decision, or put off for a reason with a note."""
    talks = [t for case in cases for t in records.naming("discussions", "concern_ref", case["ref"])]
    offered = any(t["offered_on"] is not None and t["offered_on"] <= decision["decided_on"] for t in talks)
    return offered or any(t["deferral_reason"] and t["deferral_note"] for t in talks)


def k23(records: Records, as_of: Day, after: Day) -> Figure:
    behind = [(decision, cases_behind(records, decision, as_of)) for decision in _adverse(records, as_of, after)]
    asked = [(decision, cases) for decision, cases in behind if cases]
    heard = sum(was_heard(records, decision, cases) for decision, cases in asked)
    return {"n": heard, "d": len(asked), "without_concern": len(behind) - len(asked)}


def is_recused(records: Records, decision: Row) -> bool:
    """The proposer or the decider stood aside when the decision's subject was shared."""
    shares = records.naming("committee_shares", "subject_ref", decision["subject_ref"])
    aside = {person for share in shares for person in people_in(share["recused"])}
    return bool(aside & {decision["proposed_by"], decision["decided_by"]})


def has_four_eyes(decision: Row) -> bool:
    both = decision["proposed_by"] is not None and decision["decided_by"] is not None
    return both and decision["proposed_by"] != decision["decided_by"]


def k24(records: Records, as_of: Day, after: Day) -> Figure:
    adverse = _adverse(records, as_of, after)
    met = [decision for decision in adverse if has_four_eyes(decision) and not is_recused(records, decision)]
    return {"n": len(met), "d": len(adverse)}
