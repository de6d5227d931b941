"""What the bench prints: one line a measurement, its reach, and whether it was met."""

import sys
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One measurement: a ratio, or seconds where `is_ratio` is False. No reach, no verdict."""

    what: str
    value: float
    reach: float | None = None
    is_ratio: bool = True
    aside: str = ""

    @property
    def missed(self) -> bool:
        return self.reach is not None and self.value > self.reach

    def __str__(self) -> str:
        verdict = "" if self.reach is None else "NOT met" if self.missed else "met"
        values = f"{self._said(self.value):>10}{self._said(self.reach):>10}"
        return f"{self.what:<58}{values}  {verdict:<9}{self.aside}".rstrip()

    def _said(self, value: float | None) -> str:
        if value is None:
            return "-"
        return f"{value:.2f}" if self.is_ratio else f"{value:.2f} s"


def say(words: str) -> None:
    """One line on standard output, at once."""
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


def heading(words: str) -> None:
    say(f"\n{words:<58}{'measured':>10}{'reach':>10}")


def milliseconds(*times: float) -> str:
    """Times, for the aside."""
    return " ".join(f"{1000 * time:.1f}" for time in times) + " ms"
