"""The marks of the pictures add up to the figures beside them, few or many."""

import random
from collections import Counter
from datetime import date, timedelta

import pytest
from sqlalchemy import Engine

from bccc_dash.domain.overview import Overview, Rag
from bccc_dash.domain.period import Period, last_twelve_months
from bccc_dash.queries.overview import FEW
from bccc_dash.reads.overview import overview
from bccc_dash.store.engine import reading
from bccc_dash.workbook.importing import import_sheets
from tests.oracle.dice import ANCHORS
from tests.oracle.strategies import periods, random_sheets
from tests.queries.conftest import ON_BOTH, SEEDS


def read_overview(engine: Engine, period: Period) -> Overview:
    with reading(engine) as session:
        return overview(session, period)


def assert_adds_up(overview: Overview) -> None:
    figures = overview.figures
    people, late = Counter(), Counter()
    for place in overview.places:
        people[place.stage] += place.n
        late[place.stage] += place.n * place.late
    for lane in overview.stages:
        assert (people[lane.code], late[lane.code]) == (lane.n, lane.over_target)
    ages = Counter()
    for age in overview.ages:
        ages[age.severity] += age.n
    assert ages == +Counter(figures["K9"]["by"]["severity"])
    effects = Counter()
    for breach in overview.effects:
        effects[breach.effect] += breach.n
    assert effects == +Counter(figures["K14"]["by"]["effect"])
    overdue = sum(review.n for review in overview.reviews if review.offset_days < 0)
    assert overdue == figures["K18"]["n"] + figures["K18"]["unscheduled"]


@ON_BOTH
@pytest.mark.parametrize("seed", SEEDS)
def test_marks_add_up_to_the_figures_on_any_records(engine, seed):
    anchor = ANCHORS[seed]
    import_sheets(random_sheets(random.Random(seed), 25, anchor), engine=engine)

    for as_of, after in periods(anchor):
        assert_adds_up(read_overview(engine, Period(as_of, after)))


AS_OF = date(2026, 3, 2)


def a_crowd(people: int) -> dict[str, list[dict[str, object]]]:
    """So many applicants in Stage 1, entered on as many days, each with an open low concern as old."""
    volunteers, events, concerns = [], [], []
    for n in range(people):
        ref, day = f"V-{n:04}", AS_OF - timedelta(days=n)
        volunteers.append({"ref": ref, "full_name": f"Person {n}", "role_title": "Helper", "applied_on": day})
        events.append({"volunteer_ref": ref, "to_stage": "S1", "occurred_on": day})
        concern = {"ref": f"C-{n:04}", "volunteer_ref": ref, "source": "VOLUNTEER", "category": "GENERAL_CONDUCT"}
        concerns.append(concern | {"identified_on": day, "recorded_on": day, "severity": "LOW", "status": "OPEN"})
    return {"volunteers": volunteers, "stage_events": events, "concerns": concerns}


@pytest.mark.parametrize("people", [FEW, FEW + 1, 400])
def test_a_crowd_shares_its_places_and_still_adds_up(sqlite_engine, people):
    import_sheets(a_crowd(people), engine=sqlite_engine)

    overview = read_overview(sqlite_engine, last_twelve_months(AS_OF))

    assert_adds_up(overview)
    assert len(overview.places) <= 60
    assert len(overview.ages) <= 40
    if people == FEW:
        assert [place.days for place in overview.places] == list(range(FEW))


def test_no_shared_age_lies_in_two_bands(sqlite_engine):
    import_sheets(a_crowd(400), engine=sqlite_engine)

    bands = [(0, 7), (8, 28), (29, 90), (91, 10_000)]
    for age in read_overview(sqlite_engine, last_twelve_months(AS_OF)).ages:
        assert any(first <= age.days <= age.longest <= last for first, last in bands)


def test_an_empty_database_needs_nothing_but_contacts_and_shows_no_evidence(engine):
    overview = read_overview(engine, last_twelve_months(AS_OF))

    assert [need.status for need in overview.needs] == [Rag.ACT, Rag.NO_EVIDENCE]
    assert "contacts are not filled in" in overview.needs[0].sentence
    assert (overview.has_records, overview.active, overview.applying) == (False, 0, 0)
    assert [lane.code for lane in overview.stages] == ["S0", "S1", "S2", "S3", "S4", "S5"]
