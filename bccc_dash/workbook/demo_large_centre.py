"""The ground of a large centre: its days, its rows, and its references in the order in which they are given."""

from dataclasses import dataclass, field
from datetime import date
from random import Random

from bccc_dash.workbook.demo_centre import Cells, Sheets


@dataclass
class LargeCentre:
    """A centre in the making: `days[n]` is day n of it, `last` the day on which it is looked at."""

    days: list[date]
    last: int
    chance: Random
    sheets: Sheets = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def rows(self, sheet: str) -> list[Cells]:
        """The rows of a sheet so far."""
        return self.sheets.setdefault(sheet, [])

    def ref(self, letter: str, day: int) -> str:
        """The next reference of a kind in the year of that day."""
        prefix = f"{letter}-{self.days[day].year}-"
        number = self.counts[prefix] = self.counts.get(prefix, 0) + 1
        return f"{prefix}{number:05d}"
