"""Every deed that the code tells the audit has its sentence and its kind; what is not known is said as it stands."""

import ast
import inspect
from datetime import datetime
from enum import StrEnum
from importlib import import_module
from zoneinfo import ZoneInfo

import pytest

from bccc_dash.domain.audit_deeds import KIND_OF, DeedKind, RecordDeed, kind_of, words_of
from bccc_dash.domain.audit_event import MOST_NAMED, AuditEvent, named
from bccc_dash.domain.audit_sentences import SHEETS as NAMED_SHEETS
from bccc_dash.domain.audit_sentences import TOLD, sentence
from bccc_dash.domain.purposes import WORDS, Purpose
from bccc_dash.domain.sign_in import Deed
from bccc_dash.workbook.sheets import SHEETS
from tests.architecture.sources import PACKAGE

AT = datetime(2026, 11, 12, 14, 32, tzinfo=ZoneInfo("Europe/London"))
NAMES = {1: "Margaret Oakenshaw", 2: "Cho Example"}
THE_AUDITS_OWN = "What the audit calls "


def said(action, *, actor="user/2", subject="user/1", fields=(), purpose=None, ref=None):
    return sentence(AuditEvent(AT, actor, action, subject, tuple(fields), purpose, ref), NAMES)


def deeds():
    """The members of every list of words whose docstring says that it is of deeds of the audit."""
    modules = [import_module(f"bccc_dash.domain.{path.stem}") for path in (PACKAGE / "domain").glob("*.py")]
    lists = {one for module in modules for _, one in inspect.getmembers(module, inspect.isclass)}
    words = [one for one in lists if issubclass(one, StrEnum) and (one.__doc__ or "").startswith(THE_AUDITS_OWN)]
    return sorted(deed.value for one in words for deed in one)


