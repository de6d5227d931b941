"""A table keeps its shape, and a list says how much it leaves out."""

import pytest

from bccc_dash.views.table import rest, table


def test_a_row_with_too_few_cells_is_refused():
    with pytest.raises(ValueError, match="Breach, Waiting"):
        table(("Breach", "Waiting"), [("B-1",)])


def test_a_table_without_rows_is_empty_and_keeps_its_columns():
    shown = table(("Breach", "Waiting"), [])

    assert shown.is_empty
    assert shown.columns == ("Breach", "Waiting")


@pytest.mark.parametrize(
    ("shown", "n", "said"),
    [
        (25, 26, "And 1 more: the 25 shown come first."),
        (25, 1_060, "And 1,035 more: the 25 shown come first."),
        (25, 25, ""),
        (0, 0, ""),
    ],
)
def test_what_is_not_shown_is_counted(shown, n, said):
    assert rest(shown, n) == said
