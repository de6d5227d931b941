"""Where in the dashboard something is shown, so that a sentence can lead there."""

from dataclasses import dataclass
from enum import StrEnum


class Place(StrEnum):
    """The pages. Each value is the page's address, which people keep and send: do not change one lightly."""

    OVERVIEW = ""
    VETTING = "vetting"
    CONCERNS = "concerns"
    BREACHES = "breaches"
    REVIEWS = "privacy-reviews"
    QUALITY = "data-quality"
    MORE = "more"
    METHOD = "how-it-is-worked-out"
    AUDIT = "audit"
    CONTACTS = "safeguarding-contacts"
    PEOPLE = "people"
    SETTINGS = "settings"
    IMPORTS = "imports"


Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Link:
    """A way to a page, with what is chosen there. The label has at most 16 letters where it stands alone."""

    place: Place
    label: str
    choices: Choices = ()
