"""Concerns and incidents of a large centre, with the milestones that a case leaves behind."""

from bccc_dash.workbook.demo_centre import Cells
from bccc_dash.workbook.demo_large_centre import LargeCentre
from bccc_dash.workbook.demo_names import CHAIR, COORDINATOR, SAFEGUARDING_LEAD

# severity, share of cases, categories whose floor allows it
KINDS = (
    (
        "LOW",
        60,
        ("GENERAL_CONDUCT", "VIEWS_ATTRIBUTED_TO_BCCC", "PERSONAL_DETAILS_OR_LOCATION", "UNPROFESSIONAL_AS_BCCC"),
    ),
    ("MEDIUM", 28, ("BOUNDARY_BCCC_FAMILY", "BOUNDARY_CHILD_CONNECTION", "DISREPUTE", "ABUSE_HARASSMENT_OFFENSIVE")),
    ("HIGH", 10, ("CONFIDENTIALITY", "INFORMATION_DISCLOSURE", "IMAGE_OR_INFORMATION_WITHOUT_CONSENT")),
    ("CRITICAL", 2, ("CHILD_IDENTIFIED",)),
)
SOURCES = (
    "VOLUNTEER",
    "COMPLAINT",
    "SELF_REPORT",
    "MEMBER_OF_PUBLIC",
    "FAMILY_MEMBER",
    "CHILD_IN_CONFIDENCE",
    "OTHER_AGENCY",
)
STATES = {
    "concerns": (
        ("OPEN", 0, 0),
        ("UNDER_REVIEW", 1, 2),
        ("AWAITING_COMMITTEE", 3, 6),
        ("DECIDED", 10, 40),
        ("CLOSED", 8, 40),
    ),
    "incidents": (
        ("REPORTED", 0, 0),
        ("INVESTIGATING", 1, 2),
        ("AWAITING_DECISION", 4, 10),
        ("DECIDED", 6, 40),
        ("CLOSED", 8, 40),
    ),
}
NEVER_FINISHED = 0.002
"""The share of cases that stay where they are: every centre has a few."""


def add_case(centre: LargeCentre, sheet: str, volunteer: str, day: int) -> None:
    """One case with its history, talks, assessment, share, decision, referrals and action, as far as it has come."""
    chance = centre.chance
    severity, _, categories = chance.choices(KINDS, weights=[kind[1] for kind in KINDS])[0]
    ref = centre.ref("C" if sheet == "concerns" else "B", day)
    states = _states(centre, sheet, day)
    _add_events(centre, ref, states)
    _add_milestones(centre, ref, severity, day)
    decided = dict(states).get("DECIDED")
    bears = sheet == "incidents" and chance.random() < 0.3
    if decided is not None:
        _add_decision(centre, ref, decided, "CONDITIONS" if bears and chance.random() < 0.5 else "ADVICE_GIVEN")
    add_row = _add_concern if sheet == "concerns" else _add_incident
    row: Cells = {"ref": ref, "volunteer_ref": volunteer, "severity": severity, "source": chance.choice(SOURCES)}
    row |= {"status": states[-1][0], "closed_on": _day(centre, dict(states).get("CLOSED")), "owner": COORDINATOR.email}
    add_row(centre, row, chance.choice(categories), day, bears)


def _day(centre: LargeCentre, number: int | None) -> object:
    return None if number is None else centre.days[number]


def _states(centre: LargeCentre, sheet: str, day: int) -> list[tuple[str, int]]:
    states: list[tuple[str, int]] = []
    for status, shortest, longest in STATES[sheet]:
        day += centre.chance.randint(shortest, longest)
        if day > centre.last or (states and centre.chance.random() < NEVER_FINISHED):
            break
        states.append((status, day))
    return states


def _add_events(centre: LargeCentre, ref: str, states: list[tuple[str, int]]) -> None:
    before: str | None = None
    for status, day in states:
        centre.rows("case_events").append(
            {
                "subject_ref": ref,
                "from_status": before,
                "to_status": status,
                "occurred_on": centre.days[day],
                "by": COORDINATOR.email,
            }
        )
        before = status


def _add_milestones(centre: LargeCentre, ref: str, severity: str, day: int) -> None:
    days, chance, lead = centre.days, centre.chance, SAFEGUARDING_LEAD.email
    held, told = day + chance.randint(1, 8), day + (0 if severity == "CRITICAL" else chance.randint(1, 7))
    talk: Cells = {"concern_ref": ref, "offered_on": days[min(day + 1, centre.last)], "by": COORDINATOR.email}
    centre.rows("discussions").append(talk | ({"held_on": days[held]} if held <= centre.last else {}))
    if held <= centre.last:
        centre.rows("source_assessments").append(
            {"concern_ref": ref, "assessed_on": days[held], "assessor": lead, "identity_confidence": "CONFIRMED"}
        )
    if told <= centre.last:
        centre.rows("committee_shares").append(
            {"subject_ref": ref, "shared_on": days[told], "channel": "SECURE_NOTE", "shared_by": COORDINATOR.email}
        )
    if severity in ("HIGH", "CRITICAL"):
        centre.rows("referrals").extend(
            {
                "subject_ref": ref,
                "body": body,
                "considered_on": days[day],
                "considered_by": lead,
                "outcome": "NOT_REFERRED",
            }
            for body in ("LADO", "CHARITY_COMMISSION")
        )


def _add_decision(centre: LargeCentre, ref: str, day: int, kind: str) -> None:
    days, due = centre.days, day + 21
    centre.rows("decisions").append(
        {
            "ref": centre.ref("D", day),
            "subject_ref": ref,
            "kind": kind,
            "reason_is_conduct_not_belief": True,
            "proposed_by": SAFEGUARDING_LEAD.email,
            "proposed_on": days[day],
            "decided_by": CHAIR.email,
            "decided_on": days[day],
            "status": "RATIFIED",
        }
    )
    done = day + centre.chance.randint(3, 26)
    finished: Cells = {"status": "DONE", "done_on": days[done]} if done <= centre.last else {"status": "OPEN"}
    centre.rows("actions").append(
        {
            "ref": centre.ref("A", day),
            "subject_ref": ref,
            "title": "Follow up",
            "owner": COORDINATOR.email,
            "created_on": days[day],
            "due_on": days[due],
            "first_due_on": days[due],
            **finished,
        }
    )


def _add_concern(centre: LargeCentre, row: Cells, category: str, day: int, _: bool) -> None:
    row |= {
        "identified_on": centre.days[day],
        "recorded_on": centre.days[day],
        "category": category,
        "threshold": "LOW_LEVEL",
        "child_impact": "NONE",
        "affected_parties": "VOLUNTEER; BCCC",
    }
    if centre.chance.random() < 0.03 and row["status"] == "CLOSED":
        row["status"] = centre.rows("case_events")[-1]["to_status"] = "NOT_THIS_PERSON"
    centre.rows("concerns").append(row)


def _add_incident(centre: LargeCentre, row: Cells, category: str, day: int, bears: bool) -> None:
    removed = day + centre.chance.randint(0, 14)
    row |= {
        "breach_type": category,
        "occurred_on": centre.days[max(day - 2, 0)],
        "discovered_on": centre.days[day],
        "recorded_on": centre.days[day],
        "content_status": "LIVE" if removed > centre.last else "REMOVED",
        "removed_on": _day(centre, removed) if removed <= centre.last else None,
        "finding": "SUBSTANTIATED",
        "affects_assessment": False,
        "affects_approval": bears,
        "affects_length_of_service": False,
    }
    centre.rows("incidents").append(row)
