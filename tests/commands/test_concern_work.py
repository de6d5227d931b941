"""What is done on a concern in any order; each is a new row, and the concern is told as changed."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlmodel import func, select

from bccc_dash.commands.concern_work import Talk, assess_source, discuss, judge_concern, share_concern
from bccc_dash.domain.errors import Refused
from bccc_dash.store.engine import reading
from bccc_dash.store.tables import CommitteeShareRow, DiscussionRow, RecusalRow, SourceAssessmentRow
from tests.commands.case_cast import (
    ASSESSED,
    AUDITOR,
    CONCERN,
    HERSELF,
    THE_CHAIR,
    THE_LEAD,
    TODAY,
    concern,
    do,
    raised,
    two_volunteers,
)
from tests.commands.conftest import LEAD, MEMBER, STRANGER, told

REF = "C-2026-001"
SHARED = {"shared_on": TODAY, "channel": "MEETING"}
DEEDS = [
    (judge_concern, {"threshold": "LOW_LEVEL"}),
    (assess_source, {"found": ASSESSED}),
    (discuss, {"talk": Talk(offered_on=TODAY)}),
    (share_concern, SHARED),
]


@pytest.fixture
def there(centre):
    raised(two_volunteers(centre))
    return centre


def count(engine, row):
    with reading(engine) as session:
        return session.exec(select(func.count()).select_from(row)).one()


def refused(engine, says, command, **named):
    audited = told(engine)
    with pytest.raises(Refused, match=says):
        do(engine, command, ref=REF, **named)
    assert told(engine) == audited


@pytest.mark.parametrize(("command", "named"), DEEDS)
def test_each_deed_tells_the_concern_and_counts_once(there, command, named):
    do(there, command, ref=REF, key="k" * 16, **named)
    assert do(there, command, ref=REF, key="k" * 16, **named).is_repeat

    assert [line[:3] for line in told(there)[1:]] == [(f"user/{MEMBER}", "update", f"concern/{CONCERN}")]


@pytest.mark.parametrize(("command", "named"), DEEDS)
@pytest.mark.parametrize("by", [AUDITOR, THE_CHAIR, HERSELF])
def test_who_may_not_does_nothing(there, command, named, by):
    refused(there, "You may not", command, by=by, **named)


@pytest.mark.parametrize(("command", "named"), DEEDS)
def test_whoever_comes_second_is_told(there, command, named):
    refused(there, "Mo Example changed this", command, seen=0, **named)


@pytest.mark.parametrize(("command", "named"), DEEDS)
def test_whoever_stood_aside_does_nothing_more(there, command, named):
    do(there, share_concern, ref=REF, recused=(LEAD,), **SHARED)

    refused(there, "You may not", command, by=THE_LEAD, **named)


def test_the_committee_is_told_and_two_stand_aside(there):
    do(there, share_concern, ref=REF, recused=(STRANGER, LEAD, LEAD), **SHARED)

    with reading(there) as session:
        share = session.exec(select(CommitteeShareRow)).one()
        aside = session.exec(select(RecusalRow.user_id).order_by(RecusalRow.position)).all()
    assert (share.shared_on, share.meeting_date, aside) == (TODAY, TODAY, [LEAD, STRANGER])


@pytest.mark.parametrize("days", [-1, 1])
def test_nothing_is_shared_before_it_was_found_nor_tomorrow(there, days):
    refused(there, "Shared on", share_concern, shared_on=TODAY + timedelta(days=days), channel="MEETING")
    refused(there, "Stood aside", share_concern, recused=(99,), **SHARED)
    refused(there, "Channel", share_concern, shared_on=TODAY, channel="PUB")


def test_a_second_assessment_stands_beside_the_first(there):
    do(there, assess_source, ref=REF, found=ASSESSED)
    do(there, assess_source, ref=REF, found=replace(ASSESSED, reliability="VERIFIED"))

    assert count(there, SourceAssessmentRow) == 2
    refused(there, "How to act on it", assess_source, found=replace(ASSESSED, how_to_act=" "))


@pytest.mark.parametrize(
    ("talk", "says"),
    [
        (Talk(), "say when it was offered"),
        (Talk(offered_on=TODAY + timedelta(days=1)), "Offered on"),
        (Talk(offered_on=TODAY, held_on=TODAY - timedelta(days=1)), "before the day it was offered"),
        (Talk(deferral_reason="POLICE_ADVICE"), "Why it is put off"),
        (Talk(deferral_reason="HOLIDAY", deferral_note="Away."), "Put off: choose"),
        (Talk(offered_on=TODAY, response="SHRUG"), "Answer: choose"),
    ],
)
def test_a_talk_that_cannot_be_kept_is_named(there, talk, says):
    refused(there, says, discuss, talk=talk)


def test_a_talk_is_put_off_and_then_held(there):
    do(there, discuss, ref=REF, talk=Talk(deferral_reason="POLICE_ADVICE", deferral_note="They asked us to wait."))
    do(there, discuss, ref=REF, talk=Talk(offered_on=TODAY, held_on=TODAY, response="ACCEPTED"))

    assert count(there, DiscussionRow) == 2


def test_severity_rises_by_one_person_and_does_not_fall(there):
    do(there, judge_concern, ref=REF, severity="HIGH")
    refused(there, "No reason for lowering", judge_concern, severity="LOW")

    assert concern(there).severity == "HIGH"


def test_the_owner_is_somebody_and_something_changes(there):
    refused(there, "Owner: choose", judge_concern, owner_id=99)
    refused(there, "Nothing is changed", judge_concern)
    do(there, judge_concern, ref=REF, owner_id=LEAD, objection_to="CONDUCT", relevance="They meet families.")

    assert (concern(there).owner_id, concern(there).objection_to) == (LEAD, "CONDUCT")
