from dataclasses import replace

import pytest

from bccc_dash.domain.overview import BreachEffect, ConcernAge
from bccc_dash.views import headlines
from bccc_dash.views.sentence import plain
from tests.views.invented import a_lane, an_overview, figures_of


def applying(**days):
    stages = tuple(a_lane(code, *there) for code, there in days.items())
    return an_overview(stages=stages, applying=sum(lane.n for lane in stages), figures=figures_of(stages))


@pytest.mark.parametrize(
    ("overview", "sentence"),
    [
        pytest.param(
            an_overview(),
            "Of 11 people applying, two have been in their stage longer than its target. The other nine are in time.",
            id="two late",
        ),
        pytest.param(
            applying(S2=(3, 40)),
            "Of two people applying, one has been in their stage longer than its target. The other one is in time.",
            id="one of two late",
        ),
        pytest.param(
            applying(S2=(30, 40)),
            "Of two people applying, two have been in their stage longer than its target. Nobody is in time.",
            id="all late",
        ),
        pytest.param(
            applying(S2=(3, 4), S5=(183,)),
            "All three people applying are within the target of their stage.",
            id="on the target is in time",
        ),
        pytest.param(applying(S2=(28,)), "One person is applying, and is within the target of the stage.", id="one"),
        pytest.param(applying(S2=(29,)), "One person is applying, and has passed the target of the stage.", id="late"),
        pytest.param(applying(), "Nobody is applying at the moment.", id="nobody"),
    ],
)
def test_the_vetting_sentence_says_who_is_late(overview, sentence):
    assert plain(headlines.vetting(overview)) == sentence


def open_concerns(*days):
    band = {"0-7": 0, "8-28": 0, "29-90": 0, "91+": sum(day > 90 for day in days)}
    figures = an_overview().figures | {"K9": {"n": len(days), "by": {"age": band}}}
    return an_overview(figures=figures, ages=tuple(ConcernAge("LOW", day, 1, day) for day in days))


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        pytest.param((), "No concern is open.", id="none"),
        pytest.param((90,), "One concern is open, for 90 days. None has passed 90 days.", id="on the day"),
        pytest.param((91,), "One concern is open, for 91 days. None should pass 90.", id="the day after"),
        pytest.param(
            (7, 37, 92),
            "Three concerns are open. One has been open for more than 90 days, the oldest for 92 days. "
            "None should pass 90.",
            id="one old",
        ),
        pytest.param(
            (91, 92),
            "Two concerns are open, all for more than 90 days, the oldest for 92 days. None should.",
            id="all old",
        ),
    ],
)
def test_the_concern_sentence_says_how_old_the_oldest_is(days, sentence):
    assert plain(headlines.concerns(open_concerns(*days))) == sentence


def breaches(n, undecided, *waits):
    figures = an_overview().figures | {"K14": {"n": n, "by": {"effect": {"undecided": undecided}}}}
    return an_overview(
        figures=figures, effects=tuple(BreachEffect("CONFIDENTIALITY", "undecided", 1, wait) for wait in waits)
    )


@pytest.mark.parametrize(
    ("overview", "sentence"),
    [
        pytest.param(
            breaches(0, 0),
            "No breach recorded in these dates affects approval, and none waits for a decision.",
            id="none",
        ),
        pytest.param(breaches(1, 0), "One breach affects approval. It has been decided.", id="one decided"),
        pytest.param(
            breaches(1, 1, 1),
            "One breach affects approval. It waits for a decision: 1 day so far. The target is 28.",
            id="one waits",
        ),
        pytest.param(breaches(4, 0), "All four breaches that affect approval have been decided.", id="all decided"),
        pytest.param(
            breaches(4, 1, 90),
            "Of four breaches that affect approval, one waits for a decision: 90 days so far. The target is 28.",
            id="one of four waits",
        ),
        pytest.param(
            breaches(12, 2, 90, 20),
            "Of 12 breaches that affect approval, two wait for a decision, the longest for 90 days. The target is 28.",
            id="two wait",
        ),
    ],
)
def test_the_breach_sentence_says_what_waits(overview, sentence):
    assert plain(headlines.breaches(overview)) == sentence


def test_the_review_sentence_says_overdue_due_current_and_done():
    assert plain(headlines.reviews(an_overview())) == (
        "Five are overdue, the oldest by 47 days, and 13 fall due in the next 90 days. "
        "26 of 31 volunteers are up to date (84%; target 90%). Four were done in these dates."
    )


@pytest.mark.parametrize(
    ("figures", "sentence"),
    [
        pytest.param(
            {"K18": {"n": 0}, "K17": {"n": 0, "d": 0}},
            "None is overdue and one falls due in the next 90 days. No volunteer has been active long enough to need "
            "one. One was done in these dates.",
            id="nobody needs one",
        ),
        pytest.param(
            {"K18": {"n": 1}, "K17": {"n": 1, "d": 1}},
            "One is overdue, by 47 days, and one falls due in the next 90 days. 1 of 1 volunteer is up to date "
            "(target 90%). One was done in these dates.",
            id="no percentage of one",
        ),
    ],
)
def test_the_review_sentence_at_its_edges(figures, sentence):
    overview = an_overview(figures=figures, due_next_90=1, reviews_done=1)

    assert plain(headlines.reviews(overview)) == sentence


def test_people_are_said_in_one_and_in_many():
    assert plain(headlines.people(an_overview())) == "34 volunteers are active and 11 people are applying."
    few = an_overview(active=1, applying=1)
    assert plain(headlines.people(few)) == "One volunteer is active and one person is applying."
    assert plain(headlines.people(replace(few, active=0, applying=0))) == (
        "No volunteers are active and no people are applying."
    )


@pytest.mark.parametrize(("unplanned", "head"), [(0, "5 overdue"), (2, "7 past their day")])
def test_the_head_of_the_overdue_part_counts_every_mark_under_it(unplanned, head):
    overview = an_overview()
    k18 = dict(overview.figures["K18"]) | {"unscheduled": unplanned}

    assert headlines.overdue_head(replace(overview, figures=overview.figures | {"K18": k18})) == head


def test_no_review_overdue_due_or_done_is_said_in_whole_words():
    overview = an_overview()
    k18 = dict(overview.figures["K18"]) | {"n": 0}
    quiet = replace(
        overview,
        figures=overview.figures | {"K18": k18},
        oldest_overdue_days=None,
        due_next_90=0,
        reviews_done=0,
    )

    said = plain(headlines.reviews(quiet))

    assert said.startswith("None is overdue and none fall due in the next 90 days. ")
    assert said.endswith(" None were done in these dates.")


def test_two_are_both():
    assert plain(headlines.vetting(applying(S2=(3, 4)))).startswith("Both people applying are within")
