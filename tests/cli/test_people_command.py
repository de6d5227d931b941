"""The console says who may come in, and the audit says that it was the console."""

import getpass

import pytest
from sqlmodel import select

from bccc_dash import cli
from bccc_dash.clock import now
from bccc_dash.commands import passwords, set_up
from bccc_dash.commands.set_password import set_password_by_link
from bccc_dash.store.engine import open_engine, reading, writing
from bccc_dash.store.tables import AuditRow, UserRow
from tests.store.conftest import add_a_volunteer

pytestmark = pytest.mark.sqlite_first
ASHA, NEW = "asha@example.org", "granite-kestrel-58-lantern"


@pytest.fixture
def own(url, tmp_path, monkeypatch):
    """The centre's own records, with one person."""
    monkeypatch.setenv("BCCC_DATA_FOLDER", str(tmp_path))
    monkeypatch.setenv("BCCC_DATABASE_URL", url)
    engine = open_engine(url)
    with writing(engine) as session:
        session.add(UserRow(email=ASHA, display_name="Asha", role="CHAIR"))
    yield engine
    engine.dispose()


def said(capsys, *arguments):
    code = cli.run(["user", *arguments])
    printed = capsys.readouterr()
    return code, printed.out + printed.err


def told(engine):
    with reading(engine) as session:
        return [(row.actor, row.action) for row in session.exec(select(AuditRow))]


def test_an_invitation_prints_a_link_that_sets_a_password(own, capsys, monkeypatch):
    monkeypatch.setattr(passwords, "hashed", lambda text: f"hash of {len(text)}")
    code, words = said(capsys, "invite", ASHA)
    assert code == 0
    assert "24 hours" in words
    address, token = words.split()[-1].rsplit("/", 1)
    assert address == "http://127.0.0.1:8501/link"
    assert set_password_by_link(own, token, NEW, now()) == 1


def test_a_link_names_the_address_that_people_type(own, capsys, monkeypatch):
    monkeypatch.setenv("BCCC_PUBLIC_URL", "https://dash.example.org")
    assert said(capsys, "reset", ASHA)[1].split()[-1].startswith("https://dash.example.org/link/")


def test_while_nobody_has_a_password_a_code_sets_the_first(own, capsys, monkeypatch):
    monkeypatch.setattr(passwords, "hashed", lambda text: f"hash of {len(text)}")
    code, words = said(capsys, "set-up")
    assert code == 0
    set_up.set_up(own, words.split()[-1], email=ASHA, name="", password=NEW, at=now())
    assert said(capsys, "set-up")[0] == 1


def test_each_deed_is_told_in_the_name_of_who_sits_at_the_console(own, capsys, monkeypatch):
    monkeypatch.setattr(getpass, "getuser", lambda: "op\x1berator")
    for deed in ("invite", "reset", "disable", "enable"):
        assert said(capsys, deed, ASHA)[0] == 0
    assert said(capsys, "add", "new@example.org", "Nia Example", "committee_member")[0] == 0
    assert said(capsys, "role", "new@example.org", "READ_ONLY_AUDITOR")[0] == 0
    assert said(capsys, "lead", "new@example.org", "on")[0] == 0
    deeds = ("invited", "reset", "disabled", "enabled", "user_added", "role_changed", "lead_changed")
    assert told(own) == [("console (operator)", deed) for deed in deeds]


def test_somebody_is_linked_to_a_volunteer_by_reference_and_unlinked(own, capsys):
    with writing(own) as session:
        add_a_volunteer(session, "V-0042")
    assert said(capsys, "link", ASHA, "v-0042") == (0, f"{ASHA} is linked to v-0042.\n")
    assert said(capsys, "link", ASHA, "none") == (0, f"{ASHA} is linked to no volunteer.\n")
    assert [deed for _, deed in told(own)][-2:] == ["volunteer_link_changed"] * 2


def test_a_console_without_a_user_is_named_so(own, capsys, monkeypatch):
    def nobody():
        raise OSError("No username set in the environment")

    monkeypatch.setattr(getpass, "getuser", nobody)
    assert said(capsys, "disable", ASHA)[0] == 0
    assert told(own) == [("console (unknown)", "disabled")]


@pytest.mark.parametrize(
    "arguments",
    [
        ("invite", "nobody@example.org"),
        ("enable", ASHA),
        ("add", ASHA, "Asha", "CHAIR"),
        ("role", ASHA, "CHAIR"),
        ("role", ASHA, "QUEEN"),
        ("invite",),
        ("add", "x", "y", "CHAIR"),
        ("reset", ""),
        ("lead", ASHA, "off"),
        ("lead", ASHA, "maybe"),
        ("link", ASHA, "V-0042"),
        ("link", ASHA, "none"),
    ],
)
def test_what_cannot_be_done_is_refused_in_a_sentence(own, capsys, arguments):
    code, words = said(capsys, *arguments)
    assert code == 1
    assert "Traceback" not in words
    assert told(own) == []


def test_the_invented_centre_has_no_accounts(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("BCCC_DATA_FOLDER", str(tmp_path))
    monkeypatch.delenv("BCCC_DATABASE_URL", raising=False)
    code, words = said(capsys, "invite", ASHA)
    assert (code, "no records of its own" in words) == (2, True)
