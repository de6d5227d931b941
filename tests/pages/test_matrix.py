"""Every role before every door: menu, page, read and command each say what the table of access says, on their own."""

import runpy
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from bccc_dash import clock, reads
from bccc_dash.commands import contacts, imports, people_by_chair, people_list, reveal, sessions, settings_changes
from bccc_dash.commands.people_by_chair import Access
from bccc_dash.domain.access import Capability, may
from bccc_dash.domain.contacts import ContactKind, Told
from bccc_dash.domain.deputies import Duty
from bccc_dash.domain.errors import BcccError, Refused
from bccc_dash.domain.imports import AskingEnd
from bccc_dash.domain.links import Place
from bccc_dash.domain.period import last_twelve_months
from bccc_dash.domain.purposes import Purpose
from bccc_dash.domain.sight import Content, Sight, sight
from bccc_dash.domain.viewer import Matter, Person
from bccc_dash.domain.vocabulary import Role
from bccc_dash.reads import READS, Read
from bccc_dash.reads.audit import audit_chain
from bccc_dash.store.engine import reading, writing
from bccc_dash.ui import address, menu, show, visitor
from bccc_dash.ui.menu import MENU, PAGES
from tests.pages.conftest import TODAY
from tests.visitors import come_in

C = Capability
OF_PAGES = dict.fromkeys(Place, C.SEE_LISTS) | {
    **dict.fromkeys((Place.OVERVIEW, Place.METHOD, Place.MORE, Place.CONTACTS), C.SEE_FIGURES),
    Place.AUDIT: C.SEE_AUDIT,
    Place.PEOPLE: C.MANAGE_PEOPLE,
    Place.SETTINGS: C.CHANGE_SETTINGS,
    Place.IMPORTS: C.CONFIRM_IMPORTS,
}
"""What it takes to be shown a page."""

OF_READS = dict.fromkeys(Read, C.SEE_LISTS) | {
    **dict.fromkeys((Read.CENTRE, Read.OVERVIEW, Read.METHOD, Read.CONTACTS), C.SEE_FIGURES),
    **dict.fromkeys((Read.AUDIT, Read.AUDIT_EVENTS), C.SEE_AUDIT),
    Read.SETTINGS: C.CHANGE_SETTINGS,
}
PEOPLE = {
    **{role.value: Person(user_id=900, role=role, on_committee=True) for role in Role},
    "a member with the lead's flag": Person(user_id=900, role=Role.COMMITTEE_MEMBER, is_lead=True),
    "nobody's role": Person(user_id=900, role=None),
    "nobody's role, with a flag": Person(user_id=900, role=None, is_lead=True),
}
NOW = clock.now()
MAIL = "somebody@example.org"
TOLD = Told("", "", "")
Deed = Callable[[Session, Person], object]

OF_COMMANDS: dict[str, tuple[Capability, Deed]] = {
    "list people": (C.MANAGE_PEOPLE, lambda s, by: people_list.listed(s, by=by, at=NOW)),
    "add": (C.MANAGE_PEOPLE, lambda s, by: people_by_chair.add(s, by=by, email="x", name="", role=Role.CHAIR, at=NOW)),
    **{
        f"access: {access.value}": (
            C.MANAGE_PEOPLE,
            lambda s, by, access=access: people_by_chair.change_access(s, access, by=by, email=MAIL, at=NOW),
        )
        for access in Access
    },
    "setting": (
        C.CHANGE_SETTINGS,
        lambda s, by: settings_changes.change_setting(s, by=by, name="x", value=1, seen=None, at=NOW),
    ),
    "deputy": (
        C.CHANGE_SETTINGS,
        lambda s, by: settings_changes.change_deputy(s, by=by, duty=Duty.CHAIR, user_id=None, seen="x", at=NOW),
    ),
    "contact": (
        C.CHANGE_SETTINGS,
        lambda s, by: contacts.change_contact(s, by=by, kind=ContactKind.LADO, told=TOLD, seen=TOLD, at=NOW),
    ),
    "confirm import": (C.CONFIRM_IMPORTS, lambda s, by: imports.confirm_import(s, 99, by=by, at=NOW)),
    "settle asking": (
        C.MANAGE_PEOPLE,
        lambda s, by: imports.settle_asking(s, 99, AskingEnd.DONE, by=by, at=NOW),
    ),
    "audit chain": (C.SEE_AUDIT, lambda s, by: audit_chain(s, by, lambda *_: None)),
}


class PastTheDoor(Exception):
    """The page went on after its door."""


def go_no_further(*_: object, **__: object) -> None:
    raise PastTheDoor


