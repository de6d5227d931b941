"""Every number that the committee may set: what it is about, its clause, BCCC's own number, and its bounds.

The policy sets none of them. Source: P22, P25, P29, P31, P46, P56, P59, P61.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from types import MappingProxyType

from bccc_dash.domain.errors import Refused
from bccc_dash.domain.method import TARGET_WORDS
from bccc_dash.domain.sign_in import SessionLimits
from bccc_dash.domain.stages import DEFAULT_STAGES
from bccc_dash.domain.targets import DEFAULTS
from bccc_dash.domain.words import figure, plural

STAGE = "stage_"
"""The names of the stages' targets begin so."""
NO_SETTING = "There is no setting of that name: choose one of the list."
OUT_OF_BOUNDS = "{about}: write a whole number of {unit}s from {lowest} to {highest}."


class CentreDeed(StrEnum):
    """What the audit calls the deeds of those who look after the centre's own settings."""

    SETTING_CHANGED = "setting_changed"
    CONTACT_CHANGED = "contact_changed"


class Group(StrEnum):
    """What belongs together on the page; each value is its heading."""

    TARGETS = "Targets"
    STAGES = "Stages of recruitment"
    SESSIONS = "Signing in"
    LATER = "Reviews and patterns"


@dataclass(frozen=True, kw_only=True)
class Setting:
    """One number. `unit` is its noun for one."""

    name: str
    group: Group
    about: str
    clause: str
    unit: str
    default: int
    lowest: int
    highest: int

    @property
    def stage(self) -> str:
        """The code of the stage whose target it is; "" for any other setting."""
        return self.name.split("_")[1].upper() if self.name.startswith(STAGE) else ""

    def said(self, value: int) -> str:
        """A value with its unit: 1 working day, 182 days."""
        return f"{figure(value)} {plural(value, self.unit)}"


BOUNDS = {
    "discussion_working_days": (1, 30),
    "critical_discussion_working_days": (1, 5),
    "source_assessment_working_days": (1, 30),
    "sharing_working_days": (1, 30),
    "sharing_days_at_most": (1, 92),
    "privacy_review_days": (28, 731),
    "declined_review_again_days": (1, 182),
    "undecided_effect_days": (1, 182),
    "urgent_suspension_days": (1, 92),
    "due_soon_days": (1, 92),
    "long_application_days": (28, 731),
    "second_look_days": (28, 366),
    "session_idle_minutes": (5, 240),
    "session_hours": (1, 24),
    "concern_review_days": (1, 182),
    "policy_review_months": (1, 36),
    "pattern_low_concerns": (2, 10),
    "pattern_months": (1, 36),
}
STAGE_BOUNDS = (1, 731)
IDLE, HOURS = SessionLimits().session_idle_minutes, SessionLimits().session_hours
OTHERS = (
    ("session_idle_minutes", Group.SESSIONS, "Somebody who does nothing is signed out after", "", "minute", IDLE),
    ("session_hours", Group.SESSIONS, "Somebody who is signed in has to sign in again after", "", "hour", HOURS),
    ("concern_review_days", Group.LATER, "An open concern is looked at again after", "P30", "day", 28),
    ("policy_review_months", Group.LATER, "The policy itself is reviewed after", "P59", "month", 12),
    ("pattern_low_concerns", Group.LATER, "Low concerns about one volunteer make a pattern from", "P26", "concern", 3),
    ("pattern_months", Group.LATER, "Low concerns make a pattern where they lie within", "P26", "month", 12),
)
"""Of those of Group.LATER it is agreed how much they are; no page counts by them yet."""


def _targets() -> list[Setting]:
    return [
        _one(name, Group.TARGETS, *TARGET_WORDS[name], "working day" if "working" in name else "day", default)
        for name, default in asdict(DEFAULTS).items()
    ]


def _one(name: str, group: Group, about: str, clause: str, unit: str, default: int) -> Setting:
    low, high = BOUNDS.get(name, STAGE_BOUNDS)
    return Setting(
        name=name, group=group, about=about, clause=clause, unit=unit, default=default, lowest=low, highest=high
    )


def _stages() -> list[Setting]:
    return [
        _one(f"{STAGE}{stage.code.value.lower()}_days", Group.STAGES, f"{stage.name}, at most", "P1", "day", days)
        for stage in DEFAULT_STAGES
        if (days := stage.target_days) is not None
    ]


SETTINGS: Mapping[str, Setting] = MappingProxyType(
    {one.name: one for one in (*_targets(), *_stages(), *(_one(*other) for other in OTHERS))}
)
"""By name, in the order of the page."""


def setting(name: str) -> Setting:
    """The setting of this name.

    Raises: Refused where there is none.
    """
    found = SETTINGS.get(name)
    if found is None:
        raise Refused(NO_SETTING)
    return found


def checked(one: Setting, value: object) -> int:
    """The value, fit to be set.

    Raises: Refused where it is no whole number within the bounds.
    """
    if not isinstance(value, int) or isinstance(value, bool) or not one.lowest <= value <= one.highest:
        raise Refused(OUT_OF_BOUNDS.format(about=one.about, unit=one.unit, lowest=one.lowest, highest=one.highest))
    return value
