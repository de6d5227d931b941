"""The commands that bring records in and take them out: import, export, template."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from bccc_dash import clock
from bccc_dash.cli.console import console_actor
from bccc_dash.commands import set_up
from bccc_dash.domain.errors import CouldNotRun, Refused
from bccc_dash.settings import Settings, demo_url, is_demo, own_url, read_settings
from bccc_dash.store import audit
from bccc_dash.store.engine import is_sqlite, open_engine, parse, reading, writing
from bccc_dash.store.schema import prepare
from bccc_dash.workbook.exporting import export_sheets, write_workbook
from bccc_dash.workbook.faults import Fault, ImportRefused, ImportResult, ImportWaits
from bccc_dash.workbook.importing import import_path
from bccc_dash.workbook.report import checked_report, write_report
from bccc_dash.workbook.template import write_template
from bccc_dash.workbook.waiting import Asker

ON_SCREEN = 1000
NOTHING_YET = "The centre has no records of its own yet, so there is nothing to export: import a workbook first."
NEXT = "Nobody can come in yet: `user set-up` prints the code with which the first person sets a password."
COLUMNS = ("added", "changed", "unchanged", "absent", "in_error")
PATH = click.Path(path_type=Path)


class _Bar:
    """One progress bar for each part of the work, on standard error."""

    def __init__(self) -> None:
        self.words, self.done = "", 0
        self.bar: Any = None

    def __call__(self, done: int, total: int, words: str) -> None:
        if words != self.words:
            self.finish()
            self.words, self.done = words, 0
            bar: Any = click.progressbar(length=total, label=words, file=sys.stderr)
            self.bar = bar
        self.bar.update(done - self.done)
        self.done = done

    def finish(self) -> None:
        if self.bar is not None:
            self.bar.render_finish()
            self.bar = None


@click.command("import")
@click.argument("path", type=PATH)
@click.option("--dry-run", is_flag=True, help="Show what would happen, and write nothing.")
@click.option("--report", type=PATH, help="Write every fault, and what is for the chair, to this CSV file.")
@click.option("--by", metavar="EMAIL", help="Who you are: needed where somebody else has to confirm the import.")
def import_(path: Path, dry_run: bool, report: Path | None, by: str | None) -> None:
    """Bring in the records of PATH: an .xlsx workbook, or a folder or zip of CSV files. All of it, or nothing.

    Once there are records, it changes nobody's role, flags or volunteer link, and nothing that was changed in the
    dashboard; ratified decisions and approval events wait for a second person.
    """
    settings = read_settings()
    report = _checked(report, path, settings)
    bar = _Bar()
    try:
        result = import_path(
            path,
            url=own_url(settings),
            backups=settings.backups,
            rows_a_sheet=settings.rows_a_sheet,
            dry_run=dry_run,
            progress=bar,
            asker=Asker(console_actor(), by),
        )
    except ImportRefused as refusal:
        bar.finish()
        _show(refusal.result)
        _show_faults(refusal.faults, (*refusal.faults, *refusal.result.for_chair), report)
        raise
    except ImportWaits as waits:
        bar.finish()
        _show(waits.result)
        _write(report, waits.result.for_chair)
        raise
    except Refused as refusal:
        bar.finish()
        _write(report, [Fault(path.name, None, "", "", str(refusal), "")])
        raise
    bar.finish()
    _show(result)
    click.echo(_outcome(result, dry_run=dry_run))
    if not dry_run:
        _say_how_to_come_in(own_url(settings))
    _write(report, result.for_chair)


def _checked(report: Path | None, path: Path, settings: Settings) -> Path | None:
    """Where the report may be written, asked before anything is read: later the records would be in already."""
    if report is None:
        return None
    addresses = [parse(url) for url in (own_url(settings), demo_url(settings))]
    databases = [Path(one.database or "") for one in addresses if is_sqlite(one)]
    return checked_report(report, source=path, databases=databases, backups=settings.backups)


def _outcome(result: ImportResult, *, dry_run: bool) -> str:
    if not result.changes and result.for_chair:
        return f"No record {'would change' if dry_run else 'was changed'}: the rest is for the chair."
    if not result.changes:
        return "Everything in it is stored already: nothing was changed."
    return "This is what would change: nothing was written." if dry_run else "The records are in."


def _say_how_to_come_in(url: str) -> None:
    """Say what comes next while nobody can come in."""
    engine = open_engine(url)
    with reading(engine) as session:
        nobody = set_up.is_open(session)
    engine.dispose()
    if nobody:
        click.echo(NEXT, err=True)


def _show(result: ImportResult) -> None:
    """The preview, a line a sheet, and what was noticed in the file."""
    click.echo(f"{'sheet':<22}" + "".join(f"{name.replace('_', ' '):>11}" for name in COLUMNS))
    for sheet in result.preview:
        click.echo(f"{sheet.sheet:<22}" + "".join(f"{getattr(sheet, name):>11,}" for name in COLUMNS))
    if any(sheet.absent for sheet in result.preview):
        click.echo("Absent rows are stored but not in the file: they stay as they are.")
    for line in (*result.notes, *result.for_chair[:ON_SCREEN]):
        click.echo(str(line))
    if len(result.for_chair) > ON_SCREEN:
        click.echo(f"And {len(result.for_chair) - ON_SCREEN:,} more for the chair.")


def _show_faults(faults: tuple[Fault, ...], told: tuple[Fault, ...], report: Path | None) -> None:
    for fault in faults[:ON_SCREEN]:
        click.echo(str(fault), err=True)
    if len(faults) > ON_SCREEN:
        click.echo(f"And {len(faults) - ON_SCREEN:,} more: add --report FILE to have them all.", err=True)
    _write(report, told)


def _write(report: Path | None, faults: Iterable[Fault]) -> None:
    if report is not None:
        write_report(faults, report)


@click.command("export")
@click.option("--workbook", "path", type=PATH, required=True, help="The .xlsx file to write.")
@click.option("--overwrite", is_flag=True, help="Write over a file that is there already.")
def export(path: Path, overwrite: bool) -> None:
    """Write every record to an .xlsx workbook, which `import` reads again."""
    settings = read_settings()
    if is_demo(settings):
        raise CouldNotRun(NOTHING_YET)
    prepare(own_url(settings), backups=settings.backups)
    engine = open_engine(own_url(settings))
    with reading(engine) as session:
        sheets = export_sheets(session)
    with writing(engine, changes_records=False) as session:
        fields = [name for name, rows in sheets.items() if rows]
        audit.record(session, actor="command line", action="EXPORT", subject="workbook", fields=fields, at=clock.now())
    write_workbook(sheets, path, overwrite=overwrite)
    engine.dispose()
    click.echo(f"The records are in {path}. It is not encrypted: keep it on an encrypted disk.")


@click.command("template")
@click.argument("path", type=PATH)
@click.option("--overwrite", is_flag=True, help="Write over a file that is there already.")
def template(path: Path, overwrite: bool) -> None:
    """Write an empty workbook to PATH, explained and with drop-down lists, for the centre to fill in."""
    write_template(path, overwrite=overwrite)
    click.echo(f"The empty workbook is in {path}: its first sheet says how to fill it in.")


COMMANDS = (import_, export, template)
