"""The lists of the Vetting page against a plain recount, and their counts against the figures."""

import random

import pytest

from bccc_dash.domain.period import Period
from bccc_dash.domain.vetting import SHOWN, Gate
from bccc_dash.figures import figures
from bccc_dash.reads.vetting import applicants, vetting
from bccc_dash.store.engine import reading
from bccc_dash.workbook.importing import import_sheets
from tests.oracle.cells import read
from tests.oracle.dice import ANCHORS
from tests.oracle.strategies import periods, random_sheets
from tests.queries.conftest import ON_BOTH, SEEDS
from tests.queries.vetting_recount import Recount, random_forms, random_requirements


def invented(seed):
    rng, anchor = random.Random(seed), ANCHORS[seed]
    sheets = random_sheets(rng, 25, anchor)
    refs = [row["ref"] for row in sheets["volunteers"]]
    sheets["requirement_results"] = random_requirements(rng, anchor, refs)
    sheets["transparency"] += random_forms(rng, anchor, refs)
    return sheets, anchor


def folded(*refs):
    return [ref.casefold() for ref in refs]


def assert_lists(found, recount):
    gaps = found.gaps
    late = [ref for past, _, ref, _ in recount.applicants() if past > 0]
    assert folded(*(who.ref for who in gaps.late)) == late[:3]
    unchecked = recount.unchecked()
    assert [(*folded(one.applicant.ref), one.state, one.on) for one in gaps.unchecked] == unchecked[:SHOWN]
    assert gaps.unchecked_in_all == len(unchecked)
    missed, exits = recount.left_unchecked()
    assert [(one.left_on, *folded(one.ref)) for one in gaps.left_unchecked] == missed[:SHOWN]
    assert (gaps.left_unchecked_in_all, gaps.left_stage_1) == (len(missed), exits)
    gates = recount.gates()
    assert [(one.gate, one.since, *folded(one.ref), one.given_on) for one in gaps.gates] == gates[:SHOWN]
    assert gaps.gates_in_all == {gate: sum(one[0] is gate for one in gates) for gate in Gate}
    waiting = recount.waiting()
    told = [(*folded(one.applicant.ref), tuple(code for code, _ in one.waits)) for one in gaps.waiting]
    assert (told, gaps.waiting_in_all) == (waiting[:SHOWN], len(waiting))
    dbs = recount.dbs()
    assert [(one.last_day, *folded(one.ref)) for one in gaps.dbs] == dbs[:SHOWN]
    lapsed = sum(last < recount.day for last, _ in dbs)
    assert (gaps.dbs_lapsed, gaps.dbs_soon) == (lapsed, len(dbs) - lapsed)


def assert_figures(found, shown):
    gaps = found.gaps
    assert found.figures["K6"] == shown["K6"]
    assert sum(lane.over_target for lane in found.stages) == sum(
        stage["over_target"] for stage in shown["K6"]["by"]["stage"].values()
    )
    assert shown["K2"] == {"n": gaps.left_stage_1 - gaps.left_unchecked_in_all, "d": gaps.left_stage_1}
    active, early = (gaps.gates_in_all[gate] for gate in (Gate.UNAPPROVED_ACTIVE, Gate.UNAPPROVED_PROBATION))
    assert shown["K1"] == {"n": active, "in_probation_not_approved": early}


def assert_list_one_by_one(session, period, recount):
    everybody = recount.applicants()
    for stage in ("", "S0", "S1", "S5"):
        here = [ref for _, _, ref, where in everybody if not stage or where == stage]
        shown = applicants(session, period, stage, 1)
        assert folded(*(one.applicant.ref for one in shown)) == here
        for one in shown:
            assert_waits(one, recount)


def assert_waits(one, recount):
    (ref,) = folded(one.applicant.ref)
    signed, permission, withdrawn, given = recount.papers(ref)
    stage = recount.stay(ref)[0]
    told = [code for code, _ in one.waits]
    assert (stage == "S0" and not given) == ("NOTICE" in told)
    assert (stage == "S1" and not signed) == ("FORM" in told)
    refused = signed and (permission is not True or withdrawn)
    assert (stage == "S1" and bool(refused)) == ("PERMISSION" in told)
    assert (stage == "S1" and not recount.checked(ref)) == ("CHECK" in told)


@ON_BOTH
@pytest.mark.parametrize("seed", SEEDS)
def test_every_list_equals_a_plain_recount_and_every_count_its_figure(engine, seed):
    sheets, anchor = invented(seed)
    import_sheets(sheets, engine=engine)
    records = read(sheets)

    for as_of, after in periods(anchor):
        period, recount = Period(as_of, after), Recount(records, as_of, after)
        with reading(engine) as session:
            found = vetting(session, period)
            assert_lists(found, recount)
            assert_figures(found, figures(session, period, codes=("K1", "K2", "K6")))
            assert_list_one_by_one(session, period, recount)
