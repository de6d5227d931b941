"""Where people and cases stood on a day, told by going through their events one by one."""

import datetime as dt

from tests.oracle.cells import Records, Row
from tests.oracle.days import Day

APPROVED = {"APPROVED", "APPROVED_WITH_CONDITIONS"}
FOREVER = Day.max


def events_of(records: Records, sheet: str, ref: str, day_column: str, *, by: Day = FOREVER) -> list[Row]:
    """The events of one person or case up to a day, in the order in which they count."""
    owner = "subject_ref" if sheet == "case_events" else "volunteer_ref"
    events = [row for row in records.naming(sheet, owner, ref) if row[day_column] <= by]
    return sorted(events, key=lambda row: (row[day_column], row["place"]))


def stage_events(records: Records, ref: str, *, by: Day = FOREVER) -> list[Row]:
    return events_of(records, "stage_events", ref, "occurred_on", by=by)


def stage_at(records: Records, ref: str, day: Day) -> str | None:
    events = stage_events(records, ref, by=day)
    return events[-1]["to_stage"] if events else None


def approval_events(records: Records, ref: str, *, by: Day = FOREVER) -> list[Row]:
    return events_of(records, "approval_events", ref, "effective_on", by=by)


def approval_at(records: Records, ref: str, day: Day) -> str | None:
    events = approval_events(records, ref, by=day)
    return events[-1]["to_status"] if events else None


def at_stage(records: Records, stages: set[str], day: Day) -> list[Row]:
    """The volunteers who stood at one of these stages on a day."""
    return [v for v in records["volunteers"] if stage_at(records, v["ref"], day) in stages]


def first_exit(records: Records, ref: str) -> Day | None:
    """The day of the first move out of S1 and forward, ever; a blank from_stage is the stage before."""
    onward = {"S2", "S3", "S4", "S5", "S6"}
    before = None
    for event in stage_events(records, ref):
        if (event["from_stage"] or before) == "S1" and event["to_stage"] in onward:
            return event["occurred_on"]
        before = event["to_stage"]
    return None


def was_in_s1(records: Records, ref: str, day: Day) -> bool:
    """Whether the volunteer was in S1 on a day; the days of entry and exit count."""
    events = stage_events(records, ref)
    ends = [event["occurred_on"] for event in events[1:]] + [FOREVER]
    return any(
        event["to_stage"] == "S1" and event["occurred_on"] <= day <= end
        for event, end in zip(events, ends, strict=False)
    )


def service_began(records: Records, volunteer: Row, by: Day) -> Day | None:
    """started_on, or where it is blank the day of the latest entry to S6."""
    entries = [e["occurred_on"] for e in stage_events(records, volunteer["ref"], by=by) if e["to_stage"] == "S6"]
    return volunteer["started_on"] or max(entries, default=None)


def own_day(case: Row) -> Day:
    """The day from which a case exists: a concern is identified, an incident recorded."""
    return case["recorded_on"] if "breach_type" in case else case["identified_on"]


def status_at(records: Records, case: Row, day: Day) -> str:
    """A case's status on a day: its last event by then, else what its own dates imply."""
    beginning = "REPORTED" if "breach_type" in case else "OPEN"
    if records.naming("case_events", "subject_ref", case["ref"]):
        events = events_of(records, "case_events", case["ref"], "occurred_on", by=day)
        return events[-1]["to_status"] if events else beginning
    final = "NOT_THIS_PERSON" if case["status"] == "NOT_THIS_PERSON" else "CLOSED"
    if case["closed_on"]:
        return final if case["closed_on"] <= day else beginning
    started = own_day(case) <= day
    return final if final == "NOT_THIS_PERSON" and started else beginning


def closed_on(records: Records, case: Row, day: Day) -> Day | None:
    """The latest closing of a case that is closed on a day."""
    if status_at(records, case, day) != "CLOSED":
        return None
    events = events_of(records, "case_events", case["ref"], "occurred_on", by=day)
    return max((e["occurred_on"] for e in events if e["to_status"] == "CLOSED"), default=case["closed_on"])


def counts_at(records: Records, case: Row, day: Day) -> bool:
    """Whether a case exists on a day and is this person's: an incident goes with its concern."""
    mother = records.naming("concerns", "ref", case["concern_ref"])
    return own_day(case) <= day and all(status_at(records, one, day) != "NOT_THIS_PERSON" for one in [case, *mother])


def concerns_at(records: Records, day: Day) -> list[Row]:
    return [case for case in records["concerns"] if counts_at(records, case, day)]


def incidents_at(records: Records, day: Day) -> list[Row]:
    return [case for case in records["incidents"] if counts_at(records, case, day)]


def each_day(after: Day, until: Day) -> list[Day]:
    return [after + dt.timedelta(days=k) for k in range(1, (until - after).days + 1)]
