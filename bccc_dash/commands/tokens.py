"""What opens a door: random texts, of which only the hash is stored."""

import hashlib
import secrets

TOKEN_BYTES = 32
LONGEST = 128


def new_token() -> str:
    """A text of 256 random bits that an address or a cookie can hold."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def hash_of(token: object) -> str | None:
    """The hash under which a token is stored; None for what can be no token (no text, odd letters, too long)."""
    if not isinstance(token, str) or not token.isascii() or not 0 < len(token) <= LONGEST:
        return None
    return hashlib.sha256(token.encode()).hexdigest()
