"""Every text column of the database says what it holds, so that none reaches the screen without a rule."""

import pytest
from sqlalchemy import String

from bccc_dash.domain import column_contents
from bccc_dash.domain.column_contents import CONTENTS
from bccc_dash.domain.sight import Content
from bccc_dash.store.tables import RecordRow
from bccc_dash.store.tables.base import NAME_LETTERS, NOTE_LETTERS

TEXTS = {
    f"{table.name}.{column.name}": column
    for table in RecordRow.metadata.tables.values()
    for column in table.columns
    if isinstance(column.type, String) or column.type.python_type is str
}
NAMED_BY_A_FILE = ("ref", "subject_ref", "volunteer_ref")  # of what a workbook would bring: it has no row to point at
GROUPS = [name for name in vars(column_contents) if name.isupper() and name.startswith("_") and name != "_TABLES"]


def named(*parts):
    return {name for name in TEXTS if any(part in name.split(".")[1] for part in parts)}


def holding(*contents):
    return {name for name, content in CONTENTS.items() if content in contents}


def test_every_text_column_has_its_content():
    assert sorted(set(TEXTS) - set(CONTENTS)) == []


def test_no_column_is_listed_that_is_not_there():
    assert sorted(set(CONTENTS) - set(TEXTS)) == []


def test_no_table_is_told_twice():
    told = [table for group in GROUPS for table in vars(column_contents)[group]]

    assert sorted(told) == sorted(set(told)) == sorted({name.split(".")[0] for name in CONTENTS})


def test_room_for_whole_sentences_is_free_text():
    roomy = {name for name, column in TEXTS.items() if (column.type.length or 0) > NAME_LETTERS}

    assert roomy <= holding(Content.FREE_TEXT)
    assert {TEXTS[name].type.length for name in roomy} == {NOTE_LETTERS}


def test_what_is_called_a_note_a_reason_or_a_summary_is_free_text_unless_its_words_are_fixed():
    fixed = {"discussions.deferral_reason", "volunteers.end_reason", "sign_in_sessions.end_reason"}

    assert named("note", "reason", "summary", "rationale", "description") - fixed <= holding(Content.FREE_TEXT)


def test_whatever_opens_a_door_is_a_credential():
    doors = {name for name in named("hash", "secret", "password", "token") if not name.startswith("audit_events.")}

    assert doors == holding(Content.CREDENTIAL)


def test_how_the_centre_came_to_know_is_a_source_and_nothing_else_is():
    assert holding(Content.SOURCE) == named("source") - {"recruitment_stages.source"}


@pytest.mark.parametrize(
    ("content", "columns"),
    [
        (
            Content.REF,
            {"records.ref", "sent_forms.ref"} | {f"import_confirmation_items.{name}" for name in NAMED_BY_A_FILE},
        ),
        (Content.NAME, {"volunteers.full_name", "checks.search_terms"}),
        (Content.CONTACT, {"volunteers.email"}),
        (Content.COLLEAGUE, {"users.display_name"}),
        (Content.COLLEAGUE_CONTACT, {"users.email", "import_askings.email"}),
    ],
)
def test_who_somebody_is_stands_in_few_places(content, columns):
    assert holding(content) == columns
