"""The rows that a concern or an incident leaves: itself, its history, what was said, assessed, shared and decided."""

from bccc_dash.workbook.demo_centre import Cells, Centre
from bccc_dash.workbook.demo_checks import check_key, check_started, later_check_key
from bccc_dash.workbook.demo_decisions import GRAVE, consider_referral, decide, tell_committee
from bccc_dash.workbook.demo_names import CHAIR, SAFEGUARDING_LEAD, coordinator_on
from bccc_dash.workbook.demo_people import Person
from bccc_dash.workbook.demo_stories import CONCERNS, INCIDENTS, ConcernStory, IncidentStory

RAISED_BY_APPLICANTS_CHECK = frozenset(
    story.slot for story in CONCERNS if story.found is None and story.source == "SOCIAL_MEDIA_CHECK"
)
SETTLED = ("CLOSED", "DECIDED", "REOPENED")


def add_cases(centre: Centre, people: dict[str, Person]) -> None:
    """Every concern, then every incident."""
    for concern in CONCERNS:
        _add_concern(centre, people[concern.slot], concern)
    for incident in INCIDENTS:
        _add_incident(centre, people[incident.slot], incident)


def _add_concern(centre: Centre, person: Person, story: ConcernStory) -> None:
    found = check_started(person) + 4 if story.found is None else story.found
    _add_concern_row(centre, person, story, found)
    _add_concern_events(centre, story, found)
    if story.assessed is not None:
        _assess(centre, story.key, found + story.assessed, story.confidence)
    _discuss(centre, story, found)
    if story.shared is not None:
        tell_committee(centre, story.key, story.severity, found, story.shared, found + (story.decided or 26))
    consider_referral(centre, story.key, story.severity, found, removed=person.end_reason == "REMOVED")
    if story.decided is not None:
        before = "IN_ASSESSMENT" if story.kind == "REFUSE" else "APPROVED"
        decide(centre, person, story.key, story.kind, found + story.decided, before=before)


def _add_concern_row(centre: Centre, person: Person, story: ConcernStory, found: int) -> None:
    settled = story.status in ("CLOSED", "REOPENED", "NOT_THIS_PERSON")
    views = story.category.startswith("VIEWS")
    closed = None if story.closed is None else found + story.closed + (50 if story.status == "REOPENED" else 0)
    centre.add(
        "concerns",
        ref=story.key,
        volunteer_ref=person.ref,
        check_ref=_check_behind(person, story),
        source=story.source,
        identified_on=centre.day(found),
        recorded_on=centre.day(found + 1) if story.severity == "LOW" and found < -3 else centre.day(found),
        category=story.category,
        material=story.material,
        expression=story.expression,
        published_by=story.published_by,
        content_scope=story.scope,
        platform=story.platform,
        summary=story.summary,
        severity=story.severity,
        threshold=story.threshold,
        child_impact=story.child_impact,
        affected_parties=story.affected,
        involves_views_or_opinions=views,
        objection_to=story.objection_to if views else None,
        relevance_to_role_note="Bears on trust in a role with families." if story.threshold != "NOT_ASSESSED" else None,
        contains_special_category=False,
        contains_criminal_allegation=False,
        legal_hold=True if story.severity == "CRITICAL" else None,
        owner=_owner(story.severity, found),
        status="CLOSED" if story.status == "REOPENED" else story.status,
        next_review_on=None if settled else centre.day(max(found + 28, 4)),
        closed_on=None if closed is None else centre.day(closed),
        closure_reason="All that was decided has been done." if settled and story.status != "NOT_THIS_PERSON" else None,
    )


def _owner(severity: str, found: int) -> str:
    return SAFEGUARDING_LEAD.email if severity in GRAVE else coordinator_on(found).email


def _check_behind(person: Person, story: ConcernStory) -> str | None:
    if story.source != "SOCIAL_MEDIA_CHECK":
        return None
    return check_key(person) if story.found is None else later_check_key(person.slot, story.found - 1)


def _add_concern_events(centre: Centre, story: ConcernStory, found: int) -> None:
    steps = [("OPEN", 0)]
    if story.status != "OPEN":
        steps.append(("UNDER_REVIEW", 1))
    if story.status in (*SETTLED, "AWAITING_COMMITTEE"):
        steps.append(("AWAITING_COMMITTEE", 3))
    if story.decided is not None:
        steps.append(("DECIDED", story.decided))
    if story.closed is not None:
        last = story.closed
        steps.append(("NOT_THIS_PERSON" if story.status == "NOT_THIS_PERSON" else "CLOSED", last))
        if story.status == "REOPENED":
            again = ("REOPENED", "UNDER_REVIEW", "AWAITING_COMMITTEE", "DECIDED", "CLOSED")
            steps += [(status, last + 10 * place) for place, status in enumerate(again, start=1)]
    add_events(centre, story.key, [(status, found + days) for status, days in steps])


