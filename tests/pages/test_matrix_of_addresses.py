"""Every role, and what a browser may ask for by itself: a page by its hash, a record by its reference."""

import os

import pytest
from sqlmodel import select

from bccc_dash.domain.access import Capability, may
from bccc_dash.domain.links import Place
from bccc_dash.domain.viewer import Person
from bccc_dash.domain.vocabulary import Role
from bccc_dash.store.engine import open_engine, reading
from bccc_dash.store.tables import ConcernRow, RecordRow
from bccc_dash.ui.menu import MENU
from tests.pages.reading import words
from tests.pages.test_matrix import OF_PAGES

ANY = Role.READ_ONLY_AUDITOR
NOT_THERE = "C-9999-999"
TELLS_WHO_ONE_IS = {Place.PEOPLE}
"""There the chair sees which volunteer they also are: it is their own account, and no matter."""


def plain(app):
    """What a page says, its references as people read them."""
    return (words(app) + str([table.value for table in app.table])).replace("\\-", "-")


FOR_EVERYBODY = (Capability.SEE_FIGURES, Capability.SEE_LISTS)
TOGETHER = [
    pytest.param(
        place, role, marks=pytest.mark.soak_only if OF_PAGES[place] in FOR_EVERYBODY and role is not ANY else []
    )
    for place in Place
    for role in Role
]


@pytest.mark.parametrize(("place", "role"), TOGETHER)
def test_a_message_that_asks_for_a_page_by_its_hash_gets_it_only_in_a_role_that_may(visit, role, place):
    """As the browser's message over the websocket does: the page's hash, whatever the menu lists."""
    shown = [title.value for title in visit(place, role=role).title]

    allowed = may(Person(user_id=1, role=role), OF_PAGES[place])
    assert shown == [MENU[place if allowed else Place.OVERVIEW].title]


@pytest.fixture
def own(demo_centre):
    """An open concern: its reference, whom it is about, and their reference."""
    engine = open_engine(os.environ["BCCC_DATABASE_URL"])
    with reading(engine) as session:
        newest = select(ConcernRow).where(ConcernRow.status == "OPEN").order_by(ConcernRow.id.desc())
        concern = session.exec(newest).first()
        ref, whose = (session.get(RecordRow, number).ref for number in (concern.id, concern.volunteer_id))
    engine.dispose()
    return ref, concern.volunteer_id, whose


@pytest.mark.parametrize("role", Role)
def test_an_address_that_names_ones_own_matter_finds_as_much_as_one_that_names_nothing(visit, own, role):
    ref, volunteer_id, whose = own
    me = {"email": "self@example.org", "volunteer_id": volunteer_id}

    def said(place, **address):
        return plain(visit(place, role, **address)).replace(ref, NOT_THERE).replace(whose, NOT_THERE)

    assert ref in plain(visit(Place.CONCERNS, role, case=ref))
    assert said(Place.CONCERNS, _who=me, case=ref) == said(Place.CONCERNS, _who=me, case=NOT_THERE)
    assert said(Place.VETTING, _who=me, volunteer=whose) == said(Place.VETTING, _who=me, volunteer=NOT_THERE)


TAKING_ALL_PAGES = [
    pytest.param(role, marks=[] if role in (Role.CHAIR, Role.COORDINATOR) else pytest.mark.soak_only) for role in Role
]


@pytest.mark.parametrize("role", TAKING_ALL_PAGES)
def test_on_no_page_is_there_anything_about_oneself(visit, own, role):
    ref, volunteer_id, whose = own
    me = {"email": "self@example.org", "volunteer_id": volunteer_id}

    for place in Place:
        said = plain(visit(place, role, _who=me))
        assert ref not in said
        assert whose not in said or place in TELLS_WHO_ONE_IS
