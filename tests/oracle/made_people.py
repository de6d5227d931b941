"""Invented people, their stages, approvals, checks and reviews: valid in form, wrong against the policy at will."""

from collections.abc import Sequence
from typing import Any

from bccc_dash.domain.vocabulary import (
    ApprovalStatus,
    Audience,
    CheckOutcome,
    CheckStatus,
    CheckTrigger,
    EndReason,
    Provenance,
    ReviewOutcome,
    Role,
    Stage,
)
from tests.oracle.days import Day, working_day_after
from tests.oracle.dice import Dice, moved
from tests.oracle.vetting import TARGETS

Made = list[dict[str, Any]]

USERS = tuple(f"user{k}@bccc.example" for k in range(5))
ROAD = ("S0", "S1", "S2", "S3", "S4", "S5", "S6")
NOTES = (None, "A second look", "a  SECOND\tlook", "Asecondlook", "Another reason", "a second look", "École", "école ")
CODES = ("CODE", "code", "GUIDE")
VERSIONS = ("1", "2", "1.0")


def users(dice: Dice, people: Sequence[str]) -> Made:
    return [
        {
            "email": email,
            "display_name": f"User {k}",
            "role": dice.word(Role),
            "on_management_committee": dice.truth(),
            "is_safeguarding_lead": None,
            "volunteer_ref": dice.some(people, 40) if people else None,
            "active_from": dice.maybe_day(30),
            "active_to": dice.maybe_day(10),
        }
        for k, email in enumerate(USERS)
    ]


def volunteer(dice: Dice, ref: str) -> dict[str, Any]:
    applied = dice.day()
    return {
        "ref": ref,
        "full_name": f"Person {ref}",
        "role_title": "Session volunteer",
        "applied_on": applied,
        "form_signed_on": dice.after(applied, 85),
        "check_permission": dice.truth(80),
        "notice_given_on": dice.after(applied, 85),
        "started_on": dice.maybe_day(50),
        "ended_on": dice.pick((None, None, dice.anchor, moved(dice.anchor, 1), dice.day())),
        "end_reason": dice.word([EndReason.REMOVED, EndReason.RESIGNED_DURING_CONCERN, EndReason.RETIRED], 40),
        "privacy_review_interval_days": dice.pick((None, None, 182, 30, 1, 365)),
    }


def _in_order(dice: Dice, days: list[Day]) -> list[Day]:
    return sorted(days) if dice.chance(85) else days


def stage_events(dice: Dice, ref: str) -> Made:
    """A walk along the road, then moves back, out and in again; some people have none."""
    if dice.chance(8):
        return []
    road = list(ROAD[: dice.pick((7, 1, 2, 3, 4, 5, 6, 7, 7, 7))])
    settled = dice.chance(40)
    days = _in_order(dice, [dice.long_ago() if settled else dice.day() for _ in road])
    if road[-1] in TARGETS and dice.chance(40):
        days[-1] = moved(dice.anchor, -TARGETS[road[-1]] - dice.pick((0, 1)))
    detours = [str(dice.pick(list(Stage))) for _ in dice.count(3)] if dice.chance(40) else []
    days += _in_order(dice, [dice.day() for _ in detours])
    road += detours
    befores = [None, *road]
    return [
        {
            "volunteer_ref": dice.ref(ref),
            "from_stage": before if dice.chance(90) else dice.word(Stage, 60),
            "to_stage": stage,
            "occurred_on": day,
            "recorded_by": dice.some(USERS, 30),
        }
        for before, stage, day in zip(befores, road, days, strict=False)
    ]


def approval_events(dice: Dice, ref: str) -> Made:
    usual = (ApprovalStatus.NOT_YET_ASSESSED, ApprovalStatus.IN_ASSESSMENT, ApprovalStatus.APPROVED)
    road = [str(word) for word in usual[: dice.pick((3, 0, 1, 2))]]
    later = [*ApprovalStatus, ApprovalStatus.SUSPENDED, ApprovalStatus.SUSPENDED, ApprovalStatus.APPROVED]
    road += [str(dice.pick(later)) for _ in dice.count(4)]
    days = _in_order(dice, [dice.day() for _ in road])
    befores = [None, *road]
    return [
        {"volunteer_ref": ref, "from_status": before, "to_status": status, "effective_on": day}
        for before, status, day in zip(befores, road, days, strict=False)
    ]


