"""A confirmation lets in the very workbook that was confirmed, once, within seven days."""

import datetime as dt

import pytest

from bccc_dash.domain.errors import Refused
from bccc_dash.workbook import importing
from tests.workbook.later import (
    ASKER,
    AT,
    BOTH,
    SECOND,
    WEEK,
    again,
    centre,
    confirm,
    decision,
    now,
    records,
    volunteer,
    waits,
)
from tests.workbook.making import got, put, run, write_folder, write_xlsx

pytestmark = pytest.mark.sqlite_first
__all__ = ["now"]


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
