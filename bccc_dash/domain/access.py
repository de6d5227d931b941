"""What each role may do: one table, asked by the menu, by the page, and by the query or command behind it."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from bccc_dash.domain.errors import Refused
from bccc_dash.domain.viewer import NO_MATTER, Matter, Person, is_kept_from, roles_of
from bccc_dash.domain.vocabulary import Role


class Capability(StrEnum):
    """Something a person can do. Each value completes the sentence "Your role lets you …"."""

    SEE_FIGURES = "see figures, trends and the assurance of each clause"
    SEE_LISTS = "see lists that name records by reference"
    REVEAL_NAME = "reveal one person's name, for a purpose"
    REVEAL_TEXT = "reveal the words written about one matter, for a purpose"
    MAKE_CHECKS = "make a social media check"
    KEEP_RECORDS = "enter and change volunteers, vetting and reviews"
    KEEP_CASES = "enter and change concerns and breaches"
    REOPEN_CASES = "reopen a concern or a breach"
    PROPOSE_DECISIONS = "propose a decision"
    RATIFY_DECISIONS = "ratify or reject a decision"
    SUSPEND_AT_ONCE = "suspend a volunteer before the committee meets"
    HOLD_MEETINGS = "open, lead and close a meeting"
    EXPORT_WORKING_LIST = "export the coordinator's working list"
    EXPORT_COMMITTEE_EDITION = "export the committee edition"
    EXPORT_OUTSIDE_EDITION = "export the outside edition"
    EXPORT_ACCESS_PACK = "export everything held about one volunteer, for that volunteer"
    IMPORT_RECORDS = "import a workbook"
    CONFIRM_IMPORTS = "confirm the decisions that an import brings"
    SEE_AUDIT = "see who did what"
    MANAGE_PEOPLE = "invite, change and disable the dashboard's users"
    CHANGE_SETTINGS = "change the centre's settings"
    KEEP_OWN_ACCOUNT = "change your own password and end your own sessions"


EVERYBODY = frozenset(
    {Capability.SEE_FIGURES, Capability.SEE_LISTS, Capability.KEEP_OWN_ACCOUNT},
)
REVEALING = frozenset({Capability.REVEAL_NAME, Capability.REVEAL_TEXT})
DECIDING = frozenset({Capability.PROPOSE_DECISIONS, Capability.RATIFY_DECISIONS})

RIGHTS: Mapping[Role, frozenset[Capability]] = MappingProxyType(
    {
        Role.COMMITTEE_MEMBER: EVERYBODY
        | REVEALING
        | DECIDING
        | {Capability.MAKE_CHECKS, Capability.EXPORT_OUTSIDE_EDITION},
        Role.CHAIR: EVERYBODY
        | REVEALING
        | DECIDING
        | {
            Capability.MAKE_CHECKS,
            Capability.REOPEN_CASES,
            Capability.SUSPEND_AT_ONCE,
            Capability.HOLD_MEETINGS,
            Capability.EXPORT_COMMITTEE_EDITION,
            Capability.EXPORT_OUTSIDE_EDITION,
            Capability.EXPORT_ACCESS_PACK,
            Capability.CONFIRM_IMPORTS,
            Capability.SEE_AUDIT,
            Capability.MANAGE_PEOPLE,
            Capability.CHANGE_SETTINGS,
        },
        Role.COORDINATOR: EVERYBODY
        | DECIDING
        | {
            Capability.MAKE_CHECKS,
            Capability.KEEP_RECORDS,
            Capability.KEEP_CASES,
            Capability.EXPORT_WORKING_LIST,
            Capability.EXPORT_COMMITTEE_EDITION,
            Capability.EXPORT_OUTSIDE_EDITION,
            Capability.IMPORT_RECORDS,
        },
        Role.SAFEGUARDING_LEAD: EVERYBODY | REVEALING | DECIDING | {Capability.KEEP_CASES, Capability.REOPEN_CASES},
        Role.READ_ONLY_AUDITOR: EVERYBODY | {Capability.EXPORT_OUTSIDE_EDITION, Capability.SEE_AUDIT},
    }
)

FOR_THE_COMMITTEE = frozenset({Capability.RATIFY_DECISIONS})
"""What a role gives only to somebody who sits on the Management Committee."""


def may(person: Person | None, capability: Capability, *, matter: Matter = NO_MATTER) -> bool:
    """Whether this person may do this, to this matter where one is named.

    Nobody may do anything to a matter about themself or from which they stood aside.

    Source: P19, P31.
    """
    if person is None or is_kept_from(person, matter):
        return False
    if capability in FOR_THE_COMMITTEE and not person.on_committee:
        return False
    return any(capability in RIGHTS[role] for role in roles_of(person))


def check_may(person: Person | None, capability: Capability, *, matter: Matter = NO_MATTER) -> None:
    """Pass where `may` says yes. The refusal never tells whether there is such a matter.

    Raises: Refused.
    """
    if not may(person, capability, matter=matter):
        raise Refused(f"You may not {capability.value} here.")
