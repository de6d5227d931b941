"""Each kind of cell: what is read, and what is refused in which words."""

import datetime as dt

import pytest

from bccc_dash.workbook.cells import parser_of
from bccc_dash.workbook.faults import BadCell
from bccc_dash.workbook.sheets import SHEET_BY_NAME, SHEETS, column_named, sheet_named

DAY = dt.date(2026, 2, 1)


def parse(sheet: str, column: str, cell: object) -> object:
    return parser_of(SHEET_BY_NAME[sheet].by_name[column])(cell)


@pytest.mark.parametrize(
    "cell",
    [DAY, dt.datetime(2026, 2, 1), "01/02/2026", "1/2/2026", "2026-02-01", " 01/02/2026\t", "46054", 46054.0, 46054],
    ids=repr,
)
def test_a_date_is_read_day_first_iso_or_as_excel_counts(cell):
    assert parse("volunteers", "applied_on", cell) == DAY


@pytest.mark.parametrize(
    ("cell", "problem"),
    [
        ("31/02/2026", "is a date that does not exist"),
        ("2026-13-01", "is a date that does not exist"),
        ("12/31/2026", "is a date that does not exist"),
        ("01/02/26", "has a year of two digits"),
        ("1 Feb 26", "has a year of two digits"),
        ("01/02/2026 10:30", "has a time of day beside the date"),
        (dt.datetime(2026, 2, 1, 10, 30), "has a time of day beside the date"),
        (46054.5, "has a time of day beside the date"),
        (dt.time(10), "is a time, not a date"),
        (dt.timedelta(hours=30), "is a time, not a date"),
        ("36525", "is a number, not a date"),
        (73051.0, "is a number, not a date"),
        (True, "is not a date that is known here"),
        ("soon", "is not a date that is known here"),
        ("٠١/٠٢/٢٠٢٦", "is not a date that is known here"),
    ],
    ids=str,
)
def test_what_is_no_date_is_refused_in_words(cell, problem):
    with pytest.raises(BadCell, match=problem):
        parse("volunteers", "applied_on", cell)


def test_the_first_and_last_excel_days_are_dates():
    assert parse("volunteers", "applied_on", "36526") == dt.date(2000, 1, 1)
    assert parse("volunteers", "applied_on", 73050.0) == dt.date(2099, 12, 31)


@pytest.mark.parametrize("cell", ["yes", "Y", "TRUE", "1", " True ", 1.0, 1, True], ids=repr)
def test_yes_has_many_forms(cell):
    assert parse("volunteers", "legal_hold", cell) is True


@pytest.mark.parametrize("cell", ["no", "N", "false", "0", 0.0, False], ids=repr)
def test_no_has_many_forms(cell):
    assert parse("volunteers", "legal_hold", cell) is False


@pytest.mark.parametrize("cell", [None, "", "  \t ", "\n", " \r\n\n "], ids=repr)
def test_a_cell_of_nothing_is_blank(cell):
    for column in ("legal_hold", "started_on", "email", "end_reason", "privacy_review_interval_days"):
        assert parse("volunteers", column, cell) is None


@pytest.mark.parametrize(("cell", "number"), [("12", 12), (12.0, 12), ("-3", -3), ("12.0", 12)], ids=repr)
def test_a_whole_number_is_read(cell, number):
    assert parse("volunteers", "privacy_review_interval_days", cell) == number


@pytest.mark.parametrize("cell", ["1.5", 1.5, "many", True, "1e3", "99999999999", "१"], ids=repr)
def test_what_is_no_whole_number_is_refused(cell):
    with pytest.raises(BadCell, match="is not a whole number"):
        parse("volunteers", "privacy_review_interval_days", cell)


@pytest.mark.parametrize("cell", ["CHAIR", "chair", " Chair ", "Chair of the committee"], ids=repr)
def test_a_word_is_read_by_value_or_label(cell):
    assert parse("users", "role", cell) == "CHAIR"


def test_a_word_that_a_spreadsheet_takes_for_a_truth_value_is_still_the_word():
    assert parse("incidents", "finding", False) == "FALSE"
    assert parse("consents", "child_age_appropriate", True) == "YES"


def test_an_unknown_word_is_told_which_are_known():
    with pytest.raises(BadCell) as bad:
        parse("users", "role", "Treasurer")

    assert bad.value.problem == "is not in the list of this column"
    assert "CHAIR" in bad.value.remedy


