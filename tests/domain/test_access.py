"""What each role may do, cell by cell, and who may do nothing to a matter."""

import itertools
from dataclasses import replace

import pytest

from bccc_dash.domain.access import RIGHTS, Capability, check_may, may
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.sight import SIGHTS, Content, Sight
from bccc_dash.domain.viewer import Matter, Person
from bccc_dash.domain.vocabulary import Role

ORDER = (Role.COMMITTEE_MEMBER, Role.CHAIR, Role.COORDINATOR, Role.SAFEGUARDING_LEAD, Role.READ_ONLY_AUDITOR)

# Member, chair, coordinator, lead, auditor; everybody but the auditor sits on the committee.
EXPECTED = """
SEE_FIGURES               yes yes yes yes yes
SEE_LISTS                 yes yes yes yes yes
REVEAL_NAME               yes yes no  yes no
REVEAL_TEXT               yes yes no  yes no
MAKE_CHECKS               yes yes yes no  no
KEEP_RECORDS              no  no  yes no  no
KEEP_CASES                no  no  yes yes no
REOPEN_CASES              no  yes no  yes no
PROPOSE_DECISIONS         yes yes yes yes no
RATIFY_DECISIONS          yes yes yes yes no
SUSPEND_AT_ONCE           no  yes no  no  no
HOLD_MEETINGS             no  yes no  no  no
EXPORT_WORKING_LIST       no  no  yes no  no
EXPORT_COMMITTEE_EDITION  no  yes yes no  no
EXPORT_OUTSIDE_EDITION    yes yes yes no  yes
EXPORT_ACCESS_PACK        no  yes no  no  no
IMPORT_RECORDS            no  no  yes no  no
CONFIRM_IMPORTS           no  yes no  no  no
SEE_AUDIT                 no  yes no  no  yes
MANAGE_PEOPLE             no  yes no  no  no
CHANGE_SETTINGS           no  yes no  no  no
KEEP_OWN_ACCOUNT          yes yes yes yes yes
"""
CELLS = [
    (role, name, word == "yes")
    for name, *words in map(str.split, EXPECTED.strip().splitlines())
    for role, word in zip(ORDER, words, strict=True)
]
A_MATTER = Matter(volunteer_id=4, owner_id=9, recused=frozenset({7}))
STRANGE_ROLES = [None, "", "CHAIR", "chair", "ADMIN", 0, (), ["CHAIR"], 7.5, Capability.SEE_AUDIT]


def somebody(role, **more):
    return Person(**{"user_id": 1, "role": role, "on_committee": role is not Role.READ_ONLY_AUDITOR} | more)


def test_the_expectation_covers_every_capability_and_role():
    assert {(role, name) for role, name, _ in CELLS} == set(itertools.product(Role, Capability.__members__))
    assert set(RIGHTS) == set(Role)


@pytest.mark.parametrize(("role", "name", "expected"), CELLS)
def test_each_role_may_do_what_it_should_and_nothing_else(role, name, expected):
    assert may(somebody(role), Capability[name]) is expected


@pytest.mark.parametrize("role", Role)
def test_the_leads_flag_adds_the_leads_rights_and_takes_none_away(role):
    plain, lead = somebody(role, on_committee=True), somebody(Role.SAFEGUARDING_LEAD)
    either = {what for what in Capability if may(plain, what) or may(lead, what)}

    assert {what for what in Capability if may(replace(plain, is_lead=True), what)} == either


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("is_lead", [False, True])
def test_nobody_off_the_committee_ratifies(role, is_lead):
    assert not may(somebody(role, is_lead=is_lead, on_committee=False), Capability.RATIFY_DECISIONS)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("is_lead", [False, True])
@pytest.mark.parametrize("kept_away", [{"volunteer_id": 4}, {"user_id": 7}, {"user_id": 7, "volunteer_id": 4}])
def test_the_subject_and_whoever_stood_aside_may_do_nothing_to_the_matter(role, is_lead, kept_away):
    person = somebody(role, is_lead=is_lead, on_committee=True, **kept_away)

    assert [what for what in Capability if may(person, what, matter=A_MATTER)] == []


@pytest.mark.parametrize("role", Role)
def test_a_matter_of_somebody_else_changes_nothing(role):
    person = somebody(role, volunteer_id=5)

    assert [what for what in Capability if may(person, what, matter=A_MATTER) is not may(person, what)] == []


@pytest.mark.parametrize("strange", STRANGE_ROLES, ids=repr)
@pytest.mark.parametrize("is_lead", [False, True])
def test_an_unknown_or_missing_role_may_do_nothing_even_with_the_flag(strange, is_lead):
    person = Person(user_id=1, role=strange, is_lead=is_lead, on_committee=True)

    assert [what for what in Capability if may(person, what)] == []


def test_nobody_may_do_nothing():
    assert [what for what in Capability if may(None, what)] == []


@pytest.mark.parametrize("strange", ["see_audit", "", None, 7], ids=repr)
def test_an_unknown_deed_is_refused_to_everybody(strange):
    assert [role for role in Role if may(somebody(role), strange)] == []


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize(
    ("what", "content"), [(Capability.REVEAL_NAME, Content.NAME), (Capability.REVEAL_TEXT, Content.FREE_TEXT)]
)
def test_who_may_reveal_is_who_has_something_to_reveal(role, what, content):
    assert may(somebody(role), what) is (Sight.ON_REVEAL in SIGHTS[role][content])


@pytest.mark.parametrize(("role", "name", "expected"), CELLS)
def test_the_refusal_is_a_sentence_and_comes_exactly_where_the_answer_is_no(role, name, expected):
    if expected:
        check_may(somebody(role), Capability[name])
        return
    with pytest.raises(Refused, match=r"^You may not [a-z].*\.$"):
        check_may(somebody(role), Capability[name])


def test_the_refusal_is_the_same_whether_or_not_the_matter_is_about_the_person():
    auditor, subject = somebody(Role.READ_ONLY_AUDITOR), somebody(Role.COORDINATOR, volunteer_id=4)
    said = []
    for person in (auditor, subject):
        with pytest.raises(Refused) as refusal:
            check_may(person, Capability.KEEP_CASES, matter=A_MATTER)
        said.append(str(refusal.value))

    assert said[0] == said[1]


def test_the_table_of_rights_cannot_be_changed_at_run_time():
    with pytest.raises(TypeError):
        RIGHTS[Role.READ_ONLY_AUDITOR] = frozenset(Capability)
