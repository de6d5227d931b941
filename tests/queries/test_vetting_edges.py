"""The days on which a line of the Vetting page comes and goes."""

from datetime import date, timedelta

import pytest
from sqlalchemy import event

from bccc_dash.domain.period import last_twelve_months
from bccc_dash.domain.vetting import SHOWN, CheckState, Gate
from bccc_dash.reads.vetting import applicant, applicants, vetting
from bccc_dash.store.engine import reading
from bccc_dash.workbook.importing import import_sheets

DAY = date(2026, 3, 2)
PERIOD = last_twelve_months(DAY)
USER = {"email": "a@b.example", "display_name": "A", "role": "COORDINATOR"}


def ago(days):
    return DAY - timedelta(days=days)


def somebody(*stages, ref="V-1", **person):
    """One volunteer who came to each (stage, days ago)."""
    whole = {"form_signed_on": ago(400), "check_permission": True, "notice_given_on": ago(400)}
    volunteer = {"ref": ref, "full_name": "X", "role_title": "Helper", "applied_on": ago(400)}
    events = [{"volunteer_ref": ref, "to_stage": stage, "occurred_on": ago(days)} for stage, days in stages]
    return {"users": [USER], "volunteers": [volunteer | whole | person], "stage_events": events}


def a_check(**cells):
    check = {"ref": "K-1", "volunteer_ref": "V-1", "trigger": "APPLICANT_STAGE_1", "status": "COMPLETED"}
    return {"checks": [check | {"checker": "a@b.example", "checker_role_at_time": "COORDINATOR"} | cells]}


def a_result(**cells):
    return {"requirement_results": [{"volunteer_ref": "V-1", "requirement": "DBS", "status": "MET"} | cells]}


def gaps_of(engine, sheets, period=PERIOD):
    import_sheets(sheets, engine=engine)
    with reading(engine) as session:
        return vetting(session, period).gaps


@pytest.mark.parametrize(
    ("check", "state"),
    [
        ({"started_on": ago(10), "completed_on": ago(0)}, None),
        ({"started_on": ago(0), "completed_on": ago(0)}, None),
        ({"started_on": ago(10), "completed_on": ago(-1)}, CheckState.STARTED),
        ({"started_on": ago(11), "completed_on": ago(5)}, CheckState.OUT_OF_STAGE),
        ({"started_on": ago(10)}, CheckState.STARTED),
        ({"started_on": ago(-1), "completed_on": ago(-1)}, CheckState.NOT_PLANNED),
        ({"started_on": ago(-1), "planned_for": ago(-1)}, CheckState.PLANNED),
        ({"status": "PLANNED"}, CheckState.PLANNED),
        ({"status": "IN_PROGRESS"}, CheckState.STARTED),
        ({"status": "CANCELLED", "planned_for": ago(-3)}, CheckState.CANCELLED),
        ({"trigger": "SPECIFIC_CONCERN", "started_on": ago(10), "completed_on": ago(9)}, None),
    ],
    ids=str,
)
def test_a_check_counts_from_the_day_of_entry_to_the_as_at_day(sqlite_engine, check, state):
    gaps = gaps_of(sqlite_engine, somebody(("S1", 10)) | a_check(**check))

    assert [one.state for one in gaps.unchecked] == ([state] if state else [])


def test_a_check_of_an_earlier_application_is_no_check_of_this_one(sqlite_engine):
    stages = (("S0", 300), ("S1", 290), ("WITHDRAWN", 250), ("S0", 20), ("S1", 10))
    gaps = gaps_of(sqlite_engine, somebody(*stages) | a_check(started_on=ago(280), completed_on=ago(270)))

    assert [(one.state, one.on) for one in gaps.unchecked] == [(CheckState.NOT_PLANNED, None)]


def test_a_check_begun_in_an_earlier_stay_in_stage_1_of_this_application_is_done(engine):
    stages = (("S0", 30), ("S1", 20), ("S2", 12), ("S1", 10))
    gaps = gaps_of(engine, somebody(*stages) | a_check(started_on=ago(19), completed_on=ago(15)))
    with reading(engine) as session:
        (one,) = applicants(session, PERIOD, "S1", 1)

    assert (gaps.unchecked, one.waits) == ((), ())


AGAIN = (("S0", 300), ("LEFT", 250), ("S0", 20), ("S1", 10))


@pytest.mark.parametrize(
    ("person", "row", "gates"),
    [
        ({}, {}, [Gate.NO_FORM, Gate.NO_NOTICE]),
        ({}, {"notice_given_on": ago(9)}, [Gate.NO_FORM, Gate.LATE_NOTICE]),
        ({"form_signed_on": ago(21), "notice_given_on": ago(21)}, {}, [Gate.NO_FORM, Gate.NO_NOTICE]),
        ({"form_signed_on": ago(20), "notice_given_on": ago(20)}, {}, []),
        ({"form_signed_on": ago(20)}, {"notice_given_on": ago(15)}, []),
        ({}, {"form_signed_on": ago(15), "check_permission": True, "notice_given_on": ago(15)}, []),
    ],
    ids=str,
)
def test_an_earlier_application_s_papers_do_not_pass_for_this_one_s(engine, person, row, gates):
    rows = {"transparency": [{"volunteer_ref": "V-1"} | row]} if row else {}

    assert [one.gate for one in gaps_of(engine, somebody(*AGAIN, **person) | rows).gates] == gates


