"""The forms of the page "Settings": a number, and a deputy."""

from functools import partial

import streamlit as st

from bccc_dash import clock
from bccc_dash.commands.settings_changes import change_deputy, change_setting
from bccc_dash.domain.centre_settings import CentreSettings
from bccc_dash.domain.deputies import Duty
from bccc_dash.domain.setting_list import SETTINGS, Setting
from bccc_dash.domain.words import capital
from bccc_dash.ui import forms, look, visitor
from bccc_dash.ui.panels.settings import tables

NOBODY = 0


def number(board: CentreSettings) -> None:
    """Show a setting to choose, and the form that changes it."""
    name = forms.choice("Setting", list(SETTINGS), said=lambda one: tables.about(SETTINGS[one]), key="setting")
    one, field, now = SETTINGS[name], forms.key("number", f"value of {name}"), board.own.get(name)
    first = forms.seen(field, now)
    forms.notice("number")
    with st.form(f"form of {field}"):
        st.html(look.note(f"In force: {one.said(board.in_force(one))}. {tables.bounds(one)}"))
        value = st.number_input(f"New value, in {one.unit}s", value=board.in_force(one), step=1, key=field)
        save, back = st.form_submit_button("Save"), st.form_submit_button("Back to the BCCC default")
        if save or back:
            wanted = int(value) if save else None
            deed = partial(change_setting, by=visitor.person(), name=name, value=wanted, seen=first, at=clock.now())
            forms.save("number", deed, lambda _: (_is_set(one, wanted), ""), field=field, now=now)


def _is_set(one: Setting, value: int | None) -> str:
    said = f"the BCCC default, {one.said(one.default)}," if value is None else one.said(value)
    return f"{one.about}: {said} from now on, for past days too."


def deputy(board: CentreSettings) -> None:
    """Show a duty to choose, and the form that names who acts instead of its holders."""
    duty = forms.choice("Duty", list(Duty), said=lambda one: capital(one.value), key="duty")
    names = {NOBODY: "Nobody"} | {one.user_id: one.name for one in board.may_act}
    now, field = board.own.get(duty.setting), forms.key("deputy", f"deputy of {duty.name}")
    first, named = forms.seen(field, now), board.deputies.get(duty)
    forms.notice("deputy")
    with st.form(f"form of {field}"):
        index = list(names).index(named.user_id) if named else 0
        chosen = forms.choice("Acts instead", list(names), index=index, said=names.__getitem__, key=field)
        if st.form_submit_button("Save the deputy"):
            deed = partial(
                change_deputy,
                by=visitor.person(),
                duty=duty,
                user_id=chosen or None,
                seen=first,
                at=clock.now(),
            )
            said = f"Where every {duty.value} is conflicted: {names[chosen]}."
            forms.save("deputy", deed, lambda _: (said, ""), field=field, now=now)
