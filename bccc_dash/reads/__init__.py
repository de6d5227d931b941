"""One read for each page: the questions that it needs, put together. Each is kept by its name and what was asked."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from sqlmodel import Session

from bccc_dash.domain.period import Period
from bccc_dash.reads.breaches import breaches, lists_of_breaches
from bccc_dash.reads.centre import centre
from bccc_dash.reads.overview import overview


class Read(StrEnum):
    """The reads that are kept, by name."""

    CENTRE = "centre"
    OVERVIEW = "overview"
    BREACHES = "breaches"
    BREACH_LISTS = "lists of breaches"


READS: dict[Read, Callable[..., Any]] = {
    Read.CENTRE: centre,
    Read.OVERVIEW: overview,
    Read.BREACHES: breaches,
    Read.BREACH_LISTS: lists_of_breaches,
}
"""Each takes (session, period, *what was chosen on the page); every choice must be hashable."""


def read(name: Read, session: Session, period: Period, *choices: Any) -> Any:
    """What a read finds."""
    return READS[name](session, period, *choices)
