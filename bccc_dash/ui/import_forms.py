"""The forms of the page "Imports": confirm an import, and settle what past imports asked of people.

What was pressed is done before the list of this run is offered, so that whoever comes second is told why not.
"""

from collections.abc import Sequence
from functools import partial
from typing import Any

import streamlit as st

from bccc_dash import clock
from bccc_dash.commands import imports
from bccc_dash.domain.imports import Asking, AskingEnd, LeftToPeople, WaitingImport
from bccc_dash.domain.links import Link, Place
from bccc_dash.ui import address, days, forms, shell, show, visitor
from bccc_dash.ui.panels.imports import A_PAGE, NOTHING_ASKED, WHO_ASKS, askings_table
from bccc_dash.views.imports_tables import asking_choice, import_choice, items_table

CONFIRM, SETTLE = "confirm an import", "settle what was asked"
ITEMS, ASKINGS = "items", "page"
NEXT = (
    "If you confirm it, nothing comes in yet: the coordinator imports the same workbook again within seven days, and "
    "what is listed here then comes in, once. If one cell of the workbook has changed, it has to be confirmed anew."
)
OWN = "You asked for this import yourself: somebody else has to confirm it."
CONFIRMED = (
    "Import number {number} is confirmed. Nothing is in yet: the coordinator now imports the same workbook again, "
    "within seven days."
)
ENDED = {
    AskingEnd.DONE: "It is off the list, as done.",
    AskingEnd.DISMISSED: "It is off the list, as something that will not be done.",
}


def left() -> LeftToPeople:
    """Return what imports left to whoever is there, as of this moment; nothing of it is kept.

    Raises: Refused where they may not see it.
    """
    address.foreign((*days.CARRIED, ITEMS, ASKINGS))
    return imports.left_to_people(shell.engine(), by=visitor.person(), at=clock.now())


def confirm(waiting: Sequence[WaitingImport]) -> None:
    """Show what one of the imports brings, and the form that confirms it; nothing where none waits."""
    if pressed := st.session_state.pop(CONFIRM, None):
        _confirmed(*pressed)
    forms.notice(CONFIRM)
    if not waiting:
        return
    by_number = {one.number: one for one in waiting}
    names = list(by_number)
    number = forms.choice(
        "Import", names, said=lambda one: import_choice(by_number[one]), key=forms.key(CONFIRM, "import")
    )
    chosen = by_number[number]
    _items(chosen)
    if chosen.asked_by_id == visitor.person().user_id:
        show.note(OWN)
        return
    with st.form(f"confirm import {number}"):
        show.note(NEXT)
        st.form_submit_button(f"Confirm import number {number}", on_click=_press, args=(CONFIRM, number))


def _items(chosen: WaitingImport) -> None:
    total = len(chosen.items)
    part = address.page(total, A_PAGE, name=ITEMS)
    here = chosen.items[(part - 1) * A_PAGE : part * A_PAGE]
    show.table(items_table(here), caption=f"What import number {chosen.number} brings", empty="It brings nothing.")
    show.parts(total, A_PAGE, name=ITEMS)
    show.note(WHO_ASKS)


def asked(askings: Sequence[Asking]) -> None:
    """Show what past imports asked of people, part by part."""
    total = len(askings)
    part = address.page(total, A_PAGE, name=ASKINGS)
    here = askings[(part - 1) * A_PAGE : part * A_PAGE]
    show.table(askings_table(here), caption="What past imports asked of people", empty=NOTHING_ASKED)
    show.parts(total, A_PAGE, name=ASKINGS)


def settle(askings: Sequence[Asking]) -> None:
    """Show the form that takes something off the list, as done or as dismissed; nothing where the list is empty."""
    if pressed := st.session_state.pop(SETTLE, None):
        _settled(*pressed)
    forms.notice(SETTLE)
    if not askings:
        return
    show.link(Link(Place.PEOPLE, "People"))
    by_number = {one.number: one for one in askings}
    names = list(by_number)
    number = forms.choice(
        "What was asked", names, said=lambda one: asking_choice(by_number[one]), key=forms.key(SETTLE, "asked")
    )
    with st.form(f"settle {number}"):
        st.form_submit_button("It is done", on_click=_press, args=(SETTLE, number, AskingEnd.DONE))
        st.form_submit_button("It will not be done", on_click=_press, args=(SETTLE, number, AskingEnd.DISMISSED))


def _press(form: str, *what: Any) -> None:
    st.session_state[form] = what


def _confirmed(number: int) -> None:
    deed = partial(imports.confirm_import, number=number, by=visitor.person(), at=clock.now())
    said = CONFIRMED.format(number=number)
    forms.save(CONFIRM, deed, lambda _: (said, ""), field=CONFIRM, now=None, changes_records=False)


def _settled(number: int, ending: AskingEnd) -> None:
    deed = partial(imports.settle_asking, number=number, ending=ending, by=visitor.person(), at=clock.now())
    forms.save(SETTLE, deed, lambda _: (ENDED[ending], ""), field=SETTLE, now=None, changes_records=False)
