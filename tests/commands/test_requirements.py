"""Requirements by deed: what is written, who may, what stands in the way, and what the next stage makes of it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bccc_dash.commands.deed import Form
from bccc_dash.domain.requirements import RequirementTold
from bccc_dash.domain.vocabulary import Requirement, RequirementStatus
from bccc_dash.queries.application import application_facts, facts_ahead
from bccc_dash.store.engine import reading
from bccc_dash.store.tables import RequirementResultRow, StageEventRow
from tests.commands.applicant_cast import (
    APPLIED,
    KEEPER,
    NOT_ALLOWED,
    TODAY,
    do,
    number_of,
    put,
    refused,
    register,
    rows,
    written,
)
from tests.commands.conftest import MEMBER, told

DAY, ONE = date(2026, 2, 1), timedelta(days=1)
DBS = RequirementTold(requirement=Requirement.DBS, status=RequirementStatus.MET, completed_on=DAY)
EXEMPT = RequirementTold(requirement=Requirement.DBS, status=RequirementStatus.EXEMPT, exempt_reason=" Moved here. ")
UNDER_WAY = RequirementTold(requirement=Requirement.DBS, status=RequirementStatus.IN_PROGRESS)


@pytest.fixture
def ref(centre):
    """Somebody at references and DBS."""
    ref = register(centre)
    put(centre, StageEventRow(volunteer_id=number_of(centre, ref), to_stage="S3", occurred_on=APPLIED))
    return ref


def results(engine):
    return [(row.status, row.completed_on) for row in rows(engine, RequirementResultRow)]


def waits(engine, ref, day=TODAY):
    with reading(engine) as session:
        number = number_of(engine, ref)
        found = facts_ahead(session, number, application_facts(session, number, day=day), day=day)
    return [requirement for requirement, _ in found.waits]


def test_what_is_met_is_written_and_told_without_what_it_says(centre, ref):
    do(centre, "requirement", ref=ref, told=DBS)

    assert results(centre) == [("MET", DAY)]
    fields = "requirement; status; completed_on; expires_on"
    assert told(centre)[-1] == (f"user/{MEMBER}", "update", f"volunteer/{number_of(centre, ref)}", fields)


def test_an_exemption_keeps_its_reason_its_last_day_and_who_gave_it(centre, ref):
    do(centre, "requirement", ref=ref, told=replace(EXEMPT, exempt_until=TODAY + ONE))
    row = rows(centre, RequirementResultRow)[0]

    assert (row.exempt_reason, row.exempt_until, row.exempt_by_id) == ("Moved here.", TODAY + ONE, MEMBER)
    assert Requirement.DBS not in waits(centre, ref, TODAY + ONE)
    assert Requirement.DBS in waits(centre, ref, TODAY + 2 * ONE)


def test_what_is_under_way_keeps_its_row_until_it_is_settled_and_a_renewal_is_a_new_one(centre, ref):
    for one in (UNDER_WAY, DBS, replace(DBS, completed_on=DAY + ONE)):
        do(centre, "requirement", ref=ref, told=one)

    assert results(centre) == [("MET", DAY), ("MET", DAY + ONE)]


def test_a_correction_puts_the_row_right(centre, ref):
    do(centre, "requirement", ref=ref, told=DBS)
    wrong = replace(DBS, status=RequirementStatus.NOT_MET, completed_on=None)
    refused(centre, "on record as met", "requirement", ref=ref, told=wrong)
    do(centre, "requirement", ref=ref, told=replace(wrong, corrects=True))

    assert results(centre) == [("NOT_MET", None)]
    assert Requirement.DBS in waits(centre, ref)


@pytest.mark.parametrize(("after", "is_met"), [(-1, False), (0, True), (9, True), (10, False)])
def test_a_requirement_counts_from_the_day_it_was_met_to_the_day_it_lapses(centre, ref, after, is_met):
    do(centre, "requirement", ref=ref, told=replace(DBS, expires_on=DAY + 9 * ONE))

    assert (Requirement.DBS not in waits(centre, ref, DAY + after * ONE)) == is_met


def test_what_was_met_for_an_earlier_application_stays_and_a_new_row_counts(centre, ref):
    training = replace(DBS, requirement=Requirement.TRAINING)
    do(centre, "requirement", ref=ref, told=training)
    do(centre, "withdraw", ref=ref, moved_on=DAY + ONE)
    do(centre, "again", ref=ref, applied_on=DAY + 2 * ONE)
    refused(centre, "this application began on 3 February 2026", "requirement", ref=ref, told=training)
    do(centre, "requirement", ref=ref, told=replace(training, completed_on=DAY + 2 * ONE))

    assert results(centre) == [("MET", DAY), ("MET", DAY + 2 * ONE)]


def test_a_requirement_sent_twice_is_recorded_once(centre, ref):
    form = Form(key="k" * 16, seen=10**6)
    done = [do(centre, "requirement", form=form, ref=ref, told=DBS) for _ in range(2)]

    assert [one.is_repeat for one in done] == [False, True]
    assert len(results(centre)) == 1


def test_a_requirement_from_a_page_that_is_behind_is_refused(centre, ref):
    refused(centre, "changed this", "requirement", form=Form(key="k" * 16), ref=ref, told=DBS)


def test_nobody_without_the_right_and_nobody_about_themself_records_a_requirement(centre, ref):
    themself = replace(KEEPER, volunteer_id=number_of(centre, ref))
    for by in (*NOT_ALLOWED, themself):
        refused(centre, r"^You may not enter and change", "requirement", by=by, ref=ref, told=DBS)


@pytest.mark.parametrize(
    ("one", "word"),
    [
        (replace(DBS, requirement="DANCING"), "Requirement: choose one of the list"),
        (replace(DBS, status="SOON"), "How it stands: choose one of the list"),
        (replace(DBS, completed_on=TODAY + ONE), "Met on: .* is still to come"),
        (replace(DBS, completed_on=None), "write the day on which it was met"),
        (replace(DBS, requirement=Requirement.INTERVIEW), "two people recommend"),
        (replace(EXEMPT, exempt_reason="  "), "Reason for the exemption: fill it in"),
        (replace(EXEMPT, exempt_reason="x" * 4001), "Reason for the exemption: write at most"),
    ],
)
def test_an_odd_requirement_is_refused_and_nothing_is_written(centre, ref, one, word):
    refused(centre, word, "requirement", ref=ref, told=one)
    assert results(centre) == []


def test_an_application_that_is_over_takes_no_requirement(centre, ref):
    do(centre, "turn_down", ref=ref, moved_on=DAY)
    before = written(centre)
    refused(centre, "No application is open", "requirement", ref=ref, told=DBS)
    assert written(centre) == before
