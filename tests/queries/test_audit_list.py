"""The audit of a window: its days are London's, its counts are its list, and what is not there is not told of."""

import random
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import event
from sqlmodel import Session

from bccc_dash.domain.access import RIGHTS, Capability
from bccc_dash.domain.audit_deeds import DeedKind
from bccc_dash.domain.audit_list import A_PAGE, Audit, shown
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.period import Period
from bccc_dash.domain.viewer import Person
from bccc_dash.domain.vocabulary import Role
from bccc_dash.reads.audit import audit, audit_chain, audit_events
from bccc_dash.store.engine import reading, writing
from bccc_dash.store.tables import AcknowledgementRow, RecordRow, StageEventRow, UserRow, VolunteerRow
from tests.auditing import Done, tell
from tests.queries.conftest import ON_BOTH, SEEDS

CHAIR = Person(user_id=1, role=Role.CHAIR)
PERIOD = Period(as_of=date(2026, 7, 31), after=date(2026, 6, 30))
NOON = datetime(2026, 7, 15, 11, 0, tzinfo=UTC)
NOW = datetime(2026, 11, 12, 14, 32, tzinfo=UTC)


def sign_in(at=NOON, *, actor="user/1"):
    return Done(at, actor, "sign_in", actor)


def seen(subject, *, at=NOON):
    return Done(at, "user/1", "name_seen", subject, "full_name", "DECIDE")


def asked(engine, *, ref="", period=PERIOD) -> Audit:
    with reading(engine) as session:
        return audit(session, period, ref, NOW, person=CHAIR)


def listed(engine, found, *, who="", kind="", page=1, period=PERIOD):
    with reading(engine) as session:
        return audit_events(session, period, who, kind, found.about, found.last_id, page, person=CHAIR)


@pytest.fixture
def centre(engine):
    """Two users, and two volunteers with their references."""
    with writing(engine) as session:
        for name in ("Margaret Oakenshaw", "Cho Example"):
            session.add(UserRow(email=f"{name[:3]}@example.org", display_name=name, role=Role.CHAIR))
        for ref in ("V-0001", "V-0002"):
            record = RecordRow(kind="VOLUNTEER", ref=ref)
            session.add(record)
            session.flush()
            session.add(VolunteerRow(id=record.id, full_name="A", role_title="B", applied_on=date(2026, 1, 5)))
    return engine


@ON_BOTH
@pytest.mark.parametrize(
    ("at", "is_listed"),
    [
        (datetime(2026, 6, 30, 22, 59, 59, 999999, tzinfo=UTC), False),
        (datetime(2026, 6, 30, 23, 0, tzinfo=UTC), True),
        (datetime(2026, 7, 31, 22, 59, 59, 999999, tzinfo=UTC), True),
        (datetime(2026, 7, 31, 23, 0, tzinfo=UTC), False),
    ],
)
def test_the_window_is_that_of_londons_days_in_summer(centre, at, is_listed):
    tell(centre, [sign_in(at)])
    found = asked(centre)

    assert shown(found.tallies) == len(listed(centre, found)) == int(is_listed)


@pytest.mark.parametrize(
    ("at", "is_listed"),
    [
        (datetime(2026, 10, 24, 22, 59, 59, tzinfo=UTC), False),
        (datetime(2026, 10, 24, 23, 0, tzinfo=UTC), True),
        (datetime(2026, 10, 25, 23, 59, 59, tzinfo=UTC), True),
        (datetime(2026, 10, 26, 0, 0, tzinfo=UTC), False),
    ],
)
def test_the_day_on_which_the_clocks_go_back_has_twenty_five_hours(centre, at, is_listed):
    tell(centre, [sign_in(at)])
    only_day = Period(as_of=date(2026, 10, 25), after=date(2026, 10, 24))

    assert len(listed(centre, asked(centre, period=only_day), period=only_day)) == int(is_listed)


def test_an_event_is_told_in_londons_time_with_its_fields_reason_and_reference(centre):
    tell(centre, [Done(NOON, "user/1", "name_seen", "volunteer/2", "full_name; email", "DECIDE")])
    found = asked(centre)
    (one,) = listed(centre, found)

    assert (one.at.hour, one.fields, one.purpose, one.ref) == (12, ("full_name", "email"), "DECIDE", "V-0002")
    assert found.names == {1: "Margaret Oakenshaw", 2: "Cho Example"}
    assert "@" not in str(found)


@pytest.mark.parametrize(
    "subject",
    ["volunteer/1", "V-0001", "v-0001"],
)
def test_what_is_about_a_record_is_found_by_its_number_and_by_its_reference_in_any_case(centre, subject):
    tell(centre, [seen(subject), seen("volunteer/2"), sign_in()])

    assert [one.ref for one in listed(centre, asked(centre, ref="v-0001"))] == ["V-0001"]
    assert shown(asked(centre, ref="V-0001").tallies) == 1
    assert asked(centre, ref="v-0001").about == "V-0001"


def test_a_reference_that_is_not_there_leaves_nothing_out(centre):
    tell(centre, [seen("volunteer/1")])

    assert (asked(centre, ref="V-9999").about, shown(asked(centre, ref="V-9999").tallies)) == ("", 1)


ODD = (
    *("volunteer/9", "V-0009", "concern/1", "volunteer/01", "volunteer/1x", "volunteer/", "volunteer/-1", "/1", "/"),
    *(f"volunteer/{'9' * 30}", "stage_event/9", "discussion/1", "unheard/1", "Volunteer/1", "%", "'", "users/1"),
)


