"""Who sits at the console, as the audit names them."""

import getpass


def console_actor() -> str:
    """The operating system's user, as the audit names them: "console (root)". It knows no more of them than that."""
    try:
        name = getpass.getuser()
    except (OSError, KeyError, ImportError):
        name = "unknown"
    printable = "".join(letter for letter in name if letter.isprintable())
    return f"console ({printable[:80] or 'unknown'})"
