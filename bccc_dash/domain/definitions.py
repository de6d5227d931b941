"""What every figure means, in words: the one text behind the pages, the exports and docs/figures.md."""

from bccc_dash.domain.definition import BCCC_DEFAULT, CONTEXT, POLICY, Definition
from bccc_dash.domain.definitions_breaches import BREACHES
from bccc_dash.domain.definitions_concerns import CONCERNS
from bccc_dash.domain.definitions_reviews import REVIEWS
from bccc_dash.domain.definitions_vetting import VETTING

DEFINITIONS_VERSION = "1"

DEFINITIONS: tuple[Definition, ...] = tuple(
    sorted((*VETTING, *REVIEWS, *CONCERNS, *BREACHES), key=lambda found: int(found.code[1:]))
)


def definition(code: str) -> Definition:
    """The definition of one figure, by its code ("K9")."""
    return next(found for found in DEFINITIONS if found.code == code)


__all__ = ["BCCC_DEFAULT", "CONTEXT", "DEFINITIONS", "DEFINITIONS_VERSION", "POLICY", "Definition", "definition"]
