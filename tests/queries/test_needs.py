"""The counts behind what needs the committee, the day before, on and after each target."""

from datetime import date, timedelta

import pytest

from bccc_dash.domain.needs import NeedCounts
from bccc_dash.domain.period import last_twelve_months
from bccc_dash.domain.targets import DEFAULTS
from bccc_dash.queries.needs import need_counts
from bccc_dash.store.engine import reading
from bccc_dash.workbook.importing import import_sheets

MONDAY = date(2026, 3, 2)
FIFTH_WORKING_DAY = date(2026, 3, 9)


def a_case(**changed):
    volunteer = {"ref": "V-1", "full_name": "A Person", "role_title": "Helper", "applied_on": date(2026, 1, 5)}
    concern = {
        "ref": "C-1",
        "volunteer_ref": "V-1",
        "source": "VOLUNTEER",
        "identified_on": MONDAY,
        "recorded_on": MONDAY,
        "category": "GENERAL_CONDUCT",
        "severity": "HIGH",
        "status": "OPEN",
    }
    users = [
        {"email": "cora@bccc.example", "display_name": "Cora", "role": "COORDINATOR", "volunteer_ref": "V-1"},
        {"email": "asha@bccc.example", "display_name": "Asha", "role": "CHAIR"},
    ]
    return {"users": users, "volunteers": [volunteer], "concerns": [concern | changed]}


def counts(engine, sheets, day) -> NeedCounts:
    import_sheets(sheets, engine=engine)
    with reading(engine) as session:
        return need_counts(session, period=last_twelve_months(day), targets=DEFAULTS)


@pytest.mark.parametrize(
    ("day", "late", "soon"),
    [
        pytest.param(FIFTH_WORKING_DAY - timedelta(days=1), 0, 1, id="the day before"),
        pytest.param(FIFTH_WORKING_DAY, 0, 1, id="on the day"),
        pytest.param(FIFTH_WORKING_DAY + timedelta(days=1), 1, 0, id="the day after"),
    ],
)
def test_a_milestone_is_late_from_the_day_after_its_target(engine, day, late, soon):
    found = counts(engine, a_case(), day)

    assert (found.discussion_late, found.sharing_late, found.assessment_late) == (late, late, late)
    assert (found.discussion_soon, found.sharing_soon) == (soon, soon)


def test_what_was_done_even_late_needs_nobody_any_more(engine):
    sheets = a_case()
    after = FIFTH_WORKING_DAY + timedelta(days=3)
    sheets["discussions"] = [{"concern_ref": "C-1", "held_on": after}]
    sheets["committee_shares"] = [{"subject_ref": "C-1", "shared_on": after}]
    sheets["source_assessments"] = [{"concern_ref": "C-1", "assessed_on": after, "assessor": "asha@bccc.example"}]

    assert counts(engine, sheets, after) == NeedCounts()


def test_a_talk_put_off_on_advice_is_not_late(engine):
    sheets = a_case()
    sheets["discussions"] = [{"concern_ref": "C-1", "deferral_reason": "POLICE_ADVICE"}]

    assert counts(engine, sheets, date(2026, 4, 1)).discussion_late == 0


@pytest.mark.parametrize(("shared_after", "needing"), [(0, 0), (1, 1)])
def test_a_critical_concern_needs_action_on_its_own_day(engine, shared_after, needing):
    sheets = a_case(severity="CRITICAL")
    sheets["committee_shares"] = [{"subject_ref": "C-1", "shared_on": MONDAY + timedelta(days=shared_after)}]

    assert counts(engine, sheets, date(2026, 3, 20)).critical_without_action == needing


def a_suspension(**changed):
    decision = {"ref": "D-1", "subject_ref": "V-1", "kind": "SUSPEND", "status": "PROPOSED", "effective_on": MONDAY}
    people = {"proposed_by": "asha@bccc.example"}
    return {**a_case(status="CLOSED", closed_on=MONDAY), "decisions": [decision | people | changed]}


@pytest.mark.parametrize(("days", "unratified"), [(14, 0), (15, 1)])
def test_an_urgent_suspension_is_red_after_fourteen_days(engine, days, unratified):
    assert counts(engine, a_suspension(), MONDAY + timedelta(days=days)).suspension_unratified == unratified


def test_a_suspension_ratified_later_was_unratified_before(engine):
    settled = a_suspension(status="RATIFIED", decided_on=date(2026, 4, 1), decided_by="asha@bccc.example")

    assert counts(engine, settled, date(2026, 3, 31)).suspension_unratified == 1
    with reading(engine) as session:
        period = last_twelve_months(date(2026, 4, 1))
        assert need_counts(session, period=period, targets=DEFAULTS).suspension_unratified == 0


def test_deciding_about_oneself_is_an_own_matter(engine):
    own = a_suspension(status="RATIFIED", decided_on=date(2026, 3, 3), decided_by="cora@bccc.example")

    assert counts(engine, own, date(2026, 3, 4)).own_matters == 1


@pytest.mark.parametrize(
    ("due_on", "late", "soon"),
    [(date(2026, 3, 3), 1, 0), (date(2026, 3, 4), 0, 1), (date(2026, 3, 18), 0, 1), (date(2026, 3, 19), 0, 0)],
)
def test_an_open_action_is_late_after_its_day_and_soon_for_fourteen_days(engine, due_on, late, soon):
    sheets = a_case(status="CLOSED", closed_on=MONDAY)
    action = {"ref": "A-1", "subject_ref": "C-1", "title": "Follow up", "status": "OPEN"}
    sheets["actions"] = [action | {"due_on": due_on, "created_on": MONDAY}]

    found = counts(engine, sheets, date(2026, 3, 4))

    assert (found.actions_late, found.actions_soon) == (late, soon)


@pytest.mark.parametrize(("done_on", "late"), [(date(2026, 3, 10), 0), (date(2026, 3, 11), 1)])
def test_an_action_done_later_was_overdue_on_a_past_day(engine, done_on, late):
    sheets = a_case(status="CLOSED", closed_on=MONDAY)
    action = {"ref": "A-1", "subject_ref": "C-1", "title": "Follow up", "status": "DONE", "due_on": date(2026, 3, 3)}
    sheets["actions"] = [action | {"done_on": done_on}]

    assert counts(engine, sheets, date(2026, 3, 10)).actions_late == late


def test_a_suspension_that_never_took_effect_is_not_urgent(engine):
    assert counts(engine, a_suspension(effective_on=None, proposed_on=MONDAY), date(2026, 4, 20)) == NeedCounts()


@pytest.mark.parametrize(("days", "people"), [(89, 1), (90, 0)])
def test_a_second_look_within_90_days_is_seen_whatever_its_reason(engine, days, people):
    sheets = a_case(status="CLOSED", closed_on=MONDAY)
    check = {
        "volunteer_ref": "V-1",
        "trigger": "SPECIFIC_CONCERN",
        "status": "COMPLETED",
        "checker": "asha@bccc.example",
    }
    looks = [(1, MONDAY, "A complaint."), (2, MONDAY + timedelta(days=days), "Another complaint.")]
    sheets["checks"] = [
        check | {"ref": f"K-{n}", "checker_role_at_time": "CHAIR", "started_on": day, "necessity_note": note}
        for n, day, note in looks
    ]

    assert counts(engine, sheets, MONDAY + timedelta(days=100)).second_looks == people
