"""K16 to K19 and K28: suspensions, privacy reviews, acknowledgements, actions."""

import datetime as dt
from typing import Any

from tests.oracle.cells import Records, Row, is_blank
from tests.oracle.concerns import OVERDUE, banded
from tests.oracle.days import Day, days_between
from tests.oracle.history import approval_at, at_stage, each_day, service_began

NOT_DONE = {"DEFERRED", "DECLINED", None}

Figure = dict[str, Any]


def k16(records: Records, as_of: Day, after: Day) -> Figure:
    people = [
        v["ref"]
        for v in records["volunteers"]
        if any(e["to_status"] == "SUSPENDED" for e in records.naming("approval_events", "volunteer_ref", v["ref"]))
    ]
    lost = sum(approval_at(records, ref, day) == "SUSPENDED" for ref in people for day in each_day(after, as_of))
    return {"n": lost}


def interval_of(volunteer: Row) -> int:
    return volunteer["privacy_review_interval_days"] or 182


def reviews_by(records: Records, volunteer: Row, as_of: Day) -> list[Row]:
    """The reviews of a volunteer that were completed by a day, with an outcome; the latest last."""
    rows = records.naming("privacy_reviews", "volunteer_ref", volunteer["ref"])
    done = [r for r in rows if r["completed_on"] and r["completed_on"] <= as_of and r["outcome"]]
    return sorted(done, key=lambda r: (r["completed_on"], r["place"]))


def k17(records: Records, as_of: Day, after: Day) -> Figure:
    n = d = 0
    for volunteer in at_stage(records, {"S6"}, as_of):
        began, interval = service_began(records, volunteer, as_of), interval_of(volunteer)
        if days_between(began, as_of) > interval:
            valid = [r for r in reviews_by(records, volunteer, as_of) if r["outcome"] not in NOT_DONE]
            d += 1
            n += any(days_between(r["completed_on"], as_of) <= interval for r in valid)
    return {"n": n, "d": d}


def derived_review(records: Records, volunteer: Row, as_of: Day) -> Day:
    """The day on which a review falls due that nobody has put in the list."""
    done = reviews_by(records, volunteer, as_of)
    interval = dt.timedelta(days=interval_of(volunteer))
    if done and done[-1]["outcome"] == "DECLINED":
        return done[-1]["completed_on"] + dt.timedelta(days=28)
    if done and done[-1]["outcome"] == "DEFERRED" and done[-1]["deferred_to"]:
        return done[-1]["deferred_to"]
    valid = [r["completed_on"] for r in done if r["outcome"] not in NOT_DONE]
    return (valid[-1] if valid else service_began(records, volunteer, as_of)) + interval


def k18(records: Records, as_of: Day, after: Day) -> Figure:
    overdue, unscheduled = [], 0
    for volunteer in at_stage(records, {"S6"}, as_of):
        rows = records.naming("privacy_reviews", "volunteer_ref", volunteer["ref"])
        waiting = [r for r in rows if r["completed_on"] is None or r["completed_on"] > as_of]
        overdue += [days_between(r["due_on"], as_of) for r in waiting if r["due_on"] < as_of]
        unscheduled += not waiting and derived_review(records, volunteer, as_of) < as_of
    return {"n": len(overdue), "by": {"age": banded(overdue, OVERDUE)}, "unscheduled": unscheduled}


def in_force(records: Records, as_of: Day) -> dict[str, str]:
    """The version in force of every guidance for volunteers; of two from one day the later row."""
    rows = [g for g in records["guidance"] if g["audience"] == "VOLUNTEER" and g["effective_on"] <= as_of]
    return {g["code"]: g["version"] for g in sorted(rows, key=lambda g: (g["effective_on"], g["place"]))}


def _acknowledged(records: Records, ref: str, as_of: Day) -> set[tuple[str, str]]:
    rows = records.naming("acknowledgements", "volunteer_ref", ref)
    done = [r for r in rows if r["acknowledged_on"] and r["acknowledged_on"] <= as_of]
    return {(r["guidance_code"], r["guidance_version"]) for r in done}


def k19(records: Records, as_of: Day, after: Day) -> Figure:
    versions = set(in_force(records, as_of).items())
    people = at_stage(records, {"S4", "S5", "S6"}, as_of) if versions else []
    return {"n": sum(versions <= _acknowledged(records, v["ref"], as_of) for v in people), "d": len(people)}


def k28(records: Records, as_of: Day, after: Day) -> Figure:
    n = d = 0
    for action in records["actions"]:
        due = action["first_due_on"] or action["due_on"]
        cancelled = action["status"] == "CANCELLED" and not is_blank(action["cancel_reason"])
        if after < due <= as_of and not cancelled:
            d += 1
            n += action["status"] == "DONE" and action["done_on"] is not None and action["done_on"] <= due
    return {"n": n, "d": d}
