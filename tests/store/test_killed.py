"""Killed at any moment, a deed is done or not done: the database opens, is intact, and holds all of it or none."""

import os
import random
import shutil
import signal
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import Engine, make_url
from sqlmodel import func, select

from bccc_dash.settings import sqlite_url
from bccc_dash.store import audit, triggers, upgrade
from bccc_dash.store.backup import backup, faults_in
from bccc_dash.store.engine import connect_sqlite, is_sqlite, open_engine, parse, reading, writing
from bccc_dash.store.schema import prepare, schema_problem
from bccc_dash.store.tables import StageEventRow, StageSpanRow, VolunteerRow
from tests.conftest import address, copy_database, run_on
from tests.store import deeds
from tests.store.conftest import add_a_volunteer, fill

pytestmark = pytest.mark.sqlite_first

FULL_FORM = bool(os.environ.get("BCCC_SOAK"))
ROUNDS = {"sqlite": 50 if FULL_FORM else 3, "postgresql": 50 if FULL_FORM else 1}
STANDING, BROUGHT_IN = 30, 400
NUMBERS = count(1)
OLD, NEW = "old", "new"


@dataclass(frozen=True)
class Deed:
    """What is done, to a database that `before` made ready, and how much of it is there afterwards."""

    do: Callable[[str, Path], None]
    before: Callable[[str, Path], None]
    found: Callable[[Engine], str]


def nothing(url: str, folder: Path) -> None:
    """Leave the database empty."""


def filled(url: str, folder: Path) -> None:
    prepare(url, backups=folder)
    engine = open_engine(url)
    fill(engine, volunteers=STANDING)
    engine.dispose()


def filled_and_further(url: str, folder: Path) -> None:
    """A backup of thirty volunteers, and one more added since."""
    filled(url, folder)
    backup(url, folder / "copy.db")
    engine = open_engine(url)
    with writing(engine) as session:
        add_a_volunteer(session, "V-9999")
    engine.dispose()


def filled_with_a_workbook(url: str, folder: Path) -> None:
    filled(url, folder)
    (folder / "workbook").mkdir()
    refs = [f"W-{number:05}" for number in range(BROUGHT_IN)]
    people = [f"{ref},Invented Person,Volunteer,05/01/2026" for ref in refs]
    moves = [f"{ref},{stage},06/01/2026" for ref in refs for stage in ("S0", "S1")]
    heads = {"volunteers": "ref,full_name,role_title,applied_on", "stage_events": "volunteer_ref,to_stage,occurred_on"}
    for name, rows in (("volunteers", people), ("stage_events", moves)):
        (folder / "workbook" / f"{name}.csv").write_text("\n".join([heads[name], *rows]))


def volunteers(engine: Engine) -> int:
    """How many there are, each with two stage events, in a whole database with its chain and guards."""
    with reading(engine) as session:
        found = session.exec(select(func.count()).select_from(VolunteerRow)).one()
        assert session.exec(select(func.count()).select_from(StageEventRow)).one() == 2 * found
        assert audit.verify_chain(session) is None
        assert triggers.missing(session.connection()) == []
    return int(found)


def found_set_up(engine: Engine) -> str:
    with engine.connect() as connection:
        if upgrade.standing(connection) is upgrade.Standing.EMPTY:
            return OLD
    assert schema_problem(engine) is None
    assert volunteers(engine) == 0
    return NEW


def found_moved(engine: Engine) -> str:
    assert volunteers(engine) == STANDING
    with engine.connect() as connection:
        return OLD if upgrade.step(connection) == upgrade.latest_step() else NEW


def found_put_back(engine: Engine) -> str:
    assert schema_problem(engine) is None
    return {STANDING + 1: OLD, STANDING: NEW}[volunteers(engine)]


def found_brought_in(engine: Engine) -> str:
    assert schema_problem(engine) is None
    there = {STANDING: OLD, STANDING + BROUGHT_IN: NEW}[volunteers(engine)]
    with reading(engine) as session:
        spans = session.exec(select(func.count()).select_from(StageSpanRow)).one()
    assert spans == (0 if there == OLD else 2 * (STANDING + BROUGHT_IN))
    return there


DEEDS = {
    "setting up": Deed(deeds.migrate, nothing, found_set_up),
    "migrating": Deed(deeds.migrate_further, filled, found_moved),
    "restoring": Deed(deeds.put_back, filled_and_further, found_put_back),
    "importing": Deed(deeds.bring_in, filled_with_a_workbook, found_brought_in),
}


class SqliteCopies:
    """One SQLite database made ready, and copies of it to spoil."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "ready.db").touch()
        self.ready = sqlite_url(folder / "ready.db")

    def copy(self) -> str:
        target = self.folder / f"copy-{next(NUMBERS)}.db"
        shutil.copy(self.folder / "ready.db", target)
        return sqlite_url(target)


class PostgresCopies:
    """One PostgreSQL database made ready, and copies of it to spoil."""

    def __init__(self, server) -> None:
        self.server, self.name = server, f"killed_{next(NUMBERS)}"
        run_on(server, f"CREATE DATABASE {self.name}")
        self.ready, self.copied = address(server, self.name), []

    def copy(self) -> str:
        target = f"killed_{next(NUMBERS)}"
        self.copied.append(target)
        return copy_database(self.server, self.name, target)

    def throw_away(self) -> None:
        for name in (*self.copied, self.name):
            run_on(self.server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=ROUNDS)
def copies(request, tmp_path):
    if request.param == "sqlite":
        yield SqliteCopies(tmp_path)
        return
    found = PostgresCopies(request.getfixturevalue("postgres"))
    yield found
    found.throw_away()


def in_a_child(do: Callable[[str, Path], None], url: str, folder: Path, *, kill_after: float | None) -> float:
    """Do it in another process, killed after so many seconds; return how long that process lived."""
    began = time.monotonic()
    child = deeds.begin(lambda: do(url, folder), folder / "fault.txt")
    if kill_after is not None:
        time.sleep(kill_after)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status):
        assert os.WEXITSTATUS(status) == 0, (folder / "fault.txt").read_text()
    return time.monotonic() - began


def look(deed: Deed, url: str) -> str:
    """How much is there: the old or the new, in a database without fault."""
    if is_sqlite(parse(url)):
        with closing(connect_sqlite(Path(str(make_url(url).database)), mode="rw")) as connection:
            assert faults_in(connection) is None
    engine = open_engine(url)
    try:
        return deed.found(engine)
    finally:
        engine.dispose()


@pytest.mark.soak
@pytest.mark.parametrize("deed", DEEDS.values(), ids=DEEDS)
def test_a_deed_that_is_killed_is_done_or_not_done(deed, copies, tmp_path):
    deed.before(copies.ready, tmp_path)
    whole = copies.copy()
    lasts = in_a_child(deed.do, whole, tmp_path, kill_after=None)
    assert look(deed, whole) == NEW
    for _ in range(ROUNDS[parse(whole).get_backend_name()]):
        url, moment = copies.copy(), random.uniform(0, lasts)
        in_a_child(deed.do, url, tmp_path, kill_after=moment)
        assert look(deed, url) in (OLD, NEW), moment
    if look(deed, url) == OLD:
        in_a_child(deed.do, url, tmp_path, kill_after=None)
    assert look(deed, url) == NEW
