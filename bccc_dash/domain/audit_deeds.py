"""Which deeds the audit knows, sorted by what a reader looks for, and which of its subjects are about nobody."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from bccc_dash.domain.sign_in import Deed


class DeedKind(StrEnum):
    """What a reader looks for. Each value stands in the page's address."""

    SIGNING_IN = "signing-in"
    FAILURES = "failures"
    SEEN = "seen"
    RECORDS = "records"
    DECISIONS = "decisions"
    FILES = "files"
    PEOPLE = "people"
    KEEPING = "keeping"
    OTHER = "other"


class RecordDeed(StrEnum):
    """What the audit calls the deeds at records, files and settings."""

    NAME_SEEN = "name_seen"
    TEXT_SEEN = "text_seen"
    PRINT = "print"
    CREATE = "create"
    UPDATE = "update"
    ERASE = "erase"
    REOPEN = "reopen"
    PROPOSE = "propose"
    DECIDE = "decide"
    RATIFY = "ratify"
    REJECT = "reject"
    SUSPEND = "suspend"
    IMPORT = "import"
    IMPORT_ASKED = "import_asked"
    IMPORT_CONFIRMED = "import_confirmed"
    IMPORT_CONFIRMATION_USED = "import_confirmation_used"
    IMPORT_LISTED_FOR_CHAIR = "import_listed_for_chair"
    IMPORT_ASKING_SETTLED = "import_asking_settled"
    EXPORT = "export"
    SETTING_CHANGED = "setting_changed"
    CONTACT_CHANGED = "contact_changed"
    BACKUP = "backup"
    RESTORE = "restore"


_BY_KIND: dict[DeedKind, tuple[StrEnum, ...]] = {
    DeedKind.SIGNING_IN: (
        Deed.SIGN_IN,
        Deed.SIGN_OUT,
        Deed.SESSIONS_ENDED,
        Deed.PASSWORD_SET,
        Deed.SECOND_FACTOR_SET,
        Deed.RECOVERY_CODE_USED,
    ),
    DeedKind.FAILURES: (Deed.SIGN_IN_FAILED, Deed.SIGN_IN_LOCKED),
    DeedKind.SEEN: (RecordDeed.NAME_SEEN, RecordDeed.TEXT_SEEN, RecordDeed.PRINT),
    DeedKind.RECORDS: (RecordDeed.CREATE, RecordDeed.UPDATE, RecordDeed.ERASE, RecordDeed.REOPEN),
    DeedKind.DECISIONS: (
        RecordDeed.PROPOSE,
        RecordDeed.DECIDE,
        RecordDeed.RATIFY,
        RecordDeed.REJECT,
        RecordDeed.SUSPEND,
    ),
    DeedKind.FILES: (
        RecordDeed.IMPORT,
        RecordDeed.IMPORT_ASKED,
        RecordDeed.IMPORT_CONFIRMED,
        RecordDeed.IMPORT_CONFIRMATION_USED,
        RecordDeed.IMPORT_LISTED_FOR_CHAIR,
        RecordDeed.IMPORT_ASKING_SETTLED,
        RecordDeed.EXPORT,
    ),
    DeedKind.PEOPLE: (
        Deed.INVITED,
        Deed.RESET,
        Deed.DISABLED,
        Deed.ENABLED,
        Deed.USER_ADDED,
        Deed.ROLE_CHANGED,
        Deed.LEAD_CHANGED,
        Deed.COMMITTEE_CHANGED,
        Deed.VOLUNTEER_LINK_CHANGED,
        RecordDeed.CONTACT_CHANGED,
        RecordDeed.SETTING_CHANGED,
    ),
    DeedKind.KEEPING: (RecordDeed.BACKUP, RecordDeed.RESTORE),
}
KIND_OF: Mapping[str, DeedKind] = MappingProxyType(
    {deed.value: kind for kind, deeds in _BY_KIND.items() for deed in deeds}
)
"""The kind of each deed, by its word in small letters. The audit writes some words in capitals."""

ABOUT_NOBODY: Mapping[str, str] = MappingProxyType(
    {
        "workbook": "a workbook",
        "sheets": "a workbook",
        "file": "a workbook",
        "database": "the database",
        "address": "one network address",
        "unknown account": "an unknown account",
        "guidance": "a piece of guidance",
        "meeting": "a meeting",
        "setting": "a setting",
        "contact": "a safeguarding contact",
        "settings": "the settings",
        "import_confirmation": "an import",
        "import_asking": "a line of the chair's list",
    }
)
"""What the audit names that is no record about a person, by what stands before its number, and in words.

Every other subject is taken for a record: where no such record is to be found, nothing of the deed is shown.
"""

USER = "user"


def kind_of(action: str) -> DeedKind:
    """Return the kind of a deed by its word; OTHER where this version does not know it."""
    return KIND_OF.get(action.lower(), DeedKind.OTHER)


def words_of(kind: DeedKind) -> tuple[str, ...]:
    """Return the words of the deeds of a kind, in small letters; none for OTHER."""
    return tuple(word for word, one in KIND_OF.items() if one is kind)
