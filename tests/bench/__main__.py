"""`python -m tests.bench`: prints each measurement and whether it meets its reach; exits 1 if one does not."""

import argparse
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from bccc_dash import clock
from tests.bench.databases import LARGE, MIDDLE, SMALL, database
from tests.bench.figuring import figure_lines
from tests.bench.importing import import_lines
from tests.bench.overviewing import overview_lines
from tests.bench.report import Line, heading, say

PARTS = ("import", "figures", "overview")


def main() -> int:
    asked = _arguments()
    today = clock.today()
    with tempfile.TemporaryDirectory(prefix="bccc-bench-") as scratch:
        folder = asked.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        lines = _measure(asked, folder, Path(scratch), today=today)
    missed = [line.what for line in lines if line.missed]
    say("\nEvery reach is met." if not missed else f"\n{len(missed)} NOT met: " + "; ".join(missed) + ".")
    return 1 if missed else 0


def _measure(asked: argparse.Namespace, folder: Path, scratch: Path, *, today: date) -> list[Line]:
    lines: list[Line] = []

    def part(name: str, words: str, measure: Callable[[], list[Line]]) -> None:
        if name in asked.only:
            heading(words)
            found = measure()
            lines.extend(found)
            for line in found:
                say(str(line))

    part("import", "Import", lambda: import_lines(scratch, today=today, repeats=asked.repeats))
    if {"figures", "overview"} & set(asked.only):
        sizes = (SMALL, MIDDLE) if asked.quick else (SMALL, MIDDLE, LARGE)
        databases = {size: database(folder, size, today=today) for size in sizes}
        part("figures", "Figures", lambda: figure_lines(databases, today=today, repeats=asked.repeats))
        part("overview", "Overview", lambda: overview_lines(databases, today=today, repeats=2 * asked.repeats + 1))
    return lines


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="leave the centre of 100 000 volunteers out")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep the databases there, and use them again")
    parser.add_argument("--repeats", type=int, default=3, help="how often each is measured (default 3)")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS, help="measure these parts only")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
