"""What an import does to a database, on both engines: all or nothing, and the second time nothing."""

import datetime as dt
from typing import Any

import pytest
from sqlmodel import Session

from bccc_dash.store import audit, spans
from bccc_dash.store.engine import open_engine, reading, writing
from bccc_dash.store.tables import UserRow, VolunteerRow
from bccc_dash.workbook import importing
from bccc_dash.workbook.faults import ImportRefused, ImportResult
from tests.workbook.making import dump, got, put

pytestmark = pytest.mark.sqlite_first

DAY, NEXT = dt.date(2026, 3, 1), dt.date(2026, 3, 2)
Rows = list[dict[str, Any]]


def asha(**more: Any) -> dict[str, Any]:
    return {"ref": "V-1", "full_name": "Asha", "role_title": "Helper", "applied_on": DAY, **more}


def user(**more: Any) -> dict[str, Any]:
    return {"email": "cora@x.example", "display_name": "Cora", "role": "COORDINATOR", **more}


def stage(to: str, on: dt.date = DAY, **more: Any) -> dict[str, Any]:
    return {"volunteer_ref": "V-1", "to_stage": to, "occurred_on": on, **more}


def counts(result: ImportResult, sheet: str) -> tuple[int, int, int, int]:
    (found,) = (one for one in result.preview if one.sheet == sheet)
    return found.added, found.changed, found.unchanged, found.absent


def test_records_are_added_changed_left_alone_and_never_deleted(url):
    put(url, {"volunteers": [asha(), asha(ref="V-2"), asha(ref="V-3", email="a@x.example")]})

    result = put(url, {"volunteers": [asha(), asha(ref="V-3"), asha(ref="V-4")]})

    assert counts(result, "volunteers") == (1, 1, 1, 1)
    stored = got(url)["volunteers"]
    assert [row["ref"] for row in stored] == ["V-1", "V-2", "V-3", "V-4"]
    assert stored[2]["email"] is None


def test_a_reference_is_kept_as_it_was_first_written(url):
    put(url, {"users": [user(volunteer_ref="v-1")], "volunteers": [asha()]})
    before = dump(url)

    result = put(url, {"users": [user(email="CORA@x.example", volunteer_ref=" V-1")], "volunteers": [asha(ref="v-1 ")]})

    assert not result.changes
    assert dump(url) == before


def test_the_second_time_changes_nothing(url):
    sheets = {"users": [user(volunteer_ref="V-1")], "volunteers": [asha()], "stage_events": [stage("S0"), stage("S1")]}
    put(url, sheets)
    before = dump(url)

    assert not put(url, sheets).changes
    assert dump(url) == before


def test_rows_without_a_reference_are_known_by_key_and_occurrence(url):
    talks: Rows = [{"concern_ref": "C-1", "offered_on": DAY}, {"concern_ref": "C-1", "offered_on": NEXT}]
    concern = {
        "ref": "C-1",
        "volunteer_ref": "V-1",
        "source": "OTHER",
        "identified_on": DAY,
        "recorded_on": DAY,
        "category": "OTHER",
        "severity": "LOW",
        "status": "OPEN",
    }
    reviews: Rows = [{"volunteer_ref": "V-1", "due_on": DAY}] * 2
    first = {"volunteers": [asha()], "concerns": [concern], "discussions": talks, "privacy_reviews": reviews}
    put(url, first)

    talks[1] = {**talks[1], "held_on": NEXT}
    more = [*reviews, {"volunteer_ref": "V-1", "due_on": DAY, "method": "SELF_CONFIRMED"}]
    result = put(url, {**first, "discussions": talks, "privacy_reviews": more})

    assert counts(result, "discussions") == (0, 1, 1, 0)
    assert counts(result, "privacy_reviews") == (1, 0, 2, 0)


