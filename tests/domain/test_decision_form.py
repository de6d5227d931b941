"""What is typed about a decision: each field below, at and over its limit."""

from datetime import date, timedelta

import pytest

from bccc_dash.domain.decision_form import ENDING, Minute, Proposal, checked_minute, checked_proposal
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.outcome_vocabulary import DecisionKind

DAY = date(2026, 3, 2)


def proposal(kind=DecisionKind.CONDITIONS, rationale="Why.", **told):
    return Proposal(kind=kind, rationale=rationale, **told)


@pytest.mark.parametrize(("letters", "passes"), [(0, False), (1, True), (3999, True), (4000, True), (4001, False)])
def test_reasons_have_a_limit(letters, passes):
    given = proposal(rationale=" " + "a" * letters + "\n")
    if passes:
        assert checked_proposal(given, DAY).rationale == "a" * letters
    else:
        with pytest.raises(Refused, match=r"^Reasons: "):
            checked_proposal(given, DAY)


@pytest.mark.parametrize("letter", ["\x00", "\u202e", "\u200b", "\x1b"])
def test_reasons_hold_no_unseen_sign(letter):
    with pytest.raises(Refused, match="holds a sign"):
        checked_proposal(proposal(rationale=f"a{letter}b"), DAY)


def test_reasons_may_have_lines_and_any_script():
    assert checked_proposal(proposal(rationale="é 漢\n\tb"), DAY).rationale == "é 漢\n\tb"


@pytest.mark.parametrize("field", ["ends_on", "review_on"])
@pytest.mark.parametrize(("offset", "passes"), [(-1, False), (0, True), (1, True)])
def test_what_is_to_come_is_not_past(field, offset, passes):
    given = proposal(**{field: DAY + timedelta(days=offset)})
    if passes:
        assert checked_proposal(given, DAY) == given
    else:
        with pytest.raises(Refused, match="1 March 2026 is past"):
            checked_proposal(given, DAY)


@pytest.mark.parametrize("kind", DecisionKind)
def test_only_conditions_and_a_suspension_end_by_themselves(kind):
    given = proposal(kind=kind, ends_on=DAY)
    if kind in ENDING:
        assert checked_proposal(given, DAY) == given
    else:
        with pytest.raises(Refused, match=r"^Ends on: only"):
            checked_proposal(given, DAY)


@pytest.mark.parametrize(("offset", "passes"), [(-3, False), (-2, True), (0, True), (1, False)])
def test_a_decision_lies_between_its_proposal_and_today(offset, passes):
    given = Minute(decided_on=DAY + timedelta(days=offset))
    proposed = DAY - timedelta(days=2)
    if passes:
        assert checked_minute(given, proposed_on=proposed, today=DAY) == given
    else:
        with pytest.raises(Refused, match=r"^Decided on: "):
            checked_minute(given, proposed_on=proposed, today=DAY)


def test_without_a_day_it_is_decided_today():
    assert checked_minute(Minute(), proposed_on=None, today=DAY).decided_on == DAY


@pytest.mark.parametrize(("letters", "passes"), [(0, True), (200, True), (201, False)])
def test_the_minute_has_a_limit(letters, passes):
    given = Minute(minute_ref="a" * letters)
    if passes:
        assert checked_minute(given, proposed_on=None, today=DAY).minute_ref == "a" * letters
    else:
        with pytest.raises(Refused, match=r"^Minute: write at most 200"):
            checked_minute(given, proposed_on=None, today=DAY)


def test_a_minute_is_one_of_a_meeting_that_was():
    with pytest.raises(Refused, match=r"^Meeting: 3 March 2026 is still to come"):
        checked_minute(Minute(meeting_date=date(2026, 3, 3)), proposed_on=None, today=DAY)
