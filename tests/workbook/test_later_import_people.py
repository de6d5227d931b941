"""An import into records in use changes nobody's rights: what it says of them is listed for the chair."""

import datetime as dt

import pytest

from bccc_dash.commands.imports import settle_asking
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.imports import AskingEnd
from bccc_dash.domain.viewer import Person
from bccc_dash.domain.vocabulary import Role
from bccc_dash.queries.imports import askings
from bccc_dash.store.engine import open_engine, reading, writing
from bccc_dash.store.tables import UserRow
from tests.workbook.later import AT, CHAIR, again, blamed, centre, people, tell, told, volunteer
from tests.workbook.making import dump, got, put

pytestmark = pytest.mark.sqlite_first

NEW = {"email": "nia@x.example", "display_name": "Nia", "role": "CHAIR", "is_safeguarding_lead": "yes"}


def changed(**cells):
    """The people as they are stored, but for cells of the coordinator's."""
    coordinator, *others = people()
    return [{**coordinator, **cells}, *others]


def listed(url):
    engine = open_engine(url)
    with reading(engine) as session:
        found = [(one.email, one.about, one.asked, one.volunteer_ref) for one in askings(session)]
    engine.dispose()
    return found


def rights(url):
    return [{key: cell for key, cell in row.items() if key != "display_name"} for row in got(url)["users"]]


def settle(url, number, *, by=CHAIR):
    engine = open_engine(url)
    try:
        with writing(engine, changes_records=False) as session:
            settle_asking(session, number, AskingEnd.DISMISSED, by=by, at=AT)
    finally:
        engine.dispose()


def test_into_an_empty_database_the_workbook_goes_as_it_is(url):
    result = put(url, centre(users=people(NEW)))

    assert result.for_chair == ()
    assert [row["email"] for row in got(url)["users"]][3:] == ["nia@x.example"]
    assert listed(url) == []


@pytest.mark.parametrize(
    "first",
    [{"volunteers": [volunteer()]}, {"volunteers": [], "meetings": [{"date": dt.date(2026, 3, 1)}]}],
    ids=["one record", "one meeting"],
)
def test_one_record_makes_a_database_in_use(url, first):
    put(url, first)

    again(url, {"users": [NEW], "volunteers": [volunteer()]})

    assert got(url)["users"] == []
    assert listed(url) == [("nia@x.example", "ADD_PERSON", "CHAIR", None), ("nia@x.example", "LEAD", "yes", None)]


@pytest.mark.both_engines
def test_one_user_makes_a_database_in_use(url):
    engine = open_engine(url)
    with writing(engine) as session:
        session.add(UserRow(email="asha@x.example", display_name="Asha", role="CHAIR"))
    engine.dispose()

    again(url, {"users": [NEW], "volunteers": [volunteer()]})

    assert [row["email"] for row in got(url)["users"]] == ["asha@x.example"]
    assert [row["ref"] for row in got(url)["volunteers"]] == ["V-1"]


@pytest.mark.both_engines
@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"role": "CHAIR"}, ("ROLE", "CHAIR", None)),
        ({"on_management_committee": "yes"}, ("ON_COMMITTEE", "yes", None)),
        ({"is_safeguarding_lead": "yes"}, ("LEAD", "yes", None)),
        ({"volunteer_ref": "V-1"}, ("VOLUNTEER_LINK", None, "V-1")),
        ({"active_from": "2026-03-01"}, ("ACTIVE_FROM", "2026-03-01", None)),
        ({"active_to": "2026-03-01"}, ("ACTIVE_TO", "2026-03-01", None)),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_a_right_is_never_changed_but_listed_once(url, cells, told):
    put(url, centre())
    before = rights(url)

    first = again(url, centre(users=changed(**cells)))
    again(url, centre(users=changed(**cells)))

    assert rights(url) == before
    cell = next(iter(cells.values()))
    assert [(fault.sheet, fault.row, fault.value) for fault in first.for_chair] == [("users", 2, cell)]
    assert not first.changes
    assert listed(url) == [("cora@x.example", *told)]


def test_a_link_to_a_volunteer_of_the_same_file_is_listed_too(url):
    put(url, centre())

    again(url, centre(users=changed(volunteer_ref="V-9"), volunteers=[volunteer("V-9")]))

    assert listed(url) == [("cora@x.example", "VOLUNTEER_LINK", None, "V-9")]


