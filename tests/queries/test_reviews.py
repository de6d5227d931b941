"""The counts and lists of the page about privacy reviews equal a recount of the sheets, person by person."""

import datetime as dt
import random
from collections import Counter
from datetime import date, timedelta

import pytest

from bccc_dash.domain import due_days as due
from bccc_dash.domain.period import Period, last_twelve_months
from bccc_dash.domain.reviews import REMINDERS_SIZE, UNPLANNED_SIZE, Basis
from bccc_dash.figures import figures
from bccc_dash.reads.reviews import lists_of_reviews, reviews
from bccc_dash.store.engine import reading
from bccc_dash.workbook.importing import import_sheets
from tests.oracle.cells import read
from tests.oracle.dice import ANCHORS
from tests.oracle.follow_up import derived_review
from tests.oracle.history import at_stage
from tests.oracle.strategies import periods, random_sheets
from tests.queries.conftest import ON_BOTH, SEEDS

DAY = date(2026, 3, 10)


def shown(engine, period, page=1, other_page=1):
    with reading(engine) as session:
        facts = reviews(session, period)
        of_all, unplanned = due.reminders_n(facts.days), due.total(facts.days, -due.EDGE, due.EDGE, planned=False)
        spans = due.span_of(page, REMINDERS_SIZE, of_all), due.span_of(other_page, UNPLANNED_SIZE, unplanned)
        lists = lists_of_reviews(session, period, *spans, facts.wanted, facts.targets)
        assert facts.figures == figures(session, period, codes=("K17", "K18"))
    return facts, lists


def due_in(records, day):
    """(ref, due on, whether scheduled, reminded on) of everything due, the earliest first."""
    found = []
    for volunteer in at_stage(records, {"S6"}, day):
        rows = records.naming("privacy_reviews", "volunteer_ref", volunteer["ref"])
        waiting = [r for r in rows if r["completed_on"] is None or r["completed_on"] > day]
        found += [(volunteer["ref"], r["due_on"], True) for r in waiting]
        if not waiting:
            found.append((volunteer["ref"], derived_review(records, volunteer, day), False))
    return sorted(found, key=lambda row: row[1])


def told(listed):
    return [(review.ref.casefold(), review.due_on, review.planned) for review in listed]


def within(everything, day, first, last, planned=(True, False)):
    return [row for row in everything if first <= (row[1] - day).days <= last and row[2] in planned]


@ON_BOTH
@pytest.mark.parametrize("seed", SEEDS)
def test_lists_and_counts_equal_a_recount_on_any_records(engine, seed):
    anchor = ANCHORS[seed]
    sheets = random_sheets(random.Random(seed), 25, anchor)
    import_sheets(sheets, engine=engine)
    records = read(sheets)

    for as_of, after in periods(anchor):
        facts, lists = shown(engine, Period(as_of, after))
        everything = due_in(records, as_of)
        bands = [within(everything, as_of, *band, planned=(True,)) for band in ((-30, -1), (-90, -31), (-9999, -91))]
        assert [Counter(told(band)) for band in lists.overdue] == [Counter(band) for band in bands]
        ahead = within(everything, as_of, 0, 90)
        assert Counter(told(review for cell in lists.ahead for review in cell)) == Counter(ahead)
        assert facts.due_next_90 == len(ahead)
        soon = within(everything, as_of, -9999, 30)
        assert Counter(told(lists.reminders)) == Counter(soon)
        assert [review.due_on for review in lists.reminders] == [row[1] for row in soon]
        nothing = within(everything, as_of, -9999, 9999, planned=(False,))
        assert Counter((p.ref.casefold(), p.due_on) for p in lists.unplanned) == Counter(row[:2] for row in nothing)
        assert facts.figures["K18"]["unscheduled"] == sum(row[1] < as_of for row in nothing)
        assert facts.active == len(at_stage(records, {"S6"}, as_of))
        rows = [r for r in records["privacy_reviews"] if r["completed_on"] and after < r["completed_on"] <= as_of]
        assert {(c.outcome, c.method): c.n for c in facts.came_up} == Counter((r["outcome"] or "", "") for r in rows)


def a_centre(*rows, **changed):
    person = {"ref": "V-1", "full_name": "A Person", "role_title": "Helper", "applied_on": date(2020, 1, 6)}
    return {
        "volunteers": [person | {"started_on": date(2025, 1, 1)} | changed],
        "stage_events": [{"volunteer_ref": "V-1", "to_stage": "S6", "occurred_on": date(2025, 1, 1)}],
        "privacy_reviews": [{"volunteer_ref": "V-1"} | row for row in rows],
    }


def done(on, outcome, **more):
    return {"due_on": on, "completed_on": on, "outcome": outcome} | more


