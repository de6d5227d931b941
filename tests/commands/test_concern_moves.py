"""From open to closed and back: each move has its guard, leaves its event, and two persons say it is somebody else."""

from dataclasses import replace

import pytest
from sqlmodel import select

from bccc_dash.commands.concern_moves import (
    await_committee,
    close_concern,
    reopen_concern,
    review_concern,
    say_not_this_person,
)
from bccc_dash.commands.concern_work import assess_source, judge_concern
from bccc_dash.domain.errors import Refused
from bccc_dash.store.engine import reading, writing
from bccc_dash.store.tables import ActionRow, CaseEventRow, RecordRow
from tests.commands.case_cast import (
    ASSESSED,
    AUDITOR,
    CONCERN,
    HERSELF,
    KEEPER,
    THE_CHAIR,
    THE_LEAD,
    TODAY,
    concern,
    do,
    put,
    raised,
    ratified,
    two_volunteers,
)
from tests.commands.conftest import MEMBER, told

REF = "C-2026-001"


@pytest.fixture
def there(centre):
    raised(two_volunteers(centre))
    return centre


def events(engine):
    with reading(engine) as session:
        rows = session.exec(select(CaseEventRow).order_by(CaseEventRow.id)).all()
        return [(row.from_status, row.to_status) for row in rows]


def test_a_concern_goes_all_the_way_and_back(there):
    do(there, judge_concern, ref=REF, threshold="LOW_LEVEL", owner_id=MEMBER)
    do(there, review_concern, ref=REF)
    do(there, assess_source, ref=REF, found=ASSESSED)
    do(there, await_committee, ref=REF)
    put(there, status="DECIDED")
    do(there, close_concern, ref=REF, reason="Advice was given.")
    assert (concern(there).closed_on, concern(there).closure_reason) == (TODAY, "Advice was given.")
    do(there, reopen_concern, ref=REF, reason="The post is back.", by=THE_CHAIR)
    do(there, review_concern, ref=REF)

    assert (concern(there).status, concern(there).closed_on) == ("UNDER_REVIEW", None)
    assert [after for _, after in events(there)] == [
        *("OPEN", "UNDER_REVIEW", "AWAITING_COMMITTEE", "CLOSED", "REOPENED", "UNDER_REVIEW")
    ]
    assert ("reopen", f"concern/{CONCERN}") in [line[1:3] for line in told(there)]


def refused(engine, says, command, **named):
    before, audited = concern(engine).status, told(engine)
    with pytest.raises(Refused, match=says):
        do(engine, command, ref=REF, **named)
    assert (concern(engine).status, told(engine)) == (before, audited)


def test_review_waits_for_the_owner_and_the_threshold(there):
    refused(there, "Nobody owns", review_concern)
    put(there, owner_id=MEMBER)
    refused(there, "threshold is not judged", review_concern)


def test_a_reopened_concern_is_taken_up_by_its_owner_alone(there):
    put(there, owner_id=MEMBER, threshold="LOW_LEVEL", status="REOPENED")

    refused(there, "Only its owner", review_concern, by=THE_LEAD)
    do(there, review_concern, ref=REF)


def test_the_committee_waits_for_the_source(there):
    put(there, status="UNDER_REVIEW")

    refused(there, "Nobody assessed the source", await_committee)


def test_closing_waits_for_actions_referrals_and_a_reason(there):
    put(there, status="DECIDED", severity="HIGH")
    with writing(there) as session:
        session.add(RecordRow(id=20, kind="ACTION", ref="A-2026-001"))
        session.flush()
        session.add(ActionRow(id=20, subject_id=CONCERN, title="Talk", due_on=TODAY, status="OPEN"))
    refused(there, "Actions are still open", close_concern, reason="Done.")
    with writing(there) as session:
        session.get_one(ActionRow, 20).status = "DONE"
    refused(there, "LADO", close_concern, reason="Done.")
    put(there, severity="MEDIUM")
    refused(there, "No reason", close_concern, reason=" ")


@pytest.mark.parametrize("command", [await_committee, say_not_this_person])
@pytest.mark.parametrize("by", [AUDITOR, THE_CHAIR, HERSELF])
def test_who_may_not_moves_nothing(there, command, by):
    refused(there, "You may not", command, by=by)


def test_the_coordinator_does_not_reopen(there):
    put(there, status="CLOSED")

    refused(there, "You may not reopen", reopen_concern, reason="Why not.", by=KEEPER)
    refused(there, "No reason", reopen_concern, reason="", by=THE_LEAD)


def test_a_move_that_the_table_does_not_know_is_refused(there):
    refused(there, "“Open” cannot become “Closed”", close_concern, reason="Done.")


def test_whoever_comes_second_is_told(there):
    put(there, owner_id=MEMBER, threshold="LOW_LEVEL")

    refused(there, "Mo Example changed this", review_concern, seen=0)


def test_two_persons_say_that_it_is_somebody_else(there):
    do(there, assess_source, ref=REF, found=ASSESSED)
    refused(there, "does not say", say_not_this_person, by=THE_LEAD)
    do(there, assess_source, ref=REF, found=replace(ASSESSED, identity_confidence="NOT_MATCHED"))
    refused(there, "second person", say_not_this_person, by=KEEPER)
    ratified(there, "SUSPEND")
    refused(there, "reversed first", say_not_this_person, by=THE_LEAD)


def test_then_the_concern_is_there_for_nobody(there):
    do(there, assess_source, ref=REF, found=replace(ASSESSED, identity_confidence="NOT_MATCHED"))
    do(there, say_not_this_person, ref=REF, by=THE_LEAD)

    assert (concern(there).status, concern(there).closed_on) == ("NOT_THIS_PERSON", TODAY)
    with pytest.raises(Refused, match="You may not"):
        do(there, judge_concern, ref=REF, threshold="LOW_LEVEL")


def test_a_move_sent_twice_is_made_once(there):
    put(there, owner_id=MEMBER, threshold="LOW_LEVEL")
    do(there, review_concern, ref=REF, key="k" * 16)

    assert do(there, review_concern, ref=REF, key="k" * 16).is_repeat
    assert len(events(there)) == 2
