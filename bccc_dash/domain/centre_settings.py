"""The page "Settings": what is set, since when and by whom, and who acts instead of whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bccc_dash.domain.deputies import DUTY_OF, Duty, Holder
from bccc_dash.domain.setting_list import Setting


@dataclass(frozen=True)
class SettingChange:
    """One change: from what, to what (None: the BCCC default, or nobody), by whom, when."""

    name: str
    before: str | None
    value: str | None
    by: str
    at: datetime


@dataclass(frozen=True)
class CentreSettings:
    """What the centre has set itself, by name; the changes, the latest first; users by number; holders of duties.

    `users` are all that a change may name, `may_act` those of them that could be named as a deputy today.
    """

    own: Mapping[str, str]
    changes: tuple[SettingChange, ...]
    users: Mapping[int, str]
    may_act: tuple[Holder, ...]
    holders: Mapping[Duty, tuple[Holder, ...]]

    def in_force(self, one: Setting) -> int:
        """The value in force. What is set but is no number counts as the default."""
        own = self.own.get(one.name, "")
        return int(own) if own.isascii() and own.isdecimal() else one.default

    def last_change(self, name: str) -> SettingChange | None:
        """The latest change of one setting."""
        return next((change for change in self.changes if change.name == name), None)

    @property
    def deputies(self) -> dict[Duty, Holder]:
        """Who acts instead, by duty, where somebody is named who still may."""
        able = {str(holder.user_id): holder for holder in self.may_act}
        return {duty: able[self.own[name]] for name, duty in DUTY_OF.items() if self.own.get(name) in able}
