"""Every page of the dashboard, and which of them stand in the menu. The others stand on the page "More"."""

from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from bccc_dash.domain.access import Capability
from bccc_dash.domain.links import Place
from bccc_dash.ui import visitor

PAGES = Path(__file__).resolve().parent.parent.parent / "pages"
AT_MOST = 8
"""Nobody sees more entries than these."""


@dataclass(frozen=True)
class Entry:
    """A page: its file in pages/, its title, where it can be found, and what it takes to be shown it."""

    file: str
    title: str
    in_menu: bool = True
    about: str = ""
    needs: Capability = Capability.SEE_LISTS


MENU = {
    Place.OVERVIEW: Entry("overview.py", "Overview"),
    Place.VETTING: Entry("vetting.py", "Vetting"),
    Place.CONCERNS: Entry("concerns.py", "Concerns"),
    Place.BREACHES: Entry("breaches.py", "Breaches"),
    Place.REVIEWS: Entry("privacy_reviews.py", "Privacy reviews"),
    Place.QUALITY: Entry("data_quality.py", "Data quality"),
    Place.MORE: Entry("more.py", "More"),
    Place.METHOD: Entry(
        "method.py",
        "How it is worked out",
        in_menu=False,
        about="Every figure: what is counted, by which clause, against which target, and who set the target.",
    ),
    Place.AUDIT: Entry(
        "audit.py",
        "Who did what",
        in_menu=False,
        about="Everything that the audit keeps: who signed in, saw, changed or decided what, and when.",
        needs=Capability.SEE_AUDIT,
    ),
    Place.CONTACTS: Entry(
        "contacts.py",
        "Safeguarding contacts",
        in_menu=False,
        about="Whom to ring when a child may be in danger: the lead, the deputy, the LADO, the police, out of hours.",
    ),
    Place.PEOPLE: Entry(
        "people.py",
        "People",
        in_menu=False,
        about="Who uses the dashboard, as what, and who can come in; to add, invite, reset or keep out.",
        needs=Capability.MANAGE_PEOPLE,
    ),
    Place.SETTINGS: Entry(
        "settings.py",
        "Settings",
        in_menu=False,
        about="Every number that the policy leaves open, who set it and when, and who acts instead of whom.",
        needs=Capability.CHANGE_SETTINGS,
    ),
    Place.IMPORTS: Entry(
        "imports.py",
        "Imports",
        in_menu=False,
        about="Which imports wait for a second person, to confirm them; and what past imports asked of people.",
        needs=Capability.CONFIRM_IMPORTS,
    ),
}


def page(place: Place) -> st.Page:
    """Return a page as Streamlit knows it."""
    entry = MENU[place]
    return st.Page(
        PAGES / entry.file,
        title=entry.title,
        url_path=place.value or None,
        default=place is Place.OVERVIEW,
        visibility="visible" if entry.in_menu else "hidden",
    )


def chosen() -> st.Page:
    """Show the menu and return the page that was asked for. What the visitor may not see is not among the pages."""
    return st.navigation([page(place) for place in mine()])


def mine() -> list[Place]:
    """Return the pages that whoever is there may see."""
    return [place for place, entry in MENU.items() if visitor.can(entry.needs)]
