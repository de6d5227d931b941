"""What must be there before the state of a requirement is recorded: interview, references, DBS, training, reviews."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bccc_dash.domain.guard import Guard, Obstacle
from bccc_dash.domain.labels import label
from bccc_dash.domain.moving_on import ApplicationFacts
from bccc_dash.domain.stage_moves import ENDS
from bccc_dash.domain.vocabulary import Requirement, RequirementStatus
from bccc_dash.domain.words import uk_date

SETTLED = (RequirementStatus.MET, RequirementStatus.NOT_MET, RequirementStatus.EXEMPT)


@dataclass(frozen=True, kw_only=True)
class RequirementTold:
    """What somebody says of one requirement. `two_recommend` is whether two people recommended the applicant."""

    requirement: Requirement
    status: RequirementStatus
    completed_on: date | None = None
    expires_on: date | None = None
    exempt_reason: str | None = None
    exempt_until: date | None = None
    two_recommend: bool = False
    corrects: bool = False


def _recording_requirement(
    *, told: RequirementTold, facts: ApplicationFacts, before: RequirementStatus | None, is_timed: bool
) -> Iterator[Obstacle]:
    """A requirement is met on a day of this application; an interview, when two people recommended; an exemption has
    its reason; what was settled is not turned round but by a correction."""
    if facts.stage is None or facts.stage in ENDS:
        yield Obstacle("No application is open for this person. Record a new application first.", "", "apply")
        return
    name = label(told.requirement)
    if told.status is RequirementStatus.MET:
        yield from _met(told, facts, is_timed)
    elif told.completed_on is not None or told.expires_on is not None:
        yield Obstacle(f"{name}: only what is met has a day on which it was met. Leave the days out.", "", "day")
    if told.status is RequirementStatus.EXEMPT and not told.exempt_reason:
        yield Obstacle(f"{name}: an exemption needs its reason. Write why it is not asked for.", "P1", "reason")
    if told.status is not RequirementStatus.EXEMPT and (told.exempt_reason or told.exempt_until):
        yield Obstacle(f"{name}: only an exemption has a reason and a last day. Leave them out.", "", "reason")
    turned = before in SETTLED and told.status is not before
    if turned and not told.corrects:
        said = label(before).lower() if before else ""
        yield Obstacle(f"{name}: it is on record as {said}. Say that this corrects it, if it does.", "", "corrects")


def _met(told: RequirementTold, facts: ApplicationFacts, is_timed: bool) -> Iterator[Obstacle]:
    name, met_on = label(told.requirement), told.completed_on
    if met_on is None:
        yield Obstacle(f"{name}: write the day on which it was met.", "", "day")
    elif facts.began_on is not None and met_on < facts.began_on and not is_timed:
        yield Obstacle(
            f"{name}: this application began on {uk_date(facts.began_on)}. What was met for an earlier one does not "
            "count: record it anew.",
            "",
            "day",
        )
    elif told.expires_on is not None and told.expires_on < met_on:
        yield Obstacle(f"{name}: it cannot lapse before the day on which it was met. Correct one of them.", "", "day")
    if told.requirement is Requirement.INTERVIEW and not told.two_recommend:
        yield Obstacle(
            f"{name}: it is met once two people recommend the applicant. Say that both do.", "P1", "two_recommend"
        )


RECORDING_REQUIREMENT = Guard(_recording_requirement, "P1")
check_can_record_requirement, can_record_requirement = RECORDING_REQUIREMENT.check, RECORDING_REQUIREMENT.holds
