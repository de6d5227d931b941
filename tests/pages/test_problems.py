import sqlite3

import pytest

from bccc_dash.domain.links import Place
from bccc_dash.settings import sqlite_url
from tests.pages.reading import words

PAGE = Place.OVERVIEW


def only_a_sentence(app):
    assert not app.exception
    assert [title.value for title in app.title] == ["BCCC Dash cannot show its records"]
    assert len(app.error) == 1
    assert "Traceback" not in words(app)
    return app.error[0].value


def test_an_absent_database_is_said_in_words(open_page, tmp_path, monkeypatch):
    monkeypatch.setenv("BCCC_DATABASE_URL", sqlite_url(tmp_path / "absent.db"))
    assert "There is no database" in only_a_sentence(open_page())


def test_a_damaged_database_is_said_in_words(open_page, sqlite_file):
    sqlite_file.write_bytes(b"not a database at all" * 500)

    assert only_a_sentence(open_page())


def test_a_database_from_a_newer_version_is_said_in_words(open_page, sqlite_file):
    with sqlite3.connect(sqlite_file) as connection:
        connection.execute("UPDATE alembic_version SET version_num = 'from_the_future'")
    connection.close()

    assert "newer" in only_a_sentence(open_page())


def test_a_locked_database_is_said_in_words(open_page, sqlite_file):
    other = sqlite3.connect(sqlite_file, isolation_level=None)
    other.execute("PRAGMA locking_mode=EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    try:
        assert only_a_sentence(open_page())
    finally:
        other.close()


def test_an_unreachable_server_is_said_in_words(open_page, monkeypatch):
    monkeypatch.setenv("BCCC_DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none")

    assert only_a_sentence(open_page())


@pytest.mark.parametrize("url", ["mysql://here", "nonsense"])
def test_an_odd_setting_is_named(url, open_page, monkeypatch):
    monkeypatch.setenv("BCCC_DATABASE_URL", url)

    assert "BCCC" in only_a_sentence(open_page())


def test_a_file_name_with_markdown_in_it_stays_text(open_page, tmp_path, monkeypatch):
    monkeypatch.setenv("BCCC_DATABASE_URL", sqlite_url(tmp_path / "**bold** [link](x).db"))

    assert r"\*\*bold\*\*" in only_a_sentence(open_page())
