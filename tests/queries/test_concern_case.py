"""One concern as at a day: its duties at each boundary, its referrals, its history, and who may not be shown."""

import random
from datetime import date, timedelta

import pytest

from bccc_dash.domain.concern_case import MOST_LINES, Happened, Presence
from bccc_dash.domain.concern_duties import Asked, duties
from bccc_dash.domain.period import Period
from bccc_dash.domain.standing import Standing
from bccc_dash.domain.targets import DEFAULTS
from bccc_dash.domain.viewer import Person
from bccc_dash.domain.vocabulary import Role
from bccc_dash.figures import figures
from bccc_dash.reads.concerns import opened_concern
from bccc_dash.store.engine import reading
from bccc_dash.workbook.importing import import_sheets
from tests.oracle.cells import read
from tests.oracle.dice import ANCHORS
from tests.oracle.history import closed_on, own_day, status_at
from tests.oracle.strategies import periods, random_sheets
from tests.queries.conftest import ON_BOTH, SEEDS

LEAD = Person(user_id=1, role=Role.SAFEGUARDING_LEAD)
MONDAY = date(2026, 3, 2)
FIFTH = date(2026, 3, 9)
SEVERITIES = ("LOW", "MEDIUM", "HIGH", "CRITICAL")


def a_case(**changed):
    volunteer = {"ref": "V-1", "full_name": "A Person", "role_title": "Helper", "applied_on": date(2026, 1, 5)}
    concern = {"ref": "C-1", "volunteer_ref": "V-1", "source": "VOLUNTEER", "identified_on": MONDAY}
    concern |= {"recorded_on": MONDAY, "category": "GENERAL_CONDUCT", "severity": "HIGH", "status": "OPEN"}
    users = [{"email": "asha@bccc.example", "display_name": "Asha", "role": "CHAIR"}]
    return {"users": users, "volunteers": [volunteer], "concerns": [concern | changed]}


def opened(session, day, ref="C-1"):
    return opened_concern(session, Period(day, day - timedelta(days=1)), ref, DEFAULTS, person=LEAD)


def standing(session, asked, day, ref="C-1"):
    found = {duty.asked: duty for duty in duties(opened(session, day, ref).case, day)}
    return found[asked].standing


A_MONTH_LATER = MONDAY + timedelta(days=28)
DUE = {
    Asked.DISCUSSED: ("K10", {"LOW": FIFTH, "MEDIUM": FIFTH, "HIGH": FIFTH, "CRITICAL": date(2026, 3, 3)}),
    Asked.ASSESSED: ("K11", dict.fromkeys(SEVERITIES, FIFTH)),
    Asked.SHARED: ("K12", {"LOW": A_MONTH_LATER, "MEDIUM": A_MONTH_LATER, "HIGH": FIFTH, "CRITICAL": MONDAY}),
}


@pytest.fixture
def of_each_severity(engine):
    cases = [a_case(ref=severity, severity=severity)["concerns"][0] for severity in SEVERITIES]
    import_sheets(a_case() | {"concerns": cases}, engine=engine)
    return engine


@pytest.mark.parametrize("asked", DUE)
def test_a_duty_is_due_on_its_day_and_late_the_day_after(of_each_severity, asked):
    code, due_on = DUE[asked]
    with reading(of_each_severity) as session:
        for severity, due in due_on.items():
            if due > MONDAY:
                assert standing(session, asked, due - timedelta(days=1), severity) is Standing.NOT_YET
            assert standing(session, asked, due, severity) is Standing.DUE_TODAY
            assert standing(session, asked, due + timedelta(days=1), severity) is Standing.LATE
            as_many = list(due_on.values()).count(due)
            assert figures(session, Period(due, due - timedelta(days=1)), codes=[code])[code]["d"] == as_many


DONE_IN = {
    Asked.DISCUSSED: ("discussions", "concern_ref", "held_on", {}),
    Asked.ASSESSED: ("source_assessments", "concern_ref", "assessed_on", {"assessor": "asha@bccc.example"}),
    Asked.SHARED: ("committee_shares", "subject_ref", "shared_on", {}),
}


