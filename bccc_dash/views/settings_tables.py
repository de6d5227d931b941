"""The words of the page "Settings": what is in force, who set it, how it came to be, who acts instead."""

from bccc_dash.domain.centre_settings import CentreSettings, SettingChange
from bccc_dash.domain.deputies import DUTY_OF, Duty, who_acts
from bccc_dash.domain.setting_list import SETTINGS, Group, Setting
from bccc_dash.domain.words import capital, figure, listed, number_word, plural, uk_date, uk_moment
from bccc_dash.views.method_entries import BY_BCCC
from bccc_dash.views.sentence import Sentence, say
from bccc_dash.views.table import Table, table

HISTORY_SIZE = 100
"""So many changes are shown, the latest first."""
BY_COMMITTEE = "The committee"
WHY_HISTORY = "Kept for good: nobody can change or take out a line."
DEPUTIES = (
    "Somebody whom a matter is about, or who stood aside from it, does not act in it. Where that leaves nobody, the "
    "deputy acts."
)
NO_HISTORY = "Nobody has changed a setting yet."
SECTIONS = {
    Group.TARGETS: "Days that the policy leaves open. Every page and every figure counts by them.",
    Group.STAGES: "How long somebody should be in a stage at most.",
    Group.SESSIONS: "How long a browser stays signed in.",
    Group.LATER: "What the centre has agreed; no page counts by it yet.",
}


def headline(board: CentreSettings) -> Sentence:
    """Return how many settings there are, and how many of them the centre has set itself."""
    own = sum(_is_own(board, one) for one in SETTINGS.values())
    how = f"{number_word(own)} {plural(own, 'is', 'are')} the centre's own, the others BCCC defaults" if own else (
        "each is a BCCC default until the centre sets another"
    )  # fmt: skip
    return say(f"The policy sets none of these {figure(len(SETTINGS))} numbers: {how}.")


def settings(board: CentreSettings, group: Group) -> Table:
    """Return the settings of a group: what each is about, its value, who set it."""
    shown = [one for one in SETTINGS.values() if one.group is group]
    rows = [(about(one), one.said(board.in_force(one)), set_by(board, one)) for one in shown]
    return table(("What", "In force", "Set by"), rows)


def about(one: Setting) -> str:
    """Return what a setting is about, with the clause that leaves it open."""
    return f"{one.about} ({one.clause})" if one.clause else one.about


def bounds(one: Setting) -> str:
    """Return what a setting can be set to, and what BCCC starts with."""
    return f"From {figure(one.lowest)} to {one.said(one.highest)}. BCCC default: {one.said(one.default)}."


def set_by(board: CentreSettings, one: Setting) -> str:
    """Return who set the value in force, and when; the BCCC default's name where nobody did."""
    if not _is_own(board, one):
        return BY_BCCC
    last = board.last_change(one.name)
    default = f"BCCC default: {figure(one.default)}"
    if last is None or last.value != str(board.in_force(one)):
        return f"{BY_COMMITTEE} ({default})"
    return f"{last.by} on {uk_date(last.at.date())} ({default})"


def _is_own(board: CentreSettings, one: Setting) -> bool:
    """Whether the centre has set it; the default itself may have been chosen."""
    last = board.last_change(one.name)
    return one.name in board.own or (last is not None and last.value == str(one.default))


def history(board: CentreSettings) -> Table:
    """Return the changes, the latest first."""
    rows = [
        (uk_moment(one.at), one.by, _what(one), _value(board, one, one.before), _value(board, one, one.value))
        for one in board.changes[:HISTORY_SIZE]
    ]
    return table(("When", "Who", "What", "From", "To"), rows)


def _what(change: SettingChange) -> str:
    if change.name in SETTINGS:
        return SETTINGS[change.name].about
    return f"Deputy of the {DUTY_OF[change.name].value}" if change.name in DUTY_OF else change.name


def _value(board: CentreSettings, change: SettingChange, value: str | None) -> str:
    if change.name in DUTY_OF:
        return "Nobody" if value is None else board.users.get(int(value), value)
    if value is None:
        return "BCCC default"
    one = SETTINGS.get(change.name)
    return one.said(int(value)) if one and value.isdecimal() else value


def deputies(board: CentreSettings) -> Table:
    """Return each duty, who holds it, and who acts where all of them are conflicted."""
    rows = [(capital(duty.value), _holders(board, duty), _instead(board, duty)) for duty in Duty]
    return table(("Duty", "Held by", "Where all are conflicted"), rows)


def _holders(board: CentreSettings, duty: Duty) -> str:
    return listed([holder.name for holder in board.holders[duty]]) or "Nobody"


def _instead(board: CentreSettings, duty: Duty) -> str:
    holders = board.holders[duty]
    return who_acts(duty, holders, {holder.user_id for holder in holders}, board.deputies)
