"""The chair settles what past imports asked of people."""

import pytest

from bccc_dash import clock
from bccc_dash.commands.imports import settle_asking
from bccc_dash.domain.imports import AskingEnd
from bccc_dash.domain.links import Place
from bccc_dash.domain.viewer import Person
from bccc_dash.domain.vocabulary import Role
from bccc_dash.store.engine import writing
from tests.pages.left_by_imports import CORA, FIRST, NOTHING, OTHER, ask, centre, endings, is_also
from tests.pages.test_settings import button, field, said

__all__ = ["centre"]

ANOTHER_CHAIR = Person(user_id=CORA, role=Role.CHAIR)


def test_what_was_asked_of_people_is_told_in_words(visit, centre):
    ask(centre)
    ask(centre, "VOLUNTEER_LINK", None, volunteer_id=OTHER)
    ask(centre, "ADD_PERSON", "COMMITTEE_MEMBER", email="<i>new@example.org")
    ask(centre, "ACTIVE_TO", "2026-11-02")
    ask(centre, "LEAD", "no")
    text = said(visit(Place.IMPORTS))

    assert "No imports wait for a second person; five things that past imports asked of people are not settled." in text
    assert "cora@example.org Role: Chair of the committee" in text
    assert "cora@example.org Is also the volunteer V-0002" in text
    assert "<i>new@example.org Is not known here; the role would be: Management Committee member" in text
    assert "Last day of the role: 2 November 2026" in text
    assert "Has the safeguarding lead's rights: no" in text


def test_a_link_to_oneself_is_not_told_of(visit, centre):
    is_also(centre, FIRST)
    ask(centre, "VOLUNTEER_LINK", None, volunteer_id=FIRST)

    assert NOTHING in said(visit(Place.IMPORTS))


@pytest.mark.parametrize(
    ("label", "ending", "words"),
    [
        ("It is done", "DONE", "It is off the list, as done."),
        ("It will not be done", "DISMISSED", "It is off the list, as something that will not be done."),
    ],
)
def test_what_was_asked_is_settled_one_by_one(visit, centre, label, ending, words):
    ask(centre)
    ask(centre, "LEAD", "no")
    app = visit(Place.IMPORTS)
    field(app, "selectbox", "What was asked").set_value(2).run()
    text = said(button(app, label).click().run())

    assert words in text
    assert endings(centre) == [None, ending]
    assert "Role: Chair of the committee" in text
    assert "lead's rights" not in text.partition("cora@")[2]


def test_what_somebody_else_settled_meanwhile_is_refused_in_words(visit, centre):
    ask(centre)
    app = visit(Place.IMPORTS)
    with writing(centre, changes_records=False) as session:
        settle_asking(session, 1, AskingEnd.DONE, by=ANOTHER_CHAIR, at=clock.now())
    text = said(button(app, "It will not be done").click().run())

    assert "Number 1 of the chair's list is settled already." in text
    assert endings(centre) == ["DONE"]
    assert NOTHING in text
