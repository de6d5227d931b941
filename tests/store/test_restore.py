"""A backup put back: all of it or none, whichever database it came from, and what was there is kept."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlmodel import Session, func, select

from bccc_dash.domain.errors import CouldNotRun, Refused
from bccc_dash.settings import sqlite_url
from bccc_dash.store import audit, spans
from bccc_dash.store.backup import backup
from bccc_dash.store.engine import open_engine, reading, writing
from bccc_dash.store.restore import restore
from bccc_dash.store.revision import revision
from bccc_dash.store.schema import schema_problem
from bccc_dash.store.tables import AuditRow, RecordRow, StageSpanRow, SuspectRow, VolunteerRow
from tests.store.conftest import add_a_volunteer, fill
from tests.store.test_backup import contents

pytestmark = pytest.mark.sqlite_first

THREE = ["V-0000", "V-0001", "V-0002"]
SIGNED = ("audit_events", "revision")  # a restore counts as a change, and says in the audit that it was done


def refs(engine) -> list[str]:
    with reading(engine) as session:
        return list(session.exec(select(RecordRow.ref).order_by(RecordRow.id)))


def add_another(engine) -> None:
    with writing(engine) as session:
        add_a_volunteer(session, "V-0099")


def changed(file: Path, *statements: str) -> None:
    """The same backup, changed by hand and without its seal."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        for statement in ("DROP TABLE backup_seal", *statements):
            connection.execute(statement)


@pytest.fixture
def copy(filled, url, tmp_path) -> Path:
    """A backup of three volunteers; the database has four by now."""
    with writing(filled) as session:
        spans.refresh(session)
    backup(url, tmp_path / "copy.db")
    add_another(filled)
    return tmp_path / "copy.db"


@pytest.mark.both_engines
def test_the_records_are_those_of_the_backup(filled, url, copy, tmp_path):
    restore(url, copy, backups=tmp_path / "backups")
    now, then = contents(url), contents(sqlite_url(copy))
    assert {name: now[name] for name in now if name not in SIGNED} == {n: then[n] for n in then if n not in SIGNED}
    assert now["audit_events"][:-1] == then["audit_events"]


def test_what_was_there_is_kept_and_can_be_put_back(filled, url, copy, tmp_path):
    kept = restore(url, copy, backups=tmp_path / "backups")
    assert refs(filled) == THREE
    assert kept is not None
    restore(url, kept, backups=tmp_path / "backups")
    assert refs(filled) == [*THREE, "V-0099"]


def test_a_restore_counts_on_and_signs_the_audit(filled, url, copy, tmp_path):
    with reading(filled) as session:
        before = revision(session)
    restore(url, copy, backups=tmp_path / "backups")
    with reading(filled) as session:
        assert revision(session) == before + 1
        last = session.exec(select(AuditRow).order_by(AuditRow.id.desc())).first()
        assert (last.action, last.subject) == ("RESTORE", "database")
        assert audit.verify_chain(session) is None


def test_the_database_goes_on_after_a_restore(filled, url, copy, tmp_path):
    restore(url, copy, backups=tmp_path / "backups")
    assert schema_problem(filled) is None
    add_another(filled)
    assert refs(filled) == [*THREE, "V-0099"]


def test_a_backup_of_one_kind_of_database_is_put_into_the_other(filled, copy, sqlite_file, postgres_url, tmp_path):
    other = postgres_url if filled.dialect.name == "sqlite" else sqlite_url(tmp_path / "other.db")
    restore(other, copy, backups=tmp_path / "backups")
    assert contents(other)["stage_events"] == contents(sqlite_url(copy))["stage_events"]


def test_a_reader_sees_the_old_records_until_it_looks_again(sqlite_engine, sqlite_file, tmp_path):
    fill(sqlite_engine)
    backup(sqlite_url(sqlite_file), tmp_path / "copy.db")
    add_another(sqlite_engine)
    with reading(sqlite_engine) as session:
        how_many = select(func.count()).select_from(VolunteerRow)
        assert session.exec(how_many).one() == 4
        restore(sqlite_url(sqlite_file), tmp_path / "copy.db", backups=tmp_path / "backups")
        assert session.exec(how_many).one() == 4
    with reading(sqlite_engine) as session:
        assert session.exec(how_many).one() == 3


def test_a_restore_makes_an_absent_database(filled, copy, tmp_path):
    target = tmp_path / "new" / "bccc.db"
    assert restore(sqlite_url(target), copy, backups=tmp_path / "backups") is None
    assert sorted(file.name for file in target.parent.glob(".*")) == []
    engine = open_engine(sqlite_url(target))
    assert refs(engine) == THREE
    engine.dispose()


def cut_short(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:9000])


