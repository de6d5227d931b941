"""What the bench prints: one line a measurement, its reach, and whether it was met."""

import sys
from dataclasses import dataclass
from enum import StrEnum

WIDTH = 66


class Unit(StrEnum):
    """What a value is, as it is written."""

    RATIO = "{:.2f}"
    SECONDS = "{:.2f} s"
    MILLISECONDS = "{:.1f} ms"
    KILOBYTES = "{:.0f} kB"
    COUNT = "{:.0f}"


@dataclass(frozen=True, slots=True)
class Line:
    """One measurement. No reach, no verdict."""

    what: str
    value: float
    reach: float | None = None
    unit: Unit = Unit.RATIO
    aside: str = ""

    @property
    def missed(self) -> bool:
        return self.reach is not None and self.value > self.reach

    def __str__(self) -> str:
        verdict = "" if self.reach is None else "NOT met" if self.missed else "met"
        values = f"{self._said(self.value):>10}{self._said(self.reach):>10}"
        return f"{self.what:<{WIDTH}}{values}  {verdict:<9}{self.aside}".rstrip()

    def _said(self, value: float | None) -> str:
        return "-" if value is None else self.unit.value.format(value)


def say(words: str) -> None:
    """One line on standard output, at once."""
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


def heading(words: str) -> None:
    say(f"\n{words:<{WIDTH}}{'measured':>10}{'reach':>10}")


def milliseconds(*times: float) -> str:
    """Times, for the aside."""
    return " ".join(f"{1000 * time:.1f}" for time in times) + " ms"
