"""Large centres for the bench: made by rule in the proportions of a real one, quickly and plainly."""

from datetime import date, timedelta
from random import Random

from bccc_dash.workbook.demo_centre import Cells, Sheets
from bccc_dash.workbook.demo_large_cases import add_case
from bccc_dash.workbook.demo_large_centre import LargeCentre
from bccc_dash.workbook.demo_large_service import CODES, VERSION_DAYS, add_service
from bccc_dash.workbook.demo_names import CHAIR, COORDINATOR, OFFICIALS, VOLUNTEERS

COMING = 400
SERVICE_DAYS = 1460
MEETING_DAYS = 61
STAYS = (("S0", 4, 14), ("S1", 10, 30), ("S2", 8, 30), ("S3", 25, 66), ("S4", 14, 46), ("S5", 130, 188))
STOPS = 0.055
"""The share of applicants who go no further, at each stage."""
SLOW = 0.04
"""The share of stages that take three times as long."""
CONCERNS, INCIDENTS, SECOND_CHECKS = 0.08, 0.04, 0.05
PLATFORMS = ("Facebook", "Instagram", "X (Twitter)", "LinkedIn", "TikTok")


def large_centre(anchor: date, *, volunteers: int, years: int, seed: int) -> Sheets:
    """The cells of a centre that so many people came to over so many years."""
    last = 365 * years
    first = anchor - timedelta(days=last)
    days = [first + timedelta(days=number) for number in range(last + COMING)]
    centre = LargeCentre(days=days, last=last, chance=Random(seed))  # noqa: S311  no secret
    _add_officials_and_meetings(centre)
    for number, applied in enumerate(sorted(centre.chance.randrange(last + 1) for _ in range(volunteers)), start=1):
        _add_volunteer(centre, f"V-{number:06d}", applied, VOLUNTEERS[number % len(VOLUNTEERS)])
    return centre.sheets


def _add_officials_and_meetings(centre: LargeCentre) -> None:
    centre.rows("users").extend(
        {
            "email": official.email,
            "display_name": official.name,
            "role": official.role,
            "on_management_committee": official.on_committee,
            "is_safeguarding_lead": official.is_lead,
        }
        for official in OFFICIALS
    )
    present = "; ".join(official.email for official in OFFICIALS if official.on_committee)
    centre.rows("meetings").extend(
        {"date": centre.days[day], "kind": "Committee", "quorum_required": 3, "attendees": present}
        for day in range(centre.last % MEETING_DAYS + 20, centre.last + MEETING_DAYS, MEETING_DAYS)
    )
    centre.rows("guidance").extend(
        {"code": code, "version": str(place), "audience": "VOLUNTEER", "title": code, "effective_on": centre.days[day]}
        for code in CODES
        for place, day in enumerate(range(0, centre.last + 1, VERSION_DAYS), start=1)
    )


def _add_volunteer(centre: LargeCentre, ref: str, applied: int, name: str) -> None:
    moves = _moves(centre, applied)
    _add_histories(centre, ref, moves)
    at = dict(moves)
    signed, started = at.get("S1"), at.get("S5")
    gone = moves[-1][1] if moves[-1][0] in ENDS else None
    end_reason = None if gone is None else ENDS[moves[-1][0]]
    row: Cells = {
        "ref": ref,
        "full_name": name,
        "role_title": "Session volunteer",
        "applied_on": centre.days[applied],
        "notice_version": "1",
        "notice_given_on": centre.days[applied],
        "end_reason": end_reason,
        "started_on": None if started is None else centre.days[started],
        "ended_on": None if gone is None or started is None else centre.days[gone],
    }
    if signed is not None:
        row |= {"form_version": "1", "form_signed_on": centre.days[signed], "check_permission": True}
        _add_check(centre, ref, signed, None)
    centre.rows("volunteers").append(row)
    if "S4" in at:
        add_service(centre, ref, at["S4"], started, centre.last if gone is None else gone)
    _add_matters(centre, ref, signed, centre.last if gone is None else gone)


ENDS = {"LEFT": "RESIGNED", "WITHDRAWN": "WITHDREW", "NOT_APPOINTED": "NOT_APPOINTED"}


