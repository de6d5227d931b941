"""A page as a person reads it, on a small database of its own, through the real router."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
import streamlit as st
from sqlalchemy import Engine
from streamlit import config
from streamlit.testing.v1 import AppTest

from bccc_dash import clock
from bccc_dash.settings import sqlite_url

ROOT = Path(__file__).resolve().parent.parent.parent
TODAY = date(2026, 11, 12)


@pytest.fixture(autouse=True)
def _faults_in_full() -> Iterator[None]:
    """config.toml hides what went wrong from visitors; a test should see it."""
    config.get_config_options()
    before = config.get_option("client.showErrorDetails")
    config.set_option("client.showErrorDetails", "full")
    yield
    config.set_option("client.showErrorDetails", before)
    st.cache_data.clear()
    st.cache_resource.clear()


@pytest.fixture
def open_app(sqlite_file: Path, sqlite_engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    """Open the dashboard on 12 November 2026 with an address such as ?as_of=2026-10-31."""
    monkeypatch.setattr(clock, "today", lambda: TODAY)
    monkeypatch.setenv("BCCC_DATABASE_URL", sqlite_url(sqlite_file))

    def opened(**address: str) -> AppTest:
        app = AppTest.from_file(ROOT / "bccc_dash" / "main.py", default_timeout=60)
        for name, value in address.items():
            app.query_params[name] = value
        return app.run()

    return opened
