"""Times: medians of several repeats, taken in turn so that a busy moment of the machine falls on all alike."""

from collections.abc import Callable, Hashable, Mapping
from statistics import median
from time import perf_counter
from typing import TypeVar

Name = TypeVar("Name", bound=Hashable)


def seconds(work: Callable[[], object]) -> float:
    """How long one run took."""
    began = perf_counter()
    work()
    return perf_counter() - began


def medians(
    works: Mapping[Name, Callable[[], object]], *, repeats: int, before: Callable[[Name], object] = lambda _: None
) -> dict[Name, float]:
    """The median time of each piece of work; `before` is done ahead of each run and not timed."""
    taken: dict[Name, list[float]] = {name: [] for name in works}
    for _ in range(repeats):
        for name, work in works.items():
            before(name)
            taken[name].append(seconds(work))
    return {name: median(times) for name, times in taken.items()}
