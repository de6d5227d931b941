"""`figures`, run as a person or a program runs it."""

import json

import pytest

from bccc_dash.cli import REFUSED, run
from bccc_dash.figures import FIGURES
from bccc_dash.settings import sqlite_url
from bccc_dash.store.engine import open_engine
from bccc_dash.workbook.importing import import_sheets

MEETINGS = [{"date": "2026-03-20"}, {"date": "2026-04-09"}]


@pytest.fixture
def records(sqlite_file, monkeypatch):
    """A database of one volunteer and two meetings, which the command reads."""
    monkeypatch.setenv("BCCC_DATABASE_URL", sqlite_url(sqlite_file))
    engine = open_engine(sqlite_url(sqlite_file))
    person = {"ref": "V-1", "full_name": "A Person", "role_title": "Helper", "applied_on": "2026-01-05"}
    import_sheets({"volunteers": [person], "meetings": MEETINGS}, engine=engine)
    engine.dispose()


def printed(capsys, *arguments: str) -> dict:
    assert run(["figures", *arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_json_holds_every_figure_and_nothing_else(records, capsys):
    found = printed(capsys, "--as-of", "2026-10-31", "--from", "2026-08-01")

    assert found["as_of"] == "2026-10-31"
    assert found["window"] == {"after": "2026-07-31", "to": "2026-10-31"}
    assert found["definitions"] == "1"
    assert list(found["figures"]) == list(FIGURES)


@pytest.mark.parametrize(
    ("as_of", "after"),
    [
        pytest.param("2026-04-10", "2026-04-09", id="the day after a meeting"),
        pytest.param("2026-04-09", "2026-03-20", id="on the day of a meeting the one before counts"),
        pytest.param("2026-03-20", "2025-03-20", id="no earlier meeting: twelve months"),
    ],
)
def test_the_window_begins_after_the_latest_meeting_before_the_day(records, capsys, as_of, after):
    assert printed(capsys, "--as-of", as_of)["window"]["after"] == after


def test_text_names_each_figure_with_its_target(records, capsys):
    assert run(["figures", "--as-of", "2026-10-31"]) == 0

    said = capsys.readouterr().out
    assert "As at 31 October 2026. Window: 10 April to 31 October 2026." in said
    assert "K2   Stage 1 check coverage: no cases in period  [target: 100%]" in said


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--as-of", "31/10/2026"], "--as-of is '31/10/2026'. Write the day as 2026-10-31."),
        (["--as-of", "2026-02-30"], "--as-of is '2026-02-30'. Write the day as 2026-10-31."),
        (["--as-of", "2014-12-31"], "Figures can be worked out from 2015 to 2059"),
        (["--as-of", "2026-03-01", "--from", "2026-03-02"], "after the as-at day, 1 March 2026"),
    ],
)
def test_an_odd_day_is_refused_in_a_sentence(records, capsys, arguments, sentence):
    assert run(["figures", *arguments]) == REFUSED
    assert sentence in capsys.readouterr().err


def test_without_own_records_the_figures_are_those_of_the_demonstration_centre(tmp_path, monkeypatch, capsys):
    monkeypatch.delenv("BCCC_DATABASE_URL", raising=False)
    monkeypatch.setenv("BCCC_DATA_FOLDER", str(tmp_path))

    assert run(["figures", "--json"]) == 0

    said = capsys.readouterr()
    assert json.loads(said.out)["figures"]["K6"]["n"] > 0
    assert "invented" in said.err
    assert not (tmp_path / "bccc.db").exists()
