from datetime import date, timedelta

import pytest

from bccc_dash.domain import due_days as due
from bccc_dash.domain.period import Period
from bccc_dash.domain.reviews import Basis, CameUp, DueDays, Review, ReviewLists, Reviews, Unplanned, Wanted
from bccc_dash.domain.targets import DEFAULTS
from bccc_dash.views import review_sentences as sentences
from bccc_dash.views import review_tables as tables
from bccc_dash.views.months import Line
from bccc_dash.views.sentence import plain
from tests.views.invented import AS_OF


def days(*offsets, planned=True):
    return tuple(DueDays(max(offset, -91), planned, 1, offset) for offset in offsets)


def facts(*found, active=34, k17=(26, 31), came_up=(), has_records=True, as_of=AS_OF):
    return Reviews(
        period=Period(as_of, as_of - timedelta(days=60)),
        targets=DEFAULTS,
        figures={"K17": dict(zip(("n", "d"), k17, strict=True)), "K18": due.overdue_figure(found)},
        active=active,
        days=found,
        reviews=due.line(found),
        came_up=tuple(came_up),
        reviews_done=sum(row.n for row in came_up if row.outcome not in ("DEFERRED", "DECLINED", "")),
        due_next_90=due.total(found, 0, 90),
        oldest_overdue_days=due.oldest_overdue(found),
        wanted=due.wanted(as_of, found),
        has_records=has_records,
    )


def review(ref, offset, *, planned=True, reminded=None):
    return Review(ref, AS_OF + timedelta(days=offset), planned, reminded)


def lists(*, overdue=((), (), ()), ahead=(), reminders=(), unplanned=()):
    return ReviewLists(overdue, tuple(ahead), tuple(reminders), tuple(unplanned))


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (
            days(-47, -4, 0, 90, 91),
            "Two reviews are overdue, the oldest by 47 days, and two fall due in the next 90 days. "
            "26 of 31 volunteers are up to date (84%; target 90%). Three are too new to need one.",
        ),
        (
            (*days(3), *days(-2, planned=False)),
            "None is overdue and one falls due in the next 90 days. One more person would be due one by now, with "
            "nothing scheduled. 26 of 31 volunteers are up to date (84%; target 90%). Three are too new to need one.",
        ),
    ],
)
def test_the_page_begins_with_what_is_overdue(found, said):
    assert plain(sentences.head(facts(*found))) == said


def test_under_five_people_no_percentage_is_said():
    assert "3 of 4 volunteers are up to date (target 90%)." in plain(sentences.head(facts(k17=(3, 4))))


def test_a_band_names_the_worst_and_counts_the_rest():
    found = (DueDays(-5, True, 40, -5), *days(-400))
    named = (tuple(review(f"V-{n:02}", -5) for n in range(12)), (), (review("V-99", -400),))

    rows = tables.overdue(facts(*found), lists(overdue=named)).rows

    assert rows[0][:2] == ("1 to 30 days", "40")
    assert rows[0][2].endswith("V-11 and 28 more")
    assert rows[1] == ("31 to 90 days", "0", "None")
    assert rows[2] == ("91 days or more", "1", "V-99")


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ((), "None: no scheduled review is overdue."),
        (days(-90), "One review is overdue, but not by more than 90 days. None should be (BCCC default)."),
        (days(-91), "One review is overdue, and by more than 90 days. None should be (BCCC default)."),
        (
            days(-91, -1),
            "Two reviews are overdue, one of them by more than 90 days. None should be (BCCC default).",
        ),
    ],
)
def test_how_many_are_overdue_beyond_90_days_is_said(found, said):
    assert plain(sentences.overdue(facts(*found))) == said


def test_the_next_90_days_are_months_from_the_one_of_the_day():
    months = due.months(date(2026, 11, 12), ())

    assert [(cells[0].first, cells[-1].last) for cells in months] == [
        (date(2026, 11, 12), date(2026, 11, 30)),
        (date(2026, 12, 1), date(2026, 12, 31)),
        (date(2027, 1, 1), date(2027, 1, 31)),
        (date(2027, 2, 1), date(2027, 2, 10)),
    ]


@pytest.mark.parametrize(("n", "cells"), [(12, 1), (13, 4)])
def test_a_month_with_more_than_twelve_reviews_is_shown_by_weeks(n, cells):
    month = due.months(date(2026, 11, 12), (DueDays(5, True, n, 5),))[0]

    assert len(month) == cells
    assert [cell.n for cell in month if cell.n] == [n]
    assert month[-1].last == date(2026, 11, 30)


def test_a_week_begins_on_monday_and_names_the_first():
    found = (DueDays(5, True, 20, 5),)
    cells = due.months(AS_OF, found)[0]
    ahead = [tuple(review(f"V-{n}", 5) for n in range(cell.named)) for cell in cells]

    lines = tables.months(facts(*found), lists(ahead=[*ahead, (), (), ()]))[0].lines

    assert lines == (
        Line("12 to 15 Nov", "none"),
        Line("16 to 22 Nov", "20: V-0, V-1, V-2 and 17 more"),
        Line("23 to 29 Nov", "none"),
        Line("30 Nov", "none"),
    )


