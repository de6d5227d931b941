"""Months side by side, each with a few lines: what falls on which of its days."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """A day or a week in words, and what falls on it."""

    when: str
    what: str


@dataclass(frozen=True)
class Month:
    """A month by name, how much there is in it, and its lines in order."""

    name: str
    count: str
    lines: tuple[Line, ...]
