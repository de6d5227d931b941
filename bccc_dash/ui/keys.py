"""The keys that press a button, said once: the buttons use them and the help panel lists them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Key:
    """A shortcut, what it does in words, and where."""

    shortcut: str
    does: str
    where: str


KEYS = {
    "help": Key("Alt+K", "Show this help", "Every page"),
    "today": Key("Alt+Y", "Go back to today", "Every page, while a different day is shown"),
    "next": Key("Alt+N", "Open the next concern of the list", "Concerns"),
    "previous": Key("Alt+P", "Open the concern before it", "Concerns"),
    "clear": Key("Alt+X", "Take every filter away", "Concerns, Who did what"),
}
"""With Alt, so that no letter typed into a field presses a button (and nothing that Chrome or Firefox keep)."""