def test_a_month_of_few_is_a_list_by_day_that_tells_the_unscheduled():
    found = (*days(1), *days(1, planned=False), *days(4))
    named = (review("V-1", 1), review("V-2", 1, planned=False), review("V-3", 4))

    month = tables.months(facts(*found), lists(ahead=[named, (), (), ()]))[0]

    assert (month.name, month.count) == ("November 2026", "3 due")
    assert month.lines == (Line("Fri 13 Nov", "V-1, V-2 (nothing scheduled)"), Line("Mon 16 Nov", "V-3"))


@pytest.mark.parametrize(
    ("found", "named", "said"),
    [
        ((), (), "None falls due in the rest of November 2026."),
        (
            days(-11, -12, 0, 18, 19),
            ("V-1", "V-2"),
            "Two reviews fall due in the rest of November 2026: V-1 and V-2. One due earlier in the month is overdue.",
        ),
    ],
)
def test_whose_review_is_due_this_month_is_one_sentence(found, named, said):
    shown = facts(*found)
    cells = due.months(AS_OF, shown.days)[0]

    assert plain(sentences.this_month(shown, cells, [tuple(review(ref, 0) for ref in named)])) == said


def test_on_the_first_of_a_month_the_month_is_whole():
    shown = facts(*days(-1, 0), as_of=date(2026, 11, 1))
    cells = due.months(date(2026, 11, 1), shown.days)[0]

    assert plain(sentences.this_month(shown, cells, [(review("V-1", 0),)])) == (
        "One review falls due in November 2026: V-1."
    )


CAME_UP = (
    CameUp("NO_ACCOUNTS", "SELF_CONFIRMED", 4),
    CameUp("DEFERRED", "WITH_COORDINATOR", 1),
    CameUp("DECLINED", "", 1),
    CameUp("", "", 1),
)


def test_put_off_declined_and_unsaid_do_not_count_as_done():
    shown = facts(came_up=CAME_UP)

    assert plain(sentences.came_up(shown)).startswith(
        "Of seven reviews that came up in these dates, four were done. Three were put off, declined or left without an "
        "outcome, and do not count as done."
    )
    assert tables.came_up(shown).rows == (
        ("Has no accounts", "Done", "4", "0", "0", "4"),
        ("Put off to a later day", "Not done", "0", "1", "0", "1"),
        ("Declined", "Not done", "0", "0", "1", "1"),
        ("No outcome recorded", "Not done", "0", "0", "1", "1"),
        ("All", "", "4", "1", "2", "7"),
    )


@pytest.mark.parametrize(
    ("basis", "offset", "said"),
    [
        (Basis.START, -1, ("start on 1 Jan 2026", "overdue by 1 day")),
        (Basis.LAST_REVIEW, 0, ("last review on 1 Jan 2026", "due on the day")),
        (Basis.PUT_OFF, 1, ("put off to 1 Jan 2026", "due in 1 day")),
        (Basis.DECLINED, 2, ("declined on 1 Jan 2026", "due in 2 days")),
    ],
)
def test_a_worked_out_day_says_from_what_and_how_it_stands(basis, offset, said):
    person = Unplanned("V-1", AS_OF + timedelta(days=offset), basis, date(2026, 1, 1))

    assert tables.unplanned(facts(), lists(unplanned=(person,))).rows[0][2:] == said


def test_the_reminder_list_has_a_box_to_tick_and_tells_the_unscheduled():
    named = (review("V-1", -2, reminded=date(2026, 11, 1)), review("V-2", 3, planned=False))

    assert tables.reminders(facts(), lists(reminders=named)).rows == (
        ("V-1", "10 Nov 2026", "overdue by 2 days", "1 Nov 2026", "□"),
        ("V-2", "15 Nov 2026", "due in 3 days, nothing scheduled", "–", "□"),
    )


def test_a_part_of_the_reminders_says_which_it_is():
    assert sentences.part_of(51, 100, 214).startswith("Rows 51 to 100 of 214, by due day. To have it on paper")
    assert sentences.part_of(1, 9, 9).startswith("To have it on paper")


def test_the_rows_wanted_are_the_first_of_each_list_by_place():
    found = (DueDays(-91, True, 3, -200), DueDays(-40, False, 2, -40), DueDays(-3, True, 20, -3), *days(1))

    assert due.wanted(AS_OF, found) == Wanted(
        bands=((4, 15), (4, 3), (1, 3)), calendar=((26, 26), (27, 26), (27, 26), (27, 26))
    )


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        (facts(active=0), "Nobody is active."),
        (facts(*days(5)), "Everybody who is active has a review scheduled."),
        (
            facts(*days(-1, 91, planned=False)),
            "Two active people have no review scheduled. Their day is worked out; for one it has passed.",
        ),
    ],
)
def test_who_has_nothing_scheduled_is_said(shown, said):
    assert plain(sentences.unplanned(shown)) == said