@ON_BOTH
def test_an_event_about_a_record_that_is_not_found_is_nowhere(centre):
    tell(centre, [*(seen(subject) for subject in ODD), sign_in()])
    found = asked(centre)

    assert [one.action for one in listed(centre, found)] == ["sign_in"]
    assert shown(found.tallies) == 1
    assert [asked(centre, ref=subject).about for subject in ODD] == [""] * len(ODD)


@ON_BOTH
def test_what_a_view_withholds_of_the_records_is_told_of_by_no_name_that_it_has(centre):
    """Of a person: nothing by number, by reference, or by what hangs on it. The rest stays."""
    day = NOON.date()
    with writing(centre) as session:
        session.add(StageEventRow(volunteer_id=1, to_stage="S0", occurred_on=day))
        session.add(AcknowledgementRow(guidance_code="A", guidance_version="1", audience="FAMILY", given_on=day))
    kept = ["acknowledgement/1", "user/1", "meeting/1", "volunteer/2"]
    tell(centre, [seen(subject) for subject in ("volunteer/1", "V-0001", "stage_event/1", *kept)])
    assert len(listed(centre, asked(centre))) == 7

    schema = "main" if centre.dialect.name == "sqlite" else "public"
    with centre.connect() as connection, Session(connection) as session:
        connection.exec_driver_sql(f"CREATE TEMP VIEW records AS SELECT * FROM {schema}.records WHERE id <> 1")
        found = audit(session, PERIOD, "V-0001", NOW, person=CHAIR)
        rows = audit_events(session, PERIOD, "", "", found.about, found.last_id, 1, person=CHAIR)
        connection.rollback()

    assert (found.about, shown(found.tallies)) == ("", len(kept))
    assert sorted(one.subject for one in rows) == sorted(kept)


@ON_BOTH
@pytest.mark.parametrize("seed", SEEDS)
def test_the_counts_are_those_of_the_list_whatever_is_chosen(centre, seed):
    dice = random.Random(seed)
    actors, actions = ("user/1", "user/2", "command line"), ("sign_in", "IMPORT", "WEIGH", "name_seen", "View")
    subjects = ("user/1", "volunteer/1", "V-0002", "volunteer/7", "workbook")
    tell(
        centre,
        [
            Done(NOON + timedelta(hours=dice.randint(-900, 900)), *map(dice.choice, (actors, actions, subjects)))
            for _ in range(120)
        ],
    )
    found = asked(centre)

    for who in ("", *actors):
        for kind in ("", *DeedKind):
            pages = [listed(centre, found, who=who, kind=kind, page=page) for page in (1, 2, 3)]
            assert sum(map(len, pages)) == shown(found.tallies, who=who, kind=kind)


def test_ten_thousand_events_stand_on_their_pages_once_each_and_the_newest_first(centre):
    tell(centre, [sign_in(NOON + timedelta(seconds=number // 2)) for number in range(10_000)])
    found = asked(centre)
    pages = [listed(centre, found, page=page) for page in (1, 2, 100, 200, 201)]

    assert shown(found.tallies) == 10_000
    assert [len(page) for page in pages] == [A_PAGE, A_PAGE, A_PAGE, A_PAGE, 0]
    times = [one.at for page in pages for one in page]
    assert times == sorted(times, reverse=True)


def test_what_was_told_last_stands_first_also_where_the_clock_was_set_back(centre):
    tell(centre, [sign_in(NOON), sign_in(NOON - timedelta(hours=1), actor="user/2")])

    assert [one.actor for one in listed(centre, asked(centre))] == ["user/2", "user/1"]


def test_what_is_told_while_somebody_reads_moves_no_page(centre):
    tell(centre, [sign_in(NOON + timedelta(seconds=number)) for number in range(60)])
    found = asked(centre)
    before = listed(centre, found, page=2)
    tell(centre, [sign_in(NOON + timedelta(hours=1))])

    assert listed(centre, found, page=2) == before
    assert shown(asked(centre).tallies) == 61


def test_the_chain_is_looked_at_row_by_row_and_says_how_far_it_is(centre):
    tell(centre, [sign_in()] * 2500)
    told = []
    with reading(centre) as session:
        found = audit_chain(session, CHAIR, lambda done, rows: told.append((done, rows)))

    assert (found.rows, found.broken, len(found.head)) == (2500, None, 64)
    assert told == [(0, 2500), (1000, 2500), (2000, 2500)]


@pytest.mark.parametrize("role", [*Role, None])
def test_every_read_looks_itself_whether_the_person_may(centre, role):
    somebody = Person(user_id=1, role=role)
    with reading(centre) as session:
        for ask in (
            lambda: audit(session, PERIOD, "", NOW, person=somebody),
            lambda: audit_events(session, PERIOD, "", "", "", 1, 1, person=somebody),
            lambda: audit_chain(session, somebody, lambda *_: None),
        ):
            if role and Capability.SEE_AUDIT in RIGHTS[role]:
                ask()
            else:
                with pytest.raises(Refused, match=r"You may not see who did what here\."):
                    ask()


def test_three_questions_are_asked_and_a_page_is_one(centre):
    statements = []
    event.listen(centre, "before_cursor_execute", lambda *told: statements.append(told[2]))
    listed(centre, asked(centre, ref="V-0001"))

    assert len([one for one in statements if one.startswith("SELECT")]) == 4
