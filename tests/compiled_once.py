"""A statement is compiled once a session, however many databases a session opens.

SQLAlchemy keeps compiled statements for each engine. The program has one engine, and the tests thousands: without
this most of their time goes into compiling the same statements again.
"""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.util import LRUCache

AS_MANY = 3000


@pytest.fixture(autouse=True, scope="session")
def _statements_compiled_once() -> Iterator[None]:
    """Every engine keeps its statements in one place; those of SQLite are not those of PostgreSQL."""
    kept: LRUCache = LRUCache(AS_MANY)
    with pytest.MonkeyPatch.context() as patched:
        in_one_place = property(lambda _: kept, lambda _engine, _own: None)
        patched.setattr(Engine, "_compiled_cache", in_one_place, raising=False)
        for dialect in (SQLiteDialect_pysqlite, PGDialect_psycopg):
            patched.setattr(dialect, "__hash__", lambda self: hash(type(self)))
            patched.setattr(dialect, "__eq__", lambda self, other: type(self) is type(other))
        yield
