"""Connections, readers and writers."""

import pytest
from sqlmodel import Session, select

from bccc_dash.store.engine import reading, writing
from bccc_dash.store.revision import revision
from bccc_dash.store.tables import RecordRow, WorkingDayRow


def test_a_writer_commits_and_counts_one_change(engine):
    with writing(engine) as session:
        session.add(RecordRow(kind="VOLUNTEER", ref="V-1"))
    with reading(engine) as session:
        assert session.exec(select(RecordRow.ref)).all() == ["V-1"]
        assert revision(session) == 1


def test_a_writer_that_fails_leaves_nothing(engine):
    with pytest.raises(ZeroDivisionError), writing(engine) as session:
        session.add(RecordRow(kind="VOLUNTEER", ref="V-1"))
        session.flush()
        1 / 0  # noqa: B018
    with reading(engine) as session:
        assert session.exec(select(RecordRow)).all() == []
        assert revision(session) == 0
