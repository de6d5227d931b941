"""What each role sees of each kind of column: one table, by which everything shown or exported is redacted."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from bccc_dash.domain.case_vocabulary import Severity
from bccc_dash.domain.viewer import Matter, Person, is_in_confidence, is_kept_from, owns, roles_of
from bccc_dash.domain.vocabulary import Role


class Content(StrEnum):
    """What a column holds. Each value says it in words."""

    REF = "the reference of a record"
    WORD = "a word of a list, a version, a day, or a place in the minutes"
    CENTRE = "the centre's own words, about nobody"
    NAME = "a volunteer's name, and what it was searched for by"
    CONTACT = "a volunteer's e-mail address"
    FREE_TEXT = "words written about a person or a matter"
    SOURCE = "how the centre came to know"
    COLLEAGUE = "the name of somebody who uses the dashboard"
    COLLEAGUE_CONTACT = "that person's e-mail address"
    TO_RING = "whom to ring when a child may be in danger, and when"
    AUDIT = "who did what"
    SIGN_IN = "where and when somebody signed in"
    CREDENTIAL = "what proves who somebody is"


class Sight(StrEnum):
    """How a cell is seen, from nothing to all of it."""

    WITHHELD = "withheld"
    IN_CONFIDENCE = "in confidence"
    ON_REVEAL = "on reveal"
    SHOWN = "shown"


class Cell(NamedTuple):
    """One cell of the table: the same column in a plain matter, a critical one, one told in confidence, one's own."""

    plain: Sight
    critical: Sight
    in_confidence: Sight
    owned: Sight


IN_CONFIDENCE = "IN_CONFIDENCE"
"""What stands in the place of a source that is masked."""

FROM_LEAST_TO_MOST = tuple(Sight)
NEVER = Cell(Sight.WITHHELD, Sight.WITHHELD, Sight.WITHHELD, Sight.WITHHELD)
ALWAYS = Cell(Sight.SHOWN, Sight.SHOWN, Sight.SHOWN, Sight.SHOWN)
REVEALED = Cell(Sight.ON_REVEAL, Sight.ON_REVEAL, Sight.ON_REVEAL, Sight.ON_REVEAL)
REVEALED_UNLESS_IN_CONFIDENCE = Cell(Sight.ON_REVEAL, Sight.ON_REVEAL, Sight.WITHHELD, Sight.ON_REVEAL)
SHOWN_UNLESS_IN_CONFIDENCE = Cell(Sight.SHOWN, Sight.SHOWN, Sight.WITHHELD, Sight.SHOWN)
MASKED = Cell(Sight.SHOWN, Sight.SHOWN, Sight.IN_CONFIDENCE, Sight.SHOWN)
MASKED_ALSO_FROM_OWNER = Cell(Sight.SHOWN, Sight.SHOWN, Sight.IN_CONFIDENCE, Sight.IN_CONFIDENCE)
SHOWN_WHERE_IT_MATTERS = Cell(Sight.ON_REVEAL, Sight.SHOWN, Sight.SHOWN, Sight.SHOWN)
ONLY_OWN = Cell(Sight.WITHHELD, Sight.WITHHELD, Sight.WITHHELD, Sight.SHOWN)

FOR_ALL = {
    Content.REF: ALWAYS,
    Content.WORD: ALWAYS,
    Content.CENTRE: ALWAYS,
    Content.NAME: NEVER,
    Content.CONTACT: NEVER,
    Content.FREE_TEXT: NEVER,
    Content.SOURCE: MASKED,
    Content.COLLEAGUE: ALWAYS,
    Content.COLLEAGUE_CONTACT: ONLY_OWN,
    Content.TO_RING: ALWAYS,
    Content.AUDIT: NEVER,
    Content.SIGN_IN: ONLY_OWN,
    Content.CREDENTIAL: NEVER,
}
OTHERWISE = {
    Role.COMMITTEE_MEMBER: {
        Content.NAME: REVEALED,
        Content.FREE_TEXT: REVEALED_UNLESS_IN_CONFIDENCE,
    },
    Role.CHAIR: {
        Content.NAME: REVEALED,
        Content.CONTACT: REVEALED,
        Content.FREE_TEXT: REVEALED,
        Content.COLLEAGUE_CONTACT: ALWAYS,
        Content.AUDIT: ALWAYS,
    },
    Role.COORDINATOR: {
        Content.NAME: ALWAYS,
        Content.CONTACT: ALWAYS,
        Content.FREE_TEXT: SHOWN_UNLESS_IN_CONFIDENCE,
    },
    Role.SAFEGUARDING_LEAD: {
        Content.NAME: SHOWN_WHERE_IT_MATTERS,
        Content.CONTACT: SHOWN_WHERE_IT_MATTERS,
        Content.FREE_TEXT: SHOWN_WHERE_IT_MATTERS,
        Content.SOURCE: ALWAYS,
    },
    Role.READ_ONLY_AUDITOR: {
        Content.SOURCE: MASKED_ALSO_FROM_OWNER,
        Content.AUDIT: ALWAYS,
    },
}

SIGHTS: Mapping[Role, Mapping[Content, Cell]] = MappingProxyType(
    {role: MappingProxyType(FOR_ALL | own) for role, own in OTHERWISE.items()}
)
"""The whole table. `matter.owner_id` is whose own a row is: a case's owner, a session's or an account's user."""


def sight(person: Person | None, content: Content, *, matter: Matter) -> Sight:
    """How this person sees a column of this kind, in a record of this matter.

    Shape: the best that any of their roles gives; WITHHELD for whoever is the subject, stood aside, or has no role.
    Source: P31, P54.
    """
    if person is None or is_kept_from(person, matter):
        return Sight.WITHHELD
    seen = [_of(SIGHTS[role][content], person, matter) for role in roles_of(person)]
    return max(seen, key=FROM_LEAST_TO_MOST.index, default=Sight.WITHHELD)


def _of(cell: Cell, person: Person, matter: Matter) -> Sight:
    """The side of the cell that holds. What is one's own goes before what was told in confidence."""
    if owns(person, matter):
        return cell.owned
    if is_in_confidence(matter):
        return cell.in_confidence
    return cell.critical if matter.severity is Severity.CRITICAL else cell.plain
