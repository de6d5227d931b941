"""Who acts where everybody who holds a duty stands aside: a deputy, whom the chair names beforehand. Source: P31."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Duty(StrEnum):
    """The duties that have a deputy; each value is how people call its holder."""

    CHAIR = "chair"
    COORDINATOR = "coordinator"
    LEAD = "safeguarding lead"

    @property
    def setting(self) -> str:
        """The name of the setting that holds the deputy's number."""
        return f"deputy_{self.name.lower()}"


DUTY_OF = {duty.setting: duty for duty in Duty}
ACTS = "{name} acts instead."
NOBODY_NAMED = "nobody is named to act instead; the chair names one under Settings."


@dataclass(frozen=True)
class Holder:
    """Somebody who uses the dashboard, by number and name."""

    user_id: int
    name: str


def who_acts(duty: Duty, holders: Sequence[Holder], kept_from: Collection[int], deputies: Mapping[Duty, Holder]) -> str:
    """Who acts instead of the holders of a duty, as a sentence; "" while one of them may act.

    `kept_from` are the numbers of all who may not: the matter is about them, or they stood aside.
    """
    if any(holder.user_id not in kept_from for holder in holders):
        return ""
    return f"{_why(duty, len(holders))}: {_instead(deputies.get(duty), kept_from)}"


def _why(duty: Duty, holders: int) -> str:
    if not holders:
        return f"There is no {duty.value}"
    return f"The {duty.value} is conflicted" if holders == 1 else f"Every {duty.value} is conflicted"


def _instead(deputy: Holder | None, kept_from: Collection[int]) -> str:
    if deputy is None:
        return NOBODY_NAMED
    if deputy.user_id in kept_from:
        return f"{deputy.name}, who would act instead, is conflicted too; the chair names somebody else under Settings."
    return ACTS.format(name=deputy.name)
