"""K1 to K8 and K26: who is where, and how the checks were made."""

from typing import Any

from tests.oracle.cells import Records, Row
from tests.oracle.days import Day, days_between, middle, spread
from tests.oracle.history import (
    APPROVED,
    approval_at,
    approval_events,
    at_stage,
    first_exit,
    stage_at,
    stage_events,
    was_in_s1,
)

PERMITTED = {"COORDINATOR", "COMMITTEE_MEMBER", "CHAIR"}
ATTESTED = ("own_account_attested", "public_domain_attested", "no_password_attested")
TARGETS = {"S0": 14, "S1": 28, "S2": 28, "S3": 60, "S4": 42, "S5": 183}

Figure = dict[str, Any]


def volunteer_of(records: Records, row: Row) -> Row:
    return records.naming("volunteers", "ref", row["volunteer_ref"])[0]


def active_without_approval(records: Records, as_of: Day) -> list[Row]:
    valid = APPROVED | {"SUSPENDED"}
    return [v for v in at_stage(records, {"S6"}, as_of) if approval_at(records, v["ref"], as_of) not in valid]


def k1(records: Records, as_of: Day, after: Day) -> Figure:
    probation = [v for v in at_stage(records, {"S5"}, as_of) if approval_at(records, v["ref"], as_of) not in APPROVED]
    return {"n": len(active_without_approval(records, as_of)), "in_probation_not_approved": len(probation)}


def _covered(records: Records, ref: str, gone: Day) -> bool:
    return any(
        check["status"] == "COMPLETED"
        and check["completed_on"] is not None
        and check["completed_on"] <= gone
        and check["started_on"] is not None
        and was_in_s1(records, ref, check["started_on"])
        for check in records.naming("checks", "volunteer_ref", ref)
    )


def k2(records: Records, as_of: Day, after: Day) -> Figure:
    exits = [(v["ref"], first_exit(records, v["ref"])) for v in records["volunteers"]]
    inside = [(ref, gone) for ref, gone in exits if gone is not None and after < gone <= as_of]
    return {"n": sum(_covered(records, ref, gone) for ref, gone in inside), "d": len(inside)}


def is_lawful(records: Records, check: Row) -> bool:
    """Permission and notice stood when the check began, by the first application's form."""
    person, start = volunteer_of(records, check), check["started_on"]
    signed, told = person["form_signed_on"], person["notice_given_on"]
    in_time = signed is not None and signed <= start and told is not None and told <= start
    return person["check_permission"] is True and in_time


def _started(records: Records, after: Day, until: Day) -> list[Row]:
    return [c for c in records["checks"] if c["started_on"] and after < c["started_on"] <= until]


def k3(records: Records, as_of: Day, after: Day) -> Figure:
    started = _started(records, after, as_of)
    return {"n": sum(is_lawful(records, check) for check in started), "d": len(started)}


def _completed(records: Records, as_of: Day, after: Day) -> list[Row]:
    done = [c for c in records["checks"] if c["status"] == "COMPLETED" and c["completed_on"]]
    return [c for c in done if after < c["completed_on"] <= as_of]


def k4(records: Records, as_of: Day, after: Day) -> Figure:
    done = _completed(records, as_of, after)
    return {"n": sum(c["checker_role_at_time"] in PERMITTED for c in done), "d": len(done)}


def k5(records: Records, as_of: Day, after: Day) -> Figure:
    done = _completed(records, as_of, after)
    return {"n": sum(all(c[word] is True for word in ATTESTED) for c in done), "d": len(done)}


def k6(records: Records, as_of: Day, after: Day) -> Figure:
    days: dict[str, list[int]] = {stage: [] for stage in TARGETS}
    for volunteer in records["volunteers"]:
        stage = stage_at(records, volunteer["ref"], as_of)
        if stage in days:
            latest = stage_events(records, volunteer["ref"], by=as_of)[-1]["occurred_on"]
            days[stage].append(days_between(latest, as_of))
    by = {
        stage: {
            "n": len(here),
            "median_days": middle(here),
            "max_days": max(here, default=None),
            "over_target": sum(one > TARGETS[stage] for one in here),
        }
        for stage, here in days.items()
    }
    return {"n": sum(map(len, days.values())), "by": {"stage": by}}


def _first_approval(records: Records, ref: str) -> Day | None:
    return next((e["effective_on"] for e in approval_events(records, ref) if e["to_status"] in APPROVED), None)


def k7(records: Records, as_of: Day, after: Day) -> Figure:
    days, waiting = [], 0
    for volunteer in records["volunteers"]:
        first = _first_approval(records, volunteer["ref"])
        if first and after < first <= as_of:
            days.append(days_between(volunteer["applied_on"], first))
        applying = stage_at(records, volunteer["ref"], as_of) in TARGETS
        never = first is None or first > as_of
        waiting += applying and never and days_between(volunteer["applied_on"], as_of) > 180
    return {**spread(days), "still_open": waiting}


def k8(records: Records, as_of: Day, after: Day) -> Figure:
    done = _completed(records, as_of, after)
    return {"n": sum(c["outcome"] == "CONCERN_RAISED" for c in done), "d": len(done)}


def _same_reason(earlier: Row, later: Row) -> bool:
    notes = ["".join((check["necessity_note"] or "").split()).casefold() for check in (earlier, later)]
    return notes[1] == "" or notes[0] == notes[1]


def k26(records: Records, as_of: Day, after: Day) -> Figure:
    repeated = set()
    looks = sorted((c for c in records["checks"] if c["started_on"]), key=lambda c: (c["started_on"], c["place"]))
    for i, later in enumerate(looks):
        for earlier in looks[:i]:
            same = earlier["volunteer_ref"] == later["volunteer_ref"]
            near = days_between(earlier["started_on"], later["started_on"]) < 90
            if same and near and after < later["started_on"] <= as_of and _same_reason(earlier, later):
                repeated.add(later["volunteer_ref"])
    return {"n": len(repeated)}
