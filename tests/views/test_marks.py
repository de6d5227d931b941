import pytest

from bccc_dash.domain.overview import BreachEffect, ConcernAge, ReviewDay, StageLane, StagePlace
from bccc_dash.views import marks, tracks
from tests.views.invented import NAMES, PERIOD, a_lane, an_overview, places


def one_lane(code, *days):
    return an_overview(stages=(a_lane(code, *days),), places=places(code, *days))


def test_each_person_in_time_stands_before_the_target_and_apart_from_the_next():
    people = tracks.stage_people(one_lane("S1", 12, 12, 12, 28))

    assert not people["late"].any()
    assert people["along"].is_unique
    assert people["along"].between(0, 1).all()


def test_the_late_stand_beyond_the_target_and_the_longest_is_said():
    overview = one_lane("S1", 3, 29, 40)

    late = tracks.stage_people(overview).query("late")

    assert len(late) == 2
    assert (late["along"] > 1).all()
    assert tracks.late_people(overview)[["words", "short"]].values.tolist() == [["longest 40 days", "to 40 days"]]


def test_more_late_people_than_there_is_room_for_are_one_mark_and_their_number():
    overview = one_lane("S1", *range(30, 42))

    assert tracks.stage_people(overview)["late"].sum() == 1
    assert tracks.late_people(overview)["words"].tolist() == ["12 people, longest 41 days"]
    assert tracks.late_people(overview)["short"].tolist() == ["12, to 41 days"]


def test_a_crowded_lane_is_drawn_as_bars_as_high_as_their_numbers():
    overview = an_overview(
        stages=(StageLane("S2", *NAMES["S2"], 30, 5, 20, 0),),
        places=(StagePlace("S2", 1, 20, False), StagePlace("S2", 20, 10, False)),
    )

    people = tracks.stage_people(overview)

    assert people["bar"].all()
    assert people["height"].tolist() == [1.0, 0.5]


def test_a_stage_without_a_target_has_no_late_people_and_says_so():
    overview = an_overview(
        stages=(StageLane("S2", "Interview", None, 1, 400, 400, 0),), places=(StagePlace("S2", 400, 1, False),)
    )

    assert tracks.stage_lanes(overview)["target"].tolist() == ["no target"]
    assert not tracks.stage_lanes(overview)["targeted"].any()
    assert tracks.stage_people(overview)["along"].tolist() == [13.5 / 14]


def test_a_centre_without_applicants_has_lanes_and_nobody_in_them():
    overview = one_lane("S1")

    assert tracks.stage_lanes(overview)["title"].tolist() == ["Application and online check: 0"]
    assert tracks.stage_people(overview).empty
    assert tracks.late_people(overview).empty


@pytest.mark.parametrize(
    ("wanted", "slots"),
    [
        pytest.param([0, 3], [0, 3], id="apart already"),
        pytest.param([2, 2, 2], [2, 3, 4], id="pushed on"),
        pytest.param([4, 4, 4], [2, 3, 4], id="pushed back from the end"),
        pytest.param([0, 0, 1, 4], [0, 1, 2, 4], id="chain"),
        pytest.param([], [], id="none"),
    ],
)
def test_no_two_marks_share_a_slot(wanted, slots):
    assert tracks.side_by_side(wanted, 5) == slots


def test_a_concern_stands_in_the_band_of_its_age_and_says_its_days():
    overview = an_overview()

    assert tracks.concern_marks(overview)["along"].astype(int).tolist() == [0, 2, 3]
    assert tracks.concern_marks(overview)["late"].tolist() == [False, False, True]
    assert tracks.concern_words(overview)["words"].tolist() == ["7 days", "37 days", "92 days"]


def test_a_few_concerns_of_one_cell_share_the_words_of_the_oldest():
    overview = an_overview(ages=(ConcernAge("HIGH", 100, 2, 100), ConcernAge("HIGH", 400, 1, 400)))

    assert len(tracks.concern_marks(overview)) == 3
    assert tracks.concern_words(overview)["words"].tolist() == ["longest 400 days"]


def test_a_crowded_cell_is_one_mark_and_its_number():
    overview = an_overview(ages=(ConcernAge("LOW", 40, 1203, 88),))

    assert len(tracks.concern_marks(overview)) == 1
    assert tracks.concern_words(overview)[["words", "short"]].values.tolist() == [["1,203, up to 88 days", "1,203"]]


def test_breaches_that_wait_come_first_and_are_late_after_28_days():
    effects = (
        BreachEffect("DISREPUTE", "no_change", 1, None),
        BreachEffect("CONFIDENTIALITY", "undecided", 1, 28),
        BreachEffect("CHILD_IDENTIFIED", "undecided", 2, 29),
        BreachEffect("CHILD_IDENTIFIED", "ended", 1, None),
    )
    overview = an_overview(effects=effects)

    rows = marks.breach_rows(overview)

    assert rows["title"].tolist() == [
        "Child identified: waiting 29 days",
        "Confidential matters discussed: waiting 28 days",
        "The centre brought into disrepute",
    ]
    assert rows["late"].tolist() == [True, False, False]
    assert marks.breach_marks(overview)["many"].tolist() == ["", "", "× 2", ""]
    assert marks.breach_marks(overview)["late"].tolist() == [False, False, True, False]


def test_a_review_due_today_is_not_overdue():
    reviews = marks.review_marks(an_overview(reviews=(ReviewDay(-1, 1), ReviewDay(0, 2))))

    assert reviews["late"].tolist() == [True, False]
    assert reviews["many"].tolist() == ["", "2"]


def test_a_stem_is_taller_only_where_another_would_cover_it():
    reviews = marks.review_marks(an_overview(reviews=tuple(ReviewDay(day, 1) for day in (-20, -19, 5, 6, 7, 8))))

    assert reviews["level"].tolist() == pytest.approx([1, 1.55, 1, 1.55, 2.1, 1])


def test_very_many_reviews_are_a_bar_a_week():
    reviews = marks.review_marks(an_overview(reviews=(ReviewDay(-1, 30), ReviewDay(0, 10), ReviewDay(6, 5))))

    assert reviews["bar"].all()
    assert reviews["day"].tolist() == [-4, 3]
    assert reviews["many"].tolist() == ["30", "15"]
    assert reviews["late"].tolist() == [True, False]


def test_the_line_names_its_day_and_the_months_around_it():
    assert marks.review_ticks(PERIOD)["words"].tolist() == ["1 Oct", "12 Nov", "1 Dec", "1 Jan", "1 Feb"]


@pytest.mark.parametrize("table", [marks.breach_rows, marks.breach_marks, marks.review_marks, tracks.concern_marks])
def test_nothing_recorded_is_an_empty_table_of_the_same_columns(table):
    empty = table(an_overview(effects=(), reviews=(), ages=()))

    assert empty.empty
    assert empty.columns.tolist() == table(an_overview()).columns.tolist()
