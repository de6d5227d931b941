"""A table as it is read: headings, rows of words, and in a cell perhaps a link or a status."""

from collections.abc import Iterable
from dataclasses import dataclass

from bccc_dash.domain import words
from bccc_dash.domain.links import Link
from bccc_dash.domain.overview import Rag
from bccc_dash.domain.standing import Standing

Cell = str | Link | Standing | Rag


@dataclass(frozen=True)
class Table:
    """A table in reading order. Every row has a cell for each column; the first cell names the row.

    `figures` are the columns of numbers, which stand to the right; `wide` are those that a phone has no room for: what
    they say can be gathered from the others.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    figures: frozenset[str] = frozenset()
    wide: frozenset[str] = frozenset()

    @property
    def is_empty(self) -> bool:
        """Whether there is no row."""
        return not self.rows


def rest(shown: int, n: int) -> str:
    """Return how many lines a list leaves out; nothing where all are shown."""
    return f"And {words.figure(n - shown)} more: the {words.figure(shown)} shown come first." if n > shown else ""


def table(
    columns: Iterable[str], rows: Iterable[Iterable[Cell]], *, figures: Iterable[str] = (), wide: Iterable[str] = ()
) -> Table:
    """Return a table.

    Raises: ValueError where a row has not as many cells as there are columns.
    """
    heads, body = tuple(columns), tuple(tuple(row) for row in rows)
    if any(len(row) != len(heads) for row in body):
        raise ValueError(f"A row has not the {len(heads)} cells of {', '.join(heads)}.")
    return Table(heads, body, frozenset(figures), frozenset(wide))
