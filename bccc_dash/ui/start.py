"""What happens before the first visitor: the address is checked, the database made ready, slow imports done."""

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from ipaddress import ip_address
from typing import Any, NoReturn
from urllib.parse import urlsplit

from streamlit import config

from bccc_dash import clock, settings
from bccc_dash.commands import demo_visit, set_up
from bccc_dash.domain.errors import BcccError
from bccc_dash.store import schema
from bccc_dash.store.engine import open_engine, writing
from bccc_dash.ui import warm
from bccc_dash.workbook import demo_database

ONLY_HERE = (
    "BCCC Dash was told to listen on '{address}', where other machines could reach it. A password must not travel in "
    "the clear: say in BCCC_PUBLIC_URL by which https address it is reached, or leave server.address at 127.0.0.1."
)
NOBODY_YET = "Nobody has a password yet. Open {address}/set-up and give this code, which works once, for a day: {code}"


def settings_of_server() -> settings.Settings:
    """Return the settings by which the server answers, and tell Streamlit of the host name that they add.

    Ends with exit code 2 and one sentence where a setting is odd, or the server would listen where other machines could
    reach it without https.
    """
    try:
        chosen = settings.read_settings()
    except BcccError as problem:
        _end(str(problem))
    address = config.get_option("server.address")
    if chosen.public_url is None and not is_loopback(address):
        _end(ONLY_HERE.format(address=address or "every address"))
    if chosen.public_url is not None:
        hosts = [*config.get_option("server.allowedHosts"), urlsplit(chosen.public_url).hostname]
        config.set_option("server.allowedHosts", hosts)
    return chosen


def _end(sentence: str) -> NoReturn:
    sys.stderr.write(sentence + "\n")
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
    invite_the_first()
    warm.warm()
    yield


def invite_the_first() -> None:
    """Print the code of the first set-up while nobody has a password; nothing of the kind for the demonstration."""
    try:
        chosen = settings.read_settings()
        engine = open_engine(settings.serving_url(chosen))
        try:
            with writing(engine, changes_records=False) as session:
                if demo_visit.is_open(session) or not set_up.is_open(session):
                    return
                code = set_up.new_code(session, clock.now())
        finally:
            engine.dispose()
    except BcccError:
        return  # prepare_database has said why
    address = settings.home_address(chosen, config.get_option("server.port"))
    sys.stderr.write(NOBODY_YET.format(address=address, code=code) + "\n")


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