def passes(deed: Callable[[], object]) -> bool:
    """Whether the door lets in: what goes wrong behind it does not matter."""
    try:
        deed()
    except Refused as refusal:
        return not str(refusal).startswith("You may not")
    except (BcccError, IntegrityError, TypeError, PastTheDoor):
        return True
    return True


def differences(engine: Engine) -> Iterator[str]:
    """Where a door is open that the table of access says is shut, or the other way round."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(address, "begin", go_no_further)
        patch.setattr(show, "head", go_no_further)
        patch.setattr(reads, "READS", {name: replace(one, ask=go_no_further) for name, one in READS.items()})
        for name, person in PEOPLE.items():
            patch.setattr(visitor, "person", lambda person=person: person)
            yield from (f"{name} {said}" for said in _screens(person))
            yield from (f"{name} {said}" for said in _below(engine, person))


def _screens(person: Person) -> Iterator[str]:
    mine = menu.mine()
    for place, needs in OF_PAGES.items():
        allowed = may(person, needs)
        if (place in mine) != allowed:
            yield f"menu: {place.name}"
        if passes(lambda place=place: runpy.run_path(str(PAGES / MENU[place].file))) != allowed:
            yield f"page: {place.name}"


def _below(engine: Engine, person: Person) -> Iterator[str]:
    period = last_twelve_months(TODAY)
    for name, needs in OF_READS.items():
        with reading(engine) as session:
            if passes(lambda name=name, s=session: reads.read(name, s, period, person=person)) != may(person, needs):
                yield f"read: {name}"
    for name, (needs, deed) in OF_COMMANDS.items():
        with undone(engine) as session:
            if passes(lambda deed=deed, s=session: deed(s, person)) != may(person, needs):
                yield f"command: {name}"
    yield from _reveals(engine, person)


@contextmanager
def undone(engine: Engine) -> Iterator[Session]:
    """A session that writes, and whose writes are undone."""
    with suppress(ZeroDivisionError), writing(engine) as session:
        yield session
        raise ZeroDivisionError


def _reveals(engine: Engine, person: Person) -> Iterator[str]:
    """A name by the reference of a volunteer, for a purpose: as the table of columns says."""
    there = _signed_in(engine, person)
    if there is None:
        return
    for what, content in ((reveal.What.NAME, Content.NAME), (reveal.What.WORDS, Content.FREE_TEXT)):
        sees = sight(person, content, matter=Matter()) in (Sight.SHOWN, Sight.ON_REVEAL)
        try:
            reveal.see(engine, there, what, "V-0001", purpose=Purpose.DECIDE, at=clock.now())
            seen = True
        except Refused:
            seen = False
        if seen != sees:
            yield f"reveal: {what}"


def _signed_in(engine: Engine, person: Person) -> sessions.SignedIn | None:
    if person.role is None:
        return None
    email = f"{person.role.value.lower()}.{person.is_lead}@matrix.example.org"
    token = come_in(engine, person.role, email=email, is_safeguarding_lead=person.is_lead)
    with reading(engine) as session:
        return sessions.who_is_in(session, token, clock.now())


@pytest.fixture
def centre(sqlite_engine: Engine, demo_centre: None) -> Engine:
    return sqlite_engine


def test_every_door_says_what_the_table_of_access_says(centre):
    assert set(OF_PAGES) == set(Place) == set(MENU)
    assert set(OF_READS) == set(Read) == set(READS)
    assert list(differences(centre)) == []


BREAKS = {
    "the menu lists everything": (visitor, "can", lambda _: True, "menu"),
    "a page does not ask": (visitor, "check_may", lambda *_: None, "page"),
    "a read does not ask": (reads, "check_may", lambda *_: None, "read"),
    "a command about people does not ask": (people_by_chair, "check_may", lambda *_: None, "command: add"),
    "a setting does not ask": (settings_changes, "check_may", lambda *_: None, "command: setting"),
    "a contact does not ask": (contacts, "check_may", lambda *_: None, "command: contact"),
    "an import does not ask": (imports, "check_may", lambda *_, **__: None, "command: confirm import"),
    "everything may be seen": (reveal, "sight", lambda *_, **__: Sight.SHOWN, "reveal"),
    "nothing may be seen": (reveal, "sight", lambda *_, **__: Sight.WITHHELD, "reveal"),
    "the menu lists nothing": (visitor, "can", lambda _: False, "menu"),
}


@pytest.mark.parametrize("broken", BREAKS)
def test_one_broken_door_is_told_apart_from_all_the_others(centre, monkeypatch, broken):
    module, name, instead, found = BREAKS[broken]
    monkeypatch.setattr(module, name, instead)

    said = list(differences(centre))

    assert any(found in one for one in said)
    assert all(found.split(":")[0] in one for one in said)
