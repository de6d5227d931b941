"""Whom to ring when a child may be in danger: five numbers that the centre fills in. Source: P7."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bccc_dash.domain.errors import Refused
from bccc_dash.domain.links import Link, Place
from bccc_dash.domain.overview import Need, Rag
from bccc_dash.domain.words import listed

IN_DANGER = "In danger now: 999."
LONGEST = 200
TELEPHONE = re.compile(r"[0-9+() -]{3,40}")
ODD_LINE = "{field}: write one line of at most 200 letters."
NO_NAME = "Name or role: say who answers, for instance the council's designated officer."
NO_TELEPHONE = "Telephone: write the number in digits, for instance 0121 496 0000, with 3 to 40 signs."


class ContactKind(StrEnum):
    """Who is rung, in the order of the page."""

    LEAD = "LEAD"
    DEPUTY = "DEPUTY"
    LADO = "LADO"
    POLICE = "POLICE"
    OUT_OF_HOURS = "OUT_OF_HOURS"


TITLES = {
    ContactKind.LEAD: "Safeguarding lead",
    ContactKind.DEPUTY: "Deputy safeguarding lead",
    ContactKind.LADO: "LADO (council's designated officer)",
    ContactKind.POLICE: "Police, where nobody is in danger now",
    ContactKind.OUT_OF_HOURS: "Out of hours",
}
SHORT = {
    ContactKind.LEAD: "lead",
    ContactKind.DEPUTY: "deputy",
    ContactKind.LADO: "LADO",
    ContactKind.POLICE: "police",
    ContactKind.OUT_OF_HOURS: "out of hours",
}


@dataclass(frozen=True)
class Told:
    """What is told of one contact: who answers, the number, and when."""

    name: str
    telephone: str
    hours: str = ""


NOTHING_TOLD = Told("", "")


@dataclass(frozen=True)
class Contact:
    """One contact, who filled it in last, and when."""

    kind: ContactKind
    told: Told
    changed_by: str
    changed_at: datetime


def checked(told: Told) -> Told:
    """What is told, trimmed and fit to be kept; nothing at all is fit, and takes the contact out.

    Raises: Refused, which names the field.
    """
    told = Told(*(part.strip() for part in (told.name, told.telephone, told.hours)))
    for field, part in (("Name or role", told.name), ("Hours", told.hours)):
        if len(part) > LONGEST or not part.isprintable():
            raise Refused(ODD_LINE.format(field=field))
    if told == NOTHING_TOLD:
        return told
    if not told.name:
        raise Refused(NO_NAME)
    if not TELEPHONE.fullmatch(told.telephone) or not re.search("[0-9]{3}", told.telephone):
        raise Refused(NO_TELEPHONE)
    return told


def missing(filled: Collection[ContactKind]) -> tuple[ContactKind, ...]:
    """The contacts that nobody has filled in yet, in the order of the page."""
    return tuple(kind for kind in ContactKind if kind not in filled)


def about_contacts(absent: Collection[ContactKind]) -> Iterable[Need]:
    """The line about contacts that are not filled in; none where all are."""
    if not absent:
        return []
    which = listed([SHORT[kind] for kind in absent])
    way = Link(Place.CONTACTS, "See contacts")
    return [Need(Rag.ACT, f"Safeguarding contacts are not filled in: {which}.", IN_DANGER, way)]
