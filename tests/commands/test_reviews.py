"""Privacy reviews are planned, reminded of and answered, by those who keep the records, of anybody but themselves."""

from datetime import date

import pytest

from bccc_dash.commands.reviews import answer_review, note_reminder, plan_review
from bccc_dash.domain.review_rules import Answer
from bccc_dash.domain.vocabulary import ReviewMethod, ReviewOutcome
from bccc_dash.store.tables import PrivacyReviewRow
from tests.commands.conftest import MEMBER, told
from tests.commands.duty_cast import (
    AT,
    DAY,
    FORM,
    HERSELF,
    NOBODYS,
    OTHER,
    READERS,
    SAFEGUARDING,
    TODAY,
    do,
    refused,
    rows_of,
    staff,
)

MADE = Answer(on=TODAY, outcome=ReviewOutcome.MAX_PRIVACY_CONFIRMED, method=ReviewMethod.WITH_COORDINATOR)
PUT_OFF = Answer(on=TODAY, outcome=ReviewOutcome.DEFERRED, deferred_to=TODAY + 14 * DAY)
DECLINED = Answer(on=TODAY, outcome=ReviewOutcome.DECLINED)
DEEDS = [
    (plan_review, {"ref": "V-0041", "due_on": TODAY + DAY}),
    (note_reminder, {"ref": "V-0041", "sent_on": TODAY}),
    (answer_review, {"ref": "V-0041", "answer": MADE}),
]


@pytest.fixture
def cast(centre):
    return staff(centre)


def reviews(engine):
    return rows_of(engine, PrivacyReviewRow)


def test_a_review_is_planned_reminded_of_and_answered_in_one_row(cast):
    do(cast, plan_review, ref="V-0041", due_on=TODAY)
    do(cast, note_reminder, ref="V-0041", sent_on=TODAY)
    do(cast, answer_review, ref="V-0041", answer=MADE)

    (row,) = reviews(cast)
    assert (row.volunteer_id, row.due_on, row.reminder_sent_on, row.completed_on) == (7, TODAY, TODAY, TODAY)
    assert (row.outcome, row.method, row.deferred_to) == ("MAX_PRIVACY_CONFIRMED", "WITH_COORDINATOR", None)
    assert told(cast) == [
        (f"user/{MEMBER}", "create", "privacy_review/1", "volunteer_id; due_on"),
        (f"user/{MEMBER}", "update", "volunteer/7", "privacy_reviews"),
        (f"user/{MEMBER}", "update", "privacy_review/1", "reminder_sent_on"),
        (f"user/{MEMBER}", "update", "volunteer/7", "privacy_reviews"),
        (f"user/{MEMBER}", "update", "privacy_review/1", "completed_on; method; outcome; deferred_to"),
        (f"user/{MEMBER}", "update", "volunteer/7", "privacy_reviews"),
    ]


def test_a_review_that_nobody_planned_gets_a_row_with_the_day_that_is_worked_out(cast):
    do(cast, answer_review, ref="V-0041", answer=MADE)

    assert [row.due_on for row in reviews(cast)] == [date(2025, 11, 30)]


@pytest.mark.parametrize(("answer", "next_on"), [(PUT_OFF, TODAY + 14 * DAY), (DECLINED, TODAY + 28 * DAY)])
def test_a_review_put_off_or_declined_comes_round_again(cast, answer, next_on):
    do(cast, answer_review, ref="V-0041", answer=answer)
    do(cast, answer_review, ref="V-0041", answer=MADE)

    assert [row.due_on for row in reviews(cast)][1] == next_on


@pytest.mark.parametrize(("command", "given"), DEEDS)
@pytest.mark.parametrize("by", [*READERS, SAFEGUARDING, HERSELF, NOBODYS], ids=str)
def test_only_who_keeps_records_may_and_not_of_oneself(cast, command, given, by):
    refused(cast, command, match="^You may not enter and change volunteers", counted=[PrivacyReviewRow], by=by, **given)


@pytest.mark.parametrize(("command", "given"), DEEDS)
def test_a_volunteer_who_is_not_there_is_refused_alike(cast, command, given):
    refused(cast, command, match="^You may not enter and change volunteers", **(given | {"ref": "V-0999"}))


def test_the_rules_of_planning_are_asked(cast):
    refused(cast, plan_review, match="active", counted=[PrivacyReviewRow], ref="V-0042", due_on=TODAY)


def test_the_rules_of_answering_are_asked(cast):
    refused(cast, answer_review, match="active", counted=[PrivacyReviewRow], ref="V-0042", answer=MADE)


def test_a_reminder_needs_a_plan_and_a_day_that_has_come(cast):
    refused(cast, note_reminder, match="Plan one first", ref="V-0041", sent_on=TODAY)
    do(cast, plan_review, ref="V-0041", due_on=TODAY)
    refused(cast, note_reminder, match="must not be after today", ref="V-0041", sent_on=TODAY + DAY)


@pytest.mark.parametrize(("command", "given"), DEEDS[::2])
def test_a_form_that_is_sent_twice_counts_once(cast, command, given):
    first, second = (do(cast, command, form=FORM, **given) for _ in "ab")

    assert (first.is_repeat, second.is_repeat, len(reviews(cast))) == (False, True, 1)


def test_whoever_comes_second_is_told(cast):
    do(cast, plan_review, ref="V-0041", due_on=TODAY)
    refused(cast, answer_review, match="changed this at 12:30", by=OTHER, form=FORM, at=AT, ref="V-0041", answer=MADE)
