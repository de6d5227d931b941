"""Every table that names a volunteer or a case is shown without what is withheld, or stands here with the reason."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Column, ForeignKey, Integer, Table

from bccc_dash.store import withheld
from bccc_dash.store.shadows import shadowed
from bccc_dash.store.tables import RecordRow

TABLES = RecordRow.metadata.tables
WHOLE = {
    "accounts": "belongs to a user: how they come in",
    "attendances": "who came to a meeting, and nothing of what about",
    "audit_events": "names records in text, in a chain that must stay whole: what shows it leaves out what is withheld",
    "consents": "is about a family, whose reference is held elsewhere",
    "guidance": "is about nobody",
    "import_confirmation_items": "names records in text, to the chair alone: what shows it leaves out what is withheld",
    "import_confirmations": "belongs to who imports and who confirms",
    "meetings": "is about no matter",
    "one_time_links": "belongs to a user",
    "recovery_codes": "belongs to a user",
    "recruitment_stages": "is about nobody",
    "removal_gate": "is always empty",
    "removal_permit_rows": "is upkeep that no screen shows",
    "removal_permits": "is upkeep that no screen shows",
    "requirements": "is about nobody",
    "revision": "is one number",
    "safeguarding_contacts": "is about whom to ring",
    "sent_forms": "is upkeep that no screen shows",
    "setting_changes": "is about nobody",
    "settings": "is about nobody",
    "sign_in_sessions": "belongs to a user",
    "sign_in_tries": "is about nobody that it could name",
    "working_days": "is a calendar",
}
"""The tables that everybody sees whole, and why."""

NAMED_IN_TEXT = {"audit_events.subject", "removal_permits.subject"}


def test_a_table_is_shadowed_or_there_is_a_reason_why_not():
    assert set(TABLES) - set(shadowed()) == set(WHOLE)


def test_whatever_links_to_a_shadowed_table_is_shadowed():
    linking = {
        name
        for name, table in TABLES.items()
        for key in table.foreign_keys
        if key.column.table.name in shadowed() and (key.parent.name, key.column.table.name) != ("id", "records")
    }

    assert linking - set(shadowed()) == {
        "accounts",
        "attendances",
        "import_confirmations",
        "one_time_links",
        "recovery_codes",
        "safeguarding_contacts",
        "sent_forms",
        "setting_changes",
        "sign_in_sessions",
    }
    assert {key.column.table.name for name in linking - set(shadowed()) for key in TABLES[name].foreign_keys} == {
        "meetings",
        "users",
    }


def test_the_links_that_do_not_take_their_row_along_are_these_four():
    assert {"users.volunteer_id", "concerns.check_id"} == withheld.GOES_ON_WITHOUT
    assert {"incidents.concern_id", "approval_events.decision_id"} == withheld.BROUGHT_BY


def test_a_row_that_can_be_left_without_what_it_names_may_name_nothing():
    kept = [TABLES[name.split(".")[0]].c[name.split(".")[1]] for name in withheld.GOES_ON_WITHOUT | withheld.BROUGHT_BY]

    assert all(column.nullable for column in kept)


def test_rows_that_others_link_to_have_one_number():
    assert {tuple(column.name for column in TABLES[name].primary_key) for name in withheld.NUMBERED} == {("id",)}


def test_no_other_column_names_a_record_in_text():
    named = {f"{table.name}.{column.name}" for table in TABLES.values() for column in table.columns}

    assert {name for name in named if name.endswith((".subject", ".record", ".case"))} == NAMED_IN_TEXT


@pytest.fixture
def later_table() -> Iterator[str]:
    """A table that somebody adds one day: notes on the shares of a case."""
    share = Column("share_id", Integer, ForeignKey("committee_shares.id"))
    table = Table("later_notes", RecordRow.metadata, Column("id", Integer, primary_key=True), share)
    yield table.name
    RecordRow.metadata.remove(table)


def test_a_table_added_later_is_reached(later_table):
    assert withheld._reached() - withheld.REACHED == {later_table}
