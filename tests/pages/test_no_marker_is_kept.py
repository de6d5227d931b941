"""What the pages keep for a minute holds no name, no address, nothing that was written and nothing that opens a door.

Every such column holds a marker in every row (tests/markers.py). What the browser is sent is looked at in
tests/browser/test_markers.py; that this search bites is shown here, with leaks made on purpose.
"""

import os
import pickle
from dataclasses import replace

import pytest
from sqlmodel import text

from bccc_dash.commands import reveal
from bccc_dash.domain.column_contents import CONTENTS
from bccc_dash.domain.links import Place
from bccc_dash.domain.sight import Content, Sight
from bccc_dash.domain.vocabulary import Role
from bccc_dash.reads import concerns
from bccc_dash.settings import sqlite_url
from bccc_dash.store.engine import open_engine, reading
from bccc_dash.ui import shell
from bccc_dash.ui.visitor import VISITOR
from bccc_dash.views import redaction
from tests.markers import MARKED, OF_PEOPLE, WORDS_OF_LISTS, marked_columns, plant
from tests.pages.reading import words

FULL_FORM = bool(os.environ.get("BCCC_SOAK"))
A_CASE = "SELECT r.ref, c.volunteer_id FROM concerns c JOIN records r USING (id) WHERE "
PLAIN, IN_CONFIDENCE = "c.severity <> 'CRITICAL' AND c.source = 'VOLUNTEER'", "c.source = 'CHILD_IN_CONFIDENCE'"


@pytest.fixture
def planted(demo_centre, sqlite_file):
    return plant(sqlite_file)


@pytest.fixture
def kept(monkeypatch):
    """Whatever a read hands to the pages, and with it to what they keep, as text."""
    found, read = [], shell.read

    def heard(*asked, **of_whom):
        answer = read(*asked, **of_whom)
        found.append(pickle.dumps(answer).decode("utf-8", "replace") + repr(answer))
        return answer

    monkeypatch.setattr(shell, "read", heard)
    return found


@pytest.fixture
def case(planted, sqlite_file):
    """Return the reference of a concern of this kind, and the number of whom it is about."""

    def find(which):
        engine = open_engine(sqlite_url(sqlite_file))
        with reading(engine) as session:
            found = session.execute(text(f"{A_CASE} {which} ORDER BY c.id")).first()
        engine.dispose()
        return tuple(found)

    return find


def person(app):
    return app.session_state[VISITOR].person


def test_every_column_that_is_not_for_everybody_has_a_marker_or_holds_words_of_a_list(planted):
    assert {one.column for one in planted.markers.values()} == set(marked_columns())
    assert {name for name, content in CONTENTS.items() if content in MARKED} - set(marked_columns()) == WORDS_OF_LISTS


@pytest.mark.parametrize("role", list(Role) if FULL_FORM else [Role.COORDINATOR])
def test_what_the_pages_keep_holds_no_marker(visit, planted, kept, case, role):
    for place in Place:
        visit(place, role=role)
    ref, volunteer = case(PLAIN)
    visit(Place.VETTING, role=role, volunteer=f"V-{volunteer:04}")
    visit(Place.CONCERNS, role=role, case=ref)

    assert len(kept) >= len(Place)
    assert planted.held("".join(kept), OF_PEOPLE) == set()


def test_a_coordinator_reads_the_words_that_no_page_keeps(visit, planted, kept, case):
    ref, volunteer = case(PLAIN)
    app = visit(Place.CONCERNS, role=Role.COORDINATOR, case=ref)
    said = words(app)

    assert planted.marker_of("volunteers.full_name", volunteer) in said
    assert planted.leaks(said, person(app), ref) == set()
    assert planted.held("".join(kept), frozenset(Content)) == set()


def test_a_query_that_tells_a_name_is_found_in_what_is_kept_and_on_the_page(visit, planted, kept, case, monkeypatch):
    asked = concerns.concern_case

    def leaky(session, **asking):
        whom = session.execute(text("SELECT full_name FROM volunteers ORDER BY id")).scalar()
        return replace(asked(session, **asking), volunteer_ref=whom)

    monkeypatch.setattr(concerns, "concern_case", leaky)
    ref, _ = case(PLAIN)
    app = visit(Place.CONCERNS, role=Role.READ_ONLY_AUDITOR, case=ref)

    assert planted.held("".join(kept), OF_PEOPLE) == {"volunteers.full_name"}
    assert planted.leaks(words(app), person(app), ref) == {"volunteers.full_name, row 1"}


def test_a_page_that_forgets_the_rules_is_found(visit, planted, case, monkeypatch):
    for forgetful in (redaction, reveal):
        monkeypatch.setattr(forgetful, "sight", lambda *_, **__: Sight.SHOWN)
    ref, volunteer = case(IN_CONFIDENCE)
    app = visit(Place.CONCERNS, role=Role.COMMITTEE_MEMBER, case=ref)
    leaked = planted.leaks(words(app), person(app), ref)

    assert {f"volunteers.full_name, row {volunteer}", "Told in confidence by a child"} <= leaked
    assert any(one.startswith("concerns.summary") for one in leaked)
