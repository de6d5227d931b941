"""What each role sees of each kind of column, cell by cell, and who sees nothing."""

import itertools
from dataclasses import replace

import pytest

from bccc_dash.domain.case_vocabulary import Severity, Source
from bccc_dash.domain.sight import SIGHTS, Cell, Content, Sight, sight
from bccc_dash.domain.viewer import NO_MATTER, Matter, Person
from bccc_dash.domain.vocabulary import Role

ORDER = (Role.COMMITTEE_MEMBER, Role.CHAIR, Role.COORDINATOR, Role.SAFEGUARDING_LEAD, Role.READ_ONLY_AUDITOR)
LETTERS = {"S": Sight.SHOWN, "r": Sight.ON_REVEAL, "c": Sight.IN_CONFIDENCE, "-": Sight.WITHHELD}

# Member, chair, coordinator, lead, auditor; in each the matter that is plain, critical, told in confidence, one's own.
EXPECTED = """
REF                SSSS SSSS SSSS SSSS SSSS
WORD               SSSS SSSS SSSS SSSS SSSS
CENTRE             SSSS SSSS SSSS SSSS SSSS
NAME               rrrr rrrr SSSS rSSS ----
CONTACT            ---- rrrr SSSS rSSS ----
FREE_TEXT          rr-r rrrr SS-S rSSS ----
SOURCE             SScS SScS SScS SSSS SScc
COLLEAGUE          SSSS SSSS SSSS SSSS SSSS
COLLEAGUE_CONTACT  ---S SSSS ---S ---S ---S
TO_RING            SSSS SSSS SSSS SSSS SSSS
AUDIT              ---- SSSS ---- ---- SSSS
SIGN_IN            ---S ---S ---S ---S ---S
CREDENTIAL         ---- ---- ---- ---- ----
"""
ABOUT = Matter(volunteer_id=4, owner_id=9, severity=Severity.HIGH, source=Source.COMPLAINT)
CHILDS = replace(ABOUT, source=Source.CHILD_IN_CONFIDENCE)
MATTERS = {
    "plain": (ABOUT, NO_MATTER, *(replace(ABOUT, severity=severity) for severity in (Severity.LOW, None))),
    "critical": (replace(ABOUT, severity=Severity.CRITICAL),),
    "in confidence": (CHILDS, replace(CHILDS, severity=Severity.CRITICAL), replace(ABOUT, source=Source.FAMILY_MEMBER)),
    "own": tuple(replace(matter, owner_id=1) for matter in (NO_MATTER, ABOUT, CHILDS)),
}
CELLS = [
    (role, Content[name], footing, LETTERS[letter])
    for name, *cells in map(str.split, EXPECTED.strip().splitlines())
    for role, cell in zip(ORDER, cells, strict=True)
    for footing, letter in zip(MATTERS, cell, strict=True)
]
EVERY = set(itertools.product(Role, Content))
EVERY_MATTER = [matter for matters in MATTERS.values() for matter in matters]
RANK = {Sight.WITHHELD: 0, Sight.IN_CONFIDENCE: 1, Sight.ON_REVEAL: 2, Sight.SHOWN: 3}
STRANGE_ROLES = [None, "", "CHAIR", "chair", "ADMIN", 0, (), ["CHAIR"], 7.5]


def somebody(role, **more):
    return Person(**{"user_id": 1, "role": role} | more)


def test_the_expectation_covers_every_role_and_content():
    assert {(role, content) for role, content, _, _ in CELLS} == EVERY
    assert {(role, content) for role in SIGHTS for content in SIGHTS[role]} == EVERY


@pytest.mark.parametrize(("role", "content", "footing", "expected"), CELLS)
def test_each_role_sees_what_it_should_and_no_more(role, content, footing, expected):
    seen = {sight(somebody(role), content, matter=matter) for matter in MATTERS[footing]}

    assert seen == {expected}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("kept_away", [{"volunteer_id": 4}, {"user_id": 7}])
