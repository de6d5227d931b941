"""What the audit calls each record, and which of the deeds that it tells change none."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from bccc_dash.domain.sign_in import Deed

SUBJECT_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "users": "user",
        "volunteers": "volunteer",
        "transparency": "transparency",
        "requirement_results": "requirement_result",
        "stage_events": "stage_event",
        "approval_events": "approval_event",
        "checks": "check",
        "check_platforms": "check_platform",
        "concerns": "concern",
        "case_events": "case_event",
        "source_assessments": "source_assessment",
        "discussions": "discussion",
        "committee_shares": "committee_share",
        "incidents": "incident",
        "decisions": "decision",
        "actions": "action",
        "referrals": "referral",
        "privacy_reviews": "privacy_review",
        "guidance": "guidance",
        "acknowledgements": "acknowledgement",
        "consents": "consent",
        "meetings": "meeting",
    }
)
"""The word of each table of records. Whoever changes a row of one tells the audit of "word/number", that row's own."""

_OF_ACCOUNTS = (
    *(Deed.SIGN_IN, Deed.SIGN_IN_FAILED, Deed.SIGN_IN_LOCKED, Deed.SIGN_OUT, Deed.SESSIONS_ENDED, Deed.PASSWORD_SET),
    *(Deed.SECOND_FACTOR_SET, Deed.RECOVERY_CODE_USED, Deed.INVITED, Deed.RESET, Deed.DISABLED, Deed.ENABLED),
)
_LOOKS = ("view", "reveal", "name_seen", "text_seen", "print", "import", "export", "backup", "restore")
CHANGES_NOTHING = frozenset(map(str, (*_OF_ACCOUNTS, *_LOOKS)))
"""Deeds, in small letters, after which a record is as it was. Every other deed told of a record, known here or not,
changed it: an import would rather ask once too often."""

_USER = re.compile(r"user/([0-9]{1,18})")


def subject_of(table: str, number: int) -> str:
    """Return what the audit calls a row of a table of records.

    Raises: KeyError where the table keeps no records.
    """
    return f"{SUBJECT_WORDS[table]}/{number}"


def actor_in_words(actor: str, names: Mapping[int, str]) -> str:
    """Return who did something as people say it; `names` are those of the users, by number."""
    user = _USER.fullmatch(actor)
    if user is None:
        return f"the {actor}"
    return names.get(int(user[1]), f"a user who is gone (number {user[1]})")
