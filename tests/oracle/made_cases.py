"""Invented concerns and incidents and what was done about them: valid in form, wrong against the policy at will."""

from collections.abc import Sequence

from bccc_dash.domain.case_vocabulary import (
    ConcernCategory,
    ConcernStatus,
    IncidentStatus,
    ObjectionTo,
    Severity,
    Source,
)
from bccc_dash.domain.outcome_vocabulary import (
    ActionStatus,
    ChildAgeAppropriate,
    ContentStatus,
    DecisionKind,
    DecisionStatus,
    DeferralReason,
    ReferralBody,
    ShareChannel,
)
from bccc_dash.domain.vocabulary import IdentityConfidence
from tests.oracle.days import Day
from tests.oracle.dice import Dice
from tests.oracle.made_people import USERS, Made

KINDS = [
    ConcernCategory.OTHER,
    ConcernCategory.SEXUAL_EXPLOITATION_OR_GROOMING,
    ConcernCategory.CHILD_IDENTIFIED,
    ConcernCategory.VIEWS_NOT_CONDUCIVE,
    ConcernCategory.IMAGE_OR_INFORMATION_WITHOUT_CONSENT,
    *ConcernCategory,
]
SOURCES = [Source.VOLUNTEER, Source.CHILD_IN_CONFIDENCE, Source.FAMILY_MEMBER, *Source]
ROADS = {
    "concern": ("OPEN", "UNDER_REVIEW", "AWAITING_COMMITTEE", "DECIDED", "CLOSED"),
    "incident": ("REPORTED", "INVESTIGATING", "AWAITING_DECISION", "DECIDED", "CLOSED"),
}
DETOURS = ("CLOSED", "REOPENED", "NOT_THIS_PERSON", "UNDER_REVIEW", "CLOSED")


def concern(dice: Dice, ref: str, person: str, checks: Sequence[str]) -> dict[str, object]:
    found = dice.day()
    return {
        "ref": ref,
        "volunteer_ref": dice.ref(person),
        "check_ref": dice.some(checks, 40) if checks else None,
        "source": dice.word(SOURCES),
        "identified_on": found,
        "recorded_on": dice.after(found, 100),
        "category": dice.word(KINDS),
        "severity": dice.word(Severity),
        "objection_to": dice.word(ObjectionTo, 70),
        "status": dice.word([*ConcernStatus, ConcernStatus.NOT_THIS_PERSON]),
        "closed_on": dice.after(found, 40),
    }


def incident(dice: Dice, ref: str, person: str, concerns: Sequence[str], consents: Sequence[str]) -> dict[str, object]:
    found = dice.day()
    return {
        "ref": ref,
        "volunteer_ref": dice.ref(person),
        "concern_ref": dice.ref(dice.pick(concerns)) if concerns and dice.chance(50) else None,
        "breach_type": dice.word(KINDS),
        "occurred_on": dice.maybe_day(60),
        "discovered_on": found,
        "recorded_on": dice.after(found, 100),
        "source": dice.word(SOURCES),
        "severity": dice.word(Severity),
        "content_status": dice.word(ContentStatus, 85),
        "removed_on": dice.after(found, 60),
        "consent_ref": dice.some(consents, 50) if consents else None,
        "affects_assessment": dice.truth(60, 10),
        "affects_approval": dice.truth(80, 10),
        "affects_length_of_service": dice.truth(60, 10),
        "status": dice.word(IncidentStatus),
        "closed_on": dice.after(found, 40),
    }


def case_events(dice: Dice, ref: str, kind: str) -> Made:
    """None, part of the usual road, or the whole of it and detours: closed, reopened, somebody else after all."""
    if dice.chance(30):
        return []
    road = list(ROADS[kind][: dice.pick((5, 1, 2, 3, 4, 5))])
    road += [dice.pick(DETOURS) for _ in dice.count(3)] if dice.chance(40) else []
    days = [dice.day() for _ in road]
    days = sorted(days) if dice.chance(85) else days
    return [
        {"subject_ref": dice.ref(ref), "from_status": before, "to_status": status, "occurred_on": day}
        for before, status, day in zip([None, *road], road, days, strict=False)
    ]


def assessments(dice: Dice, ref: str, found: Day) -> Made:
    return [
        {
            "concern_ref": dice.ref(ref),
            "assessed_on": dice.after(found, 100),
            "assessor": dice.pick(USERS),
            "identity_confidence": dice.word(IdentityConfidence, 90),
        }
        for _ in dice.count(2)
    ]


def discussions(dice: Dice, ref: str, found: Day) -> Made:
    return [
        {
            "concern_ref": dice.ref(ref),
            "offered_on": dice.after(found, 70),
            "held_on": dice.after(found, 70),
            "deferral_reason": dice.word(DeferralReason, 20),
            "deferral_note": dice.some(("Advised to wait",), 50),
        }
        for _ in dice.count(2)
    ]


def shares(dice: Dice, ref: str, found: Day) -> Made:
    return [
        {
            "subject_ref": dice.ref(ref),
            "shared_on": dice.after(found, 100),
            "channel": dice.word(ShareChannel, 90),
            "recused": dice.some((USERS[0], f"{USERS[0]}; {USERS[1]}", USERS[2].upper()), 40),
        }
        for _ in dice.count(2)
    ]


def referrals(dice: Dice, ref: str, found: Day) -> Made:
    needed = ("LADO", "CHARITY_COMMISSION", "DBS", "POLICE")
    bodies = needed[: dice.pick((2, 3, 4))] if dice.chance(40) else [dice.word(ReferralBody) for _ in dice.count(3)]
    return [{"subject_ref": dice.ref(ref), "body": body, "considered_on": dice.after(found, 100)} for body in bodies]


def decision(dice: Dice, ref: str, subject: str) -> dict[str, object]:
    return {
        "ref": ref,
        "subject_ref": dice.ref(subject),
        "kind": dice.word([DecisionKind.SUSPEND, DecisionKind.CONDITIONS, *DecisionKind]),
        "reason_is_conduct_not_belief": dice.truth(70),
        "proposed_by": dice.some(USERS, 90),
        "proposed_on": dice.maybe_day(),
        "decided_by": dice.some(USERS, 90),
        "decided_on": dice.maybe_day(90),
        "status": dice.word([DecisionStatus.RATIFIED, DecisionStatus.RATIFIED, *DecisionStatus]),
    }


def action(dice: Dice, ref: str, subject: str) -> dict[str, object]:
    due = dice.day()
    return {
        "ref": ref,
        "subject_ref": dice.ref(subject),
        "title": "Follow up",
        "due_on": due,
        "first_due_on": dice.after(due, 50),
        "status": dice.word([ActionStatus.DONE, *ActionStatus]),
        "done_on": dice.after(due, 60),
        "cancel_reason": dice.pick((None, "Moved away", "  ", "\t")),
    }


def consent(dice: Dice, ref: str) -> dict[str, object]:
    return {
        "ref": ref,
        "subject_family_ref": "F-1",
        "family_written_on": dice.maybe_day(80),
        "child_age_appropriate": dice.word(ChildAgeAppropriate, 85),
        "child_written_on": dice.maybe_day(70),
        "withdrawn_on": dice.maybe_day(25),
    }
