"""The words of the chair's pages: who set a number, how it came to be, and how many can come in."""

from datetime import UTC, datetime

import pytest

from bccc_dash.domain.centre_settings import CentreSettings, SettingChange
from bccc_dash.domain.deputies import Duty, Holder
from bccc_dash.domain.setting_list import SETTINGS
from bccc_dash.domain.user_list import AccountState, ListedUser, Standing
from bccc_dash.domain.vocabulary import Role
from bccc_dash.views.people_table import also, headline
from bccc_dash.views.sentence import plain
from bccc_dash.views.settings_tables import HISTORY_SIZE, history, set_by
from bccc_dash.views.settings_tables import headline as settings_headline

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
DAYS = SETTINGS["undecided_effect_days"]
CHO, DEE = Holder(1, "Cho"), Holder(2, "Dee")


def board(own=None, *changes):
    return CentreSettings(
        own=own or {}, changes=changes, users={1: "Cho", 2: "Dee"}, may_act=(CHO, DEE), holders=dict.fromkeys(Duty, ())
    )


def change(before, value, name=DAYS.name):
    return SettingChange(name, before, value, "Cho", NOON)


@pytest.mark.parametrize(
    ("own", "changes", "said"),
    [
        ({}, [], "BCCC default, not policy"),
        ({"undecided_effect_days": "14"}, [], "The committee (BCCC default: 28)"),
        ({"undecided_effect_days": "14"}, [change(None, "14")], "Cho on 2 March 2026 (BCCC default: 28)"),
        ({"undecided_effect_days": "14"}, [change(None, "21")], "The committee (BCCC default: 28)"),
        ({"undecided_effect_days": "28"}, [change(None, "28")], "Cho on 2 March 2026 (BCCC default: 28)"),
        ({}, [change("14", None)], "BCCC default, not policy"),
    ],
)
def test_who_set_a_number_is_said_only_where_it_is_known(own, changes, said):
    assert set_by(board(own, *changes), DAYS) == said


@pytest.mark.parametrize("odd", ["soon", "", "-1", "١٤", "1.5", "None"])
def test_what_is_set_by_hand_and_is_no_number_counts_as_the_default(odd):
    assert board({DAYS.name: odd}).in_force(DAYS) == DAYS.default


def test_the_headline_counts_what_the_centre_has_set():
    assert "one is the centre's own" in plain(settings_headline(board({DAYS.name: "14"})))
    assert "two are the centre's own" in plain(settings_headline(board({DAYS.name: "14", "session_hours": "4"})))


def test_the_history_says_deputies_by_name_and_ends_somewhere():
    shown = history(board({}, change(None, "2", "deputy_chair"), *[change(None, "1")] * HISTORY_SIZE))

    assert len(shown.rows) == HISTORY_SIZE
    assert shown.rows[0][2:] == ("Deputy of the chair", "Nobody", "Dee")
    assert shown.rows[1] == ("2 March 2026, 12:00", "Cho", DAYS.about, "BCCC default", "1 day")


def somebody(state=AccountState.ACTIVE, **what):
    standing = {"role": Role.CHAIR, "is_lead": False, "on_committee": False, "volunteer_ref": None} | what
    return ListedUser(
        user_id=1, name="Cho", email="cho@example.org", standing=Standing(**standing), state=state, last_in=None
    )


@pytest.mark.parametrize(
    ("users", "said"),
    [
        ([somebody()], "One person uses the dashboard or is named in it; one has a password and may come in."),
        (
            [somebody(), somebody(), somebody(AccountState.DISABLED)],
            "Three people use the dashboard or are named in it; two have a password and may come in.",
        ),
    ],
)
def test_the_people_are_counted_in_a_sentence(users, said):
    assert plain(headline(users)) == said


def test_what_somebody_is_beside_the_role_is_listed():
    assert also(somebody(is_lead=True, on_committee=True)) == "Lead's rights, on the committee"
    assert also(somebody()) == "Nothing else"
