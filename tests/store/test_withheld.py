"""What is withheld is not there for whoever is kept from it, on any connection, and is there for everybody else."""

import re

import pytest
from sqlalchemy import Engine, event, select, text
from sqlalchemy.exc import InvalidRequestError
from sqlmodel import Session

from bccc_dash.store.engine import open_engine, reading, writing
from bccc_dash.store.tables import ApprovalEventRow, ApprovalSpanRow, CheckRow, ConcernRow, IncidentRow, RecordRow
from bccc_dash.store.withheld import NOTHING, Withheld, withheld_from
from bccc_dash.workbook.importing import import_sheets
from tests.store.conflicts import ASHA, BEN, CLEO, EVERYTHING, SHEETS

pytestmark = pytest.mark.sqlite_first


@pytest.fixture
def centre(engine: Engine) -> Engine:
    import_sheets(SHEETS, engine=engine)
    return engine


def user_and_volunteer(session, email):
    row = session.execute(text("SELECT id, volunteer_id FROM users WHERE email = :email"), {"email": email}).one()
    return {"user_id": row[0], "volunteer_id": row[1]}


def kept_from(engine, email):
    with reading(engine) as session:
        return withheld_from(session, **user_and_volunteer(session, email))


def refs(session: Session):
    return set(session.execute(select(RecordRow.ref)).scalars())


def refs_seen(engine, email):
    with reading(engine, without=kept_from(engine, email)) as session:
        return refs(session)


def test_who_is_no_volunteer_and_never_stood_aside_is_kept_from_nothing(centre):
    with reading(centre) as session:
        assert withheld_from(session, user_id=99, volunteer_id=None) == NOTHING
    assert NOTHING.is_nothing


def test_what_somebody_is_kept_from_is_asked_with_one_question(centre):
    asked = []
    with reading(centre) as session:
        who = user_and_volunteer(session, BEN)
        event.listen(session.connection(), "before_cursor_execute", lambda *said: asked.append(said[2]))
        withheld_from(session, **who)

    assert len(asked) == 1


def test_a_volunteer_sees_nothing_about_themself_in_any_table(centre):
    assert refs_seen(centre, ASHA) == EVERYTHING - {"V-1", "K-1", "C-1", "B-1"}


def test_a_matter_about_oneself_is_neither_counted_nor_hinted_at(centre):
    without = kept_from(centre, ASHA)

    assert (without.items, without.case_ids) == (0, frozenset())


def test_a_volunteer_about_whom_there_is_nothing_sees_nothing_of_themself_either(centre):
    with reading(centre) as session:
        alone = session.execute(select(RecordRow.id).where(RecordRow.ref == "V-2")).scalar_one()
    with reading(centre, without=Withheld(volunteer_id=alone)) as session:
        assert "V-2" not in refs(session)


def test_who_stood_aside_from_a_concern_sees_neither_its_incidents_nor_its_decisions(centre):
    seen = refs_seen(centre, BEN)

    assert {"C-2", "B-2", "D-2"} & seen == set()
    assert {"V-2", "K-2", "V-1", "C-1", "B-3"} <= seen


def test_who_stood_aside_from_an_incident_sees_neither_its_concern_nor_the_others_of_it(centre):
    assert refs_seen(centre, CLEO) == EVERYTHING - {"C-3", "B-4", "B-5"}


def test_each_item_from_which_somebody_stood_aside_is_counted_once(centre):
    assert kept_from(centre, CLEO).items == 1
    assert kept_from(centre, BEN).items == 3  # C-2, which was shared twice, B-4 and B-1


def test_a_check_that_raised_nothing_but_what_is_withheld_reads_as_clear(centre):
    with reading(centre, without=kept_from(centre, BEN)) as session:
        rows = session.execute(select(RecordRow.ref, CheckRow.outcome).join(CheckRow, CheckRow.id == RecordRow.id))
        assert dict(rows.all()) == {"K-1": "NO_CONCERN", "K-2": "NO_CONCERN", "K-3": "NO_CONCERN"}
    with reading(centre, without=kept_from(centre, ASHA)) as session:
        assert set(session.execute(select(CheckRow.outcome)).scalars()) == {"CONCERN_RAISED"}


