"""Notice, form and a permission taken back: where each is written, who may, and what stands in the way."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bccc_dash.commands.deed import Form
from bccc_dash.queries.application import application_facts
from bccc_dash.store.engine import reading
from bccc_dash.store.tables import TransparencyRow
from tests.commands.applicant_cast import (
    APPLIED,
    KEEPER,
    NOT_ALLOWED,
    TODAY,
    do,
    number_of,
    refused,
    register,
    rows,
    volunteer,
    written,
)
from tests.commands.conftest import MEMBER, told

DAY, ONE = date(2026, 2, 1), timedelta(days=1)
FORM = {"version": "7", "signed_on": DAY, "permission": True}
NOTICE = {"version": "3", "given_on": DAY}
DEEDS = [("notice", NOTICE), ("form", FORM), ("take_back", {"withdrawn_on": DAY})]


@pytest.fixture
def ref(centre):
    return register(centre)


def facts(engine, ref, day=TODAY):
    with reading(engine) as session:
        return application_facts(session, number_of(engine, ref), day=day)


def later(engine):
    """Rows of their own: form, permission, notice, taken back."""
    return [
        (row.form_signed_on, row.check_permission, row.notice_given_on, row.withdrawn_on)
        for row in rows(engine, TransparencyRow)
    ]


def test_the_first_papers_of_a_first_application_stand_on_the_persons_row(centre, ref):
    do(centre, "notice", ref=ref, **NOTICE)
    do(centre, "form", ref=ref, **FORM)
    person = volunteer(centre, ref)

    assert (person.notice_version, person.notice_given_on) == ("3", DAY)
    assert (person.form_version, person.form_signed_on, person.check_permission) == ("7", DAY, True)
    assert later(centre) == []
    subject = f"volunteer/{number_of(centre, ref)}"
    assert told(centre)[-2:] == [
        (f"user/{MEMBER}", "update", subject, "notice_version; notice_given_on"),
        (f"user/{MEMBER}", "update", subject, "form_version; form_signed_on; check_permission"),
    ]


def test_a_correction_is_a_row_of_its_own_and_counts_from_then_on(centre, ref):
    for deed, given in DEEDS[:2]:
        do(centre, deed, ref=ref, **given)
    do(centre, "notice", ref=ref, version="3", given_on=DAY - ONE, corrects=True)
    do(centre, "form", ref=ref, version="7", signed_on=DAY - ONE, permission=False, corrects=True)

    assert later(centre) == [(None, None, DAY - ONE, None), (DAY - ONE, False, None, None)]
    assert (volunteer(centre, ref).notice_given_on, volunteer(centre, ref).form_signed_on) == (DAY, DAY)
    found = facts(centre, ref)
    assert (found.notice_on, found.signed_on, found.permission) == (DAY - ONE, DAY - ONE, False)


def test_papers_of_a_second_application_are_rows_of_their_own(centre, ref):
    do(centre, "withdraw", ref=ref, moved_on=APPLIED)
    do(centre, "again", ref=ref, applied_on=DAY)
    for deed, given in DEEDS[:2]:
        do(centre, deed, ref=ref, **given)

    assert later(centre) == [(None, None, DAY, None), (DAY, True, None, None)]
    assert volunteer(centre, ref).form_signed_on is None
    assert (facts(centre, ref).notice_on, facts(centre, ref).permission) == (DAY, True)


def test_a_permission_is_taken_back_and_given_again_by_a_newer_form(centre, ref):
    do(centre, "form", ref=ref, **FORM)
    do(centre, "take_back", ref=ref, withdrawn_on=DAY)
    assert (facts(centre, ref).withdrawn_on, facts(centre, ref).permission) == (DAY, None)
    do(centre, "form", ref=ref, **FORM | {"signed_on": DAY + ONE})

    assert later(centre) == [(None, None, None, DAY), (DAY + ONE, True, None, None)]
    assert (facts(centre, ref).withdrawn_on, facts(centre, ref).permission) == (None, True)
    assert (facts(centre, ref, DAY).withdrawn_on, facts(centre, ref, DAY).permission) == (DAY, None)
    assert told(centre)[-2][3] == "withdrawn_on"


@pytest.mark.parametrize(("deed", "given"), DEEDS)
def test_nobody_without_the_right_and_nobody_about_themself_records_papers(centre, ref, deed, given):
    themself = replace(KEEPER, volunteer_id=number_of(centre, ref))
    for by in (*NOT_ALLOWED, themself):
        refused(centre, r"^You may not enter and change", deed, by=by, ref=ref, **given)
    refused(centre, r"^You may not enter and change", deed, ref="V-9999", **given)


@pytest.mark.parametrize(("deed", "given"), DEEDS[:2])
def test_papers_sent_twice_are_recorded_once(centre, ref, deed, given):
    form = Form(key="k" * 16, seen=10**6)
    done = [do(centre, deed, form=form, ref=ref, **given) for _ in range(2)]

    assert [one.is_repeat for one in done] == [False, True]
    assert written(centre)[3] == 2


@pytest.mark.parametrize(("deed", "given"), DEEDS)
def test_papers_from_a_page_that_is_behind_are_refused(centre, ref, deed, given):
    refused(centre, "changed this", deed, form=Form(key="k" * 16), ref=ref, **given)


@pytest.mark.parametrize(
    ("deed", "fields", "word"),
    [
        ("notice", {"version": ""}, "Version of the notice: fill it in"),
        ("notice", {"version": "x" * 201}, "Version of the notice: write at most"),
        ("notice", {"given_on": None}, "Notice given on: fill it in"),
        ("notice", {"given_on": TODAY + ONE}, "Notice given on: .* is still to come"),
        ("form", {"version": " "}, "Version of the form: fill it in"),
        ("form", {"signed_on": TODAY + ONE}, "Form signed on: .* is still to come"),
        ("form", {"signed_on": date(1999, 12, 31)}, "Form signed on: .* is too early"),
        ("take_back", {"withdrawn_on": None}, "taken back on: fill it in"),
        ("take_back", {"withdrawn_on": TODAY + ONE}, "taken back on: .* is still to come"),
        ("take_back", {}, "No permission stands"),
    ],
)
def test_odd_papers_are_refused_and_nothing_is_written(centre, ref, deed, fields, word):
    refused(centre, word, deed, ref=ref, **dict(DEEDS)[deed] | fields)


@pytest.mark.parametrize(
    ("first", "deed", "given", "word"),
    [
        ("notice", "notice", NOTICE, "a notice|A notice given on 1 February 2026 is on record"),
        ("form", "form", FORM, "gives permission already"),
        ("form", "take_back", {"withdrawn_on": DAY - ONE}, "The form was signed on 1 February 2026"),
    ],
)
def test_the_rules_about_papers_stand_before_each_deed(centre, ref, first, deed, given, word):
    do(centre, first, ref=ref, **dict(DEEDS)[first])
    refused(centre, word, deed, ref=ref, **given)


@pytest.mark.parametrize(("deed", "given"), DEEDS)
def test_an_application_that_is_over_takes_no_papers(centre, ref, deed, given):
    do(centre, "turn_down", ref=ref, moved_on=APPLIED)
    refused(centre, "No application is open", deed, ref=ref, **given)