def test_the_subject_and_whoever_stood_aside_see_nothing_in_any_role(role, kept_away):
    for matter, owner, is_lead in itertools.product(EVERY_MATTER, (1, 7, 9, None), (False, True)):
        withheld = replace(matter, volunteer_id=4, owner_id=owner, recused=frozenset({7, 8}))
        person = somebody(role, is_lead=is_lead, **kept_away)

        assert {sight(person, content, matter=withheld) for content in Content} == {Sight.WITHHELD}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("content", Content)
def test_the_leads_flag_gives_the_better_of_both_and_takes_nothing_away(role, content):
    for matter in EVERY_MATTER:
        with_flag = sight(somebody(role, is_lead=True), content, matter=matter)
        either = [sight(somebody(each), content, matter=matter) for each in (role, Role.SAFEGUARDING_LEAD)]

        assert RANK[with_flag] == max(RANK[seen] for seen in either)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("content", Content)
def test_a_child_and_a_family_are_told_apart_by_nothing_that_is_seen(role, content):
    for matter, is_lead in itertools.product(EVERY_MATTER, (False, True)):
        told = [replace(matter, source=source) for source in (Source.CHILD_IN_CONFIDENCE, Source.FAMILY_MEMBER)]
        seen = {sight(somebody(role, is_lead=is_lead), content, matter=each) for each in told}

        assert len(seen) == 1


@pytest.mark.parametrize("source", Source)
def test_the_source_is_masked_where_a_child_or_a_family_told_and_nowhere_else(source):
    masked = sight(somebody(Role.COMMITTEE_MEMBER), Content.SOURCE, matter=Matter(source=source))

    assert (masked is Sight.IN_CONFIDENCE) is (source in {Source.CHILD_IN_CONFIDENCE, Source.FAMILY_MEMBER})


@pytest.mark.parametrize("content", [content for content in Content if content is not Content.SOURCE])
def test_nothing_but_the_source_is_masked(content):
    assert {Sight.IN_CONFIDENCE} & {seen for role in Role for seen in SIGHTS[role][content]} == set()


def test_a_credential_is_withheld_from_everybody():
    people = [somebody(role, is_lead=is_lead) for role in Role for is_lead in (False, True)]
    seen = {sight(person, Content.CREDENTIAL, matter=matter) for person in people for matter in EVERY_MATTER}

    assert seen == {Sight.WITHHELD}


@pytest.mark.parametrize("strange", STRANGE_ROLES, ids=repr)
@pytest.mark.parametrize("is_lead", [False, True])
def test_an_unknown_or_missing_role_sees_nothing_even_with_the_flag(strange, is_lead):
    person = somebody(strange, is_lead=is_lead)

    assert {sight(person, content, matter=matter) for content in Content for matter in EVERY_MATTER} == {Sight.WITHHELD}


def test_nobody_sees_nothing():
    assert {sight(None, content, matter=NO_MATTER) for content in Content} == {Sight.WITHHELD}


def test_a_matter_about_no_volunteer_is_not_about_somebody_who_is_none():
    assert sight(somebody(Role.CHAIR, volunteer_id=None), Content.REF, matter=NO_MATTER) is Sight.SHOWN


def test_the_number_of_a_user_is_not_that_of_a_volunteer():
    crossed = somebody(Role.COORDINATOR, user_id=4, volunteer_id=9)

    assert sight(crossed, Content.NAME, matter=ABOUT) is Sight.SHOWN
    assert sight(crossed, Content.FREE_TEXT, matter=CHILDS) is Sight.WITHHELD


def test_the_table_of_sights_cannot_be_changed_at_run_time():
    with pytest.raises(TypeError):
        SIGHTS[Role.READ_ONLY_AUDITOR] = SIGHTS[Role.CHAIR]
    with pytest.raises(TypeError):
        SIGHTS[Role.READ_ONLY_AUDITOR][Content.NAME] = Cell(*[Sight.SHOWN] * 4)


def test_somebody_without_a_number_owns_nothing():
    nameless = Person(user_id=None, role=Role.COORDINATOR)

    assert sight(nameless, Content.SIGN_IN, matter=NO_MATTER) is Sight.WITHHELD
