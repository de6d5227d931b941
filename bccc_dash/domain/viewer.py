"""Who looks, at which matter, and whether that person must be kept away from it."""

from dataclasses import dataclass

from bccc_dash.domain.case_vocabulary import Severity, Source
from bccc_dash.domain.vocabulary import Role

FROM_A_CHILD_OR_FAMILY = frozenset({Source.CHILD_IN_CONFIDENCE, Source.FAMILY_MEMBER})


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody who is signed in. `volunteer_id` is the volunteer that this person also is."""

    user_id: int
    role: Role | None
    is_lead: bool = False
    volunteer_id: int | None = None
    on_committee: bool = False


@dataclass(frozen=True, kw_only=True)
class Matter:
    """What of a record decides who may see it.

    `volunteer_id` is whom it is about, `owner_id` the user who looks after it, `recused` the users who stood aside.
    """

    volunteer_id: int | None = None
    owner_id: int | None = None
    recused: frozenset[int] = frozenset()
    severity: Severity | None = None
    source: Source | None = None


NO_MATTER = Matter()
"""A record about nobody: the centre's own words, say."""


def is_kept_from(person: Person, matter: Matter) -> bool:
    """Whether nothing of this matter may reach this person, in any role: it is about them, or they stood aside."""
    about_them = matter.volunteer_id is not None and matter.volunteer_id == person.volunteer_id
    return about_them or person.user_id in matter.recused


def owns(person: Person, matter: Matter) -> bool:
    """Whether this person looks after the matter."""
    return matter.owner_id is not None and matter.owner_id == person.user_id


def is_in_confidence(matter: Matter) -> bool:
    """Whether a child or a family told the centre.

    Source: P54.
    """
    return matter.source in FROM_A_CHILD_OR_FAMILY


def roles_of(person: Person) -> tuple[Role, ...]:
    """The roles whose rights this person has: their own, and the lead's where the flag says so.

    Shape: empty where the role is missing or none of ours; the flag alone gives nothing.
    """
    if not isinstance(person.role, Role):
        return ()
    return (person.role, Role.SAFEGUARDING_LEAD) if person.is_lead else (person.role,)
