"""An entry of a list that is read like a book: a heading, what there is to say, and small print."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """A heading, a text and small print under it, which may be empty."""

    heading: str
    text: str
    aside: str = ""
