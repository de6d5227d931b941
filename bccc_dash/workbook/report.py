"""The faults of an import as a CSV file that is safe to open in a spreadsheet."""

import csv
import os
import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from bccc_dash.domain.errors import CouldNotRun, Refused
from bccc_dash.workbook.faults import Fault

HEADING = (",".join(Fault._fields) + "\r\n").encode()
ANOTHER = "name another file with --report."
_RISKY = tuple("=+-@\t\r\n＝＋－＠")
_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")


def checked_report(report: Path, *, source: Path, databases: Sequence[Path], backups: Path) -> Path:
    """Where a report may be written: nothing but an older report is ever written over. Nothing is read or made.

    Raises: Refused (the file to import, a database, a backup, a folder, or any file but a report stands there, or
    there is no such folder); CouldNotRun where the disk will not take it.
    """
    target = report.resolve()
    if problem := _stands_in_the_way(target, source.resolve(), [one.resolve() for one in databases], backups.resolve()):
        raise Refused(f"The report cannot be written to {report}: {problem}; {ANOTHER}")
    try:
        part = _part(target)
        part.touch(0o600)
        part.unlink()
    except OSError as error:
        raise _unwritable(report, error) from error
    return target


def _stands_in_the_way(target: Path, source: Path, databases: Sequence[Path], backups: Path) -> str | None:
    if target == source or source in target.parents:
        return "it is what is to be imported"
    if any(target.parent == one.parent and target.name.startswith(one.name) for one in databases):
        return "the database is kept there"
    if target == backups or backups in target.parents:
        return "the backups are kept there"
    if target.is_dir():
        return "it is a folder"
    if not target.parent.is_dir():
        return "its folder is not there"
    return "another file is there already, and is not written over" if _is_taken(target) else None


def _is_taken(target: Path) -> bool:
    """Whether something other than an older report of ours is there."""
    if not target.exists():
        return False
    if not target.is_file():
        return True
    try:
        with target.open("rb") as file:
            return file.read(len(HEADING)) != HEADING
    except OSError:
        return True  # what cannot be read is not known to be a report


def write_report(faults: Iterable[Fault], path: Path) -> None:
    """Write one line a fault: sheet, row (as the spreadsheet numbers it), column, value, problem, remedy.

    The file appears whole or not at all, and only its owner may read it.
    Raises: CouldNotRun where the disk will not take it.
    """
    part = _part(path)
    try:
        part.touch(0o600)
        with part.open("w", encoding="utf-8", newline="") as file:
            lines = csv.writer(file)
            lines.writerow(Fault._fields)
            lines.writerows([escaped(cell) for cell in fault] for fault in faults)
        part.replace(path)
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:
        with suppress(OSError):  # what refused the file has been said already
            part.unlink(missing_ok=True)


def _part(path: Path) -> Path:
    return path.with_name(f".{path.name}.{os.getpid()}.part")


def _unwritable(path: Path, error: OSError) -> CouldNotRun:
    return CouldNotRun(f"The report cannot be written to {path} ({error.strerror}): {ANOTHER}")


def escaped(cell: object) -> str:
    """A cell that no spreadsheet takes for a formula: what begins like one gets an apostrophe before it."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.startswith(_RISKY) and not _NUMBER.fullmatch(text) else text
