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
from bccc_dash.ui.days import CARRIED
from bccc_dash.workbook.demo import demo_sheets
from bccc_dash.workbook.importing import import_sheets

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


@pytest.fixture
def demo_centre(sqlite_engine: Engine) -> None:
    """The demonstration centre, as it is on 12 November 2026."""
    import_sheets(demo_sheets(TODAY), engine=sqlite_engine)


@pytest.fixture
def open_page(open_app: Callable[..., AppTest], request: pytest.FixtureRequest) -> Callable[..., AppTest]:
    """Open the page that the test's module names as PAGE (a file of pages/), with an address such as ?page=2."""

    def opened(**address: str) -> AppTest:
        app = open_app(**{name: value for name, value in address.items() if name in CARRIED})
        for name, value in address.items():
            app.query_params[name] = value
        return app.switch_page(str(ROOT / "pages" / request.module.PAGE)).run()

    return opened
