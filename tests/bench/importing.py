"""Import of 100 000 checks, to reading the same workbook with calamine and writing its rows with a bare executemany."""

import shutil
import sqlite3
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

from python_calamine import CalamineWorkbook

from bccc_dash.settings import sqlite_url
from bccc_dash.store.schema import prepare
from bccc_dash.workbook.demo import demo_sheets
from bccc_dash.workbook.demo_centre import Cells, Sheets
from bccc_dash.workbook.exporting import write_workbook
from bccc_dash.workbook.importing import import_path
from tests.bench.report import Line, milliseconds
from tests.bench.timing import medians

CHECKS = 100_000
VOLUNTEERS = 10_000
REACH = 4


def import_lines(folder: Path, *, today: date, repeats: int) -> list[Line]:
    """One line: the import against the bare work."""
    workbook, empty = folder / "checks.xlsx", folder / "empty.db"
    write_workbook(_sheets(today), workbook)
    prepare(sqlite_url(empty), backups=folder)
    ours, bare = folder / "ours.db", folder / "bare.db"

    def start_again(which: str) -> None:
        for file in folder.glob(f"{which}.db*"):
            file.unlink()
        if which == "ours":
            shutil.copy(empty, ours)

    works = {
        "ours": lambda: import_path(workbook, url=sqlite_url(ours), backups=folder / "kept", rows_a_sheet=CHECKS),
        "bare": lambda: _bare(workbook, bare),
    }
    taken = medians(works, repeats=repeats, before=start_again)
    _check_same(ours, bare)
    aside = milliseconds(taken["ours"], taken["bare"])
    return [
        Line("Import of 100 000 checks, to calamine + executemany", taken["ours"] / taken["bare"], REACH, aside=aside)
    ]


def _sheets(today: date) -> Sheets:
    """The checks of a centre, repeated under new references until there are 100 000 of them."""
    made = demo_sheets(today, volunteers=VOLUNTEERS, years=20)
    checks: list[Cells] = []
    while len(checks) < CHECKS:
        turn = len(checks)
        checks += [row | {"ref": f"K-{turn + place:06d}"} for place, row in enumerate(made["checks"])]
    return {"users": made["users"], "volunteers": made["volunteers"], "checks": checks[:CHECKS]}


def _bare(workbook: Path, database: Path) -> None:
    with closing(CalamineWorkbook.from_path(str(workbook))) as book, closing(sqlite3.connect(database)) as connection:
        for name in ("users", "volunteers", "checks"):
            heading, *rows = book.get_sheet_by_name(name).to_python()
            columns = ", ".join(f'"{column}"' for column in heading)
            connection.execute(f'CREATE TABLE "{name}" ({columns})')
            holes = ", ".join("?" * len(heading))
            cells = ([_plain(cell) for cell in row] for row in rows)
            connection.executemany(f'INSERT INTO "{name}" VALUES ({holes})', cells)
        connection.commit()


def _plain(cell: object) -> object:
    return cell.isoformat() if isinstance(cell, date | datetime) else cell


def _check_same(ours: Path, bare: Path) -> None:
    """Both did the work: they hold the same number of checks."""
    counted = []
    for database in (ours, bare):
        with closing(sqlite3.connect(database)) as connection:
            counted.append(connection.execute("SELECT count(*) FROM checks").fetchone()[0])
    if counted != [CHECKS, CHECKS]:
        raise AssertionError(f"one of the two did not write every check: {counted}")
