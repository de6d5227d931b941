"""Seeing a name or the words of a matter: who may, for what, and that the audit is told first."""

import pytest
from sqlmodel import col, select

from bccc_dash import clock
from bccc_dash.commands import people, reveal, sessions
from bccc_dash.commands.reveal import NOT_TO_BE_SEEN, WHY, What
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.purposes import Purpose
from bccc_dash.domain.sign_in import SessionEnd
from bccc_dash.domain.vocabulary import Role
from bccc_dash.store import audit
from bccc_dash.store.engine import reading, writing
from bccc_dash.store.tables import AuditRow
from bccc_dash.workbook.importing import import_sheets
from tests.queries.test_concern_case import a_case
from tests.visitors import come_in

NAME, SUMMARY = "Nell Findable", "What was written, findable"


@pytest.fixture
def centre(engine):
    sheets = a_case(summary=SUMMARY)
    sheets["volunteers"][0] |= {"full_name": NAME, "email": "nell@example.org"}
    child = sheets["concerns"][0] | {"ref": "C-2", "source": "CHILD_IN_CONFIDENCE", "severity": "CRITICAL"}
    aside = sheets["concerns"][0] | {"ref": "C-3"}
    other = sheets["concerns"][0] | {"ref": "C-4", "status": "NOT_THIS_PERSON"}
    sheets["concerns"] += [child, aside, other]
    sheets["users"] += [{"email": "recused@example.org", "display_name": "Rae", "role": "COORDINATOR"}]
    sheets["committee_shares"] = [
        {"subject_ref": "C-3", "shared_on": sheets["concerns"][0]["identified_on"], "recused": "recused@example.org"}
    ]
    import_sheets(sheets, engine=engine)
    return engine


def signed_in(engine, role=Role.COMMITTEE_MEMBER, **who):
    token = come_in(engine, role, **who)
    with reading(engine) as session:
        return sessions.who_is_in(session, token, clock.now())


def told(engine):
    """What the audit says was seen: by whom, what, of which record, for what."""
    with reading(engine) as session:
        rows = session.exec(select(AuditRow).where(col(AuditRow.action).endswith("_seen")))
        return [(row.actor, row.action, row.subject, row.purpose) for row in rows]


def see(engine, there, what, ref, purpose=None):
    return reveal.see(engine, there, what, ref, purpose=purpose, at=clock.now())


@pytest.mark.parametrize("role", [Role.COMMITTEE_MEMBER, Role.COORDINATOR])
@pytest.mark.parametrize("ended", ["disabled", "signed out", "another role"])
def test_whoever_is_let_out_in_the_middle_of_a_run_is_shown_nothing(centre, role, ended):
    there = signed_in(centre, role, email="gone@example.org")
    with writing(centre) as session:
        if ended == "disabled":
            people.disable(session, "gone@example.org", clock.now(), actor="console (root)")
        elif ended == "signed out":
            sessions.end_all(session, there.user_id, clock.now(), SessionEnd.SIGNED_OUT)
        else:
            people.set_role(session, "gone@example.org", Role.SAFEGUARDING_LEAD, clock.now(), actor="console (root)")

    with pytest.raises(Refused, match="^" + sessions.NOT_IN_ANY_MORE):
        see(centre, there, What.NAME, "C-1", Purpose.DECIDE)
    assert told(centre) == []


def test_a_member_is_shown_one_name_for_a_purpose_and_the_audit_knows(centre):
    there = signed_in(centre)
    seen = see(centre, there, What.NAME, "c-1", Purpose.DECIDE)

    assert seen.named.name == NAME
    assert seen.named.email is None
    assert seen.words == ()
    assert told(centre) == [(f"user/{there.user_id}", "name_seen", "concern/2", "DECIDE")]


@pytest.mark.parametrize("purpose", [None, Purpose.DO_THE_WORK])
def test_without_a_purpose_nothing_is_shown_and_nothing_told(centre, purpose):
    with pytest.raises(Refused, match=WHY):
        see(centre, signed_in(centre), What.NAME, "V-1", purpose)
    assert told(centre) == []


def test_what_cannot_be_told_to_the_audit_is_not_shown(centre, monkeypatch):
    there = signed_in(centre)

    def full(*_, **__):
        raise OSError("no room")

    monkeypatch.setattr(audit, "record", full)
    with pytest.raises(OSError, match="no room"):
        see(centre, there, What.NAME, "V-1", Purpose.DECIDE)


def test_the_coordinator_sees_names_and_words_told_once_a_record_and_session(centre):
    there = signed_in(centre, Role.COORDINATOR)
    for _ in range(3):
        assert see(centre, there, What.NAME, "C-1").named == (NAME, "nell@example.org")
    assert [word.text for word in see(centre, there, What.WORDS, "C-1").words] == [SUMMARY]
    who = f"user/{there.user_id}"
    once = [(who, deed, "concern/2", "DO_THE_WORK") for deed in ("name_seen", "text_seen")]
    assert told(centre) == once

    see(centre, signed_in(centre, Role.COORDINATOR), What.NAME, "C-1")
    assert len(told(centre)) == 3


@pytest.mark.parametrize(
    ("role", "what", "ref"),
    [
        pytest.param(Role.READ_ONLY_AUDITOR, What.NAME, "V-1", id="the auditor sees no name"),
        pytest.param(Role.READ_ONLY_AUDITOR, What.WORDS, "C-1", id="nor any words"),
        pytest.param(Role.COMMITTEE_MEMBER, What.WORDS, "C-2", id="a member not the words of a child"),
        pytest.param(Role.COORDINATOR, What.WORDS, "C-2", id="nor the coordinator who does not own it"),
        pytest.param(Role.CHAIR, What.NAME, "C-4", id="nobody what is about somebody else"),
        pytest.param(Role.CHAIR, What.NAME, "C-9", id="nor what is not there"),
        pytest.param(Role.CHAIR, What.NAME, "x" * 9000, id="nor what is odd"),
        pytest.param(Role.CHAIR, What.NAME, "' OR 1=1 --", id="nor what is hostile"),
    ],
)
def test_what_is_not_to_be_seen_is_refused_in_one_sentence(centre, role, what, ref):
    with pytest.raises(Refused, match=NOT_TO_BE_SEEN):
        see(centre, signed_in(centre, role), what, ref, Purpose.DECIDE)
    assert told(centre) == []


@pytest.mark.parametrize("what", What)
def test_whoever_stood_aside_sees_nothing_of_it_in_any_role(centre, what):
    there = signed_in(centre, Role.COORDINATOR, email="recused@example.org")

    assert see(centre, there, what, "C-1") is not None
    with pytest.raises(Refused, match=NOT_TO_BE_SEEN):
        see(centre, there, what, "C-3")


@pytest.mark.parametrize("role", Role)
def test_whoever_it_is_about_sees_nothing_of_it_in_any_role(centre, role):
    there = signed_in(centre, role, email="self@example.org", volunteer_id=1)

    for ref in ("V-1", "C-1", "C-2", "C-3"):
        for what in What:
            with pytest.raises(Refused, match=NOT_TO_BE_SEEN):
                see(centre, there, what, ref, Purpose.DECIDE)
    assert told(centre) == []
