"""The commands that keep the records safe: migrate, backup, restore."""

from pathlib import Path

import click

from bccc_dash.domain.errors import CouldNotRun
from bccc_dash.settings import is_demo, own_url, read_settings
from bccc_dash.store.backup import backup
from bccc_dash.store.restore import restore
from bccc_dash.store.schema import prepare

NOTHING_YET = "The centre has no records of its own yet, so there is nothing to back up: import a workbook first."


@click.command("migrate")
def migrate() -> None:
    """Set the database up, or bring an older one up to date; an older one is backed up first."""
    settings = read_settings()
    prepare(own_url(settings), backups=settings.backups)
    click.echo("The database is up to date.")


@click.command("backup")
@click.argument("path", type=click.Path(path_type=Path))
def back_up(path: Path) -> None:
    """Write a copy of the records to PATH, a new file. The dashboard may go on running."""
    settings = read_settings()
    if is_demo(settings):
        raise CouldNotRun(NOTHING_YET)
    prepare(own_url(settings), backups=settings.backups)
    backup(own_url(settings), path)
    click.echo(f"The records are copied to {path}. It is not encrypted: keep it on an encrypted disk.")


@click.command("restore")
@click.argument("path", type=click.Path(path_type=Path))
def put_back(path: Path) -> None:
    """Put the backup at PATH in place of the records; what was there is kept. The dashboard may go on running."""
    settings = read_settings()
    kept = restore(own_url(settings), path, backups=settings.backups)
    click.echo(f"The records are those of {path}.")
    if kept is not None:
        click.echo(f"What was there before is kept as {kept}.")


COMMANDS = (migrate, back_up, put_back)
