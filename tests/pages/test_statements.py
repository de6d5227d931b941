"""No page asks the database more than twelve questions, everything counted, when nothing is kept."""

import pytest
from sqlalchemy import Engine, event

from bccc_dash.domain.links import Place
from bccc_dash.domain.period import last_twelve_months
from bccc_dash.domain.targets import DEFAULTS
from bccc_dash.domain.viewer import Person
from bccc_dash.domain.vocabulary import Role
from bccc_dash.reads.concerns import opened_concern
from bccc_dash.store.engine import reading
from bccc_dash.ui.menu import MENU
from bccc_dash.workbook.demo import demo_sheets
from tests.pages.conftest import TODAY

AT_MOST = 12
ANYBODY = Person(user_id=1, role=Role.CHAIR)
OF_THE_SHELL = 4
NO_QUESTION = ("BEGIN", "COMMIT", "ROLLBACK")


@pytest.fixture
def asked():
    """The statements that reach any database, in order, but for the beginning and the end of a transaction."""
    statements: list[str] = []

    def note(_connection, _cursor, statement, *_):
        if not statement.startswith(NO_QUESTION):
            statements.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    yield statements
    event.remove(Engine, "before_cursor_execute", note)


def cold(visit, asked, place, **address):
    """The statements of one visit to a page, with nothing kept."""
    app = visit(place, _asked=asked, **address)
    assert not app.error
    return list(asked)


def listed(statements):
    return "\n\n".join(f"{number}. {statement}" for number, statement in enumerate(statements, start=1))


@pytest.mark.parametrize("place", MENU, ids=lambda place: MENU[place].file)
def test_a_cold_visit_asks_at_most_twelve_questions(visit, demo_centre, asked, place):
    statements = cold(visit, asked, place)
    assert len(statements) <= AT_MOST, listed(statements)


@pytest.fixture
def longest(sqlite_engine, demo_centre):
    """The reference of the concern with the longest chronology, and of the volunteer whom it is about."""
    period = last_twelve_months(TODAY)
    with reading(sqlite_engine) as session:
        refs = [str(row["ref"]) for row in demo_sheets(TODAY)["concerns"]]
        found = [opened_concern(session, period, ref, DEFAULTS, person=ANYBODY) for ref in refs]
    most = max((one for one in found if one), key=lambda one: len(one.lines) + one.left_out)
    return most.case.ref, most.case.volunteer_ref


def test_a_cold_visit_to_the_longest_concern_asks_at_most_twelve(visit, longest, asked):
    statements = cold(visit, asked, Place.CONCERNS, case=longest[0])
    assert len(statements) <= AT_MOST, listed(statements)


def test_a_cold_visit_to_the_way_of_a_volunteer_asks_at_most_twelve(visit, longest, asked):
    statements = cold(visit, asked, Place.VETTING, volunteer=longest[1])
    assert len(statements) <= AT_MOST, listed(statements)


@pytest.mark.parametrize("picked", [{"severity": "HIGH"}, {"unshared": "yes", "age": "8-28"}, {"owner": "u1"}])
def test_a_cold_visit_to_some_of_the_concerns_asks_at_most_twelve(visit, demo_centre, asked, picked):
    statements = cold(visit, asked, Place.CONCERNS, **picked)
    assert len(statements) <= AT_MOST, listed(statements)


def test_the_shell_asks_at_most_four_of_them(visit, demo_centre, asked):
    statements = cold(visit, asked, Place.MORE)
    assert len(statements) <= OF_THE_SHELL, listed(statements)


def test_a_second_visit_asks_only_whether_the_records_are_the_same(visit, demo_centre, asked):
    app = visit(Place.OVERVIEW)
    asked.clear()
    app.run()
    assert len(asked) < OF_THE_SHELL, listed(asked)
