"""Settings and time."""

from datetime import UTC, date, timedelta

import pytest
from sqlalchemy import make_url

from bccc_dash import calendar, clock
from bccc_dash.domain.errors import CouldNotRun
from bccc_dash.settings import demo_url, is_demo, own_url, read_settings, serving_url, sqlite_url


def test_without_settings_the_records_are_in_the_data_folder():
    settings = read_settings({})
    assert settings.data_folder.name == "data"
    assert settings.rows_a_sheet == 100_000
    assert own_url(settings) == sqlite_url(settings.data_folder / "bccc.db")


def test_the_demonstration_is_served_until_there_are_own_records(tmp_path):
    settings = read_settings({"BCCC_DATA_FOLDER": str(tmp_path)})
    assert is_demo(settings)
    assert serving_url(settings) == demo_url(settings)
    (tmp_path / "bccc.db").touch()
    assert not is_demo(settings)
    assert serving_url(settings) == own_url(settings)


def test_a_named_database_is_served(tmp_path):
    url = "postgresql://host/bccc"
    settings = read_settings({"BCCC_DATABASE_URL": url, "BCCC_DATA_FOLDER": str(tmp_path)})
    assert serving_url(settings) == url


@pytest.mark.parametrize("name", ["a b", "100%", "what?.db", "é#x", "a%20b"])
def test_any_file_name_is_an_address(tmp_path, name):
    assert make_url(sqlite_url(tmp_path / name)).database == str(tmp_path / name)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BCCC_DATABASE_URL", "mysql://x/y"),
        ("BCCC_DATABASE_URL", "bccc.db"),
        ("BCCC_ROWS_A_SHEET", "many"),
        ("BCCC_ROWS_A_SHEET", "0"),
        ("BCCC_ROWS_A_SHEET", "-5"),
        ("BCCC_ROWS_A_SHEET", "9" * 30),
    ],
)
def test_an_odd_setting_is_refused_by_name(name, value):
    with pytest.raises(CouldNotRun, match=name):
        read_settings({name: value})


def test_rows_a_sheet_are_read():
    assert read_settings({"BCCC_ROWS_A_SHEET": "1_000_000"}).rows_a_sheet == 1_000_000


def test_now_is_in_utc_and_today_is_near_it():
    assert clock.now().tzinfo is UTC
    assert abs(clock.today() - clock.now().date()) <= timedelta(days=1)


def test_working_days_pass_over_weekends_and_bank_holidays():
    counted = dict(calendar.ordinals(date(2026, 12, 22), date(2027, 1, 4)))
    passed = [day for day in counted if counted[day] == counted.get(day - timedelta(days=1))]
    assert [day.day for day in passed] == [25, 26, 27, 28, 1, 2, 3]


def test_every_day_to_2060_is_counted():
    counted = calendar.ordinals(date.min, date.max)
    assert (counted[0], counted[-1][0]) == ((date(2015, 1, 1), 0), date(2060, 12, 31))
    assert len(counted) == (date(2060, 12, 31) - date(2015, 1, 1)).days + 1
