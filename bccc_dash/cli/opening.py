"""Opening the records for a command: the centre's own where there are some, else the invented centre."""

from collections.abc import Iterator
from contextlib import contextmanager

import click
from sqlalchemy import Engine

from bccc_dash import clock
from bccc_dash.settings import is_demo, own_url, read_settings, serving_url
from bccc_dash.store.engine import open_engine
from bccc_dash.store.schema import prepare
from bccc_dash.workbook.demo_database import refresh_demo

DEMO_SAID = "These are the figures of the demonstration centre: every person and event in it is invented."


@contextmanager
def open_records() -> Iterator[Engine]:
    """The database that the dashboard shows, made or brought up to date first.

    Raises: CouldNotRun where it cannot be used.
    """
    settings = read_settings()
    if is_demo(settings):
        click.echo(DEMO_SAID, err=True)
        refresh_demo(serving_url(settings), clock.today())
    else:
        prepare(own_url(settings), backups=settings.backups)
    engine = open_engine(serving_url(settings))
    try:
        yield engine
    finally:
        engine.dispose()
