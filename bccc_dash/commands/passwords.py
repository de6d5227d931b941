"""Passwords: which are good enough, and their hashes. A hash takes 64 MB, so only two are worked out at once."""

import re
import unicodedata
from collections.abc import Sequence
from threading import BoundedSemaphore

from argon2.exceptions import Argon2Error
from pwdlib import PasswordHash
from pwdlib.exceptions import PwdlibError
from zxcvbn import zxcvbn

from bccc_dash.domain.errors import Refused

SHORTEST, LONGEST = 12, 256
STRONG_ENOUGH = 3
SHORTEST_OWN_WORD = 3
JUDGED = 72  # zxcvbn refuses more
AT_ONCE = BoundedSemaphore(2)
HASHER = PasswordHash.recommended()
OURS = ("bccc", "dash", "birmingham", "contact", "centre", "committee", "volunteer", "safeguarding", "families", "lead")
"""Words that anybody would try here first: they count for as little as the person's own name."""
NOBODYS = (
    "$argon2id$v=19$m=65536,t=3,p=4$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"  # none matches
)
TOO_SHORT = (
    f"The password is too short: use at least {SHORTEST} characters, for example four words "
    "that nobody else would put together."
)
TOO_LONG = f"The password is too long: use at most {LONGEST} characters."
NO_TEXT = "The password holds something that is no letter, digit or sign: type it anew."
TOO_EASY = (
    "The password is too easy to guess: it is common, repeats itself, or holds your name or e-mail address. Add words."
)


def check_password(text: object, *, about: Sequence[str]) -> None:
    """Raise unless this password may be set by the person whom the words of `about` (name, e-mail) tell of.

    Raises: Refused (too short, too long, no text, too easy to guess or among the common ones).
    """
    clean = _clean(text)
    if clean is None:
        raise Refused(TOO_LONG if isinstance(text, str) and len(text) > LONGEST else NO_TEXT)
    if len(clean) < SHORTEST:
        raise Refused(TOO_SHORT)
    if _score(clean, about) < STRONG_ENOUGH:
        raise Refused(TOO_EASY)


def hashed(text: str) -> str:
    """The hash to store. A letter and its accent may be typed as one or as two: both give the same.

    Raises: Refused where it is no text, or too long.
    """
    clean = _clean(text)
    if clean is None:
        raise Refused(NO_TEXT)
    with AT_ONCE:
        return HASHER.hash(clean)


def matches(text: object, kept: str | None) -> bool:
    """Whether this is the password of that hash. Without a hash it takes as long, and is False; it never raises."""
    clean = _clean(text)
    with AT_ONCE:
        try:
            right = HASHER.verify(clean or "", kept or NOBODYS)
        except (PwdlibError, Argon2Error, ValueError):
            return False
    return right and clean is not None and kept is not None


def _score(clean: str, about: Sequence[str]) -> int:
    """How hard it is to guess, from 0 to 4: as it stands, and with the person's own words taken out of it."""
    words = [part[:JUDGED].casefold() for whole in (*about, *OURS) for part in (whole, *_words(whole)) if part]
    rest = clean[:JUDGED]
    for word in words:
        if len(word) >= SHORTEST_OWN_WORD:
            rest = re.sub(re.escape(word), "", rest, flags=re.IGNORECASE)
    return min(int(zxcvbn(part, user_inputs=words)["score"]) if part else 0 for part in (clean[:JUDGED], rest))


def _words(whole: str) -> list[str]:
    return "".join(letter if letter.isalnum() else " " for letter in whole).split()


def _clean(text: object) -> str | None:
    """The password in one form; None for what can be none."""
    if not isinstance(text, str) or len(text) > LONGEST:
        return None
    clean = unicodedata.normalize("NFC", text)
    odd = any(unicodedata.category(letter) in ("Cc", "Cs") for letter in clean)
    return None if odd or not clean else clean
