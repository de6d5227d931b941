"""When a social media check may be carried on, authorised and completed: each rule at its boundary."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bccc_dash.domain.check_facts import Checker, CheckPlan, CheckState, Promise
from bccc_dash.domain.check_looks import Look
from bccc_dash.domain.check_results import (
    AUTHORISING_A_CHECK,
    COMPLETING_A_CHECK,
    USING_A_PRIVATE_COMMUNICATION,
    can_complete_check,
    check_can_authorise_check,
    check_can_complete_check,
)
from bccc_dash.domain.check_rules import CARRYING_ON_A_CHECK, check_can_carry_on
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.vocabulary import (
    CheckOutcome,
    CheckStatus,
    CheckTrigger,
    IdentityConfidence,
    PlatformResult,
    Provenance,
    Role,
    Stage,
)

TODAY = date(2026, 3, 2)
CARA = Checker(user_id=1, role=Role.COORDINATOR)
CHAIR = Checker(user_id=9, role=Role.CHAIR)
LOOKS = tuple(Look(f"K-{n}", TODAY - timedelta(days=n), f"reason {n}") for n in (1, 2))
MADE = CheckState(
    status=CheckStatus.IN_PROGRESS,
    checker_id=CARA.user_id,
    plan=CheckPlan(trigger=CheckTrigger.APPLICANT_STAGE_1, stage=Stage.S1),
    promise=Promise(own_account=True, public_domain=True, no_password=True),
    engines=True,
    terms=True,
    platforms=(PlatformResult.PUBLIC_REVIEWED,),
    provenance=Provenance.PUBLIC,
)
PRIVATE = replace(MADE, provenance=Provenance.PRIVATE_COMMUNICATION, basis="PREVENT_CRIME")
SURE = IdentityConfidence.CONFIRMED


def clauses(state=MADE, checker=CARA, outcome=CheckOutcome.NO_CONCERN, identity=SURE):
    found = COMPLETING_A_CHECK.obstacles(checker=checker, state=state, outcome=outcome, identity=identity, today=TODAY)
    return [one.clause for one in found]


def authorised_by(state, number):
    return replace(state, plan=replace(state.plan, authoriser_id=number))


def test_a_check_with_everything_recorded_may_be_completed():
    check_can_complete_check(checker=CARA, state=MADE, outcome=CheckOutcome.NO_CONCERN, identity=SURE, today=TODAY)


@pytest.mark.parametrize("status", list(CheckStatus))
def test_only_a_check_in_progress_is_carried_on_and_completed(status):
    state = replace(MADE, status=status)
    is_so = status is CheckStatus.IN_PROGRESS
    assert CARRYING_ON_A_CHECK.holds(checker=CARA, state=state) is is_so
    assert (clauses(state) == []) is is_so


def test_only_whoever_makes_a_check_carries_it_on():
    with pytest.raises(Refused, match="Somebody else makes this check"):
        check_can_carry_on(checker=CHAIR, state=MADE)
    assert clauses(checker=CHAIR) == ["P21"]


@pytest.mark.parametrize("stage", [*Stage, None])
def test_an_applicants_check_is_completed_in_stage_1(stage):
    state = replace(MADE, plan=replace(MADE.plan, stage=stage))
    assert clauses(state) == ([] if stage is Stage.S1 else ["P22"])
    plan = replace(state.plan, trigger=CheckTrigger.SPECIFIC_CONCERN, reason="Why.")
    assert clauses(replace(state, plan=plan)) == []


@pytest.mark.parametrize(
    ("missing", "clause"),
    [
        ({"engines": False}, "P15"),
        ({"terms": False}, "P20"),
        ({"platforms": ()}, "P23"),
        ({"platforms": (PlatformResult.NOT_CHECKED,)}, "P23"),
        ({"provenance": None}, "P23"),
        ({"promise": Promise(public_domain=True, no_password=True)}, "P21"),
    ],
)
def test_what_was_not_recorded_stops_the_end(missing, clause):
    assert clauses(replace(MADE, **missing)) == [clause]


@pytest.mark.parametrize(("outcome", "linked"), [(outcome, linked) for outcome in CheckOutcome for linked in (0, 1)])
def test_a_concern_is_the_outcome_exactly_where_one_was_raised(outcome, linked):
    identity = IdentityConfidence.NOT_MATCHED if outcome is CheckOutcome.NOT_THIS_PERSON else SURE
    state = replace(MADE, concerns=("C-2026-001",) * linked, platforms=(PlatformResult.NO_PROFILE,))
    fits = (outcome is CheckOutcome.CONCERN_RAISED) is bool(linked)
    assert clauses(state, outcome=outcome, identity=identity) == ([] if fits else ["P25"])


@pytest.mark.parametrize("result", list(PlatformResult))
def test_where_public_content_was_looked_at_something_was_public(result):
    state = replace(MADE, platforms=(PlatformResult.NO_PROFILE, result))
    stops = clauses(state, outcome=CheckOutcome.NOTHING_PUBLIC, identity=None)
    assert stops == (["P23"] if result is PlatformResult.PUBLIC_REVIEWED else [])


@pytest.mark.parametrize("identity", [*IdentityConfidence, None])
@pytest.mark.parametrize("outcome", [CheckOutcome.NO_CONCERN, CheckOutcome.NOT_THIS_PERSON, CheckOutcome.INCONCLUSIVE])
def test_the_outcome_fits_how_sure_the_person_is(outcome, identity):
    other = identity is IdentityConfidence.NOT_MATCHED
    fits = {
        CheckOutcome.NO_CONCERN: not other,
        CheckOutcome.NOT_THIS_PERSON: other,
        CheckOutcome.INCONCLUSIVE: True,
    }[outcome]
    assert clauses(outcome=outcome, identity=identity) == ([] if fits and identity is not None else ["P29"])


@pytest.mark.parametrize(("authoriser", "stops"), [(None, ["P65"]), (CARA.user_id, ["P65"]), (CHAIR.user_id, [])])
def test_a_private_communication_needs_a_second_person(authoriser, stops):
    assert clauses(authorised_by(PRIVATE, authoriser)) == stops


@pytest.mark.parametrize("basis", [None, "", " "])
def test_a_private_communication_needs_a_basis(basis):
    assert clauses(authorised_by(replace(PRIVATE, basis=basis), CHAIR.user_id)) == ["P65"]
    assert (
        len(USING_A_PRIVATE_COMMUNICATION.obstacles(provenance=PRIVATE.provenance, basis=basis, is_authorised=False))
        == 2
    )


@pytest.mark.parametrize("provenance", [Provenance.PUBLIC, Provenance.UNKNOWN, None])
def test_what_is_no_private_communication_needs_neither(provenance):
    assert USING_A_PRIVATE_COMMUNICATION.holds(provenance=provenance, basis=None, is_authorised=False)


def test_a_third_look_is_not_completed_without_the_chair_either():
    state = replace(MADE, plan=replace(MADE.plan, looks=LOOKS, reason="Something new."))
    assert clauses(state) == ["P61"]
    assert can_complete_check(
        checker=CARA,
        state=authorised_by(state, CHAIR.user_id),
        outcome=CheckOutcome.NO_CONCERN,
        identity=SURE,
        today=TODAY,
    )


def against_authorising(checker, state):
    return [one.clause for one in AUTHORISING_A_CHECK.obstacles(checker=checker, state=state, today=TODAY)]


@pytest.mark.parametrize("looks", [0, 1, 2])
def test_the_chair_authorises_a_third_look_and_no_other(looks):
    state = replace(MADE, plan=replace(MADE.plan, looks=LOOKS[:looks]))
    assert against_authorising(CHAIR, state) == ([] if looks == 2 else ["P61"])


@pytest.mark.parametrize(("basis", "stops"), [("PREVENT_CRIME", []), (None, ["P61"])])
def test_the_chair_authorises_a_private_communication_with_its_basis(basis, stops):
    assert against_authorising(CHAIR, replace(PRIVATE, basis=basis)) == stops


@pytest.mark.parametrize("role", [*Role, None])
def test_nobody_but_the_chair_authorises(role):
    stops = against_authorising(Checker(user_id=9, role=role), PRIVATE)
    assert (stops == []) is (role is Role.CHAIR)
    assert ("P61" in stops) is (role is not Role.CHAIR)


def test_the_chair_does_not_authorise_their_own_check():
    with pytest.raises(Refused, match="You make this check yourself") as refused:
        check_can_authorise_check(checker=CHAIR, state=replace(PRIVATE, checker_id=CHAIR.user_id), today=TODAY)
    assert refused.value.clause == "P65"


@pytest.mark.parametrize("status", [CheckStatus.COMPLETED, CheckStatus.CANCELLED])
def test_nothing_is_authorised_afterwards(status):
    assert against_authorising(CHAIR, replace(PRIVATE, status=status)) == [""]