@pytest.mark.parametrize("asked", DONE_IN)
@pytest.mark.parametrize(("after", "in_time"), [(-1, True), (0, True), (1, False)])
def test_what_is_done_is_done_from_its_day_on_and_in_time_by_the_due_day(sqlite_engine, asked, after, in_time):
    sheet, column, day_column, more = DONE_IN[asked]
    done = FIFTH + timedelta(days=after)
    import_sheets(a_case() | {sheet: [{column: "C-1", day_column: done} | more]}, engine=sqlite_engine)

    with reading(sqlite_engine) as session:
        before = {duty.asked: duty for duty in duties(opened(session, done - timedelta(days=1)).case, done)}[asked]
        duty = {duty.asked: duty for duty in duties(opened(session, done).case, done)}[asked]
        missed = [line for line in opened(session, FIFTH + timedelta(days=9)).lines if line.word == asked.name]
    assert before.done is None
    assert (duty.standing, duty.done, duty.was_in_time) == (Standing.DONE, done, in_time)
    assert [line.day for line in missed if line.what is Happened.DAY_PASSED] == ([] if in_time else [FIFTH])


@pytest.mark.parametrize("advice", ["SAFEGUARDING_ADVICE", "POLICE_ADVICE"])
def test_a_talk_put_off_on_advice_is_neither_late_nor_a_day_that_passed(sqlite_engine, advice):
    put_off = [{"concern_ref": "C-1", "offered_on": MONDAY, "deferral_reason": advice}]
    import_sheets(a_case() | {"discussions": put_off}, engine=sqlite_engine)

    with reading(sqlite_engine) as session:
        found = opened(session, date(2026, 5, 1))
        talk = duties(found.case, date(2026, 5, 1))[0]
    assert (talk.standing, talk.put_off) == (Standing.NOT_YET, advice)
    assert Asked.DISCUSSED.name not in [line.word for line in found.lines]


@ON_BOTH
@pytest.mark.parametrize("seed", SEEDS)
def test_random_concerns_stand_as_a_slow_reading_says_and_nothing_told_is_later_than_the_day(engine, seed):
    sheets, anchor = random_sheets(random.Random(seed), 10, ANCHORS[seed]), ANCHORS[seed]
    import_sheets(sheets, engine=engine)
    records = read(sheets)

    with reading(engine) as session:
        for day, _ in periods(anchor)[::2]:
            for case in records["concerns"]:
                status, found = status_at(records, case, day), opened(session, day, case["ref"].upper())
                if own_day(case) > day or status == "NOT_THIS_PERSON":
                    assert found is None or found.case.presence is Presence.NOT_FOUND_YET
                    continue
                assert found.case.presence is (Presence.CLOSED if status == "CLOSED" else Presence.OPEN)
                assert found.case.presence is Presence.OPEN or found.case.status_on <= closed_on(records, case, day)
                assert all(line.day <= day for line in found.lines)
                told = [line.other_day for line in found.lines if line.what is Happened.SHARED and line.other_day]
                assert all(meeting <= day for meeting in told)
                assert list(found.lines) == sorted(found.lines, key=lambda line: (line.day, line.what.value))


@ON_BOTH
@pytest.mark.parametrize("seed", SEEDS)
def test_referrals_are_done_where_k22_says_that_every_body_was_considered(engine, seed):
    sheets, anchor = random_sheets(random.Random(seed), 12, ANCHORS[seed]), ANCHORS[seed]
    sheets["incidents"] = [row | {"severity": "LOW"} for row in sheets["incidents"]]
    import_sheets(sheets, engine=engine)
    day = anchor

    with reading(engine) as session:
        found = [opened(session, day, case["ref"]) for case in sheets["concerns"]]
        k22 = figures(session, Period(day, date(2000, 1, 1)), codes=["K22"])["K22"]
    grave = [one.case for one in found if one and one.case.severity in SEVERITIES[2:] and one.case.recorded_on <= day]
    asked = [duty for case in grave for duty in duties(case, day) if duty.asked is Asked.REFERRED]
    standing = [case for case in grave if case.presence is not Presence.NOT_FOUND_YET]
    assert len(standing) == k22["d"]
    assert sum(duty.standing is Standing.DONE for duty in asked) == k22["n"]


