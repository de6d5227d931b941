"""Decisions, the standing they leave a volunteer in, referrals considered, and who was told."""

from bccc_dash.workbook.demo_centre import Centre
from bccc_dash.workbook.demo_names import CHAIR, SAFEGUARDING_LEAD, VOLUNTEERING_MEMBER, coordinator_on
from bccc_dash.workbook.demo_people import Person, Standing

STATUS_AFTER = {
    "APPROVE": "APPROVED",
    "CONDITIONS": "APPROVED_WITH_CONDITIONS",
    "SUSPEND": "SUSPENDED",
    "REINSTATE": "APPROVED",
    "REFUSE": "REFUSED",
    "WITHDRAW_APPROVAL": "WITHDRAWN",
    "END_SERVICE": "ENDED",
}
ADVERSE = ("CONDITIONS", "SUSPEND", "REFUSE", "WITHDRAW_APPROVAL", "END_SERVICE")
WEIGHED = "Weighed with the volunteer's own account; the step is in proportion to what was found."
GRAVE = ("HIGH", "CRITICAL")


def decide(
    centre: Centre,
    person: Person,
    subject: str,
    kind: str,
    on: int,
    proposed: int | None = None,
    before: str = "APPROVED",
) -> None:
    """One ratified decision, and the change of approval status that it brings."""
    key = f"decision {kind} on {subject} day {on}"
    after = STATUS_AFTER.get(kind)
    centre.add(
        "decisions",
        ref=key,
        subject_ref=subject,
        kind=kind,
        from_status=before if after else None,
        to_status=after,
        effective_on=centre.day(on) if after else None,
        rationale=WEIGHED,
        reason_is_conduct_not_belief=True if kind in ADVERSE else None,
        proposed_by=SAFEGUARDING_LEAD.email if kind in ADVERSE else coordinator_on(on).email,
        proposed_on=centre.day(on - 3 if proposed is None else proposed),
        decided_by=CHAIR.email,
        decided_on=centre.day(on),
        status="RATIFIED",
        review_on=centre.day(on + 42) if kind in ("CONDITIONS", "SUSPEND") else None,
        **centre.minuted(on),
    )
    if after:
        person.standings.append(Standing(after, on, key))


# slot, day (None: the day before they were turned down), kind, standing before
# (what was decided later about the volunteer, not about one case)
LATER = (
    ("active-09", -381, "APPROVE", "APPROVED_WITH_CONDITIONS"),
    ("active-10", -217, "REINSTATE", "SUSPENDED"),
    ("refused-2", None, "REFUSE", "IN_ASSESSMENT"),
)


def add_later_decisions(centre: Centre, people: dict[str, Person]) -> None:
    """Conditions lifted, a suspension ended, a refusal after references, and proposals that went no further."""
    for slot, on, kind, before in LATER:
        person = people[slot]
        before_the_end = person.moves[-1].on - 1
        decide(centre, person, person.ref, kind, before_the_end if on is None else on, before=before)
    _add_proposal(centre, people["active-18"], -15, "PROPOSED")
    _add_proposal(centre, people["active-13"], -66, "REJECTED")


def _add_proposal(centre: Centre, person: Person, on: int, status: str) -> None:
    decided = {} if status == "PROPOSED" else {"decided_by": CHAIR.email, "decided_on": centre.day(on + 9)}
    centre.add(
        "decisions",
        ref=f"proposal {status} on {person.slot}",
        subject_ref=person.ref,
        kind="TRAINING_OR_SUPERVISION",
        rationale="A refresher on online boundaries was suggested.",
        proposed_by=coordinator_on(on).email,
        proposed_on=centre.day(on),
        status=status,
        **decided,
    )


def consider_referral(centre: Centre, subject: str, severity: str, on: int, *, removed: bool = False) -> None:
    """What a grave matter asks: each body considered, and why it was or was not told."""
    if severity not in GRAVE:
        return
    considered = on if severity == "CRITICAL" else on + 1
    for body in ("LADO", "CHARITY_COMMISSION", *(("DBS",) if removed else ())):
        referred = body in ("LADO", "DBS") and (severity == "CRITICAL" or removed)
        outcome = "REFERRED" if referred else "ADVICE_SOUGHT" if body == "LADO" else "NOT_REFERRED"
        centre.add(
            "referrals",
            subject_ref=subject,
            body=body,
            considered_on=centre.day(considered),
            considered_by=SAFEGUARDING_LEAD.email,
            outcome=outcome,
            rationale="Weighed against the local threshold; the reasons are kept with the case.",
            referred_on=centre.day(considered) if referred else None,
            reference=f"REF-{centre.chance.randint(1000, 9999)}" if referred else None,
        )


def tell_committee(centre: Centre, subject: str, severity: str, found: int, days: int, until: int) -> None:
    """The committee is told: at a meeting where one comes in time, else by a note; the chair at once if critical."""
    if severity == "CRITICAL":
        _share(centre, subject, found, "CHAIR_URGENT")
    meeting = centre.meeting_from(found + 9)
    in_time = found + 9 <= meeting <= min(found + 26, until, -1)
    if in_time and severity not in GRAVE:
        _share(centre, subject, meeting, "MEETING")
    else:
        _share(centre, subject, found + max(days, 1), "SECURE_NOTE")


def _share(centre: Centre, subject: str, on: int, channel: str) -> None:
    at_meeting = centre.minuted(on) if channel == "MEETING" else {}
    centre.add(
        "committee_shares",
        subject_ref=subject,
        shared_on=centre.day(on),
        channel=channel,
        shared_by=coordinator_on(on).email,
        recused=VOLUNTEERING_MEMBER.email if subject == "incident-08" else None,
        **at_meeting,
    )
