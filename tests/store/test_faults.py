"""What the database or the disk refuses is said in one sentence, never with a password in it."""

import os
import resource
import shutil
import sqlite3
import tempfile
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import make_url
from sqlmodel import text

from bccc_dash.domain.errors import CouldNotRun
from bccc_dash.settings import sqlite_url
from bccc_dash.store.backup import backup, keep_backup
from bccc_dash.store.engine import open_engine, reading, writing
from bccc_dash.store.faults import DamagedDatabase
from bccc_dash.store.restore import restore
from bccc_dash.store.schema import prepare, schema_problem
from tests.store.conftest import add_a_volunteer, fill
from tests.store.test_backup import contents
from tests.store.test_killed import in_a_child

NOBODY = 65534


@contextmanager
def opened(url: str, **settings):
    engine = open_engine(url, **settings)
    try:
        yield engine
    finally:
        engine.dispose()


def add_one(engine) -> None:
    with writing(engine) as session:
        add_a_volunteer(session, "V-9999")


def add_one_at(url: str) -> None:
    with opened(url, wait_seconds=0) as engine:
        add_one(engine)


@pytest.mark.parametrize("url", ["", "nonsense", "mysql://root@localhost/x", "sqlite://", "postgresql://host:port/x"])
def test_an_address_that_is_none_is_refused(url):
    with pytest.raises(CouldNotRun, match="write sqlite:///FILE or postgresql://"):
        open_engine(url)


def test_an_unreachable_server_is_said_without_its_password(tmp_path):
    url = "postgresql://asha:opensesame@127.0.0.1:1/bccc"
    with pytest.raises(CouldNotRun, match=r"127.0.0.1/bccc cannot be reached") as said:
        prepare(url, backups=tmp_path)
    assert "opensesame" not in str(said.value)
    with opened(url) as engine:
        assert "cannot be reached" in str(schema_problem(engine))


def test_a_database_that_the_server_lacks_is_said(postgres_url, tmp_path):
    absent = make_url(postgres_url).set(database="nowhere").render_as_string(hide_password=False)
    with pytest.raises(CouldNotRun, match=r"nowhere cannot be reached|no database at"):
        prepare(absent, backups=tmp_path)


def test_a_file_that_is_no_database_is_said(tmp_path):
    (tmp_path / "bccc.db").write_text("Dear committee, " * 500)
    with pytest.raises(DamagedDatabase, match="is not a database of BCCC Dash"):
        prepare(sqlite_url(tmp_path / "bccc.db"), backups=tmp_path)


def test_a_folder_in_place_of_the_file_is_said(tmp_path):
    with pytest.raises(CouldNotRun, match="cannot be opened"):
        prepare(sqlite_url(tmp_path), backups=tmp_path)


def test_a_path_that_no_folder_can_be_made_for_is_said(tmp_path):
    (tmp_path / "letter").touch()
    with pytest.raises(CouldNotRun, match="cannot be made"):
        prepare(sqlite_url(tmp_path / "letter" / "bccc.db"), backups=tmp_path)


def test_a_file_that_another_program_holds_is_said(sqlite_engine, sqlite_file):
    url = sqlite_url(sqlite_file)
    with closing(sqlite3.connect(sqlite_file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(CouldNotRun, match="is in use by another program"):
            add_one_at(url)
        assert schema_problem(sqlite_engine) is None
    add_one(sqlite_engine)


def test_a_locked_file_is_said_to_a_reader_too(sqlite_file):
    with closing(sqlite3.connect(sqlite_file, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with opened(sqlite_url(sqlite_file), wait_seconds=0) as engine:
            assert "is in use by another program" in str(schema_problem(engine))


def test_a_database_that_is_not_set_up_is_said(tmp_path):
    (tmp_path / "bccc.db").touch()
    with opened(sqlite_url(tmp_path / "bccc.db")) as engine, pytest.raises(CouldNotRun, match="is not set up"):
        add_one(engine)


def test_what_a_reader_writes_is_never_committed(sqlite_engine, sqlite_file):
    before = contents(sqlite_url(sqlite_file))
    with reading(sqlite_engine) as session:
        add_a_volunteer(session, "V-9999")
    assert contents(sqlite_url(sqlite_file)) == before


def test_a_full_disk_is_said_and_nothing_is_written(sqlite_engine, sqlite_file):
    fill(sqlite_engine)
    before = contents(sqlite_url(sqlite_file))

    def write_until_full():
        with writing(sqlite_engine) as session:
            session.execute(text("PRAGMA max_page_count = 1"))
            for number in range(500):
                add_a_volunteer(session, f"W-{number:04}")

    with pytest.raises(CouldNotRun, match="The disk is full, so nothing was changed"):
        write_until_full()
    assert contents(sqlite_url(sqlite_file)) == before


def with_little_room(do):
    """The deed, in a process that may not write files of more than 64 KB."""

    def limited(url: str, folder: Path) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))
        with pytest.raises(CouldNotRun, match=r"disk|written"):
            do(url, folder)

    return limited


def as_nobody(do):
    """The deed, by somebody who may read everything here and write nothing."""

    def limited(url: str, folder: Path) -> None:
        if os.geteuid() == 0:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        with pytest.raises(CouldNotRun, match=r"cannot be|may be written"):
            do(url, folder)

    return limited


def set_up(_: str, folder: Path) -> None:
    prepare(sqlite_url(folder / "new" / "bccc.db"), backups=folder / "backups")


def fill_more(url: str, _: Path) -> None:
    with opened(url) as engine, writing(engine) as session:
        for number in range(500):
            add_a_volunteer(session, f"W-{number:04}")


def back_up(url: str, folder: Path) -> None:
    backup(url, folder / "again.db")


def keep_one(url: str, folder: Path) -> None:
    keep_backup(url, folder / "backups")


def put_back(url: str, folder: Path) -> None:
    restore(url, folder / "copy.db", backups=folder / "backups")


DEEDS = {deed.__name__: deed for deed in (set_up, fill_more, back_up, keep_one, put_back)}


@pytest.fixture
def with_a_copy(sqlite_engine, sqlite_file, tmp_path):
    fill(sqlite_engine)
    backup(sqlite_url(sqlite_file), tmp_path / "copy.db")
    sqlite_engine.dispose()
    return sqlite_url(sqlite_file)


@pytest.mark.parametrize("deed", DEEDS.values(), ids=DEEDS)
def test_no_room_on_the_disk_is_said_and_nothing_changes(with_a_copy, tmp_path, deed):
    before = contents(with_a_copy)
    in_a_child(with_little_room(deed), with_a_copy, tmp_path, kill_after=None)
    assert contents(with_a_copy) == before
    assert list(tmp_path.rglob(".*")) == []


@pytest.fixture
def unwritable(with_a_copy, sqlite_file, tmp_path):
    """A folder, outside those that pytest closes to others, with the same database and backup: only to be read."""
    folder = Path(tempfile.mkdtemp(prefix="bccc-unwritable-"))
    (folder / "fault.txt").touch()
    for file in (sqlite_file, tmp_path / "copy.db"):
        shutil.copy(file, folder)
        (folder / file.name).chmod(0o444)
    folder.chmod(0o555)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.parametrize("deed", DEEDS.values(), ids=DEEDS)
def test_a_folder_that_may_not_be_written_to_is_said_and_nothing_changes(unwritable, deed):
    before = {file.name: file.read_bytes() for file in unwritable.iterdir()}
    in_a_child(as_nobody(deed), sqlite_url(unwritable / "bccc.db"), unwritable, kill_after=None)
    assert {file.name: file.read_bytes() for file in unwritable.iterdir()} == before
