"""Which form of an answer a browser asks for: plain or gzip."""

import re

# A coding and how much it is wanted, 0 to 1 with at most three places.
_WANTED = re.compile(
    r"([!#$%&'*+.^_`|~0-9A-Za-z-]+)(?:[ \t]*;[ \t]*q=(0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?))?", re.IGNORECASE
)
_SAME = {"x-gzip": "gzip"}


def gzip_or_plain(accept_encoding: str | None) -> str | None:
    """Return "gzip" or "identity", whichever is wanted more, gzip where it is equal; None where both are refused.

    None as the header means that the browser said nothing: it gets the plain form. An element that breaks the grammar
    is left out; of two for one coding the lower counts, so that nothing is sent that was refused (RFC 9110, 12.5.3).
    """
    if accept_encoding is None:
        return "identity"
    wanted = _wanted(accept_encoding)
    rest = wanted.get("*")
    gzip = wanted.get("gzip", rest or 0.0)
    plain = wanted.get("identity", rest)
    if gzip > 0 and gzip >= (plain or 0.0):
        return "gzip"
    # Plain is always welcome unless it was refused by name or with all the rest.
    return None if plain == 0 else "identity"


def _wanted(accept_encoding: str) -> dict[str, float]:
    wanted: dict[str, float] = {}
    for part in accept_encoding.split(","):
        found = _WANTED.fullmatch(part.strip(" \t"))
        if found is None:
            continue
        coding = found[1].lower()
        coding = _SAME.get(coding, coding)
        wanted[coding] = min(float(found[2] or 1), wanted.get(coding, 1.0))
    return wanted
