"""A concern is raised by those who may, at least as grave as its category asks, and with its check."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlmodel import select

from bccc_dash.domain.errors import Refused
from bccc_dash.store.engine import reading
from bccc_dash.store.tables import CaseEventRow, ConcernRow, RecordRow
from tests.commands.case_cast import (
    AUDITOR,
    CHECK,
    CHECKER,
    CONCERN,
    FOUND,
    HERSELF,
    THE_CHAIR,
    THE_LEAD,
    TODAY,
    concern,
    raised,
    two_volunteers,
)
from tests.commands.conftest import MEMBER, told

IN_CHECK = replace(FOUND, source="SOCIAL_MEDIA_CHECK", check_ref="K-2026-001")


@pytest.fixture
def there(centre):
    return two_volunteers(centre)


def test_a_concern_is_kept_open_with_its_first_event_and_told(there):
    done = raised(there)

    row = concern(there)
    assert done.ref == "C-2026-001"
    assert (row.status, row.recorded_on, row.threshold, row.summary) == ("OPEN", TODAY, "NOT_ASSESSED", FOUND.summary)
    with reading(there) as session:
        event = session.exec(select(CaseEventRow)).one()
    assert (event.subject_id, event.from_status, event.to_status, event.by_id) == (CONCERN, None, "OPEN", MEMBER)
    fields = "source; identified_on; category; severity; summary"
    assert [line[:3] for line in told(there)] == [(f"user/{MEMBER}", "create", f"concern/{CONCERN}")]
    assert set(told(there)[0][3].replace(",", ";").replace(" ", "").split(";")) == set(fields.split("; "))


def test_the_same_form_raises_one_concern(there):
    raised(there, key="k" * 16)

    assert raised(there, key="k" * 16).is_repeat
    with reading(there) as session:
        assert len(session.exec(select(ConcernRow)).all()) == 1


@pytest.mark.parametrize("by", [AUDITOR, THE_CHAIR, CHECKER, HERSELF])
def test_who_may_not_raises_nothing(there, by):
    with pytest.raises(Refused, match=r"^You may not enter and change concerns and breaches here\.$"):
        raised(there, by=by)
    with reading(there) as session:
        assert session.exec(select(ConcernRow)).all() == []
        assert session.exec(select(RecordRow).where(RecordRow.kind == "CONCERN")).all() == []
    assert told(there) == []


def test_the_lead_raises_what_a_child_told_in_confidence(there):
    raised(there, replace(FOUND, source="CHILD_IN_CONFIDENCE"), by=THE_LEAD)

    assert concern(there).source == "CHILD_IN_CONFIDENCE"


def test_whoever_made_the_check_raises_what_it_showed(there):
    raised(there, IN_CHECK, by=CHECKER)

    assert concern(there).check_id == CHECK


def test_the_check_of_somebody_else_gives_no_right(there):
    with pytest.raises(Refused, match="You may not"):
        raised(there, IN_CHECK, by=THE_CHAIR)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"summary": " "}, "Summary: fill it in"),
        ({"summary": "a" * 4001}, "Summary: write at most 4,000"),
        ({"identified_on": TODAY + timedelta(days=1)}, "Found on: 3 March 2026 is still to come"),
        ({"category": "RUDE"}, "Category: choose"),
        ({"severity": ""}, "Severity: choose"),
        ({"affected": ("CAT",)}, "Affected: choose"),
        ({"platform": "a" * 81}, "Platform: write at most 80"),
        ({"category": "CHILD_IDENTIFIED", "severity": "HIGH"}, "is at least critical"),
        ({"source": "SOCIAL_MEDIA_CHECK"}, "name the check"),
        ({"check_ref": "K-2026-404"}, "Check: there is none"),
    ],
)
def test_a_field_that_cannot_be_kept_is_named(there, change, says):
    with pytest.raises(Refused, match=says):
        raised(there, replace(FOUND, **change))
    assert told(there) == []


def test_words_at_the_limit_are_kept(there):
    raised(there, replace(FOUND, summary="a" * 4000, platform="b" * 80, affected=("BCCC", "CHILD")))

    assert concern(there).affected_parties == "CHILD; BCCC"
