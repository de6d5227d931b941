"""The demonstration's histories keep to the state machines, and its severities to their floors."""

from collections.abc import Iterator
from datetime import date

import pytest

from bccc_dash.domain.case_vocabulary import Severity
from bccc_dash.workbook.demo import demo_sheets
from bccc_dash.workbook.demo_centre import Cells, Sheets

FLOORS = {
    "SEXUAL_EXPLOITATION_OR_GROOMING": Severity.CRITICAL,
    "CHILD_IDENTIFIED": Severity.CRITICAL,
    "CONFIDENTIALITY": Severity.HIGH,
    "INFORMATION_DISCLOSURE": Severity.HIGH,
    "IMAGE_OR_INFORMATION_WITHOUT_CONSENT": Severity.HIGH,
    "BOUNDARY_BCCC_FAMILY": Severity.MEDIUM,
    "BOUNDARY_CHILD_CONNECTION": Severity.MEDIUM,
}
CONCERN_MOVES = {
    None: {"OPEN"},
    "OPEN": {"UNDER_REVIEW", "NOT_THIS_PERSON"},
    "UNDER_REVIEW": {"AWAITING_COMMITTEE", "NOT_THIS_PERSON"},
    "AWAITING_COMMITTEE": {"DECIDED", "NOT_THIS_PERSON"},
    "DECIDED": {"CLOSED", "REOPENED", "NOT_THIS_PERSON"},
    "CLOSED": {"REOPENED"},
    "REOPENED": {"UNDER_REVIEW"},
}
INCIDENT_MOVES = {
    None: {"REPORTED"},
    "REPORTED": {"INVESTIGATING"},
    "INVESTIGATING": {"AWAITING_DECISION"},
    "AWAITING_DECISION": {"DECIDED"},
    "DECIDED": {"CLOSED", "REOPENED"},
    "CLOSED": {"REOPENED"},
}
STANDINGS = {
    None: {"NOT_YET_ASSESSED"},
    "NOT_YET_ASSESSED": {"IN_ASSESSMENT", "ENDED"},
    "IN_ASSESSMENT": {"APPROVED", "APPROVED_WITH_CONDITIONS", "REFUSED", "ENDED"},
    "APPROVED": {"APPROVED_WITH_CONDITIONS", "SUSPENDED", "WITHDRAWN", "ENDED"},
    "APPROVED_WITH_CONDITIONS": {"APPROVED", "SUSPENDED", "WITHDRAWN", "ENDED"},
    "SUSPENDED": {"APPROVED", "APPROVED_WITH_CONDITIONS", "WITHDRAWN", "ENDED"},
    "REFUSED": {"IN_ASSESSMENT"},
    "WITHDRAWN": {"IN_ASSESSMENT"},
    "ENDED": {"IN_ASSESSMENT"},
}


@pytest.fixture(params=[date(2024, 2, 29), date(2026, 11, 22), date(2027, 12, 25)], ids=str)
def sheets(request: pytest.FixtureRequest) -> Sheets:
    return demo_sheets(request.param)


def replayed(rows: list[Cells], subject: str, before: str, after: str) -> Iterator[tuple[object, object, object]]:
    """(what the row says came before, what did, what comes after), one for each row of a history."""
    now: dict[object, object] = {}
    for row in rows:
        yield row[before], now.get(row[subject]), row[after]
        now[row[subject]] = row[after]


def test_the_status_of_every_case_is_that_of_its_history(sheets: Sheets) -> None:
    stands = {row["subject_ref"]: row["to_status"] for row in sheets["case_events"]}
    for row in sheets["concerns"] + sheets["incidents"]:
        assert row["status"] == stands[row["ref"]]
        assert (row["closed_on"] is not None) == (row["status"] in ("CLOSED", "NOT_THIS_PERSON"))


def test_histories_follow_the_state_machines(sheets: Sheets) -> None:
    concerns = {row["ref"] for row in sheets["concerns"]}
    of_concerns = [row for row in sheets["case_events"] if row["subject_ref"] in concerns]
    of_incidents = [row for row in sheets["case_events"] if row["subject_ref"] not in concerns]
    for rows, moves in ((of_concerns, CONCERN_MOVES), (of_incidents, INCIDENT_MOVES)):
        for said, was, to in replayed(rows, "subject_ref", "from_status", "to_status"):
            assert said == was
            assert to in moves[was]
    for said, was, to in replayed(sheets["approval_events"], "volunteer_ref", "from_status", "to_status"):
        assert said == was
        assert to in STANDINGS[was]


def test_stages_are_gone_through_in_order(sheets: Sheets) -> None:
    for said, was, to in replayed(sheets["stage_events"], "volunteer_ref", "from_stage", "to_stage"):
        if to == "S0":
            assert said is None
        elif str(was) < str(to) and str(to).startswith("S"):
            assert said == was
            assert int(str(to)[1]) == int(str(was)[1]) + 1
    going_back = [row for row in sheets["stage_events"] if str(row["to_stage"]) < str(row["from_stage"] or "")]
    assert [row["reason"] for row in going_back if str(row["to_stage"]).startswith("S")] != []
    assert all(row["reason"] for row in going_back)


def test_no_severity_lies_below_the_floor_of_its_category(sheets: Sheets) -> None:
    order = list(Severity)
    kinds = [(row["category"], row["severity"]) for row in sheets["concerns"]]
    kinds += [(row["breach_type"], row["severity"]) for row in sheets["incidents"]]
    for category, severity in kinds:
        assert order.index(Severity(str(severity))) >= order.index(FLOORS.get(str(category), Severity.LOW))
