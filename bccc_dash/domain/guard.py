"""What stops a deed: each rule says in a sentence what stands in the way, by which clause, and what lifts it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import ClassVar, Generic, ParamSpec

from bccc_dash.domain.errors import Refused

P = ParamSpec("P")


@dataclass(frozen=True)
class Obstacle:
    """What stands in the way, and what lifts it, in one sentence; by which clause; `answer` is the deed that lifts it.

    Bounds: a clause is empty where no clause but the record's own sense asks for it.
    """

    sentence: str
    clause: str = ""
    answer: str = ""


class Guard(Generic[P]):
    """A rule before a deed. It is listed with its clauses in docs/rules.md, with the tests that name it."""

    known: ClassVar[list["Guard[...]"]] = []

    def __init__(self, obstacles: Callable[P, Iterator[Obstacle]], *clauses: str) -> None:
        self._obstacles, self.clauses = obstacles, clauses
        self.name, self.meaning = obstacles.__name__.removeprefix("_"), obstacles.__doc__ or ""
        self.module = obstacles.__module__
        Guard.known.append(self)

    def obstacles(self, *given: P.args, **named: P.kwargs) -> tuple[Obstacle, ...]:
        """Return all that stands in the way, in the order in which a person would lift it; empty where nothing does."""
        return tuple(self._obstacles(*given, **named))

    def check(self, *given: P.args, **named: P.kwargs) -> None:
        """Pass where nothing stands in the way.

        Raises: Refused, with the first obstacle's sentence and clause.
        """
        for obstacle in self._obstacles(*given, **named):
            raise Refused(obstacle.sentence, clause=obstacle.clause or None)

    def holds(self, *given: P.args, **named: P.kwargs) -> bool:
        """Return whether nothing stands in the way."""
        return not self.obstacles(*given, **named)
