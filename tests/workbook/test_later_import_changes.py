"""A record that somebody changed here is not changed by an import: the row says who changed it, and when."""

import datetime as dt

import pytest

from bccc_dash.domain.audit_words import CHANGES_NOTHING, SUBJECT_WORDS, actor_in_words, subject_of
from bccc_dash.domain.sign_in import Deed
from bccc_dash.store.tables import RecordRow
from bccc_dash.workbook import importing
from bccc_dash.workbook.sheets import SHEETS
from bccc_dash.workbook.stored import table_of
from tests.workbook.later import AT, DAY, NEXT, again, blamed, centre, concern, decision, tell, volunteer
from tests.workbook.making import dump, got, put

pytestmark = pytest.mark.sqlite_first

TALK = {"concern_ref": "C-1", "offered_on": DAY}
CONCERN = 3
"""The number of C-1: after the two volunteers."""


def test_every_sheet_has_a_word_of_its_own_in_the_audit():
    assert {table_of(sheet).name: sheet.singular.replace(" ", "_") for sheet in SHEETS} == dict(SUBJECT_WORDS)
    assert set(SUBJECT_WORDS) <= set(RecordRow.metadata.tables)
    assert subject_of("concerns", 12) == "concern/12"


def test_only_a_change_of_the_person_is_a_change():
    assert {"user_added", "role_changed", "create", "update", "decide", "erase"} & CHANGES_NOTHING == set()
    assert {"sign_in", "view", "reveal", "name_seen", "import", "export"} <= CHANGES_NOTHING
    assert set(Deed) - CHANGES_NOTHING >= {Deed.USER_ADDED, Deed.ROLE_CHANGED}


@pytest.mark.parametrize(
    ("actor", "words"),
    [
        ("user/2", "Cho"),
        ("user/9", "a user who is gone (number 9)"),
        ("console (root)", "the console (root)"),
        ("set-up page", "the set-up page"),
        ("user/", "the user/"),
    ],
)
def test_who_did_it_is_told_in_words(actor, words):
    assert actor_in_words(actor, {2: "Cho"}) == words


@pytest.mark.both_engines
@pytest.mark.parametrize("action", ["CREATE", "UPDATE", "DECIDE", "ERASE", "something_new"])
def test_what_was_changed_here_is_an_error_that_says_who_and_when(url, action):
    put(url, centre())
    tell(url, f"concern/{CONCERN}", action)
    before = dump(url)

    (fault,) = blamed(url, centre(concerns=[concern(severity="HIGH", status="CLOSED")]))

    assert (fault.sheet, fault.row, fault.value) == ("concerns", 2, "C-1")
    assert fault.column == "severity, status"
    assert "by Cho Example on 2 June 2026 at 13:30" in fault.problem
    assert "Change it in the dashboard" in fault.remedy
    assert dump(url) == before


def test_the_latest_change_is_the_one_that_is_told(url):
    put(url, centre())
    for actor, minutes in (("user/2", 0), ("user/1", 1), ("user/3", 2)):
        tell(
            url,
            f"concern/{CONCERN}",
            "view" if minutes == 2 else "UPDATE",
            actor=actor,
            at=AT + dt.timedelta(minutes=minutes),
        )

    (fault,) = blamed(url, centre(concerns=[concern(severity="HIGH")]))

    assert "by Cora on 2 June 2026 at 13:31" in fault.problem


def test_an_identical_row_is_fine_whoever_changed_it(url):
    put(url, centre())
    tell(url, f"concern/{CONCERN}")

    assert not again(url, centre()).changes
    assert again(url, centre(volunteers=[volunteer(full_name="Other"), volunteer("V-2")])).changes


@pytest.mark.parametrize(
    "subject", ["concern/33", "concern/1", "volunteer/3", "incident/3", "discussion/3", "import/3"]
)
def test_a_change_of_another_record_changes_nothing_here(url, subject):
    put(url, centre())
    tell(url, subject)

    assert again(url, centre(concerns=[concern(severity="HIGH")])).changes


def test_a_record_that_only_imports_changed_is_changed_again(url):
    put(url, centre())

    for severity in ("HIGH", "LOW", "MEDIUM"):
        assert again(url, centre(concerns=[concern(severity=severity)])).changes


def test_a_row_without_a_reference_is_guarded_too(url):
    put(url, centre(discussions=[TALK]))
    tell(url, "discussion/1")

    (fault,) = blamed(url, centre(discussions=[{**TALK, "held_on": NEXT}]))

    assert (fault.sheet, fault.column, fault.value) == ("discussions", "held_on", "C-1")


def test_new_rows_of_a_record_that_was_changed_here_come_in(url):
    put(url, centre())
    tell(url, f"concern/{CONCERN}")

    assert again(url, centre(discussions=[TALK])).changes


def test_every_such_row_is_told_at_once(url):
    put(url, centre())
    tell(url, f"concern/{CONCERN}")
    tell(url, "volunteer/1")
    sheets = centre(volunteers=[volunteer(full_name="Other"), volunteer("V-2")], concerns=[concern(severity="HIGH")])

    assert [fault.sheet for fault in blamed(url, sheets)] == ["concerns", "volunteers"]


def test_a_change_between_planning_and_writing_is_an_error_too(url, monkeypatch):
    put(url, centre(decisions=[decision(status="PROPOSED")]))
    write = importing._write

    def late(*arguments, **named):
        tell(url, f"concern/{CONCERN}")
        return write(*arguments, **named)

    monkeypatch.setattr(importing, "_write", late)

    (fault,) = blamed(url, centre(concerns=[concern(severity="HIGH")]))

    assert "Cho Example" in fault.problem
    assert got(url)["concerns"][0]["severity"] == "LOW"
