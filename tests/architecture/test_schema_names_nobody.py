"""The schema has no place for another's credential, nor for the name of a child, a parent or a family."""

import re

from bccc_dash.store.tables import RecordRow

TABLES = RecordRow.metadata.tables
COLUMNS = [f"{table.name}.{column.name}" for table in TABLES.values() for column in table.columns]
# That no password was asked for is attested: yes or no.
ATTESTED = {"checks.no_password_attested"}
# How our own users come in: hashes, and the shared secret of a second factor, which has to be read again. No volunteer
# as such has a row in these tables, and nobody's password elsewhere is asked for, so none can come in here.
OWN_ACCOUNTS = {
    "accounts.password_hash",
    "accounts.password_set_at",
    "accounts.totp_secret",
    "one_time_links.token_hash",
    "sign_in_sessions.token_hash",
}
A_CREDENTIAL = re.compile(r"passw|passcode|secret|credential|token|login|api_?key|\bpin\b|_pin\b|user_?name")
FAMILY = re.compile(r"child|parent|mother|father|family|guardian|sibling|next_of_kin")
IDENTIFYING = re.compile(r"name|surname|initial|address|birth|dob|phone|e_?mail|school|photo")


def test_no_table_but_those_of_own_accounts_can_hold_a_credential():
    assert {column for column in COLUMNS if A_CREDENTIAL.search(column)} - ATTESTED == OWN_ACCOUNTS


def test_the_tables_of_own_accounts_belong_to_users_and_never_to_volunteers():
    tables = {TABLES[column.split(".")[0]] for column in OWN_ACCOUNTS}

    assert {link.target_fullname for table in tables for link in table.foreign_keys} == {"users.id"}


def test_that_no_password_was_asked_for_is_only_ever_yes_or_no():
    assert TABLES["checks"].columns["no_password_attested"].type.python_type is bool


def test_no_table_can_hold_the_name_of_a_child_a_parent_or_a_family():
    assert [column for column in COLUMNS if FAMILY.search(column) and IDENTIFYING.search(column)] == []


def test_a_family_is_known_by_an_opaque_reference_alone():
    family = [column for column in COLUMNS if FAMILY.search(column)]

    assert sorted(family) == [
        "acknowledgements.family_count",
        "concerns.child_impact",
        "consents.child_age_appropriate",
        "consents.child_written_on",
        "consents.family_written_on",
        "consents.subject_family_ref",
        "incidents.child_impact",
    ]


def test_a_report_has_no_place_for_who_reported():
    assert [
        column for column in COLUMNS if re.search(r"report(?:er|ed_by)|informant|complainant|whistle", column)
    ] == []
