"""K9 to K13, K25 and K27: concerns, how old they are and what was done with them by when."""

from collections import Counter
from typing import Any

from tests.oracle.cells import Records, Row
from tests.oracle.days import Day, days_between, spread, whole_months, working_day_after, year_before
from tests.oracle.history import closed_on, concerns_at, incidents_at, status_at

SEVERITIES = ("LOW", "MEDIUM", "HIGH", "CRITICAL")
AGES = {"0-7": (0, 7), "8-28": (8, 28), "29-90": (29, 90), "91+": (91, 10**6)}
OVERDUE = {"1-30": (1, 30), "31-90": (31, 90), "91+": (91, 10**6)}
ASKED_AFTER = ("CHILD_IN_CONFIDENCE", "FAMILY_MEMBER", "VOLUNTEER")

Figure = dict[str, Any]


def banded(ages: list[int], bands: dict[str, tuple[int, int]]) -> dict[str, int]:
    return {band: sum(low <= age <= high for age in ages) for band, (low, high) in bands.items()}


def _open(records: Records, as_of: Day) -> list[Row]:
    return [c for c in concerns_at(records, as_of) if status_at(records, c, as_of) != "CLOSED"]


def k9(records: Records, as_of: Day, after: Day) -> Figure:
    still = _open(records, as_of)
    severity = {word: sum(c["severity"] == word for c in still) for word in SEVERITIES}
    age = banded([days_between(c["identified_on"], as_of) for c in still], AGES)
    return {"n": len(still), "by": {"severity": severity, "age": age}}


def discuss_by(records: Records, concern: Row, as_of: Day) -> Day:
    """The day by which a concern is to be discussed."""
    found = concern["identified_on"]
    if concern["severity"] != "CRITICAL":
        return working_day_after(found, 5)
    next_day = working_day_after(found, 1)
    rows = records.naming("referrals", "subject_ref", concern["ref"])
    advice = min((row["considered_on"] for row in rows if row["considered_on"] <= as_of), default=next_day)
    return min(max(advice, found), next_day)


def k10(records: Records, as_of: Day, after: Day) -> Figure:
    n = d = deferred = 0
    for concern in concerns_at(records, as_of):
        target = discuss_by(records, concern, as_of)
        if not after < target <= as_of:
            continue
        talks = records.naming("discussions", "concern_ref", concern["ref"])
        if any(talk["deferral_reason"] in {"SAFEGUARDING_ADVICE", "POLICE_ADVICE"} for talk in talks):
            deferred += 1
            continue
        d += 1
        n += any(talk["held_on"] is not None and talk["held_on"] <= target for talk in talks)
    return {"n": n, "d": d, "deferred": deferred}


def k11(records: Records, as_of: Day, after: Day) -> Figure:
    n = d = 0
    for concern in concerns_at(records, as_of):
        target = working_day_after(concern["identified_on"], 5)
        if after < target <= as_of:
            rows = records.naming("source_assessments", "concern_ref", concern["ref"])
            d += 1
            n += any(row["assessed_on"] <= target for row in rows)
    return {"n": n, "d": d}


def share_by(records: Records, concern: Row) -> Day:
    """The day by which a concern is to be shared with the committee."""
    found = concern["identified_on"]
    fifth = working_day_after(found, 5)
    if concern["severity"] == "CRITICAL":
        return found
    if concern["severity"] == "HIGH":
        return fifth
    latest = Day.fromordinal(found.toordinal() + 28)
    return min([m["date"] for m in records["meetings"] if m["date"] >= fifth] + [latest])


def k12(records: Records, as_of: Day, after: Day) -> Figure:
    n = d = 0
    for concern in concerns_at(records, as_of):
        target = share_by(records, concern)
        if after < target <= as_of:
            shares = records.naming("committee_shares", "subject_ref", concern["ref"])
            d += 1
            n += any(share["shared_on"] <= target for share in shares)
    return {"n": n, "d": d}


def first_decision(records: Records, case: Row, as_of: Day) -> Day | None:
    """The day of the first ratified decision on the case itself, by a day."""
    rows = [r for r in records.naming("decisions", "subject_ref", case["ref"]) if r["status"] == "RATIFIED"]
    return min((r["decided_on"] for r in rows if r["decided_on"] and r["decided_on"] <= as_of), default=None)


def k13(records: Records, as_of: Day, after: Day) -> Figure:
    decided, closed, undecided = [], [], 0
    for concern in concerns_at(records, as_of):
        first, closing = first_decision(records, concern, as_of), closed_on(records, concern, as_of)
        if first is not None and first > after:
            decided.append(days_between(concern["identified_on"], first))
        if closing is not None and closing > after:
            closed.append(days_between(concern["identified_on"], closing))
        undecided += first is None and status_at(records, concern, as_of) != "CLOSED"
    closure = {**spread(closed), "still_open": len(_open(records, as_of))}
    return {**spread(decided), "still_open": undecided, "closure": closure}


def k25(records: Records, as_of: Day, after: Day) -> Figure:
    reports = [(c["identified_on"], c["source"]) for c in concerns_at(records, as_of)]
    reports += [(i["recorded_on"], i["source"]) for i in incidents_at(records, as_of)]
    lately = Counter(source for day, source in reports if day > year_before(as_of))
    silence: dict[str, int | None] = {}
    for asked in ASKED_AFTER:
        last = max((day for day, source in reports if source == asked), default=None)
        silence[asked] = None if last is None else whole_months(last, as_of)
    return {"n": sum(lately.values()), "by": {"source": dict(lately)}, "months_since_last": silence}


def k27(records: Records, as_of: Day, after: Day) -> Figure:
    lately = [c for c in concerns_at(records, as_of) if c["identified_on"] > year_before(as_of)]
    each = Counter(c["volunteer_ref"] for c in lately)
    return {"n": sum(count >= 2 for count in each.values()), "d": len(each)}