def test_a_child_identified_goes_to_the_lado_by_the_next_working_day(engine):
    import_sheets(a_case(category="CHILD_IDENTIFIED", severity="CRITICAL"), engine=engine)

    with reading(engine) as session:
        stood = [standing(session, Asked.REFERRED, date(2026, 3, day)) for day in (2, 3, 4)]
    assert stood == [Standing.NOT_YET, Standing.DUE_TODAY, Standing.LATE]


def moved_on(*moves):
    return [{"subject_ref": "C-1", "to_status": status, "occurred_on": day} for status, day in moves]


def test_a_concern_about_somebody_else_is_not_there_from_that_day_on(engine):
    events = moved_on(("OPEN", MONDAY), ("NOT_THIS_PERSON", FIFTH))
    import_sheets(a_case() | {"case_events": events}, engine=engine)

    with reading(engine) as session:
        assert opened(session, FIFTH - timedelta(days=1)).case.presence is Presence.OPEN
        assert opened(session, FIFTH) is None
        assert opened(session, MONDAY - timedelta(days=1)) is None


def test_a_closed_concern_can_still_be_read_and_an_unfound_one_cannot(engine):
    import_sheets(a_case(status="CLOSED", closed_on=FIFTH), engine=engine)

    with reading(engine) as session:
        closed, before = opened(session, FIFTH, "c-1"), opened(session, MONDAY - timedelta(days=1))
        assert (closed.case.ref, closed.case.presence, closed.case.status_on) == ("C-1", Presence.CLOSED, FIFTH)
        assert closed.lines[-1].what is Happened.STATUS
        assert (before.case.presence, before.lines) == (Presence.NOT_FOUND_YET, ())
        for ref in ("C-2", "V-1", "", "%", "C_1", "c-1 ", "'; drop table concerns; --"):
            assert opened(session, FIFTH, ref) is None


def told_of_actions(session, day):
    about = (Happened.SET, Happened.FELL_DUE, Happened.DONE)
    return [line.what for line in opened(session, day).lines if line.what in about]


def an_action(**changed):
    return {"ref": "A-1", "subject_ref": "C-1", "title": "Follow up", "status": "OPEN", "due_on": FIFTH} | changed


def test_an_action_is_said_to_have_missed_its_day_from_the_day_after(engine):
    import_sheets(a_case() | {"actions": [an_action()]}, engine=engine)

    with reading(engine) as session:
        told = [told_of_actions(session, FIFTH + timedelta(days=after)) for after in (-1, 0, 1)]
    assert told == [[], [], [Happened.FELL_DUE]]


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"status": "DONE", "done_on": None}, []),
        ({"status": "CANCELLED"}, []),
        ({"status": "DONE", "done_on": FIFTH}, [Happened.DONE]),
        ({"status": "DONE", "done_on": FIFTH + timedelta(days=1)}, [Happened.FELL_DUE, Happened.DONE]),
    ],
)
def test_only_what_was_not_done_by_its_day_is_said_to_have_missed_it(sqlite_engine, changed, told):
    import_sheets(a_case() | {"actions": [an_action(**changed)]}, engine=sqlite_engine)

    with reading(sqlite_engine) as session:
        assert told_of_actions(session, FIFTH + timedelta(days=9)) == told


def test_an_action_that_is_set_after_the_day_is_not_there(sqlite_engine):
    created = FIFTH + timedelta(days=5)
    import_sheets(a_case() | {"actions": [an_action(created_on=created)]}, engine=sqlite_engine)

    with reading(sqlite_engine) as session:
        told = [told_of_actions(session, created + timedelta(days=after)) for after in (-1, 0)]
    assert told == [[], [Happened.FELL_DUE, Happened.SET]]


def test_a_long_history_keeps_its_newest_lines_and_says_how_many_it_leaves_out(engine):
    shares = [{"subject_ref": "C-1", "shared_on": MONDAY + timedelta(days=n)} for n in range(100)]
    import_sheets(a_case() | {"committee_shares": shares}, engine=engine)

    with reading(engine) as session:
        found = opened(session, date(2027, 1, 1))
    assert len(found.lines) == MOST_LINES
    assert found.lines[-1].day == MONDAY + timedelta(days=99)
    # Found, recorded, and the days on which the talk and the source fell due.
    assert found.left_out == 100 + 4 - MOST_LINES