def change_a_letter(file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b"Asha Example", b"Asha Exemple", 1))


def overwrite_a_page(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[20480:24576] = b"\x0f" * 4096
    file.write_bytes(content)


def break_a_link(file: Path) -> None:
    changed(file, "PRAGMA foreign_keys=OFF", "DELETE FROM records")


def write_a_letter(file: Path) -> None:
    file.write_text("Dear committee, this is not a database. " * 200)


def empty(file: Path) -> None:
    file.write_bytes(b"")


def make_another_programs(file: Path) -> None:
    changed(file, "DROP TABLE alembic_version")


def make_newer(file: Path) -> None:
    changed(file, "UPDATE alembic_version SET version_num = '9999'")


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (cut_short, "is damaged"),
        (change_a_letter, "is damaged"),
        (overwrite_a_page, "is damaged"),
        (break_a_link, "is damaged"),
        (write_a_letter, "is not a backup"),
        (empty, "is not a backup"),
        (make_another_programs, "is not a backup"),
        (make_newer, "newer version"),
        (Path.unlink, "There is no file"),
    ],
)
def test_what_is_no_good_backup_is_refused_and_nothing_changes(filled, url, copy, tmp_path, spoil, sentence):
    spoil(copy)
    before = contents(url)
    with pytest.raises(Refused, match=sentence):
        restore(url, copy, backups=tmp_path / "backups")
    assert contents(url) == before


def test_a_copy_made_by_hand_is_put_back_with_what_its_log_holds(sqlite_engine, sqlite_file, tmp_path):
    fill(sqlite_engine)
    for more in ("", "-wal"):
        shutil.copy(f"{sqlite_file}{more}", f"{tmp_path / 'by hand.db'}{more}")
    target = sqlite_url(tmp_path / "new.db")
    restore(target, tmp_path / "by hand.db", backups=tmp_path / "backups")
    assert len(contents(target)["volunteers"]) == 3


def test_a_backup_whose_rows_no_table_takes_is_refused(filled, url, copy, tmp_path):
    changed(
        copy,
        "PRAGMA ignore_check_constraints=ON",
        "UPDATE volunteers SET applied_on = 'some day' WHERE id = 1",
    )
    with pytest.raises(Refused, match="is damaged"):
        restore(url, copy, backups=tmp_path / "backups")
    assert refs(filled) == [*THREE, "V-0099"]


@pytest.mark.parametrize("spoil", [write_a_letter, overwrite_a_page])
def test_a_damaged_database_is_set_aside(sqlite_engine, sqlite_file, tmp_path, spoil):
    fill(sqlite_engine)
    backup(sqlite_url(sqlite_file), tmp_path / "copy.db")
    sqlite_engine.dispose()
    spoil(sqlite_file)
    damaged = sqlite_file.read_bytes()
    kept = restore(sqlite_url(sqlite_file), tmp_path / "copy.db", backups=tmp_path / "backups")
    assert kept is not None
    assert kept.read_bytes() == damaged
    assert refs(sqlite_engine) == THREE
    assert schema_problem(sqlite_engine) is None


def test_missing_guards_are_put_on_again(filled, url, copy, tmp_path):
    with writing(filled) as session:
        of_table = " ON audit_events" if filled.dialect.name == "postgresql" else ""
        session.execute(text(f"DROP TRIGGER keep_audit_events_delete{of_table}"))
    restore(url, copy, backups=tmp_path / "backups")
    assert schema_problem(filled) is None


def test_a_newer_database_is_not_overwritten(filled, url, copy, tmp_path):
    with Session(filled) as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        session.commit()
    with pytest.raises(CouldNotRun, match="newer version"):
        restore(url, copy, backups=tmp_path / "backups")


@pytest.mark.parametrize(
    "spoiling",
    [
        pytest.param("DROP TABLE actions", id="a table is missing"),
        pytest.param("ALTER TABLE meetings DROP COLUMN closed_on", id="a column is missing"),
    ],
)
def test_a_copy_that_lacks_a_table_or_a_column_is_damaged(filled, url, copy, tmp_path, spoiling):
    changed(copy, spoiling)
    before = contents(url)

    with pytest.raises(Refused, match="is damaged, so nothing was restored"):
        restore(url, copy, backups=tmp_path / "backups")

    assert contents(url) == before


def test_the_tables_kept_for_speed_are_replayed_not_believed(filled, url, copy, tmp_path):
    changed(copy, "DELETE FROM stage_spans", "DELETE FROM suspects")

    restore(url, copy, backups=tmp_path / "backups")

    with reading(filled) as session:
        assert session.exec(select(func.count()).select_from(StageSpanRow)).one() == 6
        assert session.exec(select(func.count()).select_from(SuspectRow)).one() == 3