@pytest.mark.parametrize(
    ("sheet", "row", "change"),
    [
        ("stage_events", stage("S1"), {"reason": "other"}),
        ("approval_events", {"volunteer_ref": "V-1", "to_status": "APPROVED", "effective_on": DAY}, {"reason": "x"}),
        ("transparency", {"volunteer_ref": "V-1", "form_signed_on": DAY}, {"form_version": "2"}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_history_is_not_rewritten(sheet, row, change, url):
    put(url, {"volunteers": [asha()], sheet: [row]})
    before = dump(url)

    with pytest.raises(ImportRefused) as refused:
        put(url, {"volunteers": [asha()], sheet: [{**row, **change}]})

    (fault,) = refused.value.faults
    assert (fault.sheet, fault.row, fault.column) == (sheet, 2, next(iter(change)))
    assert "history is not rewritten" in fault.problem
    assert "Add a correction" in fault.remedy
    assert dump(url) == before


def test_users_may_come_before_the_first_volunteer(url):
    put(url, {"users": [user()], "volunteers": []})

    assert not put(url, got(url)).changes


def test_people_are_kept_in_their_order(url):
    people = [user(), user(email="ben@x.example")]
    meeting = {"date": DAY, "kind": "ordinary", "attendees": "ben@x.example; Cora@x.example"}
    put(url, {"users": people, "volunteers": [asha()], "meetings": [meeting]})
    assert got(url)["meetings"][0]["attendees"] == "ben@x.example; cora@x.example"

    result = put(
        url, {"users": people, "volunteers": [asha()], "meetings": [{**meeting, "attendees": "cora@x.example"}]}
    )

    assert counts(result, "meetings") == (0, 1, 0, 0)
    assert got(url)["meetings"][0]["attendees"] == "cora@x.example"


def test_what_is_wrong_against_the_policy_is_imported(url):
    check = {
        "ref": "K-1",
        "volunteer_ref": "V-1",
        "trigger": "SPECIFIC_CONCERN",
        "status": "COMPLETED",
        "started_on": dt.date(2020, 1, 1),
        "checker": "cora@x.example",
        "checker_role_at_time": "READ_ONLY_AUDITOR",
        "monitoring_basis": "free text",
    }
    result = put(url, {"users": [user(volunteer_ref="V-1")], "volunteers": [asha()], "checks": [check]})

    assert counts(result, "checks") == (1, 0, 0, 0)


def test_an_import_is_one_line_in_the_audit_and_names_no_value(url):
    put(url, {"volunteers": [asha()]})
    put(url, {"volunteers": [asha(full_name="Someone Else")]})
    engine = open_engine(url)

    with reading(engine) as session:
        rows = session.connection().exec_driver_sql("SELECT actor, action, subject, fields FROM audit_events").all()
        assert audit.verify_chain(session) is None
    engine.dispose()

    assert [tuple(row) for row in rows] == [
        ("command line", "IMPORT", "sheets", "volunteers"),
        ("command line", "IMPORT", "sheets", "volunteers; full_name"),
    ]


def test_the_product_can_add_rows_of_its_own_after_an_import(url):
    put(url, {"users": [user()], "volunteers": [asha()]})
    engine = open_engine(url)

    with writing(engine) as session:
        session.add(UserRow(email="new@x.example", display_name="New", role="CHAIR"))
    engine.dispose()

    assert [row["email"] for row in got(url)["users"]] == ["cora@x.example", "new@x.example"]


def test_a_change_between_planning_and_writing_is_seen(url, monkeypatch):
    put(url, {"volunteers": [asha()]})
    engine = open_engine(url)
    write = importing._write

    def late(*arguments: Any, **named: Any) -> ImportResult:
        with writing(engine) as session:
            session.get_one(VolunteerRow, 1).role_title = "Leader"
        return write(*arguments, **named)

    monkeypatch.setattr(importing, "_write", late)
    importing.import_sheets({"volunteers": [asha(email="a@x.example")]}, engine=engine)
    engine.dispose()

    assert got(url)["volunteers"][0]["role_title"] == "Helper"


def test_an_import_looks_anew_for_what_may_break_a_rule(url):
    def suspected() -> list[tuple[Any, ...]]:
        return sorted(row[:2] for row in dump(url)["suspects"])

    put(url, {"volunteers": [asha(), asha(ref="V-2")]})
    assert suspected() == [("NO_STAGE", "volunteers")] * 2

    put(url, {"volunteers": [asha()], "stage_events": [stage("S0"), stage("S0", NEXT, volunteer_ref="V-2")]})
    assert suspected() == [("NO_STAGE", "volunteers")]


def test_a_fault_while_writing_leaves_everything_as_it_was(url, monkeypatch):
    put(url, {"volunteers": [asha()]})
    before = dump(url)

    def broken(_: Session) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(spans, "refresh_all", broken)
    with pytest.raises(OSError, match="No space"):
        put(url, {"volunteers": [asha(), asha(ref="V-2")]})

    assert dump(url) == before
