import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from streamlit import config

from bccc_dash import settings
from bccc_dash.settings import sqlite_url
from bccc_dash.store.engine import open_engine
from bccc_dash.store.schema import schema_problem
from bccc_dash.ui import start


@pytest.mark.parametrize("address", ["127.0.0.1", "localhost", "::1", "127.8.8.8"])
def test_this_machines_own_addresses_are_listened_on(address):
    assert start.is_loopback(address)


@pytest.mark.parametrize("address", [None, "", "0.0.0.0", "::", "192.168.1.5", "example.org"])
def test_any_other_address_is_not(address):
    assert not start.is_loopback(address)


def test_a_server_told_to_listen_elsewhere_ends_with_one_sentence(monkeypatch, capsys):
    monkeypatch.setattr(config, "get_option", lambda _name: "192.168.1.5")
    monkeypatch.delenv("BCCC_PUBLIC_URL", raising=False)

    with pytest.raises(SystemExit) as ended:
        start.settings_of_server()

    assert ended.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_without_own_records_the_demonstration_centre_is_made(tmp_path, monkeypatch):
    monkeypatch.delenv("BCCC_DATABASE_URL", raising=False)
    monkeypatch.setenv("BCCC_DATA_FOLDER", str(tmp_path))

    start.prepare_database()

    assert settings.is_demo(settings.read_settings())
    assert schema_problem(open_engine(sqlite_url(tmp_path / "demo.db"))) is None


def test_own_records_are_migrated_before_the_first_visitor(tmp_path, monkeypatch):
    monkeypatch.setenv("BCCC_DATABASE_URL", sqlite_url(tmp_path / "own.db"))

    start.prepare_database()

    assert schema_problem(open_engine(sqlite_url(tmp_path / "own.db"))) is None


@pytest.mark.parametrize("url", ["sqlite:////proc/none/own.db", "mysql://here"])
def test_a_database_that_cannot_be_used_is_said_and_the_server_starts(url, monkeypatch, capsys):
    monkeypatch.setenv("BCCC_DATABASE_URL", url)

    async def begin():
        async with start.lifespan(None):
            return True

    with ThreadPoolExecutor(1) as apart:  # the browser tests may have a loop of their own in this thread
        assert apart.submit(lambda: asyncio.run(begin())).result()
    assert capsys.readouterr().err.count("\n") == 1
