"""Chance, from hypothesis or from a seeded Random alike, and the days on which it likes to land."""

import datetime as dt
from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

from tests.oracle.days import Day, is_working, year_before

T = TypeVar("T")
Words = type[StrEnum]

ANCHORS = tuple(
    map(Day.fromisoformat, ("2026-04-09", "2024-02-29", "2025-12-29", "2025-02-28", "2026-10-31", "2026-05-05"))
)
"""After Easter, a leap day, between Christmas and New Year, a year after a leap day, a Saturday, after May Day."""

NEAR = (0, -1, 1, -2, -3, -4, -5, -6, -7, -8, -9, -10, -11, -12, -14, -15)
FAR = (-27, -28, -29, -30, -31, -42, -43, -60, -61, -88, -89, -90, -91, -92, -179, -180, -181, -182, -183, -184, -364)
ROUND = (-365, -366, -367, -400, -548, -731, 2, 5, 28, 90, 365)
STEPS = (0, 1, -1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 27, 28, 29, 30, 89, 90, 91, 182, 183)


def moved(day: Day, days: int) -> Day:
    return day + dt.timedelta(days=days)


@cache
def pool(anchor: Day) -> tuple[Day, ...]:
    """The days around an anchor where figures change: its neighbours, targets before it, bank holidays, a year back."""
    days = [moved(anchor, offset) for offset in (*NEAR, *FAR, *ROUND)]
    closed = [day for day in (moved(anchor, -k) for k in range(40)) if day.weekday() < 5 and not is_working(day)]
    days += [moved(day, offset) for day in closed for offset in (-1, 0, 1)]
    days += [moved(year_before(anchor), offset) for offset in (-1, 0, 1)]
    return tuple(dict.fromkeys(days))


class Dice:
    """Picks, all made of one: `choose` one of a sequence. What stands first is the simplest."""

    def __init__(self, choose: Callable[[Sequence[Any]], Any], anchor: Day) -> None:
        self.pick = choose
        self.days = pool(anchor)
        self.anchor = anchor
        self.warm_up()

    def warm_up(self) -> None:
        """Choose anew the few days on which most things will happen."""
        self.hot = tuple(self.pick(self.days) for _ in range(4))

    def chance(self, percent: int) -> bool:
        return bool(self.pick(range(100)) >= 100 - percent)

    def count(self, most: int) -> range:
        return range(self.pick(range(most + 1)))

    def some(self, options: Sequence[T], percent: int = 80) -> T | None:
        """One of these, or blank."""
        return self.pick(options) if self.chance(percent) else None

    def word(self, words: Words | Sequence[StrEnum], percent: int = 100) -> str | None:
        """A fixed word, mostly as stored, at times in small letters; or blank."""
        chosen = self.some(list(words), percent) if percent < 100 else self.pick(list(words))
        if chosen is None:
            return None
        return str(chosen).lower() if self.chance(5) else str(chosen)

    def day(self) -> Day:
        return self.pick(self.hot) if self.chance(60) else self.pick(self.days)

    def long_ago(self) -> Day:
        """A day half a year and more back."""
        return moved(self.days[0], -self.pick((181, 182, 183, 184, 364, 365, 366, 367, 731)))

    def maybe_day(self, percent: int = 70) -> Day | None:
        return self.day() if self.chance(percent) else None

    def after(self, day: Day, percent: int = 80) -> Day | None:
        """A day a telling distance after another, or any, or blank."""
        if not self.chance(percent):
            return None
        return moved(day, self.pick(STEPS)) if self.chance(70) else self.day()

    def truth(self, percent: int = 70, blank: int = 15) -> object:
        if self.chance(blank):
            return None
        return self.pick((True, "yes", "Y")) if self.chance(percent) else self.pick((False, "no", "FALSE"))

    def ref(self, ref: str) -> str:
        """A reference as people write it."""
        return self.pick((ref, ref, ref, ref.lower(), f" {ref} "))
