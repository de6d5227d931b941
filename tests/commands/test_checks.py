"""A social media check is planned, started, authorised and called off, and every rule before it is asked."""

from datetime import timedelta

import pytest
from sqlmodel import select

from bccc_dash.commands.checks import authorise_check, cancel_check, plan_check, start_check
from bccc_dash.commands.checks_made import complete_check, record_platforms, record_provenance, record_search
from bccc_dash.commands.deed import Done
from bccc_dash.domain.access import Capability
from bccc_dash.domain.check_facts import Promise
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.viewer import Person
from bccc_dash.domain.vocabulary import Role
from bccc_dash.store.engine import reading, writing
from bccc_dash.store.tables import CheckRow, CommitteeShareRow, RecordRow, RecusalRow, VolunteerRow
from tests.commands.checking import (
    CARA,
    CHO,
    FACEBOOK,
    MO,
    REF,
    SWORN,
    TODAY,
    VERA,
    VERA_ID,
    add_cast,
    check_row,
    concern_from,
    do,
    look_before,
    planned,
    started,
)
from tests.commands.conftest import told

MAY_NOT = f"^You may not {Capability.MAKE_CHECKS.value} here.$"
ON_A_CHECK = (
    (start_check, {"promise": SWORN}),
    (cancel_check, {"reason": "No need."}),
    (authorise_check, {}),
    (record_search, {"engines": ["Google"], "terms": ["the name"]}),
    (record_platforms, {"found": [FACEBOOK]}),
    (record_provenance, {"provenance": "PUBLIC"}),
    (complete_check, {"outcome": "NO_CONCERN", "identity": "CONFIRMED"}),
)
NO_CHECKERS = [role for role in Role if role not in (Role.COORDINATOR, Role.COMMITTEE_MEMBER, Role.CHAIR)]


@pytest.fixture
def centre(engine):
    with writing(engine) as session:
        add_cast(session)
    return engine


def stand_aside(engine, user_id):
    concern_from(engine, None)
    with writing(engine) as session:
        session.add(CommitteeShareRow(id=1, subject_id=90, shared_on=TODAY))
        session.flush()
        session.add(RecusalRow(share_id=1, position=0, user_id=user_id))


def test_a_check_is_planned_and_told(centre):
    assert planned(centre, planned_for=TODAY) == REF

    row = check_row(centre)
    assert (row.status, row.checker_id, row.planned_for, row.started_on) == ("PLANNED", CARA.user_id, TODAY, None)
    assert told(centre) == [
        ("user/1", "create", f"check/{row.id}", "trigger; necessity_note; status; planned_for; checker"),
        ("user/1", "update", f"volunteer/{VERA_ID}", "checks"),
    ]


def test_a_check_is_started_by_another_checker_with_all_that_they_confirm(centre):
    planned(centre)
    assert do(centre, start_check, by=MO, ref=REF, promise=SWORN, policy_version="2019") == Done(REF)

    row = check_row(centre)
    assert (row.status, row.started_on, row.checker_id) == ("IN_PROGRESS", TODAY, MO.user_id)
    assert (row.checker_role_at_time, row.policy_version) == (MO.role, "2019")
    attested = (row.own_account_attested, row.public_domain_attested, row.no_password_attested)
    assert attested == (True, True, True)
    assert told(centre)[-1][:3] == ("user/2", "update", f"check/{row.id}")


@pytest.mark.parametrize("change", [{"check_permission": False}, {"form_signed_on": TODAY + timedelta(days=1)}])
def test_no_check_starts_before_permission_and_nothing_is_left_of_the_try(centre, change):
    planned(centre)
    with writing(centre) as session:
        session.get_one(VolunteerRow, VERA_ID).sqlmodel_update(change)
    before = (check_row(centre), told(centre))

    with pytest.raises(Refused, match="signed"):
        do(centre, start_check, ref=REF, promise=SWORN, reason="Another reason.")
    assert (check_row(centre), told(centre)) == before


def test_a_promise_that_is_not_made_stops_the_start(centre):
    planned(centre)
    with pytest.raises(Refused, match="no password"):
        do(centre, start_check, ref=REF, promise=Promise(own_account=True, public_domain=True))


