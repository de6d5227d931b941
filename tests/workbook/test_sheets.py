"""The description of the sheets and the tables say the same."""

from typing import Any

import pytest

from bccc_dash.workbook.columns import Kind
from bccc_dash.workbook.sheets import POSITION, SHEETS, WRITE_ORDER


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_every_column_has_its_place_in_the_table(sheet: Any):
    table = sheet.table.__table__
    kept = {column.attribute for column in sheet.kept if column.kind is not Kind.PEOPLE}

    assert kept == set(table.c.keys()) - {"id", "imported_at"}  # how a row came in is nothing that a workbook says
    assert table.name == sheet.name


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_a_column_is_required_where_the_table_needs_it(sheet: Any):
    table = sheet.table.__table__
    for column in sheet.kept:
        if column.kind is not Kind.PEOPLE:
            assert column.required is not table.c[column.attribute].nullable, column.name


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_keys_are_columns(sheet: Any):
    assert {name for name in sheet.key if name != POSITION} <= set(sheet.by_name)


def test_every_sheet_is_written_once():
    assert sorted(sheet.name for sheet in WRITE_ORDER) == sorted(sheet.name for sheet in SHEETS)


def test_the_histories_are_append_only():
    histories = {sheet.name for sheet in SHEETS if sheet.append_only}
    assert histories == {"transparency", "stage_events", "approval_events", "case_events"}
