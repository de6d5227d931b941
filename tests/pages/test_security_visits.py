"""Who looks at a page: each has the way out, and without a session, or in somebody else's, nothing is left on it."""

import os

import pytest

from bccc_dash import clock
from bccc_dash.commands import sessions
from bccc_dash.domain.links import Place
from bccc_dash.domain.vocabulary import Role
from bccc_dash.store.engine import open_engine, writing
from bccc_dash.ui import visitor
from tests.visitors import come_in_at

SOMEBODY_TYPED = "what somebody typed"


def html(app):
    """Return the page's own mark-up, as it is sent."""
    return " ".join(str(element.proto.body) for element in app.get("html"))


@pytest.fixture
def opened(visit, demo_centre):
    return visit(Place.CONCERNS)


def over():
    engine = open_engine(os.environ["BCCC_DATABASE_URL"])
    with writing(engine, changes_records=False) as session:
        sessions.end(session, visitor.token(), clock.now())
    engine.dispose()


@pytest.mark.parametrize("place", list(Place))
def test_every_page_has_the_way_out(visit, place):
    found = html(visit(place))

    assert 'method="post" action="/sign-out"' in found
    assert 'href="/account"' in found


def test_a_page_whose_session_is_over_shows_nothing_and_remembers_nothing(opened):
    opened.session_state[SOMEBODY_TYPED] = "a name"
    over()

    opened.run()

    assert [title.value for title in opened.title] == ["You are signed out"]
    assert len(opened.button) + len(opened.selectbox) + len(opened.dataframe) + len(opened.table) == 0
    assert SOMEBODY_TYPED not in opened.session_state


def test_the_next_person_in_the_same_tab_finds_nothing_of_the_last(opened, monkeypatch):
    opened.session_state[SOMEBODY_TYPED] = "a name"
    other = come_in_at(os.environ["BCCC_DATABASE_URL"], Role.COMMITTEE_MEMBER)
    monkeypatch.setattr(visitor, "token", lambda: other)

    opened.run()

    assert "Vic Committee_Member" in html(opened)
    assert "Vic Chair" not in html(opened)
    assert SOMEBODY_TYPED not in opened.session_state
