"""How one duty stands, in a word: what a case, a person or a review still waits for."""

from enum import StrEnum


class Standing(StrEnum):
    """Each value is what people read. Late is said before Due today, and Due today before Not yet."""

    LATE = "Late"
    DUE_TODAY = "Due today"
    NOT_YET = "Not yet"
    DONE = "Done"
    NOT_ASKED = "Not asked for"