def test_a_link_that_is_left_out_is_listed_and_stays(url):
    put(url, centre())

    again(url, centre(users=[{**one, "volunteer_ref": None} for one in people()]))

    assert listed(url) == [("ola@x.example", "VOLUNTEER_LINK", None, None)]
    assert got(url)["users"][2]["volunteer_ref"] == "V-2"


def test_no_for_blank_and_a_column_that_is_not_there_ask_nothing(url):
    put(url, centre(users=changed(is_safeguarding_lead="yes")))
    bare = [{key: row[key] for key in ("email", "display_name", "role")} for row in people()]

    again(url, centre(users=[{**row, "on_management_committee": "no"} for row in bare]))

    assert listed(url) == []
    assert got(url)["users"][0]["is_safeguarding_lead"] is True


def test_a_name_is_changed_like_any_other_cell(url):
    put(url, centre())

    again(url, centre(users=changed(display_name="Cora Example", role="CHAIR")))

    cora = got(url)["users"][0]
    assert (cora["display_name"], cora["role"]) == ("Cora Example", "COORDINATOR")


def test_the_name_of_somebody_whose_role_was_changed_here_is_not_changed(url):
    put(url, centre())
    tell(url, "user/1", "role_changed", actor="console (root)")

    (fault,) = blamed(url, centre(users=changed(display_name="Other")))

    assert (fault.row, fault.column, fault.value) == (2, "display_name", "cora@x.example")
    assert "by the console (root) on 2 June 2026 at 13:30" in fault.problem


def test_signing_in_or_being_invited_changes_no_record(url):
    put(url, centre())
    for action in ("sign_in", "invited", "password_set", "VIEW", "reveal", "EXPORT"):
        tell(url, "user/1", action)

    assert again(url, centre(users=changed(display_name="Other"))).changes


@pytest.mark.both_engines
def test_a_row_that_names_somebody_unknown_says_to_add_them_first(url):
    put(url, centre())
    before = dump(url)
    meeting = {"date": AT.date(), "attendees": "cora@x.example; nia@x.example"}

    (fault,) = blamed(url, centre(users=people(NEW), meetings=[meeting]))

    assert (fault.sheet, fault.row, fault.column) == ("meetings", 2, "attendees")
    assert "python -m bccc_dash user add" in fault.remedy
    assert dump(url) == before


def test_what_is_listed_is_told_in_the_audit_once(url):
    put(url, centre())
    sheets = centre(users=changed(role="CHAIR"))

    again(url, sheets)
    again(url, sheets)

    assert told(url)[1:] == [("console (root)", "IMPORT_LISTED_FOR_CHAIR")]


def test_the_chair_settles_a_line_once_and_the_next_import_asks_anew(url):
    put(url, centre())
    again(url, centre(users=changed(role="CHAIR")))

    settle(url, 1)

    assert listed(url) == []
    assert told(url)[-1] == ("user/2", "IMPORT_ASKING_SETTLED")
    with pytest.raises(Refused, match="settled already"):
        settle(url, 1)
    again(url, centre(users=changed(role="CHAIR")))
    assert listed(url) == [("cora@x.example", "ROLE", "CHAIR", None)]


@pytest.mark.parametrize("number", [0, -1, 2, 2**31, 10**30])
def test_what_is_not_on_the_list_is_refused(url, number):
    put(url, centre())
    again(url, centre(users=changed(role="CHAIR")))

    with pytest.raises(Refused, match="Nothing is listed"):
        settle(url, number)


@pytest.mark.parametrize("role", [None, Role.COORDINATOR, Role.SAFEGUARDING_LEAD, Role.READ_ONLY_AUDITOR])
def test_only_who_manages_people_settles(url, role):
    put(url, centre())
    again(url, centre(users=changed(role="CHAIR")))

    with pytest.raises(Refused, match="You may not"):
        settle(url, 1, by=Person(user_id=1, role=role))


def test_an_import_gives_nobody_an_account(url):
    put(url, centre())
    again(url, centre(users=[*changed(display_name="Other"), NEW]))

    assert len(got(url)["users"]) == 3
    assert dump(url)["accounts"] == []
