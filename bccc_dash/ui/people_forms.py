"""The forms of the page "People": add somebody; change what they are here; let them in or keep them out."""

from collections.abc import Sequence
from functools import partial

import streamlit as st
from streamlit import config

from bccc_dash import clock, settings
from bccc_dash.commands import people_by_chair, people_list
from bccc_dash.domain.labels import label
from bccc_dash.domain.user_list import FITTING, Access, ListedUser, Standing
from bccc_dash.domain.vocabulary import Role
from bccc_dash.ui import forms, look, visitor
from bccc_dash.views.people_table import choice

ABOUT_ONESELF = (
    "This is you. Another role, or a change of the lead's rights, signs you out at once: you have to sign in again."
)
COPY = "This link lets {name} set a password. It works once, for 24 hours, and stands only here: hand it to them alone."
DONE = {
    Access.RESET: "{name} has no password any more. " + COPY,
    Access.INVITE: COPY,
    Access.DISABLE: "{name} can no longer come in.",
    Access.ENABLE: "{name} may come in again, with the password that they had.",
}


def listed() -> tuple[ListedUser, ...]:
    """Return everybody who uses the dashboard, as of this moment.

    Raises: Refused where whoever is there may not see them.
    """
    return forms.read(partial(people_list.listed, by=visitor.person(), at=clock.now()))


def choose(users: Sequence[ListedUser]) -> ListedUser:
    """Show whom to choose, and return who is chosen."""
    by_id = {user.user_id: user for user in users}
    return by_id[forms.choice("Person", list(by_id), said=lambda one: choice(by_id[one]), key="person")]


def add() -> None:
    """Show the form that adds somebody."""
    field = forms.key("add", "new e-mail address")
    forms.notice("add")
    with st.form(f"form of {field}"):
        email = st.text_input("E-mail address", key=field)
        name = st.text_input("Name", key=forms.key("add", "new name"))
        role = st.selectbox("Role", list(Role), index=None, format_func=label, key=forms.key("add", "new role"))
        if st.form_submit_button("Add"):
            if role is None:
                st.error("Role: choose what this person is here.")
                return
            deed = partial(people_by_chair.add, by=visitor.person(), email=email, name=name, role=role, at=clock.now())
            said = f"{name.strip()} is added, and cannot come in yet: invite them next."
            forms.save("add", deed, lambda _: (said, ""), field=field, now=None)


def change(user: ListedUser) -> None:
    """Show the form that changes what somebody is here."""
    number, now, key = user.user_id, user.standing, partial(forms.key, "change")
    field = key(f"role of {number}")
    forms.notice("change")
    first, is_self = forms.seen(field, now), number == visitor.person().user_id
    with st.form(f"form of {field}"):
        if is_self:
            st.html(look.note(ABOUT_ONESELF))
        role = forms.choice("Role", list(Role), index=list(Role).index(now.role), said=label, key=field)
        is_lead = st.checkbox("Has the safeguarding lead's rights too", now.is_lead, key=key(f"lead {number}"))
        sits = st.checkbox("Sits on the committee", now.on_committee, key=key(f"committee {number}"))
        ref = st.text_input(
            "Is also the volunteer (reference, or empty)",
            now.volunteer_ref or "",
            key=key(f"ref {number}"),
        )
        if st.form_submit_button("Save"):
            wanted = Standing(role=role, is_lead=is_lead, on_committee=sits, volunteer_ref=ref.strip() or None)
            _save_standing(user, first, wanted, field)


def _save_standing(user: ListedUser, first: Standing, wanted: Standing, field: str) -> None:
    ends = (wanted.role, wanted.is_lead) != (first.role, first.is_lead)
    is_last = ends and user.user_id == visitor.person().user_id
    deed = partial(
        people_by_chair.change_standing,
        by=visitor.person(),
        email=user.email,
        seen=first,
        wanted=wanted,
        at=clock.now(),
    )
    who = "You are signed out and have" if is_last else f"{user.name} is signed out everywhere and has"
    said = f"Saved. {who} to sign in again." if ends else f"What {user.name} is here is saved."
    forms.save("change", deed, lambda _: (said, ""), field=field, now=user.standing, is_last=is_last)


def let_in(user: ListedUser) -> None:
    """Show the form that invites, resets, disables or enables somebody: what fits as it stands."""
    field = forms.key("let in", f"access of {user.user_id} {user.state.name}")
    forms.notice("let in")
    with st.form(f"form of {field}"):
        access = st.radio("What is to be done?", FITTING[user.state], index=None, format_func=str, key=field)
        if st.form_submit_button("Do it"):
            if access is None:
                st.error("What is to be done: choose one of the lines.")
                return
            deed = partial(
                people_by_chair.change_access, access=access, by=visitor.person(), email=user.email, at=clock.now()
            )
            said = DONE[access].format(name=user.name)
            forms.save("let in", deed, lambda token: (said, _address(token)), field=field, now=None)


def _address(token: str | None) -> str:
    """Return where the link leads; "" where there is none."""
    if token is None:
        return ""
    own = f"http://127.0.0.1:{config.get_option('server.port')}"
    return f"{settings.read_settings().public_url or own}/link/{token}"