def _moves(centre: LargeCentre, applied: int) -> list[tuple[str, int]]:
    """The stages of one volunteer with the day of each, as far as they have come."""
    chance, last = centre.chance, centre.last
    moves, on = [], applied
    for stage, shortest, longest in STAYS:
        moves.append((stage, on))
        on += chance.randint(shortest, longest) * (3 if chance.random() < SLOW else 1)
        if on > last:
            return moves
        if chance.random() < STOPS:
            return [*moves, ("WITHDRAWN" if chance.random() < 0.6 else "NOT_APPOINTED", on)]
    moves.append(("S6", on))
    on += 30 + int(chance.expovariate(1 / SERVICE_DAYS))
    return moves if on > last else [*moves, ("LEFT", on)]


STATUS_AT = {
    "S0": "NOT_YET_ASSESSED",
    "S1": "IN_ASSESSMENT",
    "S5": "APPROVED",
    "WITHDRAWN": "ENDED",
    "NOT_APPOINTED": "ENDED",
    "LEFT": "ENDED",
}


def _add_histories(centre: LargeCentre, ref: str, moves: list[tuple[str, int]]) -> None:
    stages, approvals = centre.rows("stage_events"), centre.rows("approval_events")
    stage: str | None = None
    status: str | None = None
    for to_stage, day in moves:
        on = centre.days[day]
        stages.append(
            {
                "volunteer_ref": ref,
                "from_stage": stage,
                "to_stage": to_stage,
                "occurred_on": on,
                "recorded_by": COORDINATOR.email,
            }
        )
        stage = to_stage
        to_status = STATUS_AT.get(to_stage)
        if to_status:
            decision = _add_approval(centre, ref, day) if to_status == "APPROVED" else None
            approvals.append(
                {
                    "volunteer_ref": ref,
                    "from_status": status,
                    "to_status": to_status,
                    "effective_on": on,
                    "decision_ref": decision,
                }
            )
            status = to_status


def _add_approval(centre: LargeCentre, ref: str, day: int) -> str:
    decision = centre.ref("D", day)
    centre.rows("decisions").append(
        {
            "ref": decision,
            "subject_ref": ref,
            "kind": "APPROVE",
            "from_status": "IN_ASSESSMENT",
            "to_status": "APPROVED",
            "effective_on": centre.days[day],
            "proposed_by": COORDINATOR.email,
            "decided_by": CHAIR.email,
            "decided_on": centre.days[day],
            "status": "RATIFIED",
        }
    )
    return decision


def _add_check(centre: LargeCentre, volunteer: str, day: int, why: str | None) -> str:
    """One completed check with two platforms, two days after the form was signed; not after the last day."""
    started = min(day + 2, centre.last)
    ref = centre.ref("K", started)
    centre.rows("checks").append(
        {
            "ref": ref,
            "volunteer_ref": volunteer,
            "trigger": "SPECIFIC_CONCERN" if why else "APPLICANT_STAGE_1",
            "necessity_note": why,
            "status": "COMPLETED",
            "outcome": "NO_CONCERN",
            "started_on": centre.days[started],
            "completed_on": centre.days[min(started + 3, centre.last)],
            "checker": COORDINATOR.email,
            "checker_role_at_time": COORDINATOR.role,
            "search_engines": "Google",
            "own_account_attested": True,
            "public_domain_attested": True,
            "no_password_attested": centre.chance.random() > 0.01,
            "identity_confidence": "CONFIRMED",
            "provenance": "PUBLIC",
        }
    )
    centre.rows("check_platforms").extend(
        {"check_ref": ref, "platform": platform, "result": "PUBLIC_REVIEWED"}
        for platform in centre.chance.sample(PLATFORMS, k=2)
    )
    return ref


def _add_matters(centre: LargeCentre, ref: str, signed: int | None, until: int) -> None:
    chance = centre.chance
    if signed is None or signed + 20 >= until:
        return
    if chance.random() < SECOND_CHECKS:
        _add_check(centre, ref, chance.randint(signed + 10, until - 5), "A public post was reported.")
    if chance.random() < CONCERNS / 0.93:
        add_case(centre, "concerns", ref, chance.randint(signed, until))
    if chance.random() < INCIDENTS / 0.93:
        add_case(centre, "incidents", ref, chance.randint(signed, until))
