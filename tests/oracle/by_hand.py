"""Short ways to write the few records of a worked example and to ask one figure of them."""

from typing import Any

from tests.oracle.cells import read
from tests.oracle.days import Day
from tests.oracle.reading import READINGS

AS_OF, AFTER = "2026-04-09", "2026-03-12"
"""The Thursday after Easter: 3 April was Good Friday, 6 April Easter Monday."""

Rows = list[dict[str, Any]]


def dated(row: dict[str, Any]) -> dict[str, Any]:
    """The row with its ISO dates as dates."""

    def cell(value: Any) -> Any:
        return Day.fromisoformat(value) if isinstance(value, str) and value[:2] == "20" and len(value) == 10 else value

    return {column: cell(value) for column, value in row.items()}


def figure(code: str, as_of: str = AS_OF, after: str = AFTER, **sheets: Rows) -> dict[str, Any]:
    """One figure of these rows; one volunteer V-1 stands in unless others are given."""
    sheets = {"volunteers": [person()]} | sheets
    records = read({name: [dated(row) for row in rows] for name, rows in sheets.items()})
    return READINGS[code](records, Day.fromisoformat(as_of), Day.fromisoformat(after))


def share(code: str, as_of: str = AS_OF, after: str = AFTER, **sheets: Rows) -> tuple[int, int]:
    """n and d of one figure."""
    found = figure(code, as_of, after, **sheets)
    return found["n"], found["d"]


def person(ref: str = "V-1", **cells: Any) -> dict[str, Any]:
    return {"ref": ref, "applied_on": "2025-01-01"} | cells


def stages(*moves: tuple[str, str], of: str = "V-1") -> Rows:
    """Stage events from (stage, day) pairs, each from the stage before."""
    befores = [None, *(stage for stage, _ in moves)]
    return [
        {"volunteer_ref": of, "from_stage": before, "to_stage": stage, "occurred_on": day}
        for before, (stage, day) in zip(befores, moves, strict=False)
    ]


def approvals(*moves: tuple[str, str], of: str = "V-1") -> Rows:
    return [{"volunteer_ref": of, "to_status": status, "effective_on": day} for status, day in moves]


def check(ref: str = "K-1", **cells: Any) -> dict[str, Any]:
    usual = {
        "ref": ref,
        "volunteer_ref": "V-1",
        "trigger": "APPLICANT_STAGE_1",
        "status": "COMPLETED",
        "outcome": "NO_CONCERN",
        "started_on": "2026-04-01",
        "completed_on": "2026-04-02",
        "checker": "a@x",
        "checker_role_at_time": "CHAIR",
        "search_engines": "Google",
    }
    attested = dict.fromkeys(("own_account_attested", "public_domain_attested", "no_password_attested"), True)
    return usual | attested | cells


def concern(ref: str = "C-1", **cells: Any) -> dict[str, Any]:
    usual = {"ref": ref, "volunteer_ref": "V-1", "source": "VOLUNTEER", "category": "OTHER", "status": "OPEN"}
    return usual | {"identified_on": "2026-03-30", "recorded_on": "2026-03-30", "severity": "LOW"} | cells


def incident(ref: str = "B-1", **cells: Any) -> dict[str, Any]:
    usual = {"ref": ref, "volunteer_ref": "V-1", "source": "COMPLAINT", "breach_type": "OTHER", "status": "REPORTED"}
    return usual | {"discovered_on": "2026-03-30", "recorded_on": "2026-03-30", "severity": "LOW"} | cells


def events(*moves: tuple[str, str], of: str = "C-1") -> Rows:
    return [{"subject_ref": of, "to_status": status, "occurred_on": day} for status, day in moves]


def decision(subject: str, kind: str, day: str | None, ref: str = "D-1", **cells: Any) -> dict[str, Any]:
    usual = {"ref": ref, "subject_ref": subject, "kind": kind, "status": "RATIFIED", "decided_on": day}
    return usual | {"proposed_by": "a@x", "decided_by": "b@x", "reason_is_conduct_not_belief": True} | cells
