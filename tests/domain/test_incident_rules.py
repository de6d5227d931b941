"""Before a breach is decided and closed; and consent, judged at the day of publication."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bccc_dash.domain.incident_rules import (
    CLOSING_A_BREACH,
    Consent,
    IncidentFacts,
    can_ask_for_decision,
    can_close_breach,
    had_consent,
)
from bccc_dash.domain.outcome_vocabulary import ChildAgeAppropriate, ContentStatus, Finding

DAY = date(2026, 3, 2)
ANSWERED = IncidentFacts(affects_assessment=False, affects_approval=False, affects_length_of_service=False)
GIVEN = Consent(family_written_on=DAY, child_age=ChildAgeAppropriate.YES, child_written_on=DAY)


@pytest.mark.parametrize("finding", [None, *Finding])
def test_a_decision_waits_for_a_finding(finding):
    is_found = finding not in (None, Finding.NOT_DETERMINED)

    assert can_ask_for_decision(facts=IncidentFacts(finding=finding)) is is_found


@pytest.mark.parametrize("content", [None, *ContentStatus])
def test_what_is_online_was_asked_to_be_taken_down(content):
    facts = replace(ANSWERED, content=content)

    assert can_close_breach(facts=facts, reason="Done.") is (content is not ContentStatus.LIVE)
    assert can_close_breach(facts=replace(facts, takedown_requested_on=DAY), reason="Done.")


@pytest.mark.parametrize(
    ("effect", "clause"),
    [("affects_assessment", "P55"), ("affects_approval", "P56"), ("affects_length_of_service", "P57")],
)
def test_each_effect_is_answered(effect, clause):
    found = CLOSING_A_BREACH.obstacles(facts=replace(ANSWERED, **{effect: None}), reason="Done.")

    assert [one.clause for one in found] == [clause]


def test_what_affects_the_approval_is_decided_and_closing_has_a_reason():
    affected = replace(ANSWERED, affects_approval=True)

    assert not can_close_breach(facts=affected, reason="Done.")
    assert can_close_breach(facts=replace(affected, is_decided=True), reason="Done.")
    assert not can_close_breach(facts=ANSWERED, reason=None)


@pytest.mark.parametrize(("days", "holds"), [(-1, False), (0, True), (1, True)])
def test_consent_counts_from_the_day_on_which_it_was_written(days, holds):
    published = DAY + timedelta(days=days)

    assert had_consent(GIVEN, published) is holds
    assert had_consent(replace(GIVEN, family_written_on=date(2026, 1, 1)), published) is holds


@pytest.mark.parametrize(("days", "holds"), [(-1, False), (0, True), (1, True)])
def test_consent_withdrawn_before_the_day_is_none(days, holds):
    assert had_consent(replace(GIVEN, withdrawn_on=DAY + timedelta(days=days)), DAY) is holds


@pytest.mark.parametrize(
    ("age", "holds"),
    [(ChildAgeAppropriate.NO, True), (ChildAgeAppropriate.YES, False), (ChildAgeAppropriate.NOT_ASSESSED, False)],
)
def test_a_child_of_age_writes_too(age, holds):
    assert had_consent(replace(GIVEN, child_age=age, child_written_on=None), DAY) is holds
    assert not had_consent(replace(GIVEN, child_age=None), DAY)


def test_without_consent_there_is_none():
    assert not had_consent(None, DAY)
    assert not had_consent(Consent(), DAY)
