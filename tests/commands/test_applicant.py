"""Registering somebody who applies, and again where they come back."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bccc_dash.commands.applicant import register_applicant
from bccc_dash.commands.deed import Done, Form
from bccc_dash.domain.errors import Refused
from bccc_dash.store.engine import writing
from bccc_dash.store.tables import StageEventRow
from tests.commands.applicant_cast import (
    APPLIED,
    AT,
    KEEPER,
    NOT_ALLOWED,
    TODAY,
    approvals,
    do,
    move,
    moves,
    number_of,
    register,
    rows,
    volunteer,
    written,
)
from tests.commands.conftest import MEMBER, told

ONE = timedelta(days=1)
GOOD = {"full_name": "Vera Vale", "role_title": "Helper", "applied_on": APPLIED}


def test_who_is_registered_stands_at_enquiry_and_is_not_yet_assessed(centre):
    ref = register(centre, email=" vera@example.org ")
    person = volunteer(centre, ref)

    assert (ref, person.full_name, person.email, person.applied_on) == (
        "V-0001",
        "Vera Vale",
        "vera@example.org",
        APPLIED,
    )
    assert moves(centre) == [(None, "S0", APPLIED)]
    assert approvals(centre) == [(None, "NOT_YET_ASSESSED")]
    assert rows(centre, StageEventRow)[0].recorded_by_id == MEMBER


def test_the_audit_tells_the_fields_and_never_what_is_in_them(centre):
    number = number_of(centre, register(centre, email="vera@example.org"))
    fields = "full_name; email; role_title; applied_on; stage; occurred_on; approval_status"

    assert told(centre) == [(f"user/{MEMBER}", "create", f"volunteer/{number}", fields)]


def test_a_form_sent_twice_registers_one_person(centre):
    form = Form(key="k" * 16)
    done = [do(centre, "register", form=form, **GOOD) for _ in range(2)]

    assert done == [Done("V-0001"), Done("V-0001", is_repeat=True)]
    assert len(rows(centre, StageEventRow)) == 1


@pytest.mark.parametrize("by", NOT_ALLOWED)
def test_only_who_keeps_the_records_registers(centre, by):
    before = written(centre)
    with pytest.raises(Refused, match=r"^You may not enter and change volunteers"):
        do(centre, "register", by=by, **GOOD)

    assert written(centre) == before


@pytest.mark.parametrize(
    ("field", "value", "word"),
    [
        ("full_name", "", "Full name: fill it in"),
        ("full_name", "x" * 201, "Full name: write at most"),
        ("full_name", "Ve\x00ra", "Full name: it holds a sign"),
        ("role_title", " ", "Role: fill it in"),
        ("role_title", "x" * 201, "Role: write at most"),
        ("email", "no address", "E-mail: write it as"),
        ("email", "a@" + "b" * 199, "E-mail: write at most"),
        ("applied_on", None, "Applied on: fill it in"),
        ("applied_on", TODAY + ONE, "is still to come"),
        ("applied_on", date(1999, 12, 31), "too early"),
    ],
)
def test_an_odd_field_is_named_and_nothing_is_written(centre, field, value, word):
    before = written(centre)
    with pytest.raises(Refused, match=word):
        do(centre, "register", **{**GOOD, field: value})

    assert written(centre) == before


@pytest.mark.parametrize("field", ["full_name", "role_title"])
def test_names_at_their_limit_are_kept_whole(centre, field):
    ref = do(centre, "register", **{**GOOD, field: "x" * 200, "applied_on": TODAY}).ref

    assert getattr(volunteer(centre, ref), field) == "x" * 200


def test_nobody_is_registered_twice_under_one_address(centre):
    register(centre, email="vera@example.org")
    with pytest.raises(Refused, match="registered already"):
        register(centre, name="Vera V.", email="VERA@example.org")
    register(centre, name="No Address")
    register(centre, name="No Address Either")

    assert len(moves(centre)) == 3


def test_what_fails_later_leaves_nothing_of_it(centre):
    before = written(centre)
    with pytest.raises(ZeroDivisionError), writing(centre) as session:
        raise ZeroDivisionError(register_applicant(session, by=KEEPER, form=Form(key="k" * 16), at=AT, **GOOD))

    assert written(centre) == before


def withdrawn(centre):
    ref = register(centre)
    do(centre, "withdraw", ref=ref, moved_on=APPLIED + ONE)
    return ref


def test_who_applies_again_stands_at_enquiry_and_keeps_the_first_day_and_the_ended_approval(centre):
    ref = withdrawn(centre)
    do(centre, "again", ref=ref, applied_on=APPLIED + 2 * ONE)

    assert moves(centre)[-1] == ("WITHDRAWN", "S0", APPLIED + 2 * ONE)
    assert approvals(centre)[-1] == ("NOT_YET_ASSESSED", "ENDED")
    assert volunteer(centre, ref).applied_on == APPLIED
    assert told(centre)[-1][3] == "stage; occurred_on"


def test_who_has_an_application_open_does_not_apply_again(centre):
    ref = register(centre)
    before = written(centre)
    with pytest.raises(Refused, match=r"at “Enquiry”\. Record its end first"):
        do(centre, "again", ref=ref, applied_on=TODAY)

    assert written(centre) == before


@pytest.mark.parametrize(("day", "word"), [(APPLIED, "latest move was on 6 January"), (TODAY + ONE, "still to come")])
def test_a_new_application_lies_between_the_end_and_today(centre, day, word):
    ref = withdrawn(centre)
    with pytest.raises(Refused, match=word):
        do(centre, "again", ref=ref, applied_on=day)


def test_whoever_may_not_touch_the_record_learns_nothing_of_it(centre):
    ref = withdrawn(centre)
    themself = replace(KEEPER, volunteer_id=number_of(centre, ref))
    said = set()
    for by, name in [*((by, ref) for by in NOT_ALLOWED), (themself, ref), (KEEPER, "V-9999"), (KEEPER, "")]:
        with pytest.raises(Refused) as why:
            do(centre, "again", by=by, ref=name, applied_on=TODAY)
        said.add(str(why.value))

    assert said == {"You may not enter and change volunteers, vetting and reviews here."}


def test_a_form_opened_before_somebody_elses_move_is_refused(centre):
    ref = withdrawn(centre)
    with pytest.raises(Refused, match="changed this at"):
        do(centre, "again", form=Form(key="k" * 16, seen=0), ref=ref, applied_on=TODAY)
    do(centre, "again", ref=ref, applied_on=TODAY)
    with pytest.raises(Refused, match="notice"):
        move(centre, ref, "S1", TODAY)
