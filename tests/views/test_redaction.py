"""What of a concern reaches whom: the source, the name, the words."""

from dataclasses import replace

import pytest

from bccc_dash.domain.concern_case import Happened, Line, OpenedConcern
from bccc_dash.domain.sight import IN_CONFIDENCE, Sight
from bccc_dash.domain.viewer import Person
from bccc_dash.domain.vocabulary import Role
from bccc_dash.views.redaction import redacted
from tests.domain.test_concern_duties import CASE, FOUND

IN_CONFIDENCES = ("CHILD_IN_CONFIDENCE", "FAMILY_MEMBER")
OWNER, SOMEBODY = 7, 8


def seen(source, role, *, user_id=SOMEBODY, is_lead=False, severity="MEDIUM"):
    case = replace(CASE, source=source, owner_id=OWNER, severity=severity)
    lines = (Line(FOUND, Happened.FOUND, word=source), Line(FOUND, Happened.RECORDED, word="MEDIUM"))
    person = Person(user_id=user_id, role=role, is_lead=is_lead)
    return redacted(OpenedConcern(case, lines, 0, (), 0), person)


@pytest.mark.parametrize("source", IN_CONFIDENCES)
@pytest.mark.parametrize("role", [role for role in Role if role is not Role.SAFEGUARDING_LEAD])
def test_whether_a_child_or_a_family_told_reaches_nobody_but_the_lead_and_the_owner(role, source):
    found = seen(source, role)

    assert found.case.source == IN_CONFIDENCE
    assert source not in repr(found)
    assert found.lines[1].word == "MEDIUM"


@pytest.mark.parametrize("source", IN_CONFIDENCES)
def test_the_lead_and_whoever_owns_it_are_told_which(source):
    assert seen(source, Role.SAFEGUARDING_LEAD).case.source == source
    assert seen(source, Role.COMMITTEE_MEMBER, is_lead=True).lines[0].word == source
    assert seen(source, Role.COORDINATOR, user_id=OWNER).case.source == source


@pytest.mark.parametrize("source", IN_CONFIDENCES)
def test_an_auditor_is_never_told_which_not_even_of_their_own(source):
    assert seen(source, Role.READ_ONLY_AUDITOR, user_id=OWNER).case.source == IN_CONFIDENCE


@pytest.mark.parametrize("role", Role)
def test_any_other_source_reaches_everybody(role):
    assert seen("COMPLAINT", role).case.source == "COMPLAINT"


WITHHELD, ON_REVEAL, SHOWN = Sight.WITHHELD, Sight.ON_REVEAL, Sight.SHOWN


@pytest.mark.parametrize(
    ("role", "source", "severity", "name", "words"),
    [
        (Role.COMMITTEE_MEMBER, "COMPLAINT", "HIGH", ON_REVEAL, ON_REVEAL),
        (Role.COMMITTEE_MEMBER, "FAMILY_MEMBER", "HIGH", ON_REVEAL, WITHHELD),
        (Role.CHAIR, "CHILD_IN_CONFIDENCE", "CRITICAL", ON_REVEAL, ON_REVEAL),
        (Role.COORDINATOR, "COMPLAINT", "LOW", SHOWN, SHOWN),
        (Role.COORDINATOR, "CHILD_IN_CONFIDENCE", "LOW", SHOWN, WITHHELD),
        (Role.SAFEGUARDING_LEAD, "COMPLAINT", "HIGH", ON_REVEAL, ON_REVEAL),
        (Role.SAFEGUARDING_LEAD, "COMPLAINT", "CRITICAL", SHOWN, SHOWN),
        (Role.SAFEGUARDING_LEAD, "FAMILY_MEMBER", "LOW", SHOWN, SHOWN),
        (Role.READ_ONLY_AUDITOR, "COMPLAINT", "CRITICAL", WITHHELD, WITHHELD),
    ],
)
def test_how_the_name_and_the_words_are_seen(role, source, severity, name, words):
    found = seen(source, role, severity=severity)

    assert (found.name, found.words) == (name, words)
