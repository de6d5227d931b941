"""Ratified decisions and approval events come into records in use only when a second person has confirmed them."""

import pytest
from sqlmodel import select

from bccc_dash.domain.errors import Refused
from bccc_dash.queries.imports import waiting_imports
from bccc_dash.store.engine import open_engine, reading
from bccc_dash.store.tables import ApprovalEventRow, DecisionRow
from bccc_dash.workbook.waiting import Asker
from tests.workbook.later import (
    AT,
    BOTH,
    NEXT,
    SECOND,
    WEEK,
    again,
    centre,
    concern,
    confirm,
    decision,
    now,
    records,
    told,
    waits,
)
from tests.workbook.making import dump, got, put

pytestmark = pytest.mark.sqlite_first
__all__ = ["now"]


def marks(url):
    engine = open_engine(url)
    with reading(engine) as session:
        found = [
            session.exec(select(DecisionRow.imported_at).order_by(DecisionRow.id)).all(),
            session.exec(select(ApprovalEventRow.imported_at)).all(),
        ]
    engine.dispose()
    return found


@pytest.mark.both_engines
def test_the_first_try_writes_no_record_and_says_that_it_waits(url, now):
    put(url, centre())
    before = records(url)

    waiting = waits(url, centre(**BOTH))

    assert records(url) == before
    assert waiting.number == 1
    assert "brings one ratified decision and one approval event" in str(waiting)
    assert "as number 1 it waits until 9 June 2026 at 13:30 for somebody other than Cora" in str(waiting)
    assert told(url)[1:] == [("console (root)", "IMPORT_ASKED")]


def test_what_waits_is_told_in_references_words_and_days_alone(url, now):
    put(url, centre())
    waits(url, centre(**BOTH))
    engine = open_engine(url)

    with reading(engine) as session:
        (waiting,) = waiting_imports(session, AT)
        assert waiting_imports(session, AT + WEEK + SECOND) == []
    engine.dispose()

    told = [
        (one.brought, one.ref, one.subject_ref, one.volunteer_ref, one.kind, one.to_status) for one in waiting.items
    ]
    assert told == [
        ("DECISION", "D-1", "C-1", "V-1", "SUSPEND", None),
        ("APPROVAL_EVENT", None, "V-1", "V-1", None, "SUSPENDED"),
    ]
    assert (waiting.asked_by_id, {one.day for one in waiting.items}) == (1, {NEXT})
    assert "in words" not in str(dump(url)["import_confirmation_items"])


@pytest.mark.both_engines
def test_once_confirmed_it_goes_through_once_and_is_marked(url, now):
    put(url, centre())
    waits(url, centre(**BOTH))
    confirm(url, 1)

    assert again(url, centre(**BOTH)).changes

    assert [row["ref"] for row in got(url)["decisions"]] == ["D-1"]
    assert marks(url) == [[AT], [AT]]
    assert told(url)[2:] == [
        ("user/2", "IMPORT_CONFIRMED"),
        ("console (root)", "IMPORT_CONFIRMATION_USED"),
        ("console (root)", "IMPORT"),
    ]
    assert not again(url, centre(**BOTH)).changes


def test_the_same_content_asks_once(url, now):
    put(url, centre())

    assert [waits(url, centre(**BOTH)).number for _ in range(3)] == [1, 1, 1]
    assert waits(url, centre(**BOTH), asker=Asker("console (root)")).number == 1


@pytest.mark.parametrize("status", ["PROPOSED", "REJECTED", "WITHDRAWN"])
def test_a_decision_that_is_not_ratified_comes_in_freely_and_unmarked(url, now, status):
    put(url, centre())

    assert again(url, centre(decisions=[decision(status=status)]), asker=Asker("x")).changes
    assert marks(url)[0] == [None]


@pytest.mark.parametrize(("was", "becomes"), [("PROPOSED", "RATIFIED"), ("RATIFIED", "REJECTED")])
def test_to_ratify_or_to_undo_it_waits(url, now, was, becomes):
    put(url, centre(decisions=[decision(status=was)]))
    sheets = centre(decisions=[decision(status=becomes)])
    waits(url, sheets)
    confirm(url, 1)

    again(url, sheets)

    assert marks(url)[0] == [AT if becomes == "RATIFIED" else None]


def test_the_first_import_needs_nobody_and_marks_too(url, now):
    put(url, centre(**BOTH))

    assert marks(url) == [[AT], [AT]]


def test_what_is_stored_already_needs_nobody(url, now):
    put(url, centre(**BOTH))

    assert again(url, centre(**BOTH, concerns=[concern(severity="HIGH")])).changes


@pytest.mark.parametrize(
    ("email", "says"),
    [(None, "--by"), ("nobody@x.example", "Nobody has"), ("\udce9", "Nobody has"), ("", "Nobody has")],
)
def test_who_asks_must_be_known(url, now, email, says):
    put(url, centre())
    before = dump(url)

    with pytest.raises(Refused, match=says):
        again(url, centre(**BOTH), asker=Asker("console (root)", email))

    assert dump(url) == before


def test_a_fault_is_told_before_anybody_is_asked(url, now):
    put(url, centre())
    before = dump(url)

    with pytest.raises(Refused, match="one fault"):
        again(url, centre(**BOTH, concerns=[concern(owner="nia@x.example")]))

    assert dump(url) == before