def test_a_second_look_needs_a_new_reason(centre):
    look_before(centre, 50, TODAY - timedelta(days=89), "A complaint.")
    planned(centre, reason="a complaint.")
    with pytest.raises(Refused, match="K-2025-050"):
        do(centre, start_check, ref=REF, promise=SWORN)
    assert do(centre, start_check, ref=REF, promise=SWORN, reason="The application is new.")


def test_a_third_look_waits_for_the_chair(centre):
    for number in (50, 51):
        look_before(centre, number, TODAY - timedelta(days=number), f"Reason {number}.")
    planned(centre, reason="The application is new.")
    with pytest.raises(Refused, match="Ask the chair"):
        do(centre, start_check, ref=REF, promise=SWORN)
    with pytest.raises(Refused, match="Only the chair"):
        do(centre, authorise_check, by=MO, ref=REF)

    do(centre, authorise_check, by=CHO, ref=REF)
    assert told(centre)[-1][3] == "authorised_by"
    with pytest.raises(Refused, match="Ask the chair"):
        do(centre, start_check, by=CHO, ref=REF, promise=SWORN)
    assert do(centre, start_check, ref=REF, promise=SWORN)


def test_a_check_is_called_off_with_the_reason_under_its_own(centre):
    started(centre)
    do(centre, cancel_check, by=MO, ref=REF, reason="It was settled by asking.")
    row = check_row(centre)
    assert (row.status, row.necessity_note) == ("CANCELLED", "Called off: It was settled by asking.")
    for command, fields in ON_A_CHECK:
        with pytest.raises(Refused):
            do(centre, command, ref=REF, **fields)
    assert planned(centre) == "K-2026-002"


def test_one_check_of_a_person_at_a_time(centre):
    planned(centre)
    with pytest.raises(Refused, match=REF):
        planned(centre)


@pytest.mark.parametrize("by", [*(Person(user_id=1, role=role) for role in NO_CHECKERS), Person(user_id=1, role=None)])
def test_no_other_role_makes_checks(centre, by):
    planned(centre)
    with pytest.raises(Refused, match=MAY_NOT):
        planned(centre, by=by)
    for command, fields in ON_A_CHECK:
        with pytest.raises(Refused, match=MAY_NOT):
            do(centre, command, by=by, ref=REF, **fields)


@pytest.mark.parametrize(("command", "fields"), ON_A_CHECK)
def test_nobody_works_on_a_check_of_themself_nor_where_they_stood_aside(centre, command, fields):
    planned(centre)
    with pytest.raises(Refused, match=MAY_NOT):
        do(centre, command, by=Person(user_id=3, role=Role.CHAIR, volunteer_id=VERA_ID), ref=REF, **fields)
    stand_aside(centre, CHO.user_id)
    with pytest.raises(Refused, match="You stood aside"):
        do(centre, command, by=CHO, ref=REF, **fields)


@pytest.mark.parametrize(("command", "fields"), ON_A_CHECK[:2])
def test_a_form_counts_once_and_never_over_what_others_did(centre, command, fields):
    planned(centre)
    with pytest.raises(Refused, match="Cara changed this"):
        do(centre, command, by=MO, ref=REF, seen=0, **fields)
    first = do(centre, command, ref=REF, key="k" * 16, **fields)
    tale = told(centre)

    assert do(centre, command, ref=REF, key="k" * 16, **fields) == Done(first.ref, is_repeat=True)
    assert told(centre) == tale


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"trigger": "CURIOSITY"}, "Why it is made"),
        ({"reason": "x" * 4001}, "Reason: .* 4,000"),
        ({"planned_for": TODAY - timedelta(days=1)}, "Planned for"),
        ({"planned_for": TODAY + timedelta(days=367)}, "Planned for"),
        ({"trigger": "SPECIFIC_CONCERN"}, "Write down why"),
        ({"volunteer_ref": "V-9999"}, MAY_NOT),
    ],
)
def test_a_field_that_will_not_do_is_named_and_nothing_is_written(centre, fields, said):
    with pytest.raises(Refused, match=said):
        do(centre, plan_check, **{"volunteer_ref": VERA, "trigger": "APPLICANT_STAGE_1"} | fields)
    with reading(centre) as session:
        assert session.exec(select(CheckRow)).all() == []
        assert [row.ref for row in session.exec(select(RecordRow))] == [VERA]
    assert told(centre) == []
