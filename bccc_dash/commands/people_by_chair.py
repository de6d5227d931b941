"""What the chair does about people, each asked for by a person whose right to it is checked here.

Each wants a session of `store.engine.writing`.
"""

from collections.abc import Callable
from datetime import datetime

from sqlmodel import Session

from bccc_dash.commands import people, people_flags
from bccc_dash.commands.people_list import standing
from bccc_dash.commands.sign_in import find
from bccc_dash.domain.access import Capability, check_may
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.user_list import Access, Standing
from bccc_dash.domain.viewer import Person
from bccc_dash.domain.vocabulary import Role

MEANWHILE = "Somebody changed {email} meanwhile. Look at what stands in the list now, then save again."
NOTHING_NEW = "Nothing is changed: choose something else for {email}, then save."
NOT_ONESELF = "This is your own account: another chair does this for you. Your password you change under Your account."
OWN_LINK = "Nobody changes which volunteer they are themself: another chair does, or whoever runs the machine."

DEEDS: dict[Access, Callable[..., str | None]] = {
    Access.INVITE: people.invite,
    Access.RESET: people.reset,
    Access.DISABLE: people.disable,
    Access.ENABLE: people.enable,
}


def add(session: Session, *, by: Person, email: str, name: str, role: Role, at: datetime) -> int:
    """Add a person, and return their number.

    Raises: Refused (may not, no e-mail address, there already, no name).
    """
    return people.add_user(session, email, name, role, at, actor=_actor(by))


def change_access(session: Session, access: Access, *, by: Person, email: str, at: datetime) -> str | None:
    """Invite, reset, disable or enable a person. Shape: the token of the new link, where there is one.

    Raises: Refused (may not, one's own account, the only chair, or as it stands there is nothing to do).
    """
    actor = _actor(by)
    if _is_oneself(session, email, by):
        raise Refused(NOT_ONESELF)
    return DEEDS[access](session, email, at, actor=actor)


def change_standing(
    session: Session, *, by: Person, email: str, seen: Standing, wanted: Standing, at: datetime
) -> None:
    """Change role, lead's rights, seat on the committee and the link to a volunteer, as far as they differ.

    Raises: Refused (may not, nobody of that name, changed meanwhile, nothing new, the only chair, no such volunteer,
    one's own link), and then nothing is changed.
    """
    actor = _actor(by)
    if _standing(session, email) != seen:
        raise Refused(people.said(MEANWHILE, email))
    relinked = not _same_ref(seen.volunteer_ref, wanted.volunteer_ref)
    if relinked and seen.volunteer_ref and _is_oneself(session, email, by):
        raise Refused(OWN_LINK)
    steps: list[tuple[bool, Callable[..., None], object]] = [
        (relinked, people_flags.link_volunteer, wanted.volunteer_ref or None),
        (wanted.on_committee != seen.on_committee, people_flags.set_on_committee, wanted.on_committee),
        (wanted.is_lead != seen.is_lead, people_flags.set_lead, wanted.is_lead),
        (wanted.role != seen.role, people.set_role, wanted.role),
    ]
    asked = [(deed, value) for is_new, deed, value in steps if is_new]
    if not asked:
        raise Refused(people.said(NOTHING_NEW, email))
    for deed, value in asked:
        deed(session, email, value, at, actor=actor)


def _actor(by: Person) -> str:
    check_may(by, Capability.MANAGE_PEOPLE)
    return f"user/{by.user_id}"


def _standing(session: Session, email: str) -> Standing:
    found = find(session, email)
    if found is None:
        raise Refused(people.said(people.NOBODY, email))
    return standing(session, found[0])


def _is_oneself(session: Session, email: str, by: Person) -> bool:
    found = find(session, email)
    return found is not None and found[0].id == by.user_id


def _same_ref(one: str | None, other: str | None) -> bool:
    return (one or "").strip().lower() == (other or "").strip().lower()
