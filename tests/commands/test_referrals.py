"""That an outside body was considered is kept with the case, each thought in its own row."""

from dataclasses import replace

import pytest

from bccc_dash.commands.referrals import consider_referral
from bccc_dash.domain.outcome_vocabulary import ReferralBody, ReferralOutcome
from bccc_dash.domain.referral_rules import Considered
from bccc_dash.store.tables import ReferralRow
from tests.commands.conftest import MEMBER, told
from tests.commands.duty_cast import (
    DAY,
    FORM,
    HERSELF,
    NOBODYS,
    OTHER,
    READERS,
    RECUSED,
    SAFEGUARDING,
    TODAY,
    do,
    refused,
    rows_of,
    staff,
)

NOT_TOLD = Considered(
    body=ReferralBody.LADO, on=TODAY, outcome=ReferralOutcome.NOT_REFERRED, rationale=" Below their threshold. "
)
RANG = Considered(
    body=ReferralBody.LADO, on=TODAY, outcome=ReferralOutcome.REFERRED, referred_on=TODAY, reference="L/12"
)
KEPT = [ReferralRow]


@pytest.fixture
def cast(centre):
    return staff(centre)


def test_a_body_that_was_considered_is_kept_with_the_reason(cast):
    assert do(cast, consider_referral, about="C-2026-001", considered=NOT_TOLD).ref == "C-2026-001"

    (row,) = rows_of(cast, ReferralRow)
    assert (row.subject_id, row.body, row.considered_on, row.considered_by_id) == (9, "LADO", TODAY, MEMBER)
    assert (row.outcome, row.rationale, row.referred_on) == ("NOT_REFERRED", "Below their threshold.", None)
    fields = "referrals; body; considered_on; outcome; rationale; referred_on; reference"
    assert told(cast) == [(f"user/{MEMBER}", "update", "concern/9", fields)]


def test_a_later_thought_is_a_row_of_its_own(cast):
    do(cast, consider_referral, about="C-2026-001", considered=replace(NOT_TOLD, on=TODAY - DAY))
    do(cast, consider_referral, about="C-2026-001", considered=RANG, by=SAFEGUARDING)

    assert [row.outcome for row in rows_of(cast, ReferralRow)] == ["NOT_REFERRED", "REFERRED"]


@pytest.mark.parametrize("by", [*READERS, RECUSED, HERSELF, NOBODYS], ids=str)
def test_only_who_keeps_the_case_may_and_not_of_oneself_or_having_stood_aside(cast, by):
    given = {"about": "C-2026-001", "considered": RANG, "by": by}
    refused(cast, consider_referral, match="^You may not enter and change concerns", counted=KEPT, **given)


@pytest.mark.parametrize("about", ["C-2026-999", "V-0041", ""])
def test_what_is_no_case_is_refused_alike(cast, about):
    refused(cast, consider_referral, match="^You may not enter and change concerns", about=about, considered=RANG)


@pytest.mark.parametrize(
    ("considered", "match"),
    [
        (replace(NOT_TOLD, rationale=" "), "Say why the body was not told"),
        (replace(NOT_TOLD, rationale="a" * 4001), "^Why: write at most 4,000"),
        (replace(RANG, reference="a" * 201), "^The body's reference: write at most 200"),
        (replace(RANG, on=TODAY - 10 * DAY), "before the case was found"),
    ],
)
def test_the_fields_and_the_rule_are_asked(cast, considered, match):
    refused(cast, consider_referral, match=match, counted=KEPT, about="C-2026-001", considered=considered)


def test_the_same_thought_of_one_day_is_refused(cast):
    do(cast, consider_referral, about="C-2026-001", considered=RANG)
    refused(cast, consider_referral, match="considered on that day already", about="C-2026-001", considered=NOT_TOLD)


def test_a_form_that_is_sent_twice_counts_once(cast):
    first, second = (do(cast, consider_referral, form=FORM, about="C-2026-001", considered=RANG) for _ in "ab")

    assert (first.is_repeat, second.is_repeat, len(rows_of(cast, ReferralRow))) == (False, True, 1)


def test_whoever_comes_second_is_told(cast):
    do(cast, consider_referral, about="C-2026-001", considered=RANG)
    given = {"about": "C-2026-001", "considered": NOT_TOLD, "by": OTHER, "form": FORM}
    refused(cast, consider_referral, match="changed this at 12:30", counted=KEPT, **given)
