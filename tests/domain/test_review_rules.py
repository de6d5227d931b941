"""Privacy reviews: what stops one from being planned or answered."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bccc_dash.domain.errors import Refused
from bccc_dash.domain.review_rules import (
    REVIEW_MOVES,
    Answer,
    ReviewFacts,
    ReviewState,
    can_answer_review,
    can_plan_review,
    check_can_answer_review,
    check_can_plan_review,
)
from bccc_dash.domain.vocabulary import ReviewMethod, ReviewOutcome, Stage

TODAY = date(2026, 3, 2)
DAY = timedelta(days=1)
FACTS = ReviewFacts(stage=Stage.S6, due_on=TODAY, is_planned=True, last_on=TODAY - 30 * DAY)
DONE = Answer(on=TODAY, outcome=ReviewOutcome.SETTINGS_CHANGED, method=ReviewMethod.SELF_CONFIRMED)
PUT_OFF = Answer(on=TODAY, outcome=ReviewOutcome.DEFERRED, deferred_to=TODAY + DAY)


@pytest.mark.parametrize("answer", [DONE, PUT_OFF, Answer(on=TODAY, outcome=ReviewOutcome.DECLINED)])
def test_a_review_that_is_due_is_answered(answer):
    assert can_answer_review(facts=FACTS, answer=answer, today=TODAY)


@pytest.mark.parametrize("stage", [*(stage for stage in Stage if stage is not Stage.S6), None])
def test_only_somebody_active_has_reviews(stage):
    facts = replace(FACTS, stage=stage, is_planned=False)
    with pytest.raises(Refused, match="volunteers who are active") as refused:
        check_can_answer_review(facts=facts, answer=DONE, today=TODAY)
    assert refused.value.clause == "P46"
    with pytest.raises(Refused, match="volunteers who are active"):
        check_can_plan_review(facts=facts, due_on=TODAY, today=TODAY)


def test_nothing_is_answered_where_nothing_is_due():
    with pytest.raises(Refused, match="no privacy review to answer"):
        check_can_answer_review(facts=replace(FACTS, due_on=None), answer=DONE, today=TODAY)


@pytest.mark.parametrize(("days", "stops"), [(-1, False), (0, False), (1, True)])
def test_the_day_of_an_answer_has_come(days, stops):
    assert can_answer_review(facts=FACTS, answer=replace(DONE, on=TODAY + days * DAY), today=TODAY) is not stops


@pytest.mark.parametrize(("days", "stops"), [(-1, True), (0, False), (1, False)])
def test_answers_come_in_order(days, stops):
    answer = replace(DONE, on=FACTS.last_on + days * DAY)
    assert can_answer_review(facts=FACTS, answer=answer, today=TODAY) is not stops


def test_the_first_answer_has_none_before_it():
    assert can_answer_review(facts=replace(FACTS, last_on=None), answer=DONE, today=TODAY)


@pytest.mark.parametrize("outcome", list(ReviewOutcome))
def test_how_is_asked_of_every_review_that_was_made(outcome):
    new_day = TODAY + DAY if outcome is ReviewOutcome.DEFERRED else None
    answer = Answer(on=TODAY, outcome=outcome, deferred_to=new_day)
    was_made = outcome not in (ReviewOutcome.DECLINED, ReviewOutcome.DEFERRED)
    assert can_answer_review(facts=FACTS, answer=answer, today=TODAY) is not was_made


@pytest.mark.parametrize(("days", "sentence"), [(-1, "after the answer"), (0, "after the answer"), (None, "to which")])
def test_a_review_is_put_off_to_a_later_day(days, sentence):
    answer = replace(PUT_OFF, deferred_to=None if days is None else TODAY + days * DAY)
    with pytest.raises(Refused, match=sentence):
        check_can_answer_review(facts=FACTS, answer=answer, today=TODAY)


@pytest.mark.parametrize(("days", "stops"), [(-1, True), (0, False), (1, False)])
def test_a_review_is_not_put_off_to_a_day_that_is_past(days, stops):
    answer = replace(PUT_OFF, on=TODAY - 9 * DAY, deferred_to=TODAY + days * DAY)
    assert can_answer_review(facts=FACTS, answer=answer, today=TODAY) is not stops


@pytest.mark.parametrize("outcome", [one for one in ReviewOutcome if one is not ReviewOutcome.DEFERRED])
def test_only_a_review_that_is_put_off_has_a_new_day(outcome):
    with pytest.raises(Refused, match="only with a review that is put off"):
        check_can_answer_review(
            facts=FACTS, answer=replace(DONE, outcome=outcome, deferred_to=TODAY + DAY), today=TODAY
        )


@pytest.mark.parametrize(("days", "stops"), [(-1, True), (0, False), (1, False)])
def test_a_review_is_planned_ahead(days, stops):
    facts = replace(FACTS, is_planned=False)
    assert can_plan_review(facts=facts, due_on=TODAY + days * DAY, today=TODAY) is not stops


def test_one_review_is_planned_at_a_time():
    with pytest.raises(Refused, match="planned for 2 March 2026 already"):
        check_can_plan_review(facts=FACTS, due_on=TODAY + DAY, today=TODAY)


def test_what_is_done_stays_done():
    assert REVIEW_MOVES[ReviewState.COMPLETED] == frozenset()
