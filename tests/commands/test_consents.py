"""Consent is kept complete or not at all, names nobody, and its withdrawal has what was published taken down."""

from dataclasses import replace

import pytest

from bccc_dash.commands.actions import finish_action
from bccc_dash.commands.consents import Item, keep_consent, withdraw_consent
from bccc_dash.domain.consent_rules import Consent
from bccc_dash.domain.outcome_vocabulary import ChildAgeAppropriate
from bccc_dash.store.tables import ActionRow, ConsentRow, RecordRow
from tests.commands.conftest import MEMBER, told
from tests.commands.duty_cast import (
    DAY,
    FORM,
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

CONSENT = Consent(
    family_ref="F-0123",
    family_written_on=TODAY - DAY,
    child_age_appropriate=ChildAgeAppropriate.YES,
    child_written_on=TODAY - DAY,
)
ITEM = Item(description="A drawing", scope="The centre's newsletter", evidence_held_at="Cabinet 2")
KEEPING = (keep_consent, {"consent": CONSENT, "item": ITEM})
WITHDRAWING = (withdraw_consent, {"ref": "N-2026-001", "withdrawn_on": TODAY})
KEPT = [ConsentRow, ActionRow, RecordRow]


@pytest.fixture
def cast(centre):
    return staff(centre)


@pytest.fixture
def kept(cast):
    do(cast, keep_consent, consent=CONSENT, item=ITEM)
    return cast


def test_a_consent_is_kept_with_where_its_paper_is(kept):
    (row,) = rows_of(kept, ConsentRow)
    assert (row.subject_family_ref, row.family_written_on, row.child_written_on) == ("F-0123", TODAY - DAY, TODAY - DAY)
    assert (row.child_age_appropriate, row.item_description, row.evidence_held_at) == ("YES", "A drawing", "Cabinet 2")
    assert [line[:3] for line in told(kept)] == [(f"user/{MEMBER}", "create", f"consent/{row.id}")]


def test_a_withdrawal_opens_a_take_down_that_can_be_done(kept):
    do(kept, withdraw_consent, ref="n-2026-001", withdrawn_on=TODAY)

    (row,), (action,) = rows_of(kept, ConsentRow), rows_of(kept, ActionRow)
    assert row.withdrawn_on == TODAY
    assert (action.subject_id, action.owner_id, action.due_on, action.status) == (row.id, MEMBER, TODAY, "OPEN")
    assert action.title == "Take down what N-2026-001 allowed to be published"
    do(kept, finish_action, ref="A-2026-001", done_on=TODAY)
    assert rows_of(kept, ActionRow)[0].status == "DONE"


@pytest.mark.parametrize("by", [*READERS, SAFEGUARDING, NOBODYS], ids=str)
def test_only_who_keeps_records_may(kept, by):
    for command, given in (KEEPING, WITHDRAWING):
        refused(kept, command, match="^You may not enter and change volunteers", counted=KEPT, by=by, **given)


@pytest.mark.parametrize("by", [*READERS, SAFEGUARDING, NOBODYS], ids=str)
def test_only_who_keeps_records_ends_a_take_down(kept, by):
    do(kept, withdraw_consent, ref="N-2026-001", withdrawn_on=TODAY)
    refused(kept, finish_action, match="^You may not enter and change vol", by=by, ref="A-2026-001", done_on=TODAY)


@pytest.mark.parametrize("ref", ["N-2026-999", "V-0041", ""])
def test_a_consent_that_is_not_there_is_refused_alike(kept, ref):
    refused(kept, withdraw_consent, match="^You may not enter and change vol", ref=ref, withdrawn_on=TODAY)


@pytest.mark.parametrize(
    ("given", "match"),
    [
        ({"consent": replace(CONSENT, family_ref="Mrs Example")}, "never a name"),
        ({"consent": replace(CONSENT, family_written_on=None)}, "written consent is not there"),
        ({"item": replace(ITEM, description="")}, "^What may be published"),
        ({"item": replace(ITEM, scope="a" * 4001)}, "^For what: write at most 4,000"),
        ({"item": replace(ITEM, evidence_held_at="")}, "^Where the paper is"),
    ],
)
def test_the_fields_and_the_rule_of_keeping_are_asked(cast, given, match):
    refused(cast, keep_consent, match=match, counted=KEPT, **(KEEPING[1] | given))


def test_the_rule_of_withdrawing_is_asked(kept):
    do(kept, withdraw_consent, ref="N-2026-001", withdrawn_on=TODAY)
    refused(kept, withdraw_consent, match="withdrawn already", counted=KEPT, **WITHDRAWING[1])


@pytest.mark.parametrize(("command", "given"), [KEEPING, WITHDRAWING])
def test_a_form_that_is_sent_twice_counts_once(kept, command, given):
    form = type(FORM)(key="k" * 16, seen=10_000)
    first, second = (do(kept, command, form=form, **given) for _ in "ab")

    assert (first.is_repeat, second.is_repeat, first.ref == second.ref) == (False, True, True)


def test_whoever_comes_second_is_told(kept):
    refused(kept, withdraw_consent, match="changed this at 12:30", by=OTHER, form=FORM, **WITHDRAWING[1])
