"""What a sentence, a table or a picture asks of the record of a page, so that two pages can share it."""

from collections.abc import Sequence
from typing import Protocol

from bccc_dash.domain.overview import BreachEffect, ReviewDay
from bccc_dash.views.sentence import Figures


class BreachFacts(Protocol):
    """A record that knows K14, and its breaches by type and effect."""

    @property
    def figures(self) -> Figures:
        """The figures by code."""

    @property
    def effects(self) -> tuple[BreachEffect, ...]:
        """The breaches of K14 by type and effect."""


class ReviewFacts(Protocol):
    """A record that knows K17 and K18, and the privacy reviews around its day."""

    @property
    def figures(self) -> Figures:
        """The figures by code."""

    @property
    def reviews(self) -> tuple[ReviewDay, ...]:
        """The reviews not done, by days from the as-at day."""

    @property
    def due_next_90(self) -> int:
        """How many fall due from the as-at day to 90 days after it."""

    @property
    def oldest_overdue_days(self) -> int | None:
        """How many days ago the oldest that is not done was due; None where none is overdue."""

    @property
    def reviews_done(self) -> int:
        """How many were done in the window."""


class Aged(Protocol):
    """Concerns that have been open for a time."""

    @property
    def longest(self) -> int:
        """How many days the oldest of them has been open."""


class ConcernFacts(Protocol):
    """A record that knows K9, and how long the open concerns have been open."""

    @property
    def figures(self) -> Figures:
        """The figures by code."""

    @property
    def ages(self) -> Sequence[Aged]:
        """The open concerns, alone or several together."""