@pytest.mark.parametrize(
    ("result", "is_met"),
    [
        ({"completed_on": ago(21)}, False),
        ({"completed_on": ago(20)}, True),
        ({}, True),
        ({"status": "EXEMPT", "completed_on": ago(260)}, True),
    ],
    ids=str,
)
def test_what_was_met_in_an_earlier_application_is_asked_again(engine, result, is_met):
    interview = a_result(requirement="INTERVIEW", **result)
    gaps = gaps_of(engine, somebody(*AGAIN, ("S2", 5)) | interview)

    assert (gaps.waiting == ()) == is_met


def test_a_dbs_check_of_an_earlier_application_counts_while_it_is_valid(engine):
    gaps = gaps_of(engine, somebody(*AGAIN, ("S3", 5)) | a_result(completed_on=ago(260)))

    assert "DBS" not in [code for code, _ in gaps.waiting[0].waits]


@pytest.mark.parametrize(
    ("person", "gates"),
    [
        ({"notice_given_on": ago(10)}, []),
        ({"notice_given_on": ago(9)}, [Gate.LATE_NOTICE]),
        ({"notice_given_on": ago(-1)}, [Gate.NO_NOTICE]),
        ({"form_signed_on": DAY}, []),
        ({"form_signed_on": ago(-1)}, [Gate.NO_FORM]),
        ({"check_permission": None}, [Gate.NO_PERMISSION]),
        ({"check_permission": False, "notice_given_on": None}, [Gate.NO_PERMISSION, Gate.NO_NOTICE]),
    ],
    ids=str,
)
def test_notice_is_due_on_the_day_of_entry_and_the_form_by_the_as_at_day(sqlite_engine, person, gates):
    assert [one.gate for one in gaps_of(sqlite_engine, somebody(("S1", 10), **person)).gates] == gates


@pytest.mark.parametrize(("withdrawn", "gates"), [(0, [Gate.WITHDRAWN]), (-1, [])])
def test_permission_is_withdrawn_from_its_day_on(sqlite_engine, withdrawn, gates):
    row = {"volunteer_ref": "V-1", "form_signed_on": ago(400), "check_permission": True, "withdrawn_on": ago(withdrawn)}
    gaps = gaps_of(sqlite_engine, somebody(("S1", 10)) | {"transparency": [row]})

    assert [one.gate for one in gaps.gates] == gates


@pytest.mark.parametrize(("days", "gates"), [(14, []), (15, [Gate.NOTICE_DUE])])
def test_an_enquirer_s_notice_is_said_once_the_target_has_passed(sqlite_engine, days, gates):
    gaps = gaps_of(sqlite_engine, somebody(("S0", days), notice_given_on=None))

    assert [one.gate for one in gaps.gates] == gates
    assert len(gaps.late) == len(gates)


@pytest.mark.parametrize(
    ("result", "lapsed", "soon", "waits"),
    [
        ({"expires_on": ago(1)}, 1, 0, True),
        ({"expires_on": ago(0)}, 0, 1, False),
        ({"expires_on": ago(-90)}, 0, 1, False),
        ({"expires_on": ago(-91)}, 0, 0, False),
        ({"completed_on": ago(1095)}, 0, 1, False),
        ({"completed_on": ago(1096)}, 1, 0, True),
        ({"completed_on": ago(-1)}, 0, 0, True),
        ({}, 0, 0, False),
        ({"status": "EXEMPT", "exempt_until": ago(0)}, 0, 0, False),
        ({"status": "EXEMPT", "exempt_until": ago(1)}, 0, 0, True),
        ({"status": "IN_PROGRESS", "expires_on": ago(1)}, 0, 0, True),
    ],
    ids=str,
)
def test_a_dbs_check_holds_through_its_last_day(sqlite_engine, result, lapsed, soon, waits):
    gaps = gaps_of(sqlite_engine, somebody(("S3", 5)) | a_result(**result))

    assert (gaps.dbs_lapsed, gaps.dbs_soon) == (lapsed, soon)
    assert ("DBS" in [code for code, _ in gaps.waiting[0].waits]) == waits


def a_crowd(n):
    crowd = [somebody(("S1", 30 + k), ref=f"V-{k:03}") for k in range(n)]
    return {name: [row for one in crowd for row in one[name]] for name in ("volunteers", "stage_events")}


def test_a_long_list_comes_in_parts_and_every_other_list_is_capped(engine):
    gaps = gaps_of(engine, a_crowd(60))

    assert (len(gaps.unchecked), gaps.unchecked_in_all, len(gaps.late)) == (SHOWN, 60, 3)
    assert gaps.unchecked[0].applicant.ref == "V-059"
    with reading(engine) as session:
        parts = [applicants(session, PERIOD, "S1", page) for page in (1, 2, 3, 4)]
    assert [len(part) for part in parts] == [25, 25, 10, 0]
    assert len({one.applicant.ref for part in parts for one in part}) == 60


def test_the_page_asks_at_most_seven_questions(sqlite_engine):
    import_sheets(a_crowd(3), engine=sqlite_engine)
    asked = []
    event.listen(sqlite_engine, "before_cursor_execute", lambda *context: asked.append(context[2]))
    with reading(sqlite_engine) as session:
        vetting(session, PERIOD)
        applicants(session, PERIOD, "", 1)
        applicant(session, PERIOD, "V-001")

    assert len(asked) <= 7


def test_nothing_recorded_is_nothing_missing_and_no_evidence(engine):
    with reading(engine) as session:
        gaps = vetting(session, PERIOD).gaps
        assert applicants(session, PERIOD, "", 1) == ()
        assert applicant(session, PERIOD, "V-1") is None

    assert not gaps.has_records
    assert (gaps.unchecked, gaps.gates, gaps.waiting, gaps.dbs, gaps.left_stage_1) == ((), (), (), (), 0)
