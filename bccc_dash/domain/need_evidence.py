"""What the list of needs is made of, and the one shape of its lines."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from bccc_dash.domain.links import Link, Place
from bccc_dash.domain.overview import Need, Rag
from bccc_dash.domain.targets import Targets
from bccc_dash.domain.words import capital, plural
from bccc_dash.domain.workbench import YES, Choice


@dataclass(frozen=True, kw_only=True)
class NeedCounts:
    """How many of each there are at the as-at day. `late` is past the target day, `soon` due within 14 days."""

    critical_without_action: int = 0
    discussion_late: int = 0
    discussion_soon: int = 0
    sharing_late: int = 0
    sharing_soon: int = 0
    assessment_late: int = 0
    suspension_unratified: int = 0
    own_matters: int = 0
    second_looks: int = 0
    reviews_soon: int = 0
    actions_late: int = 0
    actions_soon: int = 0


@dataclass(frozen=True)
class Evidence:
    """Everything that the list is made of."""

    counts: NeedCounts
    figures: dict[str, dict[str, Any]]
    targets: Targets


TO_VETTING = Link(Place.VETTING, "See vetting")
TO_CONCERNS = Link(Place.CONCERNS, "See the concerns")
TO_BREACHES = Link(Place.BREACHES, "See the breaches")
TO_REVIEWS = Link(Place.REVIEWS, "See the reviews")
TO_QUALITY = Link(Place.QUALITY, "See the records")


def to_concerns(choice: Choice) -> Link:
    """The way to the open concerns that still wait for one thing."""
    return Link(Place.CONCERNS, "See which", ((choice.value, YES),))


def some(n: int, status: Rag, link: Link | None, sentence: str, aside: str = "") -> Iterable[Need]:
    """One need where there is anything to count, none where there is not."""
    return [Need(status, capital(sentence), aside, link)] if n else []


def are(n: int) -> str:
    """The verb that goes with a count."""
    return plural(n, "is", "are")