def test_an_approval_lasts_until_the_next_event_that_is_left(centre):
    span, start = ApprovalSpanRow, ApprovalEventRow
    with reading(centre, without=kept_from(centre, BEN)) as session:
        spans = session.execute(select(span.status, span.from_on, span.to_on).order_by(span.from_on)).all()
        befores = session.execute(select(start.from_status).order_by(start.effective_on)).scalars().all()

    assert [(status, *map(str, days)) for status, *days in spans] == [
        ("APPROVED", "2026-01-01", "2026-03-20"),
        ("APPROVED", "2026-03-20", "9999-12-31"),
    ]
    assert befores == [None, "APPROVED"]


def test_the_same_connection_shows_everything_to_the_next_reader(centre):
    for _ in range(7):
        assert refs_seen(centre, ASHA) != EVERYTHING
        with reading(centre) as session:
            assert refs(session) == EVERYTHING
        assert "C-2" not in refs_seen(centre, BEN)


def test_a_question_prepared_before_does_not_see_past_the_views(centre):
    without = kept_from(centre, ASHA)
    with reading(centre, without=without) as session:  # so that the connection has had views before
        assert "V-1" not in refs(session)
    for _ in range(7):  # from the sixth time on, a driver may send the plan of the first
        with writing(centre, changes_records=False) as session:
            assert refs(session) == EVERYTHING
    with reading(centre, without=without) as session:
        assert "V-1" not in refs(session)
    with writing(centre, changes_records=False) as session:
        assert refs(session) == EVERYTHING


def test_such_a_reading_does_not_outlive_its_transaction(centre):
    with reading(centre, without=kept_from(centre, ASHA)) as session:
        session.rollback()
        with pytest.raises(InvalidRequestError):
            refs(session)


def test_such_a_reading_never_commits_its_views(centre):
    with reading(centre, without=kept_from(centre, ASHA)) as session, pytest.raises(InvalidRequestError):
        session.commit()
    with reading(centre) as session:
        assert refs(session) == EVERYTHING


def test_a_fault_in_the_middle_leaves_no_view_behind(centre):
    with pytest.raises(ZeroDivisionError), reading(centre, without=kept_from(centre, ASHA)):
        raise ZeroDivisionError
    with reading(centre) as session:
        assert refs(session) == EVERYTHING


def views_of(engine, without):
    statements = []

    def note(_connection, _cursor, statement, *_):
        statements.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    with reading(engine, without=without):
        event.remove(engine, "before_cursor_execute", note)
    return [statement for statement in statements if statement.startswith("CREATE")]


def test_views_are_made_of_names_numbers_and_two_fixed_words(centre):
    views = " ".join(views_of(centre, kept_from(centre, BEN)))

    assert set(re.findall(r"'[^']*'", views)) == {"'CONCERN_RAISED'", "'NO_CONCERN'"}


def test_a_conflict_of_a_thousand_cases_is_withheld_too(centre):
    with reading(centre) as session:
        known = set(session.execute(select(ConcernRow.id)).scalars())
    with reading(centre, without=Withheld(case_ids=frozenset(known | set(range(10_000, 11_000))))) as session:
        assert session.execute(select(ConcernRow.id)).scalars().all() == []
        assert session.execute(select(IncidentRow.concern_id)).scalars().all() == [None, None]


@pytest.fixture
def views_last(postgres_url):
    """A PostgreSQL database where, by a setting, views come after tables of the same name."""
    engine = open_engine(postgres_url)
    with writing(engine) as session:
        name = session.execute(text("SELECT current_database()")).scalar_one()
        session.execute(text(f'ALTER DATABASE "{name}" SET search_path = public, pg_temp'))
    engine.dispose()
    import_sheets(SHEETS, engine=engine)
    yield engine
    engine.dispose()


def test_on_postgresql_no_setting_of_the_database_sees_past_the_views(views_last):
    assert refs_seen(views_last, ASHA) == EVERYTHING - {"V-1", "K-1", "C-1", "B-1"}


def test_on_postgresql_such_a_reading_cannot_write(views_last):
    with (
        reading(views_last, without=kept_from(views_last, ASHA)) as session,
        pytest.raises(Exception, match="read-only"),
    ):
        session.execute(text("UPDATE public.revision SET number = 7"))
