"""Text that a person typed into a form: trimmed, printable, and no longer than its column."""

from bccc_dash.domain.errors import Refused

NAME_LETTERS, NOTE_LETTERS = 200, 4000
EMPTY = "{name}: this cannot be empty. Write something here."
TOO_LONG = "{name}: write at most {letters:,} letters."
ODD = "{name}: this holds a sign that cannot be read. Type it again, without pasting."
LINES = "\n\t\r"


def check_text(name: str, value: str | None, *, optional: bool = False, letters: int = NAME_LETTERS) -> str | None:
    """Return one line of text, trimmed; None where it may be empty and is.

    Raises: Refused, which names the field.
    """
    told = (value or "").strip()
    if not told and not optional:
        raise Refused(EMPTY.format(name=name))
    if len(told) > letters:
        raise Refused(TOO_LONG.format(name=name, letters=letters))
    if not told.isprintable():
        raise Refused(ODD.format(name=name))
    return told or None


def check_line(name: str, value: str | None) -> str:
    """Return one line of text that cannot be empty.

    Raises: Refused, which names the field.
    """
    return check_text(name, value) or ""


def check_note(name: str, value: str | None, *, optional: bool = False) -> str | None:
    """Return text of several lines, trimmed; None where it may be empty and is.

    Raises: Refused, which names the field.
    """
    check_text(
        name, (value or "").translate(dict.fromkeys(map(ord, LINES), " ")), optional=optional, letters=NOTE_LETTERS
    )
    return (value or "").strip() or None
