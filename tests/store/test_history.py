"""History is added to, never changed, but by a permit in its own transaction."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, select

from bccc_dash.domain.errors import CouldNotRun
from bccc_dash.domain.outcome_vocabulary import PermitKind
from bccc_dash.store import triggers
from bccc_dash.store.engine import open_engine, reading, writing
from bccc_dash.store.permits import permit
from bccc_dash.store.schema import prepare, schema_problem
from bccc_dash.store.tables import RemovalPermitRow, StageEventRow
from tests.store.conftest import AT, fill

pytestmark = pytest.mark.sqlite_first

GUARDED = ("stage_events", "transparency", "audit_events")
STAGES = [("stage_events", 1, 2)]


def attempt(engine, *statements):
    with writing(engine) as session:
        for statement in statements:
            session.execute(text(statement))


def leave(session: Session, rows=STAGES):
    return permit(session, kind=PermitKind.ERASURE, subject="volunteer/1", by="user/1", at=AT, rows=rows)


def events(engine) -> list[tuple[int | None, str | None]]:
    with reading(engine) as session:
        return list(session.exec(select(StageEventRow.id, StageEventRow.reason).order_by(StageEventRow.id)))


@pytest.mark.parametrize("table", GUARDED)
@pytest.mark.parametrize("deed", ["DELETE FROM {}", "UPDATE {} SET id = id + 1000", "UPDATE {} SET id = id"])
def test_history_refuses_to_be_changed(filled, table, deed):
    with pytest.raises(IntegrityError, match="keeps its history"):
        attempt(filled, deed.format(table))


@pytest.mark.parametrize("table", [*triggers.HISTORY, *triggers.FOREVER, triggers.PERMITS])
def test_postgresql_refuses_to_empty_history(postgres_url, table):
    engine = open_engine(postgres_url)
    with pytest.raises(IntegrityError, match="keeps its history"):
        attempt(engine, f"TRUNCATE {table} CASCADE")
    engine.dispose()


@pytest.mark.parametrize("pragma", ["ON", "OFF"])
def test_sqlite_refuses_to_replace_history(sqlite_engine, pragma):
    fill(sqlite_engine)
    with pytest.raises(IntegrityError, match="keeps its history"):
        attempt(
            sqlite_engine,
            f"PRAGMA recursive_triggers={pragma}",
            "INSERT OR REPLACE INTO stage_events (id, volunteer_id, to_stage, occurred_on) "
            "VALUES (1, 1, 'S6', '2026-01-01')",
        )


def test_a_permit_lets_the_named_rows_go_and_stays(filled):
    with writing(filled) as session, leave(session):
        session.execute(text("DELETE FROM stage_events WHERE id IN (1, 2)"))
    assert [number for number, _ in events(filled)] == [3, 4, 5, 6]
    with reading(filled) as session:
        given = session.exec(select(RemovalPermitRow)).one()
    assert (given.kind, given.subject, given.gate_id) == ("ERASURE", "volunteer/1", None)


def test_a_permit_lets_named_rows_be_blanked(filled):
    with writing(filled) as session, leave(session):
        session.execute(text("UPDATE stage_events SET reason = NULL WHERE id = 1"))
    assert events(filled)[:2] == [(1, None), (2, "first words")]


@pytest.mark.parametrize(
    "deed",
    [
        "DELETE FROM stage_events WHERE id = 3",
        "UPDATE stage_events SET reason = NULL WHERE id = 3",
        "UPDATE stage_events SET reason = 'other words' WHERE id = 1",
        "UPDATE stage_events SET id = 99 WHERE id = 1",
        "DELETE FROM transparency WHERE id = 1",
        "DELETE FROM audit_events WHERE id = 1",
        "DELETE FROM removal_permits",
        "DELETE FROM removal_permit_rows",
        "UPDATE removal_permit_rows SET last_id = 99",
        "UPDATE removal_permits SET subject = 'another'",
        "INSERT INTO removal_gate (id) VALUES (1)",
    ],
)
def test_a_permit_lets_nothing_else_through(filled, deed):
    def try_it():
        with writing(filled) as session, leave(session):
            session.execute(text(deed))

    with pytest.raises(IntegrityError, match="keeps its history"):
        try_it()
    assert len(events(filled)) == 6


def test_a_used_permit_is_useless_in_a_later_transaction(filled):
    with writing(filled) as session, leave(session):
        pass
    with pytest.raises(IntegrityError, match="keeps its history"):
        attempt(filled, "DELETE FROM stage_events WHERE id = 1")


def test_a_permit_is_useless_after_its_block(filled):
    def try_it():
        with writing(filled) as session:
            with leave(session):
                pass
            session.execute(text("DELETE FROM stage_events WHERE id = 1"))

    with pytest.raises(IntegrityError, match="keeps its history"):
        try_it()


@pytest.mark.parametrize(
    "deed",
    [
        "UPDATE removal_permits SET gate_id = 1",
        "INSERT INTO removal_permit_rows (permit_id, table_name, first_id, last_id) VALUES (1, 'stage_events', 1, 9)",
        "INSERT INTO removal_permits (kind, subject, by, at) VALUES ('ERASURE', 'x', 'y', '2026-03-02 12:30:00')",
    ],
)
def test_a_closed_permit_cannot_be_opened_widened_or_forged(filled, deed):
    with writing(filled) as session, leave(session):
        pass
    with pytest.raises(IntegrityError, match="keeps its history"):
        attempt(filled, deed)


def test_nothing_is_committed_while_a_permit_is_open(filled):
    with pytest.raises(IntegrityError):
        attempt(
            filled,
            "INSERT INTO removal_permits (kind, subject, by, at, gate_id) "
            "VALUES ('ERASURE', 'x', 'y', '2026-03-02 12:30:00', 1)",
        )
    with reading(filled) as session:
        assert session.exec(select(RemovalPermitRow)).all() == []


@pytest.mark.parametrize("rows", [[("audit_events", 1, 1)], [("volunteers", 1, 1)], [("stage_events", 2, 1)]])
def test_a_permit_names_rows_of_history_only(filled, rows):
    def try_it():
        with writing(filled) as session, leave(session, rows):
            pass

    with pytest.raises(ValueError, match="no permit can name"):
        try_it()


def test_a_missing_guard_is_noticed(filled, url, tmp_path):
    of_table = " ON audit_events" if filled.dialect.name == "postgresql" else ""
    attempt(filled, f"DROP TRIGGER keep_audit_events_delete{of_table}")
    assert "guards that keep history" in str(schema_problem(filled))
    with pytest.raises(CouldNotRun, match="guards that keep history"):
        prepare(url, backups=tmp_path)
