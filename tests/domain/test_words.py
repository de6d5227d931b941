from datetime import date

import pytest

from bccc_dash.domain import words


def test_dates_are_said_as_british_people_write_them():
    day = date(2026, 11, 12)

    assert words.uk_date(day) == "12 November 2026"
    assert words.uk_long(day) == "Thursday 12 November 2026"
    assert words.uk_short(date(2026, 10, 2)) == "2 Oct 2026"
    assert words.day_month(date(2026, 12, 1)) == "1 Dec"


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        pytest.param(date(2026, 9, 11), date(2026, 11, 12), "11 September to 12 November 2026", id="one year"),
        pytest.param(date(2025, 11, 13), date(2026, 11, 12), "13 November 2025 to 12 November 2026", id="two years"),
        pytest.param(date(2026, 1, 1), date(2026, 1, 1), "1 January 2026", id="one day"),
    ],
)
def test_a_span_names_each_year_only_where_they_differ(first, last, said):
    assert words.uk_span(first, last) == said


@pytest.mark.parametrize(
    ("n", "said"), [(0, "no"), (1, "one"), (10, "ten"), (11, "11"), (1204, "1,204"), (100000, "100,000")]
)
def test_numbers_are_words_to_ten(n, said):
    assert words.number_word(n) == said


@pytest.mark.parametrize(
    ("n", "d", "said"),
    [
        pytest.param(0, 0, "no cases in period", id="no cases"),
        pytest.param(3, 4, "3 of 4", id="four cases, no percentage"),
        pytest.param(4, 5, "4 of 5 (80%)", id="five cases"),
        pytest.param(26, 31, "26 of 31 (84%)", id="rounded to nearest"),
        pytest.param(1, 8, "1 of 8 (13%)", id="a half goes up"),
        pytest.param(999, 1000, "999 of 1,000 (99%)", id="never 100 but of all"),
        pytest.param(1, 1000, "1 of 1,000 (1%)", id="never 0 but of none"),
        pytest.param(0, 9, "0 of 9 (0%)", id="none"),
        pytest.param(9, 9, "9 of 9 (100%)", id="all"),
    ],
)
def test_a_rate_says_its_counts_and_no_percentage_under_five(n, d, said):
    assert words.n_of_d(n, d) == said


@pytest.mark.parametrize(("value", "said"), [(None, "none"), (28, "28"), (28.0, "28"), (20.5, "20.5"), (1204, "1,204")])
def test_a_number_in_a_table_keeps_its_half_and_says_none(value, said):
    assert words.number(value) == said


def test_nouns_follow_their_counts():
    assert words.days(1) == "1 day"
    assert words.days(92) == "92 days"
    assert words.count(1, "person", "people") == "one person"
    assert words.count(0, "concern") == "no concerns"


@pytest.mark.parametrize(
    ("parts", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_a_list_is_said_with_an_and(parts, said):
    assert words.listed(parts) == said


def test_a_capital_leaves_the_rest_as_it_was():
    assert words.capital("two of 11, by DBS") == "Two of 11, by DBS"
    assert words.capital("") == ""
