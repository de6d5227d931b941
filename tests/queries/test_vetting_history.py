"""One person's way through the stages, as at a day."""

import pytest

from bccc_dash.domain.applicant import About, Look
from bccc_dash.domain.vetting import SHOWN
from bccc_dash.reads.vetting import applicant
from bccc_dash.store.engine import reading
from bccc_dash.workbook.importing import import_sheets
from tests.queries.test_vetting_edges import PERIOD, a_check, ago, somebody


def test_a_person_s_history_ends_with_the_day_and_leaves_out_what_was_about_somebody_else(engine):
    concern = {"volunteer_ref": "V-1", "source": "VOLUNTEER", "category": "GENERAL_CONDUCT", "severity": "LOW"}
    days = {"C-1": ago(5), "C-2": ago(-1), "C-3": ago(5)}
    rows = [concern | {"ref": c, "identified_on": d, "recorded_on": d, "status": "OPEN"} for c, d in days.items()]
    rows[2] |= {"status": "NOT_THIS_PERSON", "closed_on": ago(1)}
    sheets = somebody(("S0", 20), ("S1", 10), ("S2", -1)) | a_check(started_on=ago(9), completed_on=ago(-1))
    import_sheets(sheets | {"concerns": rows}, engine=engine)
    with reading(engine) as session:
        way = applicant(session, PERIOD, "v-1")

    assert (way.ref, [(stay.stage, stay.left_on) for stay in way.stays]) == ("V-1", [("S0", ago(10)), ("S1", None)])
    assert way.looks == (Look("K-1", ago(9), None),)
    assert way.concerns == (About("C-1", ago(5)),)


def test_a_long_history_says_how_long_it_is(engine):
    sheets = somebody(*((("S1", "S2")[k % 2], 300 - k) for k in range(SHOWN + 1)))
    import_sheets(sheets, engine=engine)
    with reading(engine) as session:
        way = applicant(session, PERIOD, "V-1")

    assert (len(way.stays), way.stays_in_all, way.looks_in_all, way.concerns_in_all) == (SHOWN, SHOWN + 1, 0, 0)


@pytest.mark.parametrize(("applied", "is_known"), [(1, True), (0, True), (-1, False)])
def test_who_applies_only_after_the_day_is_not_known_yet(engine, applied, is_known):
    import_sheets(somebody(("S0", applied), applied_on=ago(applied)), engine=engine)
    with reading(engine) as session:
        assert (applicant(session, PERIOD, "V-1") is not None) == is_known
