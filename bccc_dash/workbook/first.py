"""The centre's first import: its database is built aside, and appears with all its records or not at all."""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from bccc_dash import clock
from bccc_dash.domain.errors import CouldNotRun
from bccc_dash.store.backup import flush_to_disk
from bccc_dash.store.engine import connect_sqlite, is_sqlite, parse

BESIDE = ("", "-journal", "-wal", "-shm")
STALE_SECONDS = 24 * 60 * 60


def absent_file(url: str) -> Path | None:
    """The file of a SQLite database that is not there yet; None for any other database."""
    parsed = parse(url)
    path = Path(parsed.database or "")
    return path if is_sqlite(parsed) and not path.exists() else None


@contextmanager
def built_aside(path: Path) -> Iterator[Path]:
    """A name beside `path` to build its database under, of which nothing stays; what a killed import left goes too.

    Raises: CouldNotRun where the folder cannot be written to.
    """
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        for left in path.parent.glob(f"{path.name}.*.part"):
            if _is_stale(left):
                _remove(left)
    except OSError as error:
        raise _unmade(path, error) from error
    try:
        yield part
    finally:
        _remove(part)


def _is_stale(part: Path) -> bool:
    """Whether the import that was building it is gone. (Windows has no harmless way to ask: there, a day must pass.)"""
    owner = part.suffixes[-2].removeprefix(".")
    if not owner.isdigit() or int(owner) == os.getpid():
        return owner.isdigit()
    if os.name == "nt":
        return clock.now().timestamp() - part.stat().st_mtime > STALE_SECONDS
    try:
        os.kill(int(owner), 0)
    except ProcessLookupError:
        return True
    except (PermissionError, OverflowError):
        return False  # somebody else's process, or no process at all
    return False


def _remove(part: Path) -> None:
    for more in BESIDE:
        with suppress(OSError):  # another process may have cleared it away first
            part.with_name(part.name + more).unlink(missing_ok=True)


def put_in_place(part: Path, path: Path) -> bool:
    """Whether the database that was built, safe on the disk, now stands at `path`: False where another stood there.

    Raises: CouldNotRun where the disk will not take it.
    """
    with closing(connect_sqlite(part, mode="rw")) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    try:
        flush_to_disk(part)
        if not path.exists():
            _remove_log(path)
        if not _linked(part, path):
            return False
        flush_to_disk(path.parent)
    except OSError as error:
        raise _unmade(path, error) from error
    return True


def _remove_log(path: Path) -> None:
    """Remove the log of a database that somebody deleted, which SQLite would play into the new one."""
    for more in BESIDE[1:]:
        path.with_name(path.name + more).unlink(missing_ok=True)


def _linked(part: Path, path: Path) -> bool:
    """Whether `path` came to name the file: unlike a rename, a link never takes the place of another file."""
    try:
        os.link(part, path)
    except FileExistsError:
        return False
    except OSError:  # some disks know no links
        if path.exists():
            return False
        part.replace(path)
    return True


def _unmade(path: Path, error: OSError) -> CouldNotRun:
    return CouldNotRun(
        f"{path} cannot be made ({error.strerror}): its folder must be writable, and the disk have room."
    )
