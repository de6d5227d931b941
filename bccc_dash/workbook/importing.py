"""An import from beginning to end: read, check, plan, back up, write; all of it or nothing."""

from collections.abc import Callable, Sequence
from pathlib import Path

from sqlalchemy import Engine
from sqlmodel import Session

from bccc_dash import clock
from bccc_dash.domain.errors import CouldNotRun, Refused
from bccc_dash.settings import sqlite_url
from bccc_dash.store import audit, spans
from bccc_dash.store.backup import keep_backup
from bccc_dash.store.engine import open_engine, reading, writing
from bccc_dash.store.faults import name_of
from bccc_dash.store.revision import bump, revision
from bccc_dash.store.schema import prepare
from bccc_dash.store.upgrade import SENTENCES, Standing, standing
from bccc_dash.workbook.checking import Checked, check_table
from bccc_dash.workbook.faults import Fault, ImportRefused, ImportResult, in_order
from bccc_dash.workbook.first import absent_file, built_aside, put_in_place
from bccc_dash.workbook.planning import Plan, plan_import
from bccc_dash.workbook.reading import read_path
from bccc_dash.workbook.sheets import SHEETS, sheet_named
from bccc_dash.workbook.stored import Stored, read_stored
from bccc_dash.workbook.tables import Book, Table, known_tables
from bccc_dash.workbook.writing import write_plan

ACTOR = "command line"
ACTION = "IMPORT"
Sheets = dict[str, list[dict[str, object]]]
Progress = Callable[[int, int, str], None]


def _silent(done: int, total: int, words: str) -> None:
    """Progress that nobody follows."""


def import_path(
    path: Path,
    *,
    url: str,
    backups: Path,
    rows_a_sheet: int,
    dry_run: bool = False,
    progress: Progress = _silent,
) -> ImportResult:
    """What an import of a workbook, a folder or a zip of CSVs did, or with `dry_run` would do.

    `progress` is told (done, total, in words) as it goes.
    Raises: ImportRefused with every fault, Refused for a file that cannot be read, CouldNotRun; nothing is written.
    """
    progress(0, 1, "Reading")
    book = read_path(path, rows_a_sheet=rows_a_sheet)
    checked = check_book(book, progress=progress)
    if (file := absent_file(url)) is not None:
        plan, result = _judged(checked, book, Stored())
        if dry_run or not result.changes:
            return result
        if made := _made(file, checked, book, plan, backups=backups, progress=progress):
            return made
    engine = _standing_engine(url, backups=backups, dry_run=dry_run)
    try:
        plan, result = _planned(engine, checked, book)
        if dry_run or not result.changes:
            return result
        if engine is None:
            prepare(url, backups=backups)
            engine = open_engine(url)
        else:
            keep_backup(url, backups, why="before-import")
        return _write(engine, checked, book, plan, progress=progress)
    finally:
        if engine is not None:
            engine.dispose()


def _made(
    file: Path, checked: list[Checked], book: Book, plan: Plan, *, backups: Path, progress: Progress
) -> ImportResult | None:
    """What the first import did; None where another import made the database meanwhile, and nothing was done."""
    with built_aside(file) as part:
        prepare(sqlite_url(part), backups=backups)
        engine = open_engine(sqlite_url(part))
        try:
            result = _write(engine, checked, book, plan, progress=progress)
        finally:
            engine.dispose()
        return result if put_in_place(part, file) else None


def import_sheets(sheets: Sheets, *, engine: Engine) -> ImportResult:
    """What an import of cell values did: the same rules as a file's, in one transaction, without a limit of rows.

    Raises: ImportRefused with every fault, Refused where nothing is there to import; nothing is written.
    """
    book = Book([_as_table(name, rows) for name, rows in sheets.items() if rows or name == "volunteers"])
    checked = check_book(book, progress=_silent)
    plan, result = _planned(engine, checked, book)
    return _write(engine, checked, book, plan, progress=_silent) if result.changes else result


def _as_table(name: str, rows: list[dict[str, object]]) -> Table:
    sheet = sheet_named(name)
    columns = [column.name for column in sheet.columns] if sheet and not rows else []
    heading = list(dict.fromkeys(column for row in rows for column in row)) or columns
    return Table(name, heading, [[row.get(column) for column in heading] for row in rows])