def add_events(centre: Centre, subject: str, steps: list[tuple[str, int]]) -> None:
    """A case's history, each state with the one before it."""
    before: str | None = None
    for status, on in steps:
        reason = "The same matter came up again." if status == "REOPENED" else None
        by = {"REOPENED": CHAIR, "NOT_THIS_PERSON": SAFEGUARDING_LEAD}.get(status, coordinator_on(on))
        centre.add(
            "case_events",
            subject_ref=subject,
            from_status=before,
            to_status=status,
            occurred_on=centre.day(on),
            by=by.email,
            reason=reason,
        )
        before = status


def _assess(centre: Centre, subject: str, on: int, confidence: str) -> None:
    centre.add(
        "source_assessments",
        concern_ref=subject,
        assessed_on=centre.day(on),
        assessor=SAFEGUARDING_LEAD.email,
        assessor_is_interviewer=False,
        reliability="CONTRADICTED" if confidence == "NOT_MATCHED" else centre.chance.choice(("VERIFIED", "CREDIBLE")),
        identity_confidence=confidence,
        how_to_interrogate="Ask the volunteer; look once at the public page that was named, and no further.",
        how_to_act="Talk first; then the committee.",
        rationale="The page is public and bears the name that the form gives.",
    )


def _discuss(centre: Centre, story: ConcernStory, found: int) -> None:
    if story.deferral:
        centre.add(
            "discussions",
            concern_ref=story.key,
            by=coordinator_on(found).email,
            deferral_reason=story.deferral,
            deferral_note="Put off for a few days; the reason is kept with the case.",
        )
    _add_talk(centre, story.key, found, story.offered, story.held, story.response)


def _add_talk(centre: Centre, subject: str, found: int, offered: int | None, held: int | None, response: str) -> None:
    talked: Cells = {} if held is None else {"held_on": centre.day(found + held), "response": response}
    if held is not None and response == "DISPUTED":
        talked["response_note"] = "The volunteer sees it otherwise; their account is kept with the case."
        talked["challenge_received_on"] = centre.day(found + held + 5)
    centre.add(
        "discussions",
        concern_ref=subject,
        offered_on=None if offered is None else centre.day(found + offered),
        by=coordinator_on(found).email,
        **talked,
    )


def _add_incident(centre: Centre, person: Person, story: IncidentStory) -> None:
    _add_incident_row(centre, person, story)
    decided = [("DECIDED", step.on) for step in story.steps]
    awaiting = decided[0][1] - 1 if decided else story.recorded + 12
    closed = [] if story.closed is None else [("CLOSED", story.closed)]
    begun = [("REPORTED", story.recorded), ("INVESTIGATING", story.recorded + 1), ("AWAITING_DECISION", awaiting)]
    add_events(centre, story.key, [*begun, *decided, *closed])
    if story.concern is None:
        _assess(centre, story.key, story.recorded + 2, "CONFIRMED")
        _add_talk(centre, story.key, story.recorded, 1, 2, "ACCEPTED")
        consider_referral(centre, story.key, story.severity, story.recorded)
    tell_committee(centre, story.key, story.severity, story.recorded, 2, story.recorded + 20)
    for step in story.steps:
        decide(centre, person, story.key, step.kind, step.on, step.proposed)


def _add_incident_row(centre: Centre, person: Person, story: IncidentStory) -> None:
    assessment, approval, service = story.affects
    online = story.content != "NOT_ONLINE"
    centre.add(
        "incidents",
        ref=story.key,
        volunteer_ref=person.ref,
        concern_ref=story.concern,
        breach_type=story.breach,
        occurred_on=centre.day(story.recorded - 2),
        discovered_on=centre.day(story.recorded),
        recorded_on=centre.day(story.recorded),
        source=story.source,
        severity=story.severity,
        child_impact=story.child_impact,
        affected_parties=story.affected,
        identified_as_bccc=story.as_bccc,
        content_status=story.content,
        takedown_requested_on=centre.day(story.recorded) if online else None,
        removed_on=None if story.taken_down is None else centre.day(story.taken_down),
        consent_ref=story.consent,
        finding=story.finding,
        affects_assessment=assessment,
        affects_approval=approval,
        affects_length_of_service=service,
        status=story.status,
        owner=_owner(story.severity, story.recorded),
        closed_on=None if story.closed is None else centre.day(story.closed),
    )