def check(dice: Dice, ref: str, volunteer: dict[str, Any], earlier: Day | None) -> dict[str, Any]:
    """A check, often begun on a day of the form or notice, or a telling distance after the check before it."""
    telling = [day for day in (volunteer["form_signed_on"], volunteer["notice_given_on"]) if day]
    telling += [moved(earlier, days) for days in (0, 89, 90, 91)] if earlier else []
    started = dice.pick(telling) if telling and dice.chance(50) else dice.maybe_day(85)
    return {
        "ref": ref,
        "volunteer_ref": dice.ref(volunteer["ref"]),
        "trigger": dice.word([CheckTrigger.APPLICANT_STAGE_1, CheckTrigger.SPECIFIC_CONCERN]),
        "necessity_note": dice.pick(NOTES),
        "status": dice.word([CheckStatus.COMPLETED, CheckStatus.COMPLETED, *CheckStatus]),
        "outcome": dice.word([CheckOutcome.CONCERN_RAISED, *CheckOutcome], 85),
        "planned_for": dice.maybe_day(30),
        "started_on": started,
        "completed_on": dice.after(started, 85) if started else dice.maybe_day(40),
        "checker": dice.pick(USERS),
        "checker_role_at_time": dice.word(Role),
        "search_engines": dice.some(("Google; Bing", "Google"), 85),
        "own_account_attested": dice.truth(90, 5),
        "public_domain_attested": dice.truth(90, 5),
        "no_password_attested": dice.truth(90, 5),
        "provenance": dice.word(Provenance, 60),
        "monitoring_basis": dice.some(("Both agreed",), 40),
        "authorised_by": dice.some(USERS, 50),
    }


def platforms(dice: Dice, check_ref: str) -> Made:
    names = [("Facebook", None), ("Other", "Nextdoor")][: dice.pick((1, 0, 2))]
    return [
        {"check_ref": check_ref, "platform": name, "platform_other": other, "result": "NO_PROFILE"}
        for name, other in names
    ]


def reviews(dice: Dice, ref: str) -> Made:
    rows: Made = []
    for _ in dice.count(3):
        due = moved(dice.anchor, -dice.pick((0, 1, 30, 31, 90, 91))) if dice.chance(50) else dice.day()
        rows.append(
            {
                "volunteer_ref": dice.ref(ref),
                "due_on": due,
                "completed_on": dice.after(due, 80) if dice.chance(50) else dice.maybe_day(60),
                "outcome": dice.word(ReviewOutcome, 80),
                "deferred_to": dice.after(due, 50),
            }
        )
    return rows


def acknowledgements(dice: Dice, ref: str) -> Made:
    return [
        {
            "volunteer_ref": dice.ref(ref) if dice.chance(95) else None,
            "guidance_code": dice.pick(CODES),
            "guidance_version": dice.pick(VERSIONS),
            "audience": dice.word([Audience.VOLUNTEER, *Audience]),
            "given_on": dice.day(),
            "acknowledged_on": dice.maybe_day(85),
        }
        for _ in dice.count(3)
    ]


def guidance(dice: Dice) -> Made:
    audiences = [Audience.VOLUNTEER, Audience.VOLUNTEER, *Audience]
    return [
        {
            "code": dice.pick(CODES),
            "version": dice.pick(VERSIONS),
            "audience": dice.word(audiences, 95),
            "effective_on": dice.day(),
        }
        for _ in dice.count(3)
    ]


def transparency(dice: Dice, ref: str) -> Made:
    """A second application's form, which no figure reads."""
    if dice.chance(80):
        return []
    signed = dice.day()
    return [{"volunteer_ref": ref, "form_signed_on": signed, "check_permission": True, "notice_given_on": signed}]


def meetings(dice: Dice, found: Sequence[Day]) -> Made:
    """Meetings, mostly around the fifth working day after something was found."""
    days = [working_day_after(day, 5) for day in found] or [dice.day()]
    return [
        {"date": moved(dice.pick(days), dice.pick((0, -1, 1, 7, 28))), "kind": dice.some(("ORDINARY", "Away day"))}
        for _ in dice.count(4)
    ]
