"""The form of the page "Safeguarding contacts", for the chair."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from bccc_dash import clock
from bccc_dash.commands.contacts import change_contact
from bccc_dash.domain.contacts import TITLES, Contact, ContactKind, Told
from bccc_dash.ui import forms, visitor
from bccc_dash.ui.panels.contacts import tables


def fill_in(contacts: Sequence[Contact]) -> None:
    """Show a contact to choose, and the form that fills it in."""
    kind = forms.choice("Contact", list(ContactKind), said=TITLES.__getitem__, key="contact")
    now, field = tables.told_of(contacts, kind), forms.key("contact", f"name of {kind}")
    first = forms.seen(field, now)
    forms.notice("contact")
    with st.form(f"form of {field}"):
        name = st.text_input("Name or role", now.name, key=field)
        telephone = st.text_input("Telephone", now.telephone, key=forms.key("contact", f"telephone of {kind}"))
        hours = st.text_input("Hours, where they matter", now.hours, key=forms.key("contact", f"hours of {kind}"))
        if st.form_submit_button("Save", help="Leave every field empty to take the contact out."):
            told = Told(name, telephone, hours)
            deed = partial(change_contact, by=visitor.person(), kind=kind, told=told, seen=first, at=clock.now())
            is_out = not any(part.strip() for part in (name, telephone, hours))
            said = f"{TITLES[kind]}: {'taken out' if is_out else 'written down'}."
            forms.save("contact", deed, lambda _: (said, ""), field=field, now=now)
