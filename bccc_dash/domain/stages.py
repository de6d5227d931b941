"""The stages of recruitment and what each one asks for, as BCCC starts with them. Every target is a setting."""

from dataclasses import dataclass

from bccc_dash.domain.vocabulary import Requirement, Stage

POLICY = "POLICY"
ASSUMPTION = "ASSUMPTION"

DBS_VALID_DAYS = 3 * 365


@dataclass(frozen=True)
class DefaultStage:
    """A stage. `source` says whether the policy names it, or BCCC assumes it; targets are always assumed."""

    code: Stage
    ordinal: int
    name: str
    target_days: int | None
    requires_social_check: bool
    source: str


@dataclass(frozen=True)
class DefaultRequirement:
    """What a volunteer must have met before leaving `stage`; `validity_days` is None where it never lapses."""

    code: Requirement
    stage: Stage
    name: str
    validity_days: int | None
    mandatory: bool


DEFAULT_STAGES = (
    DefaultStage(Stage.S0, 0, "Enquiry", 14, False, ASSUMPTION),
    DefaultStage(Stage.S1, 1, "Application and online check", 28, True, POLICY),
    DefaultStage(Stage.S2, 2, "Interview", 28, False, ASSUMPTION),
    DefaultStage(Stage.S3, 3, "References and DBS", 60, False, ASSUMPTION),
    DefaultStage(Stage.S4, 4, "Induction and training", 42, False, ASSUMPTION),
    DefaultStage(Stage.S5, 5, "Probation", 183, False, ASSUMPTION),
    DefaultStage(Stage.S6, 6, "Active", None, False, ASSUMPTION),
    DefaultStage(Stage.WITHDRAWN, 7, "Withdrawn", None, False, ASSUMPTION),
    DefaultStage(Stage.NOT_APPOINTED, 8, "Not appointed", None, False, ASSUMPTION),
    DefaultStage(Stage.LEFT, 9, "Left", None, False, ASSUMPTION),
)

DEFAULT_REQUIREMENTS = (
    DefaultRequirement(Requirement.INTERVIEW, Stage.S2, "Interview", None, True),
    DefaultRequirement(Requirement.REFERENCE_1, Stage.S3, "First reference", None, True),
    DefaultRequirement(Requirement.REFERENCE_2, Stage.S3, "Second reference", None, True),
    DefaultRequirement(Requirement.DBS, Stage.S3, "DBS check", DBS_VALID_DAYS, True),
    DefaultRequirement(Requirement.TRAINING, Stage.S4, "Safeguarding training", None, True),
    DefaultRequirement(Requirement.POLICY_ACKNOWLEDGED, Stage.S4, "Policy read and acknowledged", None, True),
    DefaultRequirement(Requirement.PROBATION_MIDPOINT, Stage.S5, "Mid-probation review", None, True),
    DefaultRequirement(Requirement.PROBATION_END, Stage.S5, "End-of-probation review", None, True),
)
