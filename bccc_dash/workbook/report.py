"""The faults of an import as a CSV file that is safe to open in a spreadsheet."""

import csv
import re
from collections.abc import Iterable
from pathlib import Path

from bccc_dash.domain.errors import CouldNotRun
from bccc_dash.workbook.faults import Fault

_RISKY = tuple("=+-@\t\r\n＝＋－＠")
_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")


def write_report(faults: Iterable[Fault], path: Path) -> None:
    """Write one line a fault: sheet, row (as the spreadsheet numbers it), column, value, problem, remedy.

    Raises: CouldNotRun where the disk will not take it.
    """
    try:
        with path.open("w", encoding="utf-8", newline="") as file:
            lines = csv.writer(file)
            lines.writerow(Fault._fields)
            lines.writerows([escaped(cell) for cell in fault] for fault in faults)
    except OSError as error:
        raise CouldNotRun(f"{path} cannot be written ({error.strerror}): name another file with --report.") from error


def escaped(cell: object) -> str:
    """A cell that no spreadsheet takes for a formula: what begins like one gets an apostrophe before it."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.startswith(_RISKY) and not _NUMBER.fullmatch(text) else text
