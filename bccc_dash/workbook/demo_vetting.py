"""Stage and approval histories, and what each stage requires, at the demonstration centre."""

from collections.abc import Sequence

from bccc_dash.workbook.demo_centre import Centre
from bccc_dash.workbook.demo_names import CHAIR, coordinator_on
from bccc_dash.workbook.demo_people import Person, Standing

ENDS = ("WITHDRAWN", "NOT_APPOINTED", "LEFT")
ENDED = ("REFUSED", "WITHDRAWN", "ENDED")
NOT_YET_APPROVED_IN_PROBATION = "applying-8"
REQUIREMENTS = {
    "S2": ("INTERVIEW",),
    "S3": ("REFERENCE_1", "REFERENCE_2", "DBS"),
    "S4": ("TRAINING", "POLICY_ACKNOWLEDGED"),
    "S5": ("PROBATION_MIDPOINT", "PROBATION_END"),
}
DBS_VALID_DAYS = 1095


def add_stages(centre: Centre, people: Sequence[Person]) -> None:
    """Every move of everybody."""
    for person in people:
        before: str | None = None
        for move in person.moves:
            centre.add(
                "stage_events",
                volunteer_ref=person.ref,
                from_stage=None if move.stage == "S0" else before,
                to_stage=move.stage,
                occurred_on=centre.day(move.on),
                recorded_by=coordinator_on(move.on).email,
                reason=move.reason,
                is_correction=move.is_correction,
            )
            before = move.stage


def add_approvals(centre: Centre, people: Sequence[Person]) -> None:
    """Approval follows the stages, except where a decision says otherwise."""
    for person in people:
        before: str | None = None
        for standing in sorted([*_by_stage(centre, person), *person.standings], key=lambda standing: standing.on):
            if standing.status == "ENDED" and before in ENDED:
                continue
            centre.add(
                "approval_events",
                volunteer_ref=person.ref,
                from_status=before,
                to_status=standing.status,
                effective_on=centre.day(standing.on),
                decision_ref=standing.decision,
                recorded_by=coordinator_on(standing.on).email,
                reason=standing.reason,
            )
            before = standing.status


def _by_stage(centre: Centre, person: Person) -> list[Standing]:
    found, seen = [], False
    for move in person.moves:
        if move.stage == "S0" and not seen:
            found.append(Standing("NOT_YET_ASSESSED", move.on))
            seen = True
        elif move.stage == "S1":
            found.append(Standing("IN_ASSESSMENT", move.on))
        elif move.stage == "S5" and person.slot != NOT_YET_APPROVED_IN_PROBATION:
            found.append(_approved(centre, person, move.on))
        elif move.stage in ENDS:
            found.append(Standing("ENDED", move.on))
    return found


def _approved(centre: Centre, person: Person, on: int) -> Standing:
    key = f"decision to approve {person.slot}"
    centre.add(
        "decisions",
        ref=key,
        subject_ref=person.ref,
        kind="APPROVE",
        from_status="IN_ASSESSMENT",
        to_status="APPROVED",
        effective_on=centre.day(on),
        rationale="Check, references, disclosure and induction are complete.",
        proposed_by=coordinator_on(on).email,
        proposed_on=centre.day(on - 4),
        decided_by=CHAIR.email,
        decided_on=centre.day(on),
        status="RATIFIED",
        **centre.minuted(on),
    )
    return Standing("APPROVED", on, key)


def add_requirements(centre: Centre, people: Sequence[Person]) -> None:
    """What each person has met of the stages that they have come to."""
    for person in people:
        for stage, requirements in REQUIREMENTS.items():
            came = person.first(stage)
            for place, requirement in enumerate(requirements):
                if came is not None:
                    _add_requirement(centre, person, requirement, came + 4 + 5 * place, person.out_of(stage))


def _add_requirement(centre: Centre, person: Person, requirement: str, met: int, left_stage: int | None) -> None:
    if requirement == "REFERENCE_2" and person.slot == "active-06":
        return _add_exemption(centre, person, requirement, met)
    if person.slot == "refused-2" and requirement.startswith("REFERENCE"):
        status, on = "NOT_MET", met
    elif left_stage is not None:
        status, on = "MET", min(met, left_stage)
    else:
        status, on = ("MET", met) if met < -20 else ("IN_PROGRESS" if met < 0 else "NOT_STARTED", 0)
    met_on = centre.day(on) if status == "MET" else None
    expires = centre.day(on + DBS_VALID_DAYS) if met_on and requirement == "DBS" else None
    return centre.add(
        "requirement_results",
        volunteer_ref=person.ref,
        requirement=requirement,
        status=status,
        completed_on=met_on,
        expires_on=expires,
    )


def _add_exemption(centre: Centre, person: Person, requirement: str, on: int) -> None:
    centre.add(
        "requirement_results",
        volunteer_ref=person.ref,
        requirement=requirement,
        status="EXEMPT",
        exempt_reason="Served at an accredited centre until the month before; its letter stands for the reference.",
        exempt_by=CHAIR.email,
        exempt_until=centre.day(on + 365),
    )
