"""K14, K15 and K20 to K22: incidents, what they changed, and whom outside was thought of."""

from typing import Any

from tests.oracle.cells import Records, Row
from tests.oracle.days import Day, days_between, spread, year_before
from tests.oracle.history import closed_on, concerns_at, incidents_at
from tests.oracle.vetting import volunteer_of

EFFECT = {
    "CONDITIONS": "conditions",
    "SUSPEND": "suspended",
    "WITHDRAW_APPROVAL": "withdrawn",
    "REFUSE": "withdrawn",
    "END_SERVICE": "ended",
}
EFFECTS = ("undecided", "no_change", "conditions", "suspended", "withdrawn", "ended")
GRAVE = {"HIGH", "CRITICAL"}
GONE_UNDER_A_CLOUD = {"REMOVED", "RESIGNED_DURING_CONCERN"}

Figure = dict[str, Any]


def ratified(records: Records, as_of: Day, ref: str) -> list[Row]:
    """The ratified decisions on a subject by a day, the latest last."""
    rows = [r for r in records.naming("decisions", "subject_ref", ref) if r["status"] == "RATIFIED"]
    rows = [r for r in rows if r["decided_on"] is not None and r["decided_on"] <= as_of]
    return sorted(rows, key=lambda r: (r["decided_on"], r["place"]))


def effect_of(records: Records, incident: Row, as_of: Day) -> str:
    decisions = ratified(records, as_of, incident["ref"])
    return EFFECT.get(decisions[-1]["kind"], "no_change") if decisions else "undecided"


def k14(records: Records, as_of: Day, after: Day) -> Figure:
    by, late = dict.fromkeys(EFFECTS, 0), 0
    for incident in incidents_at(records, as_of):
        effect = effect_of(records, incident, as_of)
        if incident["affects_approval"] is True and (incident["recorded_on"] > after or effect == "undecided"):
            by[effect] += 1
            late += effect == "undecided" and days_between(incident["recorded_on"], as_of) > 28
    return {"n": sum(by.values()), "by": {"effect": by}, "undecided_over_28_days": late}


def k15(records: Records, as_of: Day, after: Day) -> Figure:
    questions = ("affects_assessment", "affects_approval", "affects_length_of_service")
    closings = [(i, closed_on(records, i, as_of)) for i in incidents_at(records, as_of)]
    closed = [i for i, day in closings if day is not None and day > after]
    return {"n": sum(all(i[one] is not None for one in questions) for i in closed), "d": len(closed)}


def k20(records: Records, as_of: Day, after: Day) -> Figure:
    days, d, still = [], 0, 0
    for incident in incidents_at(records, as_of):
        if incident["content_status"] == "NOT_ONLINE" or not after < incident["discovered_on"] <= as_of:
            continue
        removed = incident["removed_on"]
        d += 1
        if removed is not None and removed <= as_of:
            days.append(days_between(incident["discovered_on"], removed))
        else:
            still += removed is not None or incident["content_status"] == "LIVE"
    return {**spread(days), "d": d, "still_open": still}


def k21(records: Records, as_of: Day, after: Day) -> Figure:
    named = [i["recorded_on"] for i in incidents_at(records, as_of) if i["breach_type"] == "CHILD_IDENTIFIED"]
    return {"n": sum(day > after for day in named), "n_12_months": sum(day > year_before(as_of) for day in named)}


def considered(records: Records, case: Row, by: Day) -> set[str]:
    """The bodies thought of by a day: on the case, on an incident's concern, on a concern's incidents."""
    refs = {case["ref"], case["concern_ref"]}
    if "breach_type" not in case:
        refs |= {i["ref"] for i in records.naming("incidents", "concern_ref", case["ref"])}
    return {row["body"] for row in records["referrals"] if row["subject_ref"] in refs and row["considered_on"] <= by}


def left_under_a_cloud(records: Records, case: Row, as_of: Day) -> bool:
    volunteer = volunteer_of(records, case)
    over = volunteer["ended_on"] is None or volunteer["ended_on"] <= as_of
    return volunteer["end_reason"] in GONE_UNDER_A_CLOUD and over


def _required(records: Records, case: Row, as_of: Day) -> set[str]:
    bodies = {"LADO", "CHARITY_COMMISSION"}
    if left_under_a_cloud(records, case, as_of):
        bodies.add("DBS")
    if (case["category"] or case["breach_type"]) == "SEXUAL_EXPLOITATION_OR_GROOMING":
        bodies.add("POLICE")
    return bodies


def k22(records: Records, as_of: Day, after: Day) -> Figure:
    cases = [*concerns_at(records, as_of), *incidents_at(records, as_of)]
    grave = [c for c in cases if c["severity"] in GRAVE and after < c["recorded_on"] <= as_of]
    met = [c for c in grave if _required(records, c, as_of) <= considered(records, c, as_of)]
    return {"n": len(met), "d": len(grave)}
