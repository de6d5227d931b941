"""A page as a person reads it, on a small database of its own, through the real router."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path

import pytest
import streamlit as st
from streamlit import config
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from bccc_dash import clock
from bccc_dash.domain.errors import CouldNotRun
from bccc_dash.domain.links import Place
from bccc_dash.domain.vocabulary import Role
from bccc_dash.settings import sqlite_url
from bccc_dash.store.engine import open_engine
from bccc_dash.ui import visitor
from bccc_dash.workbook.demo import demo_sheets
from bccc_dash.workbook.importing import import_sheets
from tests.visitors import come_in_at

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


@pytest.fixture(autouse=True, scope="session")
def _installed_parts_looked_for_once() -> Iterator[None]:
    """Streamlit looks through every installed package for components, at the start of each AppTest."""
    with pytest.MonkeyPatch.context() as patched:
        found = manifest_scanner.scan_component_manifests()
        patched.setattr(manifest_scanner, "scan_component_manifests", lambda: found)
        yield


@pytest.fixture
def visit(sqlite_file: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    """Open a page on 12 November 2026 with an address such as ?as_of=2026-10-31, as a browser opens a link.

    Whoever opens it is signed in as the chair, or in the `role` that is given; `_who` says more of them.
    `_asked` notes what is asked of the database: what was noted before the page opens is taken out.
    """
    monkeypatch.setattr(clock, "today", lambda: TODAY)
    monkeypatch.setenv("BCCC_DATABASE_URL", sqlite_url(sqlite_file))

    def visited(
        place: Place,
        role: Role = Role.CHAIR,
        *,
        _who: dict[str, object] | None = None,
        _asked: list[str] | None = None,
        **address: str,
    ) -> AppTest:
        with suppress(CouldNotRun):  # where the database is at fault the page is to say so
            token = come_in_at(os.environ["BCCC_DATABASE_URL"], role, **(_who or {}))
            monkeypatch.setattr(visitor, "token", lambda: token)
        app = AppTest.from_file(ROOT / "bccc_dash" / "main.py", default_timeout=60)
        app._page_hash = calc_hash(place.value)  # switch_page() knows a page's own address only after a first run
        for name, value in address.items():
            app.query_params[name] = value
        if _asked is not None:  # what is asked from here on counts
            _asked.clear()
        app.run()
        assert not app.exception
        return app

    return visited


@pytest.fixture
def open_page(visit: Callable[..., AppTest], request: pytest.FixtureRequest) -> Callable[..., AppTest]:
    """Open the page that the test's module names as PAGE, with an address such as ?page=2."""
    return partial(visit, request.module.PAGE)


@pytest.fixture(scope="session")
def demo_file(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = Path(shutil.copy(sqlite_template, tmp_path_factory.mktemp("demonstration") / "bccc.db"))
    engine = open_engine(sqlite_url(file))
    import_sheets(demo_sheets(TODAY), engine=engine)
    engine.dispose()
    return file


@pytest.fixture
def demo_centre(demo_file: Path, sqlite_file: Path) -> None:
    """The demonstration centre, as it is on 12 November 2026."""
    shutil.copy(demo_file, sqlite_file)