@pytest.mark.parametrize(
    ("rows", "basis", "basis_on", "due_on"),
    [
        ((), Basis.START, date(2025, 1, 1), date(2025, 7, 2)),
        ((done(date(2026, 1, 1), "NO_ACCOUNTS"),), Basis.LAST_REVIEW, date(2026, 1, 1), date(2026, 7, 2)),
        ((done(date(2026, 1, 1), "DECLINED"),), Basis.DECLINED, date(2026, 1, 1), date(2026, 1, 29)),
        (
            (done(date(2026, 1, 1), "DEFERRED", deferred_to=date(2026, 3, 9)),),
            Basis.PUT_OFF,
            date(2026, 3, 9),
            date(2026, 3, 9),
        ),
        ((done(date(2026, 1, 1), "DEFERRED"),), Basis.START, date(2025, 1, 1), date(2025, 7, 2)),
    ],
    ids=["start", "last review", "declined", "put off", "put off without a day"],
)
def test_a_day_that_is_worked_out_says_from_what(engine, rows, basis, basis_on, due_on):
    import_sheets(a_centre(*rows), engine=engine)

    person = shown(engine, last_twelve_months(DAY))[1].unplanned[0]

    assert (person.ref, person.basis, person.basis_on, person.due_on) == ("V-1", basis, basis_on, due_on)


@pytest.mark.parametrize(
    ("offset", "overdue", "reminded", "ahead"),
    [
        *((-91, (0, 0, 1), 1, 0), (-90, (0, 1, 0), 1, 0), (-31, (0, 1, 0), 1, 0), (-30, (1, 0, 0), 1, 0)),
        *((-1, (1, 0, 0), 1, 0), (0, (0, 0, 0), 1, 1), (30, (0, 0, 0), 1, 1), (31, (0, 0, 0), 0, 1)),
        *((90, (0, 0, 0), 0, 1), (91, (0, 0, 0), 0, 0)),
    ],
)
def test_a_review_stands_in_its_band_and_month(engine, offset, overdue, reminded, ahead):
    import_sheets(a_centre({"due_on": DAY + timedelta(days=offset)}), engine=engine)

    lists = shown(engine, last_twelve_months(DAY))[1]

    assert tuple(map(len, lists.overdue)) == overdue
    assert (len(lists.reminders), sum(map(len, lists.ahead)), lists.unplanned) == (reminded, ahead, ())


@pytest.mark.parametrize(("sent", "known"), [(DAY, DAY), (DAY + timedelta(days=1), None)])
def test_a_reminder_sent_after_the_day_is_not_known_on_it(engine, sent, known):
    import_sheets(a_centre({"due_on": DAY, "reminder_sent_on": sent}), engine=engine)

    assert shown(engine, last_twelve_months(DAY))[1].reminders[0].reminded_on == known


def a_crowd(people):
    """So many people, each with a review due a day after the one before, from 40 days before the day."""
    sheets = {"volunteers": [], "stage_events": [], "privacy_reviews": []}
    for n in range(people):
        ref, day = f"V-{n:03}", DAY + dt.timedelta(days=n // 3 - 40)
        sheets["volunteers"].append({"ref": ref, "full_name": "P", "role_title": "H", "applied_on": date(2020, 1, 6)})
        sheets["stage_events"].append({"volunteer_ref": ref, "to_stage": "S6", "occurred_on": date(2025, 1, 1)})
        sheets["privacy_reviews"].append({"volunteer_ref": ref, "due_on": day})
    return sheets


def test_a_crowd_is_named_in_part_and_counted_whole(sqlite_engine):
    import_sheets(a_crowd(300), engine=sqlite_engine)

    facts, lists = shown(sqlite_engine, last_twelve_months(DAY))
    pages = [shown(sqlite_engine, last_twelve_months(DAY), page)[1].reminders for page in (1, 2, 3, 4, 5, 6)]

    assert [len(band) for band in lists.overdue] == [12, 12, 0]
    assert lists.overdue[1][0].ref == "V-000"
    assert facts.figures["K18"]["by"]["age"] == {"1-30": 90, "31-90": 30, "91+": 0}
    assert [len(page) for page in pages] == [50, 50, 50, 50, 13, 0]
    assert [review.ref for page in pages for review in page] == [f"V-{n:03}" for n in range(213)]
    cells = [cell for month in due.months(DAY, facts.days) for cell in month]
    assert sum(cell.n for cell in cells) == facts.due_next_90 == 180
    assert {len(named) for named in lists.ahead} == {0, 3}


def test_nothing_recorded_is_empty(engine):
    facts, lists = shown(engine, last_twelve_months(DAY))

    assert (facts.has_records, facts.active, facts.days, facts.came_up) == (False, 0, (), ())
    assert (lists.overdue, lists.reminders, lists.unplanned) == (((), (), ()), (), ())
