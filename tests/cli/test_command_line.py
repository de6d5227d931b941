"""Every command ends in one of three exit codes and a sentence; never in a traceback."""

import errno

import click
import pytest
from sqlalchemy.exc import OperationalError

from bccc_dash import cli
from bccc_dash.domain.errors import BadRecord, CouldNotRun, Refused
from bccc_dash.settings import sqlite_url
from bccc_dash.store.engine import open_engine, writing
from bccc_dash.store.schema import schema_problem
from tests.store.conftest import add_a_volunteer, fill
from tests.store.test_backup import contents


@pytest.fixture
def own(sqlite_file, tmp_path, monkeypatch):
    """The centre's own records: an empty database in a data folder of its own."""
    monkeypatch.setenv("BCCC_DATA_FOLDER", str(tmp_path))
    monkeypatch.delenv("BCCC_DATABASE_URL", raising=False)
    return sqlite_url(sqlite_file)


@pytest.fixture
def failing(monkeypatch):
    """A command that ends in the given error."""

    def make(error: BaseException) -> None:
        def fail() -> None:
            raise error

        monkeypatch.setitem(cli.bccc_dash.commands, "fail", click.Command("fail", callback=fail))

    return make


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (Refused("Row 3 is wrong."), 1, "Row 3 is wrong."),
        (click.UsageError("No such thing."), 1, "No such thing."),
        (CouldNotRun("The disk is gone."), 2, "The disk is gone."),
        (BadRecord("stage/17 holds nonsense."), 2, "stage/17 holds nonsense."),
        (OSError(errno.ENOSPC, "No space left on device", "/data/x"), 2, "The disk is full (/data/x)"),
        (PermissionError(errno.EACCES, "Permission denied", "/data/x"), 2, "Permission denied (/data/x)"),
        (OperationalError("SELECT 1", {}, Exception("out of memory")), 2, "out of memory"),
        (click.Abort(), 2, "nothing was changed"),
        (KeyboardInterrupt(), 2, "nothing was changed"),
    ],
)
def test_an_error_is_a_sentence_and_an_exit_code(failing, capsys, error, code, said):
    failing(error)
    assert cli.run(["fail"]) == code
    shown = capsys.readouterr()
    assert said in shown.err
    assert "Traceback" not in shown.err
    assert shown.out == ""


@pytest.mark.parametrize("arguments", [["nonsense"], ["backup"], ["restore", "a", "b"], ["--nonsense"]])
def test_a_wrong_call_is_refused(capsys, arguments):
    assert cli.run(arguments) == 1
    assert "Usage" in capsys.readouterr().err


def test_help_is_done(capsys):
    assert cli.run(["--help"]) == 0
    assert "backup" in capsys.readouterr().out


def test_migrate_makes_an_absent_database(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("BCCC_DATABASE_URL", sqlite_url(tmp_path / "new" / "x.db"))
    assert cli.run(["migrate"]) == 0
    engine = open_engine(sqlite_url(tmp_path / "new" / "x.db"))
    assert schema_problem(engine) is None
    engine.dispose()


def test_backup_and_restore_take_the_records_there_and_back(own, tmp_path, capsys):
    engine = open_engine(own)
    fill(engine)
    before = contents(own)
    assert cli.run(["backup", str(tmp_path / "copy.db")]) == 0
    with writing(engine) as session:
        add_a_volunteer(session, "V-9999")
    assert cli.run(["restore", str(tmp_path / "copy.db")]) == 0
    assert contents(own)["volunteers"] == before["volunteers"]
    assert "kept as" in capsys.readouterr().out
    engine.dispose()


def test_backup_overwrites_nothing(own, tmp_path, capsys):
    (tmp_path / "copy.db").touch()
    assert cli.run(["backup", str(tmp_path / "copy.db")]) == 1
    assert "is there already" in capsys.readouterr().err


def test_the_demonstration_is_not_backed_up(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("BCCC_DATA_FOLDER", str(tmp_path))
    monkeypatch.delenv("BCCC_DATABASE_URL", raising=False)
    assert cli.run(["backup", str(tmp_path / "copy.db")]) == 2
    assert "no records of its own yet" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_an_odd_setting_could_not_run(monkeypatch, capsys):
    monkeypatch.setenv("BCCC_DATABASE_URL", "mysql://root:opensesame@x/y")
    assert cli.run(["migrate"]) == 2
    said = capsys.readouterr().err
    assert "BCCC_DATABASE_URL" in said
    assert "opensesame" not in said
