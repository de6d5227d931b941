"""Actions are opened, put off with every day kept, done or cancelled, by those who keep what they are about."""

import pytest

from bccc_dash.commands.actions import ToDo, cancel_action, finish_action, open_action, redate_action
from bccc_dash.domain.viewer import Person
from bccc_dash.domain.vocabulary import Role
from bccc_dash.store.engine import writing
from bccc_dash.store.tables import ActionRow, RecordRow, UserRow
from tests.commands.conftest import CHAIR, LEAD, MEMBER, STRANGER, told
from tests.commands.duty_cast import (
    AT,
    DAY,
    FORM,
    HERSELF,
    NOBODYS,
    OTHER,
    READERS,
    RECUSED,
    SAFEGUARDING,
    TODAY,
    VERA,
    do,
    refused,
    rows_of,
    staff,
)

TODO = ToDo(title="Ring the LADO", owner_id=MEMBER, due_on=TODAY + DAY)
REF = "A-2026-001"
KEPT = [ActionRow, RecordRow]
LATER = [
    (redate_action, {"ref": REF, "due_on": TODAY + 2 * DAY}),
    (finish_action, {"ref": REF, "done_on": TODAY}),
    (cancel_action, {"ref": REF, "reason": "No longer needed."}),
]
OPENING = (open_action, {"about": "C-2026-001", "todo": TODO})


@pytest.fixture
def cast(centre):
    return staff(centre)


@pytest.fixture
def opened(cast):
    do(cast, open_action, about="C-2026-001", todo=TODO)
    return cast


def actions(engine):
    return rows_of(engine, ActionRow)


def test_an_action_is_opened_with_its_first_day(cast):
    assert do(cast, open_action, about="c-2026-001", todo=TODO).ref == REF

    (row,) = actions(cast)
    assert (row.subject_id, row.title, row.owner_id, row.created_on, row.status) == (
        9,
        TODO.title,
        MEMBER,
        TODAY,
        "OPEN",
    )
    assert (row.due_on, row.first_due_on, row.due_dates) == (TODO.due_on, TODO.due_on, "2026-03-03")
    fields = "subject_id; title; owner_id; due_on; status"
    assert told(cast) == [
        (f"user/{MEMBER}", "create", f"action/{row.id}", fields),
        (f"user/{MEMBER}", "update", "concern/9", "actions"),
    ]


def test_every_day_is_kept_and_the_first_never_moves(opened):
    for days in (4, 2):
        do(opened, redate_action, ref=REF, due_on=TODAY + days * DAY)

    (row,) = actions(opened)
    assert (row.first_due_on, row.due_on) == (TODAY + DAY, TODAY + 2 * DAY)
    assert row.due_dates == "2026-03-03; 2026-03-06; 2026-03-04"


def test_an_action_is_done_or_cancelled_with_its_reason(opened):
    do(opened, open_action, about="V-0042", todo=TODO)
    do(opened, finish_action, ref=REF, done_on=TODAY)
    do(opened, cancel_action, ref="A-2026-002", reason=" No longer\nneeded. ")

    first, second = actions(opened)
    assert (first.status, first.done_on, first.cancel_reason) == ("DONE", TODAY, None)
    assert (second.status, second.done_on, second.cancel_reason) == ("CANCELLED", None, "No longer\nneeded.")


def test_the_lead_keeps_the_actions_of_cases_but_not_of_volunteers(opened):
    do(opened, finish_action, ref=REF, done_on=TODAY, by=SAFEGUARDING)
    refused(opened, open_action, match="^You may not", counted=KEPT, about="V-0042", todo=TODO, by=SAFEGUARDING)


@pytest.mark.parametrize(("command", "given"), [OPENING, *LATER])
@pytest.mark.parametrize("by", [*READERS, RECUSED, HERSELF, NOBODYS], ids=str)
def test_only_who_keeps_the_case_may_and_not_of_oneself_or_having_stood_aside(opened, command, given, by):
    refused(opened, command, match="^You may not enter and change concerns", counted=KEPT, by=by, **given)


@pytest.mark.parametrize("ref", ["A-2026-999", "C-2026-001", ""])
@pytest.mark.parametrize(("command", "given"), LATER)
def test_an_action_that_is_not_there_is_refused_alike(opened, command, given, ref):
    refused(opened, command, match="^You may not enter and change concerns", **(given | {"ref": ref}))


@pytest.mark.parametrize("about", ["C-2026-999", REF, ""])
def test_what_has_no_actions_is_refused_alike(opened, about):
    refused(opened, open_action, match="^You may not enter and change concerns", counted=KEPT, about=about, todo=TODO)


@pytest.mark.parametrize(("title", "match"), [(" ", "fill it in"), ("a" * 201, "at most 200"), ("a\0b", "sign")])
def test_the_title_is_one_line(cast, title, match):
    todo = ToDo(title=title, owner_id=MEMBER, due_on=TODAY)
    refused(cast, open_action, match=f"^What is to be done: .*{match}", about="C-2026-001", todo=todo)


def test_the_rule_of_opening_is_asked(cast):
    refused(cast, open_action, match="Reopen it first", counted=KEPT, about="C-2026-002", todo=TODO)


@pytest.mark.parametrize(("owner", "match"), [(CHAIR, "no part"), (LEAD, "no part"), (99, "Nobody active")])
def test_who_stood_aside_is_herself_or_unknown_is_given_nothing_to_do(cast, owner, match):
    with writing(cast) as session:
        session.get_one(UserRow, LEAD).volunteer_id = VERA
    todo = ToDo(title="Ring", owner_id=owner, due_on=TODAY)
    refused(cast, open_action, match=match, counted=KEPT, about="C-2026-001", todo=todo)


@pytest.mark.parametrize(("days", "stops"), [(-1, True), (0, False)])
def test_an_owner_is_active_to_their_last_day(cast, days, stops):
    with writing(cast) as session:
        session.get_one(UserRow, STRANGER).active_to = TODAY + days * DAY
    todo = ToDo(title="Ring", owner_id=STRANGER, due_on=TODAY)
    if stops:
        refused(cast, open_action, match="Nobody active", about="C-2026-001", todo=todo)
    else:
        assert do(cast, open_action, about="C-2026-001", todo=todo)


@pytest.mark.parametrize(("command", "given"), LATER)
def test_the_rules_of_what_is_over_are_asked(opened, command, given):
    do(opened, cancel_action, ref=REF, reason="Not needed.")
    refused(opened, command, match="done or cancelled already", **given)


def test_a_reason_is_asked_for(opened):
    refused(opened, cancel_action, match="^Why it is cancelled: fill it in", ref=REF, reason=" \n")


@pytest.mark.parametrize(("command", "given"), [OPENING, *LATER])
def test_a_form_that_is_sent_twice_counts_once(opened, command, given):
    form = {"form": type(FORM)(key="k" * 16, seen=10_000)}
    first, second = (do(opened, command, **given, **form) for _ in "ab")

    assert (first.is_repeat, second.is_repeat, first.ref == second.ref) == (False, True, True)


@pytest.mark.parametrize(("command", "given"), LATER)
def test_whoever_comes_second_is_told(opened, command, given):
    refused(opened, command, match="changed this at 12:30", by=OTHER, form=FORM, at=AT, **given)


def test_an_auditor_with_the_leads_flag_keeps_cases(cast):
    assert do(
        cast,
        open_action,
        about="C-2026-001",
        todo=TODO,
        by=Person(user_id=MEMBER, role=Role.READ_ONLY_AUDITOR, is_lead=True),
    )
