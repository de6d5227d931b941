"""The numbers that the policy leaves open. Each is a BCCC default until the committee sets another.

Source: P22, P25, P29, P31, P46, P56, P61.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from bccc_dash.domain.errors import BadRecord


@dataclass(frozen=True)
class Targets:
    """Targets in days. `working` days leave out weekends and England's bank holidays."""

    discussion_working_days: int = 5
    critical_discussion_working_days: int = 1
    source_assessment_working_days: int = 5
    sharing_working_days: int = 5
    sharing_days_at_most: int = 28
    privacy_review_days: int = 182
    declined_review_again_days: int = 28
    undecided_effect_days: int = 28
    urgent_suspension_days: int = 14
    due_soon_days: int = 14
    long_application_days: int = 180
    second_look_days: int = 90


DEFAULTS = Targets()


def targets_from(settings: Mapping[str, str]) -> Targets:
    """The defaults, each replaced by the committee's own number where it has set one.

    Raises: BadRecord where a setting of that name is not a whole number above 0.
    """
    own = {field.name: _days(field.name, settings[field.name]) for field in fields(Targets) if field.name in settings}
    return replace(DEFAULTS, **own)


def _days(name: str, value: str) -> int:
    if not value.isdecimal() or int(value) == 0:
        raise BadRecord(f"The setting {name} is '{value}'. It must be a whole number of days above 0.")
    return int(value)
