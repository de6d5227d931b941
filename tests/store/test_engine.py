"""Connections, readers and writers."""

import pytest
from sqlmodel import select

from bccc_dash.store.engine import reading, writing
from bccc_dash.store.revision import revision
from bccc_dash.store.tables import RecordRow


def write_and_fail(engine):
    with writing(engine) as session:
        session.add(RecordRow(kind="VOLUNTEER", ref="V-1"))
        session.flush()
        raise ZeroDivisionError


def test_a_writer_commits_and_counts_one_change(engine):
    with writing(engine) as session:
        session.add(RecordRow(kind="VOLUNTEER", ref="V-1"))
    with reading(engine) as session:
        assert session.exec(select(RecordRow.ref)).all() == ["V-1"]
        assert revision(session) == 1


def test_a_writer_that_fails_leaves_nothing(engine):
    with pytest.raises(ZeroDivisionError):
        write_and_fail(engine)
    with reading(engine) as session:
        assert session.exec(select(RecordRow)).all() == []
        assert revision(session) == 0
