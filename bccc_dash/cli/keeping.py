"""The commands that keep the records safe."""

import click

from bccc_dash.settings import own_url, read_settings
from bccc_dash.store.schema import prepare


@click.command()
def migrate() -> None:
    """Set the database up, or bring an older one up to date; an older one is backed up first."""
    settings = read_settings()
    prepare(own_url(settings), backups=settings.backups)
    click.echo("The database is up to date.")


COMMANDS = (migrate,)
