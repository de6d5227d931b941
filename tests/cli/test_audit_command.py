"""`audit verify` names the first row that was changed, put in, moved or taken out, on either engine."""

import pytest
from sqlalchemy import text

from bccc_dash import cli
from bccc_dash.store import audit, triggers
from bccc_dash.store.engine import open_engine, reading, writing
from tests.store.conftest import AT, fill

pytestmark = pytest.mark.sqlite_first

PUT_IN = (
    "INSERT INTO audit_events (id, at, actor, action, subject, fields, prev_hash, hash) "
    "SELECT 9, at, actor, action, 'volunteer/9', fields, hash, hash FROM audit_events WHERE id = 3"
)
MOVED = (
    "UPDATE audit_events SET id = 99 WHERE id = 1",
    "UPDATE audit_events SET id = 1 WHERE id = 2",
    "UPDATE audit_events SET id = 2 WHERE id = 99",
)


@pytest.fixture
def own(url, tmp_path, monkeypatch):
    """The centre's own records: three volunteers, each with a row in the audit."""
    monkeypatch.setenv("BCCC_DATA_FOLDER", str(tmp_path))
    monkeypatch.setenv("BCCC_DATABASE_URL", url)
    engine = open_engine(url)
    fill(engine)
    yield engine
    engine.dispose()


def tamper(engine, *statements):
    """Somebody with the database in hand takes the guards off, writes into it, and puts them back."""
    with writing(engine) as session:
        triggers.take_off(session.connection())
        for statement in statements:
            session.execute(text(statement))
        triggers.put_on(session.connection())


def head(engine):
    with reading(engine) as session:
        return audit.head(session)


def verify(capsys, *options):
    code = cli.run(["audit", "verify", *options])
    printed = capsys.readouterr()
    return code, printed.out + printed.err


def test_a_whole_audit_is_said_to_be_whole_with_its_head(own, capsys):
    code, said = verify(capsys)

    assert code == 0
    assert "The audit is whole: three rows." in said
    assert f"Its head is {head(own)}." in said


@pytest.mark.parametrize(
    ("deeds", "row"),
    [
        (("UPDATE audit_events SET actor = 'somebody else' WHERE id = 2",), 2),
        (("UPDATE audit_events SET hash = prev_hash WHERE id = 3",), 3),
        (("DELETE FROM audit_events WHERE id = 1",), 2),
        (("DELETE FROM audit_events WHERE id = 2",), 3),
        ((PUT_IN,), 9),
        (MOVED, 1),
    ],
    ids=["changed", "another hash", "first taken out", "middle taken out", "put in", "moved"],
)
def test_the_first_row_that_does_not_follow_is_named(own, capsys, deeds, row):
    tamper(own, *deeds)

    code, said = verify(capsys)

    assert code == 1
    assert f"Row {row} of the audit does not follow" in said


def test_a_cut_tail_shows_by_a_head_that_was_kept(own, capsys):
    kept = head(own)
    assert verify(capsys, "--head", kept)[0] == 0
    tamper(own, "DELETE FROM audit_events WHERE id = 3")

    assert verify(capsys)[0] == 0
    code, said = verify(capsys, "--head", kept)

    assert code == 1
    assert "rows at its end were taken off" in said


def test_an_earlier_head_is_still_in_an_audit_that_grew(own, capsys):
    kept = head(own)
    with writing(own) as session:
        audit.record(session, actor="user/1", action="UPDATE", subject="volunteer/1", fields=("status",), at=AT)

    assert verify(capsys, "--head", kept)[0] == 0


@pytest.mark.parametrize("odd", ["", "abc", "X" * 64, "0" * 65, "é" * 64, "y" * 10_000])
def test_what_is_no_head_is_refused_in_words(own, capsys, odd):
    code, said = verify(capsys, "--head", odd)

    assert code == 1
    assert "is no head of an audit" in said
    assert len(said) < 300


def test_an_audit_without_a_row_is_whole(empty, capsys):
    code, said = verify(capsys)

    assert code == 0
    assert "It has no head yet." in said


@pytest.fixture
def empty(url, tmp_path, monkeypatch):
    monkeypatch.setenv("BCCC_DATA_FOLDER", str(tmp_path))
    monkeypatch.setenv("BCCC_DATABASE_URL", url)
