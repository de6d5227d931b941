"""`python -m tests.bench`: prints each measurement and whether it meets its reach; exits 1 if one does not."""

import argparse
import sys
import tempfile
from collections.abc import Callable, Collection, Mapping
from datetime import date
from functools import partial
from pathlib import Path

from bccc_dash import clock
from bccc_dash.domain.links import Place
from bccc_dash.ui.menu import MENU
from tests.bench.arriving import arrive_lines
from tests.bench.databases import LARGE, MIDDLE, SMALL, database
from tests.bench.figuring import figure_lines
from tests.bench.importing import import_lines
from tests.bench.paging import page_lines
from tests.bench.report import Line, heading, say
from tests.bench.using import use_lines

PARTS = ("import", "figures", "overview", "pages", "use", "arrive")
OTHERS = [place for place in MENU if place is not Place.OVERVIEW]


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
    if set(PARTS[1:]) & set(asked.only):
        sizes = (SMALL, MIDDLE) if asked.quick else (SMALL, MIDDLE, LARGE)
        databases = {size: database(folder, size, today=today) for size in sizes}
        part("figures", "Figures", lambda: figure_lines(databases, today=today, repeats=asked.repeats))
        for name, words, places in (("overview", "Overview", [Place.OVERVIEW]), ("pages", "The other pages", OTHERS)):
            part(name, words, partial(_pages, databases, places, today=today, repeats=asked.repeats))
        arrive = partial(arrive_lines, databases[SMALL], scratch, today=today, repeats=asked.repeats)
        part("arrive", "Coming in, 60 volunteers", arrive)
        often = 5 * asked.repeats
        part("use", "In use, 2,000 volunteers", lambda: use_lines(databases, today=today, repeats=often))
    return lines


def _pages(databases: Mapping[int, Path], places: Collection[Place], *, today: date, repeats: int) -> list[Line]:
    return page_lines(databases, places, today=today, repeats=2 * repeats + 1, past_repeats=repeats)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="leave the centre of 100 000 volunteers out")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep the databases there, and use them again")
    parser.add_argument("--repeats", type=int, default=3, help="how often each is measured (default 3)")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS, help="measure these parts only")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
