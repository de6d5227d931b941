"""When a requirement may be recorded as met, exempted, or turned round."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bccc_dash.domain.errors import Refused
from bccc_dash.domain.moving_on import ApplicationFacts
from bccc_dash.domain.requirements import (
    SETTLED,
    RequirementTold,
    can_record_requirement,
    check_can_record_requirement,
)
from bccc_dash.domain.stage_moves import ENDS
from bccc_dash.domain.vocabulary import Requirement, RequirementStatus, Stage

DAY = date(2026, 3, 2)
ONE = timedelta(days=1)
BARE = ApplicationFacts(stage=Stage.S3)
MET = RequirementTold(requirement=Requirement.DBS, status=RequirementStatus.MET, completed_on=DAY)
EXEMPT = RequirementTold(requirement=Requirement.TRAINING, status=RequirementStatus.EXEMPT, exempt_reason="A trainer.")


def may(told, facts=BARE, *, before=None, is_timed=False):
    return can_record_requirement(told=told, facts=facts, before=before, is_timed=is_timed)


def refused(told, facts=BARE, *, before=None, is_timed=False):
    with pytest.raises(Refused) as why:
        check_can_record_requirement(told=told, facts=facts, before=before, is_timed=is_timed)
    return str(why.value)


@pytest.mark.parametrize("stage", [None, *Stage])
def test_requirements_are_those_of_an_application_or_service_that_is_open(stage):
    assert may(MET, replace(BARE, stage=stage)) == (stage is not None and stage not in ENDS)


@pytest.mark.parametrize("requirement", Requirement)
def test_what_is_met_was_met_on_a_day(requirement):
    told = replace(MET, requirement=requirement, two_recommend=True)

    assert may(told)
    assert "write the day" in refused(replace(told, completed_on=None))


@pytest.mark.parametrize(("day", "fits"), [(DAY - ONE, False), (DAY, True), (DAY + ONE, True)])
def test_what_was_met_for_an_earlier_application_counts_only_where_it_holds_for_a_time(day, fits):
    facts, told = replace(BARE, began_on=DAY), replace(MET, completed_on=day)

    assert may(told, facts) == fits
    assert may(told, facts, is_timed=True)
    if not fits:
        assert "this application began on 2 March 2026" in refused(told, facts)


def test_nothing_lapses_before_it_was_met():
    assert [may(replace(MET, expires_on=DAY + step * ONE)) for step in (-1, 0, 1)] == [False, True, True]


def test_an_interview_is_met_once_two_people_recommend():
    interview = replace(MET, requirement=Requirement.INTERVIEW)

    assert "two people recommend" in refused(interview)
    assert may(replace(interview, two_recommend=True))


@pytest.mark.parametrize("status", [s for s in RequirementStatus if s is not RequirementStatus.MET])
@pytest.mark.parametrize("day", ["completed_on", "expires_on"])
def test_only_what_is_met_has_days(status, day):
    told = replace(EXEMPT, status=status, exempt_reason="R" if status is RequirementStatus.EXEMPT else None)

    assert may(told)
    assert "only what is met" in refused(replace(told, **{day: DAY}))


@pytest.mark.parametrize("reason", [None, ""])
def test_an_exemption_has_its_reason(reason):
    assert may(EXEMPT)
    assert "needs its reason" in refused(replace(EXEMPT, exempt_reason=reason))


@pytest.mark.parametrize("extra", [{"exempt_reason": "R"}, {"exempt_until": DAY}])
def test_only_an_exemption_has_a_reason_and_a_last_day(extra):
    assert "only an exemption" in refused(replace(MET, **extra))


@pytest.mark.parametrize("before", [None, *RequirementStatus])
@pytest.mark.parametrize("told", [MET, EXEMPT, replace(MET, status=RequirementStatus.NOT_MET, completed_on=None)])
def test_what_was_settled_is_turned_round_only_by_a_correction(before, told):
    turned = before in SETTLED and before is not told.status

    assert may(told, before=before) == (not turned)
    assert may(replace(told, corrects=True), before=before)
    if turned:
        assert f"on record as {'exempted' if before is RequirementStatus.EXEMPT else ''}" in refused(
            told, before=before
        )
