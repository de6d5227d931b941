"""Who acts in a concern where all who hold a duty are kept from it."""

from datetime import UTC, date, datetime

import pytest
from sqlmodel import select

from bccc_dash.commands import people
from bccc_dash.domain.overview import Rag
from bccc_dash.domain.period import Period
from bccc_dash.domain.targets import DEFAULTS
from bccc_dash.reads.concerns import opened_concern
from bccc_dash.store.engine import reading, writing
from bccc_dash.store.tables import SettingRow, UserRow
from bccc_dash.views.concern_next import acting
from bccc_dash.workbook.importing import import_sheets
from tests.queries.test_concern_case import LEAD

pytestmark = pytest.mark.sqlite_first

MONDAY = date(2026, 3, 2)
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
CORA, ASHA, DEE = "cora@bccc.example", "asha@bccc.example", "dee@bccc.example"
SETTLED = "The coordinator is conflicted: Dee acts instead."
OPEN_STILL = "The coordinator is conflicted: nobody is named to act instead; the chair names one under Settings."


def a_case(**more):
    volunteer = {"ref": "V-1", "full_name": "A Person", "role_title": "Helper", "applied_on": date(2026, 1, 5)}
    concern = {"ref": "C-1", "volunteer_ref": "V-1", "source": "VOLUNTEER", "identified_on": MONDAY}
    concern |= {"recorded_on": MONDAY, "category": "GENERAL_CONDUCT", "severity": "HIGH", "status": "OPEN"}
    users = [
        {"email": CORA, "display_name": "Cora", "role": "COORDINATOR", "volunteer_ref": "V-1"},
        {"email": ASHA, "display_name": "Asha", "role": "CHAIR"},
        {"email": DEE, "display_name": "Dee", "role": "COMMITTEE_MEMBER"},
    ]
    return {"users": users, "volunteers": [volunteer], "concerns": [concern]} | more


def number_of(session, email):
    return session.exec(select(UserRow.id).where(UserRow.email == email)).one()


def name_deputy(engine, email, duty="coordinator"):
    with writing(engine) as session:
        session.add(SettingRow(name=f"deputy_{duty}", value=str(number_of(session, email))))


def instead(engine, day=MONDAY):
    with reading(engine) as session:
        return opened_concern(session, Period(day, MONDAY.replace(day=1)), "C-1", DEFAULTS, person=LEAD).instead


@pytest.fixture
def own_matter(engine):
    """The only coordinator is the volunteer whom the concern is about."""
    import_sheets(a_case(), engine=engine)
    return engine


@pytest.mark.both_engines
def test_whose_own_matter_it_is_does_not_act(own_matter):
    assert instead(own_matter) == (OPEN_STILL,)
    name_deputy(own_matter, DEE)
    assert instead(own_matter) == (SETTLED,)


def test_another_holder_of_the_duty_is_enough(own_matter):
    with writing(own_matter) as session:
        session.add(UserRow(email="cem@bccc.example", display_name="Cem", role="COORDINATOR"))
    assert instead(own_matter) == ()


@pytest.mark.parametrize(("day", "said"), [(1, (OPEN_STILL,)), (2, ()), (8, ()), (9, (OPEN_STILL,))])
def test_a_holder_counts_in_the_days_of_the_role(own_matter, day, said):
    days = {"active_from": date(2026, 4, 2), "active_to": date(2026, 4, 8)}
    with writing(own_matter) as session:
        session.add(UserRow(email="cem@bccc.example", display_name="Cem", role="COORDINATOR", **days))
    assert instead(own_matter, date(2026, 4, day)) == said


def test_whoever_is_disabled_neither_acts_nor_stands_in(own_matter):
    name_deputy(own_matter, DEE)
    with writing(own_matter) as session:
        people.disable(session, DEE, NOON, actor="console (root)")
    assert instead(own_matter) == (OPEN_STILL,)


@pytest.mark.both_engines
def test_whoever_stood_aside_does_not_act_nor_does_a_deputy_who_did(engine):
    share = {"subject_ref": "C-1", "shared_on": MONDAY, "recused": f"{ASHA}; {DEE}"}
    import_sheets(a_case(committee_shares=[share]), engine=engine)
    name_deputy(engine, DEE, "chair")

    chair, coordinator = instead(engine)
    assert chair.startswith("The chair is conflicted: Dee, who would act instead, is conflicted too")
    assert coordinator == OPEN_STILL


def test_whoever_stood_aside_from_a_breach_of_the_concern_does_not_act_in_it(engine):
    breach = {"ref": "B-1", "volunteer_ref": "V-1", "concern_ref": "C-1", "breach_type": "GENERAL_CONDUCT"}
    breach |= {"discovered_on": MONDAY, "recorded_on": MONDAY, "source": "VOLUNTEER", "severity": "HIGH"}
    breach |= {"status": "REPORTED"}
    share = {"subject_ref": "B-1", "shared_on": MONDAY, "recused": ASHA}
    import_sheets(a_case(incidents=[breach], committee_shares=[share]), engine=engine)

    assert instead(engine)[0].startswith("The chair is conflicted")


def test_the_same_deputy_may_stand_in_for_several(own_matter):
    for duty in ("chair", "coordinator", "lead"):
        name_deputy(own_matter, CORA, duty)
    assert instead(own_matter)[0].startswith("The coordinator is conflicted: Cora, who would act instead")
    assert len(instead(own_matter)) == 1


def test_it_is_red_where_nobody_is_left_and_amber_where_somebody_stands_in(own_matter):
    def statuses():
        with reading(own_matter) as session:
            return [
                n.status for n in acting(opened_concern(session, Period(MONDAY, MONDAY), "C-1", DEFAULTS, person=LEAD))
            ]

    assert statuses() == [Rag.ACT]
    name_deputy(own_matter, DEE)
    assert statuses() == [Rag.WATCH]
