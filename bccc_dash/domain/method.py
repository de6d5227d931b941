"""How the figures are worked out: their themes, the targets that the policy leaves open, and what words mean."""

from dataclasses import dataclass, fields

from bccc_dash.domain.stages import DEFAULT_STAGES
from bccc_dash.domain.targets import DEFAULTS, Targets


@dataclass(frozen=True)
class Theme:
    """Figures that belong together: the anchor of their part of the page, its title, their codes in reading order."""

    key: str
    title: str
    codes: tuple[str, ...]


THEMES = (
    Theme("vetting", "Vetting", ("K1", "K2", "K3", "K4", "K5", "K6", "K7", "K8", "K26")),
    Theme("concerns", "Concerns", ("K9", "K10", "K11", "K12", "K13", "K25", "K27")),
    Theme("breaches", "Breaches", ("K14", "K15", "K16", "K20", "K21")),
    Theme("reviews", "Reviews and guidance", ("K17", "K18", "K19")),
    Theme("decisions", "Decisions and follow-up", ("K22", "K23", "K24", "K28")),
    Theme("quality", "Data quality", ("K31",)),
)


@dataclass(frozen=True)
class StageTarget:
    """A recruitment stage before Active, and the days that it should take at most; None for no target."""

    code: str
    name: str
    target_days: int | None

    @property
    def default_days(self) -> int | None:
        """What BCCC starts with."""
        return next((stage.target_days for stage in DEFAULT_STAGES if stage.code == self.code), None)


@dataclass(frozen=True)
class Method:
    """The targets in force."""

    targets: Targets
    stages: tuple[StageTarget, ...]


TARGET_WORDS: dict[str, tuple[str, str]] = {
    "discussion_working_days": ("A concern is discussed with the volunteer after it was found", "P25"),
    "critical_discussion_working_days": ("A critical concern is discussed at the latest", "P25"),
    "source_assessment_working_days": ("The source of a concern is assessed after it was found", "P29"),
    "sharing_working_days": (
        "A high concern is shared with the committee; for others, the meeting is at least so far off",
        "P31",
    ),
    "sharing_days_at_most": ("A low or medium concern is shared with the committee at the latest", "P31"),
    "privacy_review_days": (
        "Privacy settings are reviewed again, where the volunteer has no interval of their own",
        "P46",
    ),
    "declined_review_again_days": ("A declined privacy review is due again", "P46"),
    "undecided_effect_days": ("What a breach does to approval is decided", "P56"),
    "urgent_suspension_days": ("An urgent suspension is ratified or lifted", "P56"),
    "due_soon_days": ("Something counts as due soon", ""),
    "long_application_days": ("An application leads to approval", "P1"),
    "second_look_days": ("A second check of one person needs a reason of its own within", "P61"),
}
"""What each target is about, and the clause that leaves it open."""


@dataclass(frozen=True)
class InForce:
    """One target as it is in force: what it is about, its clause, its days, and BCCC's own number."""

    about: str
    clause: str
    days: int
    default: int
    working: bool


def in_force(targets: Targets) -> tuple[InForce, ...]:
    """Every target, in the order in which they are said."""
    return tuple(
        InForce(
            *TARGET_WORDS[field.name],
            days=getattr(targets, field.name),
            default=getattr(DEFAULTS, field.name),
            working="working" in field.name,
        )
        for field in fields(Targets)
    )
