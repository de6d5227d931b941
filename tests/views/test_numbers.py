import pytest

from bccc_dash.domain.overview import BreachEffect, ConcernAge
from bccc_dash.views import numbers
from tests.views.invented import a_lane, an_overview


def test_every_stage_has_a_row_even_without_people():
    stages = (a_lane("S0"), a_lane("S1", 3, 4))

    table = numbers.stage_numbers(stages)

    assert table.columns.tolist() == ["Stage", "People", "Median days", "Longest", "Target", "Over target"]
    assert table.values.tolist() == [
        ["Enquiry", "0", "–", "–", "14", "0"],
        ["Application and online check", "2", "3.5", "4", "28", "0"],
    ]


@pytest.mark.parametrize(
    ("days", "band"), [(0, "0-7"), (7, "0-7"), (8, "8-28"), (28, "8-28"), (29, "29-90"), (90, "29-90"), (91, "91+")]
)
def test_the_last_day_of_a_band_belongs_to_it(days, band):
    assert numbers.age_band(days) == band


def test_concerns_are_counted_by_severity_and_age_with_their_totals():
    table = numbers.concern_numbers(an_overview())

    assert table.values.tolist() == [
        ["Critical", "0", "0", "0", "0", "0"],
        ["High", "0", "0", "0", "1", "1"],
        ["Medium", "0", "0", "1", "0", "1"],
        ["Low", "1", "0", "0", "0", "1"],
        ["All", "1", "0", "1", "1", "3"],
    ]


def test_a_mark_of_many_concerns_counts_each():
    overview = an_overview(ages=(ConcernAge("HIGH", 5, 40, 7), ConcernAge("HIGH", 2, 2, 3)))

    assert numbers.concern_numbers(overview).loc[1, "Up to 7 days"] == "42"


def test_undecided_breaches_come_first_the_longest_wait_on_top():
    effects = (
        BreachEffect("DISREPUTE", "ended", 2, None),
        BreachEffect("DISREPUTE", "undecided", 1, 3),
        BreachEffect("CONFIDENTIALITY", "undecided", 1, 90),
    )

    table = numbers.breach_numbers(an_overview(effects=effects))

    assert table.values.tolist() == [
        ["Confidential matters discussed", "Not decided", "1", "90"],
        ["The centre brought into disrepute", "Not decided", "1", "3"],
        ["The centre brought into disrepute", "Ended", "2", "–"],
        ["All", "", "4", ""],
    ]


def test_reviews_are_counted_overdue_due_and_done():
    table = numbers.review_numbers(an_overview())

    assert dict(zip(table["Privacy reviews"], table["Number"], strict=True)) == {
        "Overdue by 1 to 30 days": "4",
        "Overdue by 31 to 90 days": "1",
        "Overdue by 91 or more": "0",
        "Overdue in all": "5",
        "Due in the next 90 days": "13",
        "Done in these dates": "4",
        "Due, but nobody has planned one": "0",
        "Volunteers up to date": "26 of 31 (84%)",
    }