def check_book(book: Book, *, progress: Progress) -> list[Checked]:
    """The rows of every known table, with every fault of form.

    Raises: Refused where nothing is known, or there is no record at all.
    """
    tables = known_tables(book)
    if not tables:
        names = ", ".join(sheet.name for sheet in SHEETS)
        raise Refused(f"None of its sheets is known here, so nothing was imported: name them {names}.")
    total = sum(len(table.rows) for _, table in tables)
    count = _Count(total, "Checking", progress)
    found = [check_table(sheet, table, advance=count.add) for sheet, table in tables if not table.is_blank]
    _check_whole(found)
    book.notes.extend(
        f"The column “{heading}” of “{checked.name}” is not one that is known here: it was not read."
        for checked in found
        for heading in checked.headings.unknown
    )
    return found


def _check_whole(found: Sequence[Checked]) -> None:
    """Raise Refused where the sheet of volunteers is missing, or there is no record."""
    if not any(checked.sheet.name == "volunteers" for checked in found):
        raise Refused("There is no sheet “volunteers” with headings, and every import needs it: add it.")
    if not any(checked.rows or checked.faults for checked in found):
        raise Refused("There are headings but no record in it, so there is nothing to import: fill in the rows.")


class _Count:
    """Tells the progress of one part of the work."""

    def __init__(self, total: int, words: str, progress: Progress) -> None:
        self.done, self.total, self.words, self.progress = 0, max(total, 1), words, progress
        progress(0, self.total, words)

    def add(self, number: int) -> None:
        self.done = min(self.done + number, self.total)
        self.progress(self.done, self.total, self.words)


def _standing_engine(url: str, *, backups: Path, dry_run: bool) -> Engine | None:
    """The database, brought up to date; None where it holds nothing at all yet. With `dry_run` it is left as it is.

    Raises: CouldNotRun.
    """
    engine = open_engine(url)
    with engine.connect() as connection:
        found = standing(connection)
    if found is Standing.EMPTY:
        engine.dispose()
        return None
    if dry_run and found is not Standing.CURRENT:
        raise CouldNotRun(SENTENCES[found].format(name=name_of(engine.url)))
    prepare(url, backups=backups)
    return engine


def _planned(engine: Engine | None, checked: list[Checked], book: Book) -> tuple[Plan, ImportResult]:
    """What the file changes.

    Raises: ImportRefused with every fault, of form and of reference.
    """
    stored = Stored()
    if engine is not None:
        with reading(engine) as session:
            stored = _stored(session, checked)
    return _judged(checked, book, stored)


def _judged(checked: list[Checked], book: Book, stored: Stored) -> tuple[Plan, ImportResult]:
    plan = plan_import(checked, stored)
    faults = in_order(fault for one in checked for fault in one.faults)
    result = _result(plan, book, faults)
    if faults:
        raise ImportRefused(result)
    return plan, result


def _result(plan: Plan, book: Book, faults: tuple[Fault, ...] = ()) -> ImportResult:
    return ImportResult(tuple(one.preview for one in plan.sheets), tuple(book.notes), faults)


def _stored(session: Session, checked: list[Checked]) -> Stored:
    return read_stored(session, [one.sheet for one in checked], SHEETS)


def _write(engine: Engine, checked: list[Checked], book: Book, plan: Plan, *, progress: Progress) -> ImportResult:
    """Write the plan and say what was written; where somebody changed a record since it was made, a new plan."""
    with writing(engine, changes_records=False) as session:
        result = _result(plan, book)
        if revision(session) != plan.revision:
            plan, result = _judged(checked, book, _stored(session, checked))
        if result.changes:
            _write_rows(session, book, plan, progress)
    return result


def _write_rows(session: Session, book: Book, plan: Plan, progress: Progress) -> None:
    count = _Count(plan.rows, "Writing", progress)
    write_plan(session, plan, advance=count.add)
    spans.refresh_all(session)
    audit.record(session, actor=ACTOR, action=ACTION, subject=book.subject, fields=_fields(plan), at=clock.now())
    bump(session)
    progress(count.total, count.total, "Done")


def _fields(plan: Plan) -> list[str]:
    """The sheets that were written to, and the columns in which rows changed."""
    sheets = [one.sheet.name for one in plan.sheets if one.added or one.changed]
    changed = {
        column.name
        for one in plan.sheets
        for _, old, new in one.changed
        for column, was, now in zip(one.sheet.kept, old, new, strict=True)
        if was != now
    }
    return [*sheets, *sorted(changed)]