def actions_in_the_code():
    """Each `action="…"` of a call and each ACTION = "…" of the product."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        found |= {
            node.value.value
            for node in tree.body
            if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "ACTION"
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.keyword) and node.arg == "action" and isinstance(node.value, ast.Constant):
                found.add(node.value.value)
    return sorted(found)


def test_the_lists_of_deeds_and_the_words_in_the_code_are_found():
    assert {*Deed, *RecordDeed} <= set(deeds())
    assert {"IMPORT", "EXPORT", "RESTORE"} <= set(actions_in_the_code())


@pytest.mark.parametrize("word", sorted({*deeds(), *actions_in_the_code()}))
def test_every_deed_has_a_sentence_and_a_kind(word):
    assert kind_of(word) is not DeedKind.OTHER
    assert word.lower() in TOLD
    assert "\u2018" not in said(word)
    assert said(word).endswith(".")


def test_no_deed_is_told_without_a_kind_and_none_has_a_kind_without_being_told():
    assert set(TOLD) == set(KIND_OF)
    assert sorted(word for kind in DeedKind for word in words_of(kind)) == sorted(KIND_OF)
    assert words_of(DeedKind.OTHER) == ()


@pytest.mark.parametrize(
    ("action", "actor", "subject", "expected"),
    [
        (Deed.SIGN_IN, "user/1", "user/1", "Margaret Oakenshaw signed in."),
        (Deed.SIGN_OUT, "user/1", "user/1", "Margaret Oakenshaw signed out."),
        (Deed.SIGN_IN_FAILED, "sign-in page", "unknown account", "Somebody failed to sign in to an unknown account."),
        (Deed.SIGN_IN_FAILED, "sign-in page", "user/1", "Somebody failed to sign in as Margaret Oakenshaw."),
        (
            *(Deed.SIGN_IN_LOCKED, "sign-in page", "address"),
            "After too many failed tries, signing in from one network address was locked for a while.",
        ),
        (Deed.INVITED, "console (root)", "user/2", "The console (root) invited Cho Example."),
        (
            *(Deed.USER_ADDED, "set-up page", "user/1"),
            "The set-up page added Margaret Oakenshaw to those who use the dashboard.",
        ),
        (Deed.PASSWORD_SET, "user/1", "user/1", "Margaret Oakenshaw set a new password."),
        (Deed.PASSWORD_SET, "console (a)", "user/2", "The console (a) set a new password for Cho Example."),
        (Deed.SESSIONS_ENDED, "user/1", "user/1", "Margaret Oakenshaw ended one of their own sessions."),
        ("UPDATE", "user/2", "meeting/3", "Cho Example changed a meeting."),
        ("RESTORE", "command line", "database", "The command line put a backup in the place of the database."),
    ],
)
def test_a_deed_is_said_in_english(action, actor, subject, expected):
    assert said(action, actor=actor, subject=subject) == expected


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (
            {"action": "name_seen", "subject": "volunteer/12", "purpose": Purpose.GET_IN_TOUCH},
            "Cho Example saw the name of V-0012, to get in touch with the person.",
        ),
        (
            {"action": "UPDATE", "subject": "volunteer/12", "fields": ("form_signed_on", "email")},
            "Cho Example changed V-0012: form signed on and email.",
        ),
        ({"action": "UPDATE", "subject": "v-0012"}, "Cho Example changed V-0012."),
        ({"action": "UPDATE", "subject": "discussion/3"}, "Cho Example changed the discussion of V-0012."),
    ],
)
def test_a_deed_about_a_record_names_it_by_its_reference(event, expected):
    assert said(**event, ref="V-0012") == expected


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (
            {"action": "IMPORT", "actor": "command line", "fields": ("checks", "stage_events", "role")},
            "An import from the command line changed two kinds of records: checks and stage events; "
            "in lines that were there, role.",
        ),
        ({"action": "IMPORT", "fields": ("checks",)}, "An import by Cho Example changed one kind of records: checks."),
        (
            {"action": "EXPORT", "actor": "command line", "fields": ("users", "checks")},
            "The command line exported a workbook with two kinds of records: users and checks.",
        ),
    ],
)
def test_an_import_and_an_export_name_their_kinds_of_records(event, expected):
    assert said(**event, subject="workbook") == expected


def test_a_person_who_is_gone_is_said_to_be():
    assert said(Deed.INVITED, actor="user/9", subject="user/1").startswith(
        "A person who is no longer there (number 9) invited Margaret"
    )
    assert said(Deed.INVITED, subject="user/8") == "Cho Example invited a person who is no longer there (number 8)."


@pytest.mark.parametrize("actor", ["user/", "user/x", "user/-1", "USER/1", f"user/{'9' * 30}", "{0}", "<b>", " "])
@pytest.mark.parametrize("action", ["WEIGH", "{}", "", "sign_in", "%s"])
def test_odd_words_are_said_as_they_stand_and_break_nothing(actor, action):
    told = said(action, actor=actor, subject="{what}", fields=("{field}",), purpose="WHIM")

    assert actor in told
    assert told.endswith(", for a reason that is not known here.")


def test_a_deed_that_is_not_known_is_said_plainly():
    assert said("WEIGH", subject="V-0001", ref="V-0001") == "Cho Example did \u2018WEIGH\u2019 to V-0001."


@pytest.mark.parametrize("purpose", Purpose)
def test_every_purpose_ends_the_sentence(purpose):
    assert said("name_seen", subject="V-0012", ref="V-0012", purpose=purpose.value) == (
        f"Cho Example saw the name of V-0012, {WORDS[purpose]}."
    )


def test_the_sheets_that_an_import_names_are_those_of_the_workbook_and_no_column_reads_like_one():
    assert {sheet.name for sheet in SHEETS} == NAMED_SHEETS
    assert not NAMED_SHEETS & {column.name for sheet in SHEETS for column in sheet.columns}


@pytest.mark.parametrize(
    ("n", "end"), [(1, "f0"), (8, "f6 and f7"), (9, "f7 and f8"), (10, "f7 and two others"), (40, "f7 and 32 others")]
)
def test_many_fields_are_named_in_part(n, end):
    assert MOST_NAMED == 8
    assert named(f"f{number}" for number in range(n)).endswith(end)
