"""The words of the page "Safeguarding contacts": whom to ring, and what nobody has filled in yet."""

from collections.abc import Sequence

from bccc_dash.domain.contacts import IN_DANGER, NOTHING_TOLD, SHORT, TITLES, Contact, ContactKind, Told, missing
from bccc_dash.domain.words import listed, uk_date
from bccc_dash.views.sentence import Sentence, say
from bccc_dash.views.table import Table, table

NOT_FILLED_IN = "Not filled in"
FILLING_IN = "Everybody who is signed in reads this. Write a role, or the name of somebody who agreed to stand here."


def headline() -> Sentence:
    """Return what comes before everything else."""
    return say(f"{IN_DANGER} Ring first, and write it down afterwards.")


def standing(contacts: Sequence[Contact]) -> Sentence:
    """Return which contacts are missing."""
    absent = missing({contact.kind for contact in contacts})
    if not absent:
        return say("All five are filled in. Ring a number now and then, to be sure that it still answers.")
    return say(f"Not filled in yet: {listed([SHORT[kind] for kind in absent])}. The chair fills them in.")


def contacts_table(contacts: Sequence[Contact]) -> Table:
    """Return the five contacts, those without a number too."""
    found = {contact.kind: contact for contact in contacts}
    columns = ("Who", "Telephone", "Name or role", "Hours", "Filled in")
    return table(columns, [_row(kind, found.get(kind)) for kind in ContactKind], wide=("Filled in",))


def _row(kind: ContactKind, contact: Contact | None) -> tuple[str, ...]:
    if contact is None:
        return TITLES[kind], NOT_FILLED_IN, "", "", ""
    told = contact.told
    by = f"{contact.changed_by}, {uk_date(contact.changed_at.date())}"
    return TITLES[kind], told.telephone, told.name, told.hours or "Not said", by


def told_of(contacts: Sequence[Contact], kind: ContactKind) -> Told:
    """Return what is told of one contact; nothing where it is not filled in."""
    return next((contact.told for contact in contacts if contact.kind is kind), NOTHING_TOLD)
