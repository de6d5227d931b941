"""An import from beginning to end: read, check, plan, back up, write; all of it or nothing."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine
from sqlmodel import Session

from bccc_dash import clock
from bccc_dash.domain.errors import CouldNotRun
from bccc_dash.domain.imports import BroughtItem, ImportDeed
from bccc_dash.settings import sqlite_url
from bccc_dash.store import audit, spans
from bccc_dash.store.backup import keep_backup
from bccc_dash.store.engine import open_engine, reading, writing
from bccc_dash.store.faults import name_of
from bccc_dash.store.revision import bump, revision
from bccc_dash.store.schema import prepare
from bccc_dash.store.upgrade import SENTENCES, Standing, standing
from bccc_dash.workbook.asking_chair import keep_asked
from bccc_dash.workbook.book_checks import Count, Progress, check_book, silent
from bccc_dash.workbook.checking import Checked
from bccc_dash.workbook.faults import ImportRefused, ImportResult, in_order
from bccc_dash.workbook.first import absent_file, built_aside, put_in_place
from bccc_dash.workbook.planning import Plan, plan_import
from bccc_dash.workbook.reading import read_path
from bccc_dash.workbook.second_person import fingerprint, items_of
from bccc_dash.workbook.sheets import SHEETS, sheet_named
from bccc_dash.workbook.stored import Stored, read_stored
from bccc_dash.workbook.tables import Book, Table
from bccc_dash.workbook.waiting import Asker, check_let_in, foretold, use_leave
from bccc_dash.workbook.writing import write_plan

ACTION = "IMPORT"
CONSOLE = Asker("command line")
Sheets = dict[str, list[dict[str, object]]]


@dataclass(frozen=True)
class Import:
    """What is to be imported, by whom, and who follows its progress."""

    book: Book
    checked: list[Checked]
    asker: Asker
    progress: Progress


@dataclass(frozen=True)
class Planned:
    """What an import would do; `items` are those that a second person has to confirm."""

    plan: Plan
    result: ImportResult
    items: tuple[BroughtItem, ...] = ()

    @property
    def does_nothing(self) -> bool:
        return not self.result.changes and not self.plan.asked


def import_path(
    path: Path,
    *,
    url: str,
    backups: Path,
    rows_a_sheet: int,
    dry_run: bool = False,
    progress: Progress = silent,
    asker: Asker = CONSOLE,
) -> ImportResult:
    """What an import of a workbook, a folder or a zip of CSVs did, or with `dry_run` would do.

    `progress` is told (done, total, in words) as it goes.
    Raises: ImportRefused with every fault, ImportWaits for a second person, Refused for a file that cannot be read,
    CouldNotRun; no record is written.
    """
    progress(0, 1, "Reading")
    book = read_path(path, rows_a_sheet=rows_a_sheet)
    work = Import(book, check_book(book, progress=progress), asker, progress)
    if (file := absent_file(url)) is not None:
        planned = _judged(work, Stored(), None)
        if dry_run or planned.does_nothing:
            return planned.result
        if made := _made(file, work, planned, backups=backups):
            return made
    engine = _standing_engine(url, backups=backups, dry_run=dry_run)
    try:
        planned = _planned(engine, work)
        if dry_run or planned.does_nothing:
            return planned.result
        return _done(engine, work, planned, url=url, backups=backups)
    finally:
        if engine is not None:
            engine.dispose()


def _done(engine: Engine | None, work: Import, planned: Planned, *, url: str, backups: Path) -> ImportResult:
    """What the import did, once the records are in safety and a second person has confirmed what needs that."""
    if engine is None:
        prepare(url, backups=backups)
        made = open_engine(url)
        try:
            return _write(made, work, planned)
        finally:
            made.dispose()
    _check_let_in(engine, work, planned)
    if planned.result.changes:
        keep_backup(url, backups, why="before-import")
    return _write(engine, work, planned)


def _made(file: Path, work: Import, planned: Planned, *, backups: Path) -> ImportResult | None:
    """What the first import did; None where another import made the database meanwhile, and nothing was done."""
    with built_aside(file) as part:
        prepare(sqlite_url(part), backups=backups)
        engine = open_engine(sqlite_url(part))
        try:
            result = _write(engine, work, planned)
        finally:
            engine.dispose()
        return result if put_in_place(part, file) else None


def import_sheets(sheets: Sheets, *, engine: Engine, asker: Asker = CONSOLE) -> ImportResult:
    """What an import of cell values did: the same rules as a file's, in one transaction, without a limit of rows.

    Raises: ImportRefused with every fault, ImportWaits for a second person, Refused where nothing is there to import;
    no record is written.
    """
    book = Book([_as_table(name, rows) for name, rows in sheets.items() if rows or name == "volunteers"])
    work = Import(book, check_book(book, progress=silent), asker, silent)
    planned = _planned(engine, work)
    if planned.does_nothing:
        return planned.result
    _check_let_in(engine, work, planned)
    return _write(engine, work, planned)


def _as_table(name: str, rows: list[dict[str, object]]) -> Table:
    sheet = sheet_named(name)
    columns = [column.name for column in sheet.columns] if sheet and not rows else []
    heading = list(dict.fromkeys(column for row in rows for column in row)) or columns
    return Table(name, heading, [[row.get(column) for column in heading] for row in rows])


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


def _planned(engine: Engine | None, work: Import) -> Planned:
    """What the file changes.

    Raises: ImportRefused with every fault, of form and of reference.
    """
    if engine is None:
        return _judged(work, Stored(), None)
    with reading(engine) as session:
        return _judged(work, _stored(session, work), session)


def _stored(session: Session, work: Import) -> Stored:
    return read_stored(session, [one.sheet for one in work.checked], SHEETS)


def _judged(work: Import, stored: Stored, session: Session | None) -> Planned:
    """The plan for what is stored, from which it can also be told what a second person has to confirm."""
    plan = plan_import(work.checked, stored)
    faults = in_order(fault for one in work.checked for fault in one.faults)
    previews, asked = tuple(one.preview for one in plan.sheets), tuple(one.place for one in plan.asked)
    notes = tuple(work.book.notes)
    if faults:
        raise ImportRefused(ImportResult(previews, notes, faults, asked))
    items = items_of(session, plan) if session else ()
    if items and session:
        notes = (*notes, foretold(session, fingerprint(work.checked), items, clock.now()))
    return Planned(plan, ImportResult(previews, notes, (), asked), items)


def _check_let_in(engine: Engine, work: Import, planned: Planned) -> None:
    """Pass where no second person is needed, or one has confirmed.

    Raises: ImportWaits, Refused.
    """
    if planned.items:
        mark = fingerprint(work.checked)
        check_let_in(engine, mark, planned.items, clock.now(), asker=work.asker, result=planned.result)


def _write(engine: Engine, work: Import, planned: Planned) -> ImportResult:
    """Write the plan and say what was written; where somebody changed a record since it was made, a new plan."""
    with writing(engine, changes_records=False) as session:
        if revision(session) != planned.plan.revision:
            planned = _judged(work, _stored(session, work), session)
        if planned.items:
            use_leave(session, fingerprint(work.checked), planned.items, clock.now(), asker=work.asker)
        if planned.result.changes:
            _write_rows(session, work, planned.plan)
        _list_for_chair(session, work, planned.plan)
    return planned.result


def _write_rows(session: Session, work: Import, plan: Plan) -> None:
    count, at = Count(plan.rows, "Writing", work.progress), clock.now()
    write_plan(session, plan, at=at, advance=count.add)
    spans.refresh_all(session)
    _tell(session, work, ACTION, _fields(plan))
    bump(session)
    work.progress(count.total, count.total, "Done")


def _list_for_chair(session: Session, work: Import, plan: Plan) -> None:
    """List what the workbook says of people; it is told in the audit where the list grew."""
    if plan.asked and (fields := keep_asked(session, plan.asked, actor=work.asker.actor, at=clock.now())):
        _tell(session, work, ImportDeed.LISTED, fields)


def _tell(session: Session, work: Import, action: str, fields: list[str]) -> None:
    actor, subject = work.asker.actor, work.book.subject
    audit.record(session, actor=actor, action=action, subject=subject, fields=fields, at=clock.now())


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
