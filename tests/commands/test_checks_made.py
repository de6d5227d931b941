"""What was done in a check is recorded and the check completed; of what was seen, nothing is kept."""

import pytest
from sqlmodel import select

from bccc_dash.commands.checks import authorise_check
from bccc_dash.commands.checks_made import (
    complete_check,
    record_platforms,
    record_promise,
    record_provenance,
    record_search,
)
from bccc_dash.domain.check_facts import Promise
from bccc_dash.domain.check_fields import Platform
from bccc_dash.domain.column_contents import CONTENTS
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.sight import Content
from bccc_dash.domain.vocabulary import PlatformResult
from bccc_dash.store.engine import reading, writing
from bccc_dash.store.tables import CheckPlatformRow, CheckRow, SuspectRow
from tests.commands.checking import (
    CHO,
    FACEBOOK,
    MO,
    REF,
    SWORN,
    TODAY,
    add_cast,
    check_row,
    concern_from,
    do,
    searched,
    started,
)
from tests.commands.conftest import told

CLEAR = {"outcome": "NO_CONCERN", "identity": "CONFIRMED"}
PRIVATE = {"provenance": "PRIVATE_COMMUNICATION", "basis": "PREVENT_CRIME"}


@pytest.fixture
def centre(engine):
    with writing(engine) as session:
        add_cast(session)
    return engine


def rows(engine, table):
    with reading(engine) as session:
        return [row.model_dump() for row in session.exec(select(table))]


def test_engines_and_terms_are_kept_as_lists(centre):
    started(centre)
    do(centre, record_search, ref=REF, engines=["Google", " Google ", "Bing"], terms=["name", "name town"])
    row = check_row(centre)
    assert (row.search_engines, row.search_terms, row.look_back_months) == ("Google; Bing", "name; name town", None)
    assert told(centre)[-1][3] == "search_engines; search_terms; look_back_months"


def test_platforms_take_the_place_of_those_before_and_are_told_under_the_check(centre):
    started(centre)
    do(centre, record_platforms, ref=REF, found=[FACEBOOK])
    do(centre, record_platforms, ref=REF, found=[Platform("Other", PlatformResult.NO_PROFILE, "A local board")])
    assert [(row["platform"], row["platform_other"]) for row in rows(centre, CheckPlatformRow)] == [
        ("Other", "A local board")
    ]
    assert told(centre)[-1][2:] == (f"check/{check_row(centre).id}", "check_platforms")


def test_a_clear_check_is_completed_without_a_suspicion_and_keeps_nothing_that_was_seen(centre):
    before = check_row(centre, searched(centre)).model_dump()
    do(centre, complete_check, ref=REF, **CLEAR)

    after = check_row(centre).model_dump()
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {"status", "completed_on", "outcome", "identity_confidence"}
    assert (after["status"], after["completed_on"], after["outcome"]) == ("COMPLETED", TODAY, "NO_CONCERN")
    assert rows(centre, SuspectRow) == []
    free = {name for name, content in CONTENTS.items() if name.startswith("check") and content is Content.FREE_TEXT}
    assert free == {"checks.necessity_note", "checks.monitoring_basis"}


def test_the_outcome_concern_raised_waits_for_its_concern_and_no_other_may_have_one(centre):
    row = check_row(centre, searched(centre))
    with pytest.raises(Refused, match="Raise it first"):
        do(centre, complete_check, ref=REF, **CLEAR | {"outcome": "CONCERN_RAISED"})
    concern_from(centre, row.id)
    with pytest.raises(Refused, match="C-2026-001"):
        do(centre, complete_check, ref=REF, **CLEAR)
    do(centre, complete_check, ref=REF, **CLEAR | {"outcome": "CONCERN_RAISED"})
    assert check_row(centre).outcome == "CONCERN_RAISED"


def test_what_was_not_recorded_stops_the_end_and_nothing_changes(centre):
    before = check_row(centre, started(centre))
    tale = told(centre)
    with pytest.raises(Refused, match="No search engine"):
        do(centre, complete_check, ref=REF, **CLEAR)
    assert (check_row(centre), told(centre)) == (before, tale)


