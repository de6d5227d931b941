"""The words and numbers of signing in: steps, links, how a session ends, how long things last."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import timedelta
from enum import StrEnum

from bccc_dash.domain.errors import BadRecord
from bccc_dash.domain.vocabulary import Role


class SignInStep(StrEnum):
    PASSWORD = "PASSWORD"  # noqa: S105  # the name of a step
    FULL = "FULL"


class LinkPurpose(StrEnum):
    INVITE = "INVITE"
    RESET = "RESET"
    SET_UP = "SET_UP"


class SessionEnd(StrEnum):
    SIGNED_OUT = "SIGNED_OUT"
    NEXT_STEP = "NEXT_STEP"
    IDLE = "IDLE"
    TOO_OLD = "TOO_OLD"
    CLOCK_WENT_BACK = "CLOCK_WENT_BACK"
    ENDED_BY_SELF = "ENDED_BY_SELF"
    PASSWORD_CHANGED = "PASSWORD_CHANGED"  # noqa: S105  # why a session ended
    ROLE_CHANGED = "ROLE_CHANGED"
    DISABLED = "DISABLED"
    RESET = "RESET"
    RESTORED = "RESTORED"


class Deed(StrEnum):
    """What the audit calls the deeds of accounts."""

    SIGN_IN = "sign_in"
    SIGN_IN_FAILED = "sign_in_failed"
    SIGN_IN_LOCKED = "sign_in_locked"
    SIGN_OUT = "sign_out"
    SESSIONS_ENDED = "sessions_ended"
    PASSWORD_SET = "password_set"  # noqa: S105  # the name of a deed
    SECOND_FACTOR_SET = "second_factor_set"
    RECOVERY_CODE_USED = "recovery_code_used"
    INVITED = "invited"
    RESET = "reset"
    DISABLED = "disabled"
    ENABLED = "enabled"
    USER_ADDED = "user_added"
    ROLE_CHANGED = "role_changed"
    LEAD_CHANGED = "lead_changed"
    COMMITTEE_CHANGED = "committee_changed"
    VOLUNTEER_LINK_CHANGED = "volunteer_link_changed"


NEEDS_SECOND_FACTOR = frozenset({Role.COORDINATOR, Role.CHAIR, Role.SAFEGUARDING_LEAD})

LINK_LASTS = timedelta(hours=24)
PASSWORD_STEP_LASTS = timedelta(minutes=10)
"""How long somebody may take from the right password to the code."""
CLOCK_SLACK = timedelta(minutes=1)
"""A clock that goes back by more ends the session; within it, nothing moves."""
TOUCH_EVERY = timedelta(minutes=1)
"""How often use is written down: at each request it would cost a write each. Idle time counts from what is written."""
KEEP_ENDED = timedelta(days=30)

WINDOW = timedelta(minutes=15)
FIRST_LOCK = timedelta(minutes=15)
LONGEST_LOCK = timedelta(hours=24)
FORGET_LOCKS = timedelta(hours=24)
ACCOUNT_TRIES = 5
ADDRESS_TRIES = 20
"""More than of an account: a whole office may come from one address."""


@dataclass(frozen=True)
class SessionLimits:
    """How long a session lasts: a BCCC default until the committee sets another."""

    session_idle_minutes: int = 30
    session_hours: int = 8


def limits_from(settings: Mapping[str, str]) -> SessionLimits:
    """The defaults, each replaced by the committee's own number where it has set one.

    Raises: BadRecord where a setting of that name is not a whole number from 1 to 1,440.
    """
    own = {f.name: _number(f.name, settings[f.name]) for f in fields(SessionLimits) if f.name in settings}
    return replace(SessionLimits(), **own)


def _number(name: str, value: str) -> int:
    if not (value.isascii() and value.isdecimal() and len(value) <= 4 and 1 <= int(value) <= 1440):
        raise BadRecord(f"The setting {name} is '{value}'. It must be a whole number from 1 to 1,440.")
    return int(value)


def needs_second_factor(role: Role, *, is_lead: bool) -> bool:
    """Whether this person must give a code after the password; everybody else may."""
    return is_lead or role in NEEDS_SECOND_FACTOR


def lock_after(failures: int, *, limit: int) -> timedelta | None:
    """How long this failure locks: at the limit and at each multiple of it, doubling up to a day; else None."""
    if failures < limit or failures % limit:
        return None
    doublings = min(failures // limit - 1, 20)
    return min(FIRST_LOCK * (1 << doublings), LONGEST_LOCK)
