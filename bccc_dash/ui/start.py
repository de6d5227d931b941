"""What happens before the first visitor: the address is checked, the database made ready, slow imports done."""

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from ipaddress import ip_address
from typing import Any

from streamlit import config

from bccc_dash import clock, settings
from bccc_dash.domain.errors import BcccError
from bccc_dash.store import schema
from bccc_dash.ui import warm
from bccc_dash.workbook import demo_database

ONLY_HERE = (
    "BCCC Dash was told to listen on '{address}', where other machines could reach it. There is no sign-in yet, so it "
    "listens on 127.0.0.1 only: leave server.address at that."
)


def refuse_other_addresses() -> None:
    """End with exit code 2 and one sentence if the server is told to listen where other machines could reach it."""
    address = config.get_option("server.address")
    if not is_loopback(address):
        sys.stderr.write(ONLY_HERE.format(address=address or "every address") + "\n")
        sys.exit(2)


def is_loopback(address: str | None) -> bool:
    """Return whether an address is this machine's own; none at all means every address."""
    if address == "localhost":
        return True
    try:
        return ip_address(address or "").is_loopback
    except ValueError:
        return False


@asynccontextmanager
async def lifespan(_app: Any) -> AsyncIterator[None]:
    """Make ready before the server answers anybody."""
    prepare_database()
    warm.warm()
    yield


def prepare_database() -> None:
    """Create or migrate the database to show; where there are no own records, make the demonstration centre current.

    A database that cannot be used is said on stderr: the server starts all the same, and every page says it too.
    """
    try:
        chosen = settings.read_settings()
        if settings.is_demo(chosen):
            demo_database.refresh_demo(settings.demo_url(chosen), clock.today())
        else:
            schema.prepare(settings.serving_url(chosen), backups=chosen.backups)
    except BcccError as problem:
        sys.stderr.write(f"{problem}\n")
