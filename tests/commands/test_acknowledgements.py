"""Guidance is given to a volunteer and acknowledged; families and children who were told are counted."""

import pytest

from bccc_dash.commands.acknowledgements import acknowledge_guidance, count_told, give_guidance
from bccc_dash.domain.guidance_rules import Guidance
from bccc_dash.domain.vocabulary import Audience
from bccc_dash.store.tables import AcknowledgementRow
from tests.commands.conftest import MEMBER, told
from tests.commands.duty_cast import (
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

CODE = Guidance(code="G-POSTS", version="2")
GIVING = (give_guidance, {"ref": "V-0041", "guidance": CODE, "given_on": TODAY - DAY})
READING = (acknowledge_guidance, {"ref": "V-0041", "guidance": CODE, "acknowledged_on": TODAY})
COUNTING = (count_told, {"audience": Audience.FAMILY, "guidance": CODE, "given_on": TODAY, "count": 12})
KEPT = [AcknowledgementRow]
DENIED = "^You may not enter and change volunteers"


@pytest.fixture
def cast(centre):
    return staff(centre)


def test_guidance_is_given_and_acknowledged_in_one_row(cast):
    do(cast, give_guidance, **GIVING[1])
    do(cast, acknowledge_guidance, **READING[1])

    (row,) = rows_of(cast, AcknowledgementRow)
    assert (row.volunteer_id, row.guidance_code, row.guidance_version, row.audience) == (7, "G-POSTS", "2", "VOLUNTEER")
    assert (row.given_on, row.acknowledged_on, row.family_count) == (TODAY - DAY, TODAY, None)
    assert [line[1:3] for line in told(cast)] == [
        ("create", "acknowledgement/1"),
        ("update", "volunteer/7"),
        ("update", "acknowledgement/1"),
        ("update", "volunteer/7"),
    ]


@pytest.mark.parametrize("audience", [Audience.FAMILY, Audience.CHILD])
def test_families_and_children_are_counted_and_never_named(cast, audience):
    do(cast, count_told, **(COUNTING[1] | {"audience": audience}))

    (row,) = rows_of(cast, AcknowledgementRow)
    assert (row.volunteer_id, row.audience, row.family_count) == (None, audience, 12)
    assert [line[:3] for line in told(cast)] == [(f"user/{MEMBER}", "create", "acknowledgement/1")]


@pytest.mark.parametrize("by", [*READERS, SAFEGUARDING, NOBODYS], ids=str)
@pytest.mark.parametrize(("command", "given"), [GIVING, READING, COUNTING])
def test_only_who_keeps_records_may(cast, command, given, by):
    refused(cast, command, match=DENIED, counted=KEPT, by=by, **given)


@pytest.mark.parametrize(("command", "given"), [GIVING, READING])
def test_nobody_keeps_their_own_and_who_is_not_there_is_refused_alike(cast, command, given):
    refused(cast, command, match=DENIED, counted=KEPT, by=HERSELF, **given)
    refused(cast, command, match=DENIED, counted=KEPT, **(given | {"ref": "V-0999"}))


@pytest.mark.parametrize(("command", "given"), [GIVING, READING, COUNTING])
def test_the_guidance_is_told_in_a_line_each(cast, command, given):
    odd = {"^Guidance:": Guidance(code=" ", version="1"), "^Version:": Guidance(code="A", version="1" * 201)}
    for match, guidance in odd.items():
        refused(cast, command, match=match, counted=KEPT, **(given | {"guidance": guidance}))


def test_the_rules_are_asked(cast):
    refused(cast, acknowledge_guidance, match="was not given", counted=KEPT, **READING[1])
    refused(cast, count_told, match="Say how many", counted=KEPT, **(COUNTING[1] | {"count": 0}))
    do(cast, give_guidance, **GIVING[1])
    refused(cast, give_guidance, match="given to the volunteer already", counted=KEPT, **GIVING[1])


@pytest.mark.parametrize(("command", "given"), [GIVING, COUNTING])
def test_a_form_that_is_sent_twice_counts_once(cast, command, given):
    first, second = (do(cast, command, form=FORM, **given) for _ in "ab")

    assert (first.is_repeat, second.is_repeat, len(rows_of(cast, AcknowledgementRow))) == (False, True, 1)


def test_whoever_comes_second_is_told(cast):
    do(cast, give_guidance, **GIVING[1])
    refused(cast, acknowledge_guidance, match="changed this at 12:30", by=OTHER, form=FORM, **READING[1])