def test_a_private_communication_needs_its_basis_and_the_chairs_leave(centre):
    searched(centre)
    with pytest.raises(Refused, match="without a basis"):
        do(centre, record_provenance, ref=REF, provenance="PRIVATE_COMMUNICATION")
    do(centre, record_provenance, ref=REF, **PRIVATE)
    with pytest.raises(Refused, match="somebody else's leave"):
        do(centre, complete_check, ref=REF, **CLEAR)

    do(centre, authorise_check, by=CHO, ref=REF)
    do(centre, complete_check, ref=REF, **CLEAR)
    assert (check_row(centre).monitoring_basis, check_row(centre).authorised_by_id) == ("PREVENT_CRIME", CHO.user_id)


@pytest.mark.parametrize(("basis", "kept"), [("PREVENT_CRIME", CHO.user_id), ("FINANCIAL_RULES", None)])
def test_another_basis_needs_the_chairs_leave_anew(centre, basis, kept):
    searched(centre)
    do(centre, record_provenance, ref=REF, **PRIVATE)
    do(centre, authorise_check, by=CHO, ref=REF)
    do(centre, record_provenance, ref=REF, **PRIVATE | {"basis": basis})
    assert check_row(centre).authorised_by_id == kept


def test_the_promise_of_a_check_that_came_without_it_is_made_later(centre):
    row = check_row(centre, searched(centre))
    with writing(centre) as session:
        session.get_one(CheckRow, row.id).own_account_attested = None
    with pytest.raises(Refused, match="own account"):
        do(centre, complete_check, ref=REF, **CLEAR)
    with pytest.raises(Refused, match="own account"):
        do(centre, record_promise, ref=REF, promise=Promise(public_domain=True, no_password=True))
    do(centre, record_promise, ref=REF, promise=SWORN)
    assert do(centre, complete_check, ref=REF, **CLEAR)


@pytest.mark.parametrize(
    ("command", "fields"),
    [
        (record_search, {"engines": ["Google"], "terms": ["name"]}),
        (record_platforms, {"found": [FACEBOOK]}),
        (record_promise, {"promise": SWORN}),
        (record_provenance, {"provenance": "PUBLIC"}),
        (complete_check, CLEAR),
    ],
)
def test_only_whoever_makes_a_check_carries_it_on_once_a_form(centre, command, fields):
    searched(centre)
    with pytest.raises(Refused, match="Somebody else makes this check"):
        do(centre, command, by=MO, ref=REF, **fields)
    do(centre, command, ref=REF, key="k" * 16, **fields)
    tale = told(centre)
    assert do(centre, command, ref=REF, key="k" * 16, **fields).is_repeat
    assert told(centre) == tale


@pytest.mark.parametrize(
    ("command", "fields", "said"),
    [
        (record_search, {"engines": [], "terms": ["name"]}, "Search engines"),
        (record_search, {"engines": ["Google"], "terms": ["a;b"]}, "Search terms"),
        (record_search, {"engines": ["Google"], "terms": ["x" * 201]}, "Search terms"),
        (record_search, {"engines": ["Google"], "terms": ["x"], "look_back_months": 0}, "Months"),
        (record_search, {"engines": ["Google"], "terms": ["x"], "look_back_months": 241}, "Months"),
        (record_platforms, {"found": []}, "Platforms"),
        (record_platforms, {"found": [FACEBOOK, FACEBOOK]}, "each once"),
        (record_platforms, {"found": [Platform("Other", PlatformResult.NO_PROFILE)]}, "Other platform"),
        (record_provenance, {"provenance": "LEAKED"}, "Where it came from"),
        (record_provenance, PRIVATE | {"basis": "CURIOSITY"}, "Basis"),
        (complete_check, CLEAR | {"outcome": "FINE"}, "Outcome"),
        (complete_check, CLEAR | {"identity": "MAYBE"}, "How sure"),
    ],
)
def test_a_field_that_will_not_do_is_named(centre, command, fields, said):
    searched(centre)
    with pytest.raises(Refused, match=said):
        do(centre, command, ref=REF, **fields)
