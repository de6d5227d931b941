"""The end of an application or a service by deed, and what the approval becomes."""

from datetime import date

import pytest

from bccc_dash.store.tables import CommitteeShareRow, ConcernRow, IncidentRow, RecusalRow
from tests.commands.applicant_cast import (
    active,
    approvals,
    approve,
    do,
    moves,
    put,
    put_case,
    refused,
    register,
    volunteer,
)
from tests.commands.conftest import MEMBER, told

DAY, ENDED = date(2026, 2, 1), date(2026, 4, 1)


@pytest.mark.parametrize(
    ("deed", "stage", "why"), [("withdraw", "WITHDRAWN", "WITHDREW"), ("turn_down", "NOT_APPOINTED", "NOT_APPOINTED")]
)
def test_an_application_that_ends_ends_the_approval_and_says_why(centre, deed, stage, why):
    ref = register(centre)
    do(centre, deed, ref=ref, moved_on=DAY, reason="Moved away.")

    assert moves(centre)[-1] == ("S0", stage, DAY)
    assert approvals(centre)[-1] == ("NOT_YET_ASSESSED", "ENDED")
    assert (volunteer(centre, ref).end_reason, volunteer(centre, ref).ended_on) == (why, None)
    assert told(centre)[-1][3] == "stage; occurred_on; reason; approval_status; end_reason"
    refused(centre, "Record a new application", deed, ref=ref, moved_on=DAY)


def test_a_service_that_ends_keeps_its_days_and_its_reason(centre):
    ref = active(centre)
    do(centre, "leave", ref=ref, moved_on=ENDED, end_reason="RESIGNED")
    person = volunteer(centre, ref)

    assert (person.started_on, person.ended_on, person.end_reason) == (date(2026, 3, 2), ENDED, "RESIGNED")
    assert approvals(centre)[-1] == ("APPROVED", "ENDED")


@pytest.mark.parametrize("status", ["SUSPENDED", "APPROVED_WITH_CONDITIONS", "WITHDRAWN", "ENDED"])
def test_who_leaves_is_ended_unless_the_committee_has_ended_it_already(centre, status):
    ref = active(centre)
    approve(centre, ref, status, date(2026, 3, 20))
    before = len(approvals(centre))
    do(centre, "leave", ref=ref, moved_on=ENDED, end_reason="OTHER")

    assert approvals(centre)[before:] == ([] if status in ("WITHDRAWN", "ENDED") else [(status, "ENDED")])


def test_nobody_is_removed_without_a_decision(centre):
    ref = active(centre)
    refused(centre, "A removal follows a decision", "leave", ref=ref, moved_on=ENDED, end_reason="REMOVED")
    approve(centre, ref, "ENDED", ENDED)
    do(centre, "leave", ref=ref, moved_on=ENDED, end_reason="REMOVED")

    assert volunteer(centre, ref).end_reason == "REMOVED"


@pytest.mark.parametrize("kind", [ConcernRow, IncidentRow])
def test_who_resigns_while_a_matter_is_open_is_on_record_as_such(centre, kind):
    ref = active(centre)
    put_case(centre, ref, kind=kind)
    refused(centre, "still open", "leave", ref=ref, moved_on=ENDED, end_reason="RESIGNED")
    do(centre, "leave", ref=ref, moved_on=ENDED, end_reason="RESIGNED_DURING_CONCERN")

    assert volunteer(centre, ref).end_reason == "RESIGNED_DURING_CONCERN"


def test_a_matter_from_which_somebody_stood_aside_is_not_given_away_to_them(centre):
    ref = active(centre)
    put_case(centre, ref)
    put(
        centre,
        CommitteeShareRow(id=1, subject_id=950, shared_on=DAY),
        RecusalRow(share_id=1, position=1, user_id=MEMBER),
    )
    do(centre, "leave", ref=ref, moved_on=ENDED, end_reason="RESIGNED")

    assert moves(centre)[-1][1] == "LEFT"


@pytest.mark.parametrize("status", ["CLOSED", "NOT_THIS_PERSON"])
def test_a_matter_that_is_over_does_not_mark_who_resigns(centre, status):
    ref = active(centre)
    put_case(centre, ref, status=status)
    do(centre, "leave", ref=ref, moved_on=ENDED, end_reason="RESIGNED")

    assert volunteer(centre, ref).end_reason == "RESIGNED"