def test_lists_are_parted_by_semicolons():
    assert parse("concerns", "affected_parties", "child;  Bccc ;CHILD;") == "CHILD; BCCC"
    assert parse("checks", "search_engines", " Google ;Bing; ") == "Google; Bing"
    assert parse("actions", "due_dates", "1/2/2026; 2026-03-01") == "2026-02-01; 2026-03-01"
    assert parse("actions", "due_dates", DAY) == "2026-02-01"
    assert parse("meetings", "attendees", "a@x.example;b@x.example; A@x.example") == "a@x.example; b@x.example"


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("  tidy \t", "tidy"),
        (1.0, "1"),
        (1.5, "1.5"),
        (True, "TRUE"),
        (DAY, "2026-02-01"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("<b>&amp; DROP TABLE", "<b>&amp; DROP TABLE"),
        ("+44 and -1 and @x", "+44 and -1 and @x"),
        ("\u202eright to left\u200b", "\u202eright to left\u200b"),
        ("_x000D_", "_x000D_"),
    ],
    ids=repr,
)
def test_text_is_kept_as_it_was_typed(cell, text):
    assert parse("volunteers", "full_name", cell) == text


@pytest.mark.parametrize("cell", ["a\0", "a\x07b", "a\x85b", "a_x0000_b", "_x001B_", "_x0080_", "_x009f_"], ids=repr)
def test_control_characters_are_refused(cell):
    with pytest.raises(BadCell, match="control character"):
        parse("volunteers", "full_name", cell)


@pytest.mark.parametrize("cell", ["\ud800", "\uffff"], ids=ascii)
def test_characters_that_no_file_can_hold_are_refused(cell):
    with pytest.raises(BadCell, match="no workbook can keep"):
        parse("volunteers", "full_name", cell)


@pytest.mark.parametrize("cell", ["#REF!", "#n/a", " #DIV/0! "])
def test_spreadsheet_error_values_are_refused(cell):
    with pytest.raises(BadCell, match="error value"):
        parse("volunteers", "email", cell)


@pytest.mark.parametrize(
    ("sheet", "column", "letters"),
    [
        ("volunteers", "full_name", 200),
        ("concerns", "summary", 4000),
        ("concerns", "platform", 80),
        ("meetings", "kind", 80),
    ],
)
def test_text_has_its_limit(sheet, column, letters):
    assert parse(sheet, column, "a" * letters) == "a" * letters
    with pytest.raises(BadCell, match=rf"more than the {letters:,} allowed"):
        parse(sheet, column, "a" * (letters + 1))


@pytest.mark.parametrize(
    ("sheet", "column", "part", "letters"),
    [
        ("checks", "search_engines", "a" * 48, 4000),
        ("meetings", "attendees", "a" * 40 + "{:08}", 4000),
        ("committee_shares", "recused", "a" * 40 + "{:08}", 4000),
        ("actions", "due_dates", "2026-03-01", 4000),
    ],
)
def test_a_list_is_as_long_as_it_is_kept(sheet, column, part, letters):
    most = (letters + 2) // (len(part.format(0)) + 2)
    listed = [part.format(number) for number in range(most + 1)]

    kept = parse(sheet, column, ";".join(listed[:-1]))

    assert kept == "; ".join(listed[:-1])
    assert parse(sheet, column, kept) == kept
    with pytest.raises(BadCell, match=r"letters when its parts are written as “a; b”, more than the 4,000 allowed"):
        parse(sheet, column, ";".join(listed))


def test_monitoring_basis_is_free_text():
    assert parse("checks", "monitoring_basis", "any words at all") == "any words at all"


def test_case_events_know_the_states_of_concerns_and_of_incidents():
    assert parse("case_events", "to_status", "reported") == "REPORTED"
    assert parse("case_events", "to_status", "Not this person") == "NOT_THIS_PERSON"
    with pytest.raises(BadCell):
        parse("incidents", "status", "NOT_THIS_PERSON")


@pytest.mark.parametrize("heading", ["full_name", "Full name", "FULL NAME", " fullname ", "Full_Name"])
def test_a_heading_is_known_by_name_or_label(heading):
    column = column_named(SHEET_BY_NAME["volunteers"], heading)
    assert column is not None
    assert column.name == "full_name"


def test_the_own_reference_is_known_by_the_name_of_its_sheet():
    refs = {sheet.name: column_named(sheet, f"{sheet.singular} ref") for sheet in SHEETS if sheet.record}
    assert {column.name for column in refs.values() if column} == {"ref"}
    assert all(refs.values())


def test_a_sheet_is_known_without_case_spaces_or_underscores():
    assert sheet_named("Stage Events") is SHEET_BY_NAME["stage_events"]
    assert sheet_named("notes") is None
