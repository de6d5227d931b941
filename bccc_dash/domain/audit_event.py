"""A row of the audit, and the words for who did it, to what, and why. What is not known is said as it stands."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from bccc_dash.domain.audit_deeds import ABOUT_NOBODY
from bccc_dash.domain.purposes import WORDS, Purpose
from bccc_dash.domain.words import listed, number_word, plural

MOST_NAMED = 8
"""So many fields are named; of more, the rest is counted."""

RECORDS = frozenset({"volunteer", "check", "concern", "incident", "decision", "action", "consent"})
"""What the audit calls the records that have a reference of their own."""

_USER = re.compile(r"user/([0-9]{1,18})")
_NUMBERED = re.compile(r"([a-z_]+)/[0-9]+")

Names = Mapping[int, str]
"""Those who use the dashboard, by number."""


@dataclass(frozen=True)
class AuditEvent:
    """One row of the audit: at an instant, `actor` did `action` to `subject`.

    `ref` is the reference of the record that it is about, or on which its subject hangs; None where there is none.
    """

    at: datetime
    actor: str
    action: str
    subject: str
    fields: tuple[str, ...] = ()
    purpose: str | None = None
    ref: str | None = None


def user_number(name: str) -> int | None:
    """Return which user the audit names; None where it names none."""
    user = _USER.fullmatch(name)
    return int(user[1]) if user else None


def actor_in_words(actor: str, names: Names) -> str:
    """Return who did something, as it stands within a sentence."""
    return _person(actor, names) or f"the {actor}"


def subject_in_words(event: AuditEvent, names: Names) -> str:
    """Return what it was done to: a person, a record, what hangs on one, or something about nobody."""
    numbered = _NUMBERED.fullmatch(event.subject)
    if event.ref and numbered and numbered[1] not in RECORDS:
        return f"the {in_words(numbered[1])} of {event.ref}"
    start = re.split("[/ ]", event.subject)[0]
    known = ABOUT_NOBODY.get(event.subject) or ABOUT_NOBODY.get(start)
    return _person(event.subject, names) or event.ref or known or event.subject


def _person(name: str, names: Names) -> str:
    number = user_number(name)
    if number is None:
        return ""
    return names.get(number) or f"a person who is no longer there (number {number})"


def why(purpose: str | None) -> str:
    """Return why somebody looked, to stand at the end of a sentence; "" where no reason is kept."""
    if purpose is None:
        return ""
    return f", {WORDS[Purpose(purpose)]}" if purpose in list(Purpose) else ", for a reason that is not known here"


def in_words(name: str) -> str:
    """Return the name of a field or of a sheet in words."""
    return name.replace("_", " ")


def named(names: Iterable[str]) -> str:
    """Return fields in words: email, role and 3 more."""
    words = [in_words(name) for name in names]
    left = len(words) - MOST_NAMED
    if left <= 1:
        return listed(words)
    return f"{', '.join(words[:MOST_NAMED])} and {number_word(left)} {plural(left, 'other')}"
