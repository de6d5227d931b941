"""Real servers for the browser: each on a port of its own, with records of its own, started side by side."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bccc_dash import clock
from bccc_dash.settings import sqlite_url
from bccc_dash.store.engine import open_engine
from bccc_dash.workbook.demo import demo_sheets
from bccc_dash.workbook.importing import import_sheets

ROOT = Path(__file__).resolve().parent.parent.parent
START_SECONDS = 120


@dataclass(frozen=True)
class Centre:
    """A centre's records and the server that shows them."""

    name: str
    folder: Path
    port: int
    server: subprocess.Popen[bytes]

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def file(self) -> Path:
        return self.folder / ("demo.db" if self.name == "demonstration" else "bccc.db")

    @cache  # noqa: B019  # three centres, each kept until the last browser test anyway
    def figures(self) -> dict[str, dict]:
        """What `figures --json` prints of these records, asked of the command line itself."""
        command = [sys.executable, "-m", "bccc_dash", "figures", "--json"]
        own = environment(self.folder)
        printed = subprocess.run(command, cwd=ROOT, env=own, capture_output=True, check=True)  # our own
        return json.loads(printed.stdout)["figures"]


def environment(folder: Path, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("BCCC_DATA", "STREAMLIT_"))}
    return kept | {"BCCC_DATA_FOLDER": str(folder)} | more


def free_port() -> int:
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        return int(tried.getsockname()[1])


def start(folder: Path, *options: str) -> tuple[subprocess.Popen[bytes], int]:
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"), f"--server.port={port}", *options]
    with (folder / "server.log").open("wb") as log:
        started = subprocess.Popen(  # our own server
            command, cwd=folder, env=environment(folder), stdout=log, stderr=log
        )
    return started, port


def wait_until_ready(centre: Centre) -> Centre:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and centre.server.poll() is None:
        try:
            with urllib.request.urlopen(f"{centre.address}/_stcore/health", timeout=5):  # http, own
                return centre
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise AssertionError((centre.folder / "server.log").read_text())


@contextmanager
def serving(name: str, folder: Path, records: Path) -> Iterator[Centre]:
    """A server of one's own, for as long as the block runs, on a copy of these records."""
    shutil.copy(records, folder / "bccc.db")
    server, port = start(folder)
    try:
        yield wait_until_ready(Centre(name, folder, port, server))
    finally:
        server.terminate()
        server.wait(20)


def records_of(name: str, folder: Path, nothing: Path) -> None:
    """Make the records: none of its own for the demonstration, a larger centre, or a database with nothing in it."""
    folder.mkdir()
    if name == "demonstration":
        return
    file = Path(shutil.copy(nothing, folder / "bccc.db"))
    if name == "large":
        import_demo(file, volunteers=250, years=5)


def import_demo(file: Path, **size: int) -> None:
    """Take the demonstration's records, as they are today, into a centre's own."""
    engine = open_engine(sqlite_url(file))
    import_sheets(demo_sheets(clock.today(), **size), engine=engine)
    engine.dispose()
