"""A sentence whose numbers remember which figure they say, so that a test can hold the screen to the figures."""

from collections.abc import Mapping
from dataclasses import dataclass

from bccc_dash.domain import words


@dataclass(frozen=True)
class Part:
    """A run of words; `figure` is the place of the number it says, such as K9.by.age.91+."""

    text: str
    figure: str = ""


Sentence = tuple[Part, ...]
Figures = Mapping[str, Mapping[str, object]]


def say(*pieces: str | Part) -> Sentence:
    """Return a sentence, its first letter a capital."""
    parts = [piece if isinstance(piece, Part) else Part(piece) for piece in pieces if piece]
    return (Part(words.capital(parts[0].text), parts[0].figure), *parts[1:]) if parts else ()


def plain(sentence: Sentence) -> str:
    """Return the words alone."""
    return "".join(part.text for part in sentence)


def at(figures: Figures, place: str) -> object:
    """Return what stands at a place such as K9.by.age.91+, None where nothing does."""
    found: object = figures
    for key in place.split("."):
        if not isinstance(found, Mapping) or key not in found:
            return None
        found = found[key]
    return found


def whole(figures: Figures, place: str) -> int:
    """Return the count at a place; 0 where nothing stands there."""
    value = at(figures, place)
    return value if isinstance(value, int) else 0


def told(figures: Figures, place: str) -> Part:
    """Return the count at a place in words: three, 11."""
    return Part(words.number_word(whole(figures, place)), place)


def rate(figures: Figures, code: str) -> Part:
    """Return a rate as 26 of 31."""
    n, d = whole(figures, f"{code}.n"), whole(figures, f"{code}.d")
    return Part(f"{words.figure(n)} of {words.figure(d)}", code)
