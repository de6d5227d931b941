"""Ratified decisions and approval events come into records in use only when a second person has confirmed them."""

import datetime as dt

import pytest
from sqlmodel import select

from bccc_dash import clock
from bccc_dash.domain.errors import Refused
from bccc_dash.queries.imports import waiting_imports
from bccc_dash.store.engine import open_engine, reading
from bccc_dash.store.tables import ApprovalEventRow, DecisionRow
from bccc_dash.workbook import importing
from bccc_dash.workbook.waiting import Asker
from tests.workbook.later import (
    ASKER,
    AT,
    NEXT,
    again,
    centre,
    concern,
    confirm,
    decision,
    event,
    told,
    volunteer,
    waits,
)
from tests.workbook.making import dump, got, put, run, write_folder, write_xlsx

pytestmark = pytest.mark.sqlite_first

WEEK, SECOND = dt.timedelta(days=7), dt.timedelta(seconds=1)
BOTH = {"decisions": [decision()], "approval_events": [event()]}
RECORDS = ("records", "users", "volunteers", "concerns", "decisions", "approval_events", "approval_spans", "revision")


@pytest.fixture
def now(monkeypatch):
    """The clock, which stands until it is moved."""
    moment = [AT]
    monkeypatch.setattr(clock, "now", lambda: moment[0])
    return moment


def records(url):
    return {name: rows for name, rows in dump(url).items() if name in RECORDS}


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


@pytest.mark.parametrize(
    "more", [{"kind": "REFUSE"}, {"rationale": "other reasons"}, {"decided_on": dt.date(2026, 3, 3)}]
)
def test_a_confirmed_file_changed_by_one_cell_waits_anew(url, now, more):
    put(url, centre())
    waits(url, centre(**BOTH))
    confirm(url, 1)

    assert waits(url, centre(**{**BOTH, "decisions": [decision(**more)]})).number == 2
    assert got(url)["decisions"] == []


def test_even_a_cell_of_another_sheet_makes_it_another_file(url, now):
    put(url, centre())
    waits(url, centre(**BOTH))
    confirm(url, 1)

    assert waits(url, centre(**BOTH, volunteers=[volunteer(full_name="Other"), volunteer("V-2")])).number == 2


def test_the_same_content_is_the_same_however_it_is_packed(url, now, tmp_path):
    put(url, centre())
    grids = {
        "volunteers": [["ref", "full_name", "role_title", "applied_on"], ["V-1", "Asha", "Helper", "2026-03-01"]],
        "approval_events": [["volunteer_ref", "to_status", "effective_on"], ["V-1", "SUSPENDED", "2026-03-02"]],
    }
    with pytest.raises(Refused, match="number 1"):
        run(write_folder(tmp_path / "csvs", grids), url, asker=ASKER)
    confirm(url, 1)

    assert run(write_xlsx(tmp_path / "a.xlsx", grids), url).changes


def test_a_confirmation_lets_in_only_what_was_confirmed(url, now):
    put(url, centre(decisions=[decision(status="PROPOSED")]))
    waits(url, centre(**BOTH))
    confirm(url, 1)
    ratified_meanwhile = centre(decisions=[decision(decided_on=AT.date())])
    waits(url, ratified_meanwhile)
    confirm(url, 2)
    again(url, ratified_meanwhile)

    waiting = waits(url, centre(**BOTH))

    assert "one change of a ratified decision" in str(waiting)


@pytest.mark.both_engines
def test_a_confirmation_is_used_up(url, now):
    put(url, centre())
    waits(url, centre(**BOTH))
    confirm(url, 1)
    again(url, centre(**BOTH))
    waits(url, centre(decisions=[decision(kind="REFUSE")]))
    confirm(url, 2)
    again(url, centre(decisions=[decision(kind="REFUSE")]))

    assert waits(url, centre(**BOTH)).number == 3
    assert got(url)["decisions"][0]["kind"] == "REFUSE"


@pytest.mark.parametrize(("after", "goes"), [(WEEK - SECOND, True), (WEEK, True), (WEEK + SECOND, False)])
def test_a_confirmation_holds_for_seven_days(url, now, after, goes):
    put(url, centre())
    waits(url, centre(**BOTH))
    confirm(url, 1)
    now[0] = AT + after

    if goes:
        assert again(url, centre(**BOTH)).changes
    else:
        assert waits(url, centre(**BOTH)).number == 2


def test_an_old_request_is_asked_anew(url, now):
    put(url, centre())
    waits(url, centre(**BOTH))
    now[0] = AT + WEEK + SECOND

    assert waits(url, centre(**BOTH)).number == 2


@pytest.mark.both_engines
def test_of_two_imports_at_once_one_brings_it_in(url, now, monkeypatch):
    put(url, centre())
    waits(url, centre(**BOTH))
    confirm(url, 1)
    write = importing._write

    def late(*arguments, **named):
        monkeypatch.setattr(importing, "_write", write)
        assert again(url, centre(**BOTH)).changes
        return write(*arguments, **named)

    monkeypatch.setattr(importing, "_write", late)

    assert not again(url, centre(**BOTH)).changes
    assert len(got(url)["approval_events"]) == 1


def test_a_confirmation_that_is_gone_when_it_is_written_lets_nothing_in(url, now, monkeypatch):
    put(url, centre())
    waits(url, centre(**BOTH))
    confirm(url, 1)
    before, write = records(url), importing._write

    def late(*arguments, **named):
        now[0] = AT + WEEK + SECOND
        return write(*arguments, **named)

    monkeypatch.setattr(importing, "_write", late)
    with pytest.raises(Refused, match="changed meanwhile"):
        again(url, centre(**BOTH))

    assert records(url) == before


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
