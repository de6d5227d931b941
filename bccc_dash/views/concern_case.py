"""The words of one concern: what is missing next, what the policy asks for, and what is known about it."""

from datetime import date
from enum import StrEnum

from bccc_dash.domain import case_vocabulary as vocabulary
from bccc_dash.domain import words
from bccc_dash.domain.category_clauses import CLAUSE_OF
from bccc_dash.domain.concern_case import ConcernCase, OpenedConcern, Presence
from bccc_dash.domain.concern_duties import CLAUSES, Asked, Duty, duties
from bccc_dash.domain.labels import label
from bccc_dash.domain.outcome_vocabulary import ReferralBody
from bccc_dash.domain.standing import Standing
from bccc_dash.domain.vocabulary import Stage
from bccc_dash.views.chronology import put_off
from bccc_dash.views.concern_words import lowered, owner_name, severity_name, source_name

CheckList = tuple[tuple[Standing, str, str], ...]
REPEATED_LETTERS = 40
"""What is asked for by a reference that is not there is repeated to at most so many letters."""


RECRUITING = (Stage.S0, Stage.S1, Stage.S2, Stage.S3, Stage.S4, Stage.S5)


def heading(case: ConcernCase) -> str:
    """Return the heading of a concern: C-2026-012, medium severity."""
    return f"{case.ref}, {lowered(severity_name(case.severity))} severity"


def presence(case: ConcernCase | None, asked: str, *, day: date, is_listed: bool) -> str:
    """Return why a concern is not in the list; "" where it is.

    A concern that is about somebody else is spoken of as one that is not there.
    """
    if case is None:
        shown = asked if len(asked) <= REPEATED_LETTERS else f"{asked[:REPEATED_LETTERS]}…"
        return f"There is no concern {shown}."
    if case.presence is Presence.NOT_FOUND_YET:
        return f"{case.ref} had not been found by {words.uk_date(day)}."
    if case.presence is Presence.CLOSED:
        closed = f": it was closed on {words.uk_date(case.status_on)}" if case.status_on else ""
        return f"{case.ref} is not among the open concerns as at {words.uk_date(day)}{closed}."
    return "" if is_listed else f"{case.ref} is open, but the filters leave it out of the list."


def check_list(case: ConcernCase, day: date) -> CheckList:
    """Return everything that is asked for: how it stands, what it is, and its days."""
    return tuple((duty.standing, f"{duty.asked.value}.", _aside(case, duty, day)) for duty in duties(case, day))


def _aside(case: ConcernCase, duty: Duty, day: date) -> str:
    said = _bodies(case) if duty.asked is Asked.REFERRED else ""
    belief = _belief(case) if duty.asked is Asked.BELIEF else ""
    clause = f"({CLAUSES[duty.asked]})" if CLAUSES[duty.asked] else ""
    return " ".join(part for part in (_when(duty, day), said, belief, clause) if part)


def _when(duty: Duty, day: date) -> str:
    if duty.done is not None:
        return f"{words.uk_date(duty.done)}{_in_time(duty, duty.done)}."
    if duty.put_off is not None:
        return f"Put off {put_off(duty.put_off)}."
    if duty.standing is Standing.NOT_ASKED:
        return "It was closed without a recorded decision."
    if duty.due is None or duty.standing is Standing.DUE_TODAY:
        return ""
    late = f", {words.days((day - duty.due).days)} ago" if duty.standing is Standing.LATE else ""
    return f"Due by {words.uk_date(duty.due)}{late}."


def _in_time(duty: Duty, done: date) -> str:
    if duty.due is None:
        return ""
    if duty.was_in_time:
        return ", in time"
    return f", {words.days((done - duty.due).days)} after its day, {words.uk_date(duty.due)}"


def _bodies(case: ConcernCase) -> str:
    """Return the bodies that nobody has considered yet, or all of them once they were."""
    missing = [considered.body for considered in case.referrals if considered.on is None]
    said = words.listed([_short(body) for body in missing or [considered.body for considered in case.referrals]])
    return f"Not yet considered: {said}." if missing else f"Considered: {said}."


def _short(body: ReferralBody) -> str:
    """Return the name of a body without what it stands for."""
    return label(body).split(" (")[0]


def _belief(case: ConcernCase) -> str:
    if case.objection_to is None:
        return "Is it about the conduct, or about the belief itself?"
    answer = vocabulary.ObjectionTo(case.objection_to)
    advice = "; take advice before anything is decided" if answer is vocabulary.ObjectionTo.BELIEF_ITSELF else ""
    return f"{label(answer)}{advice}."


def facts(opened: OpenedConcern) -> tuple[tuple[str, str], ...]:
    """Return what is known about a concern, each under its name. No free text, and no name of a person."""
    case = opened.case
    return (
        ("Category", f"{label(case.category)} ({CLAUSE_OF[case.category]})"),
        ("Effect on a child", _word(vocabulary.ChildImpact, case.child_impact)),
        ("Threshold", _word(vocabulary.Threshold, case.threshold)),
        ("Volunteer", f"{case.volunteer_ref}, {_stage(case.stage)}"),
        ("Owner", owner_name(case.owner) if case.owner else "Nobody"),
        ("Source", source_name(case.source)),
        ("Check", case.check_ref or "None"),
        ("Breaches", _breaches(opened)),
        ("Material", _word(vocabulary.Material, case.material)),
        ("Expression", _word(vocabulary.Expression, case.expression)),
        ("Published by", _word(vocabulary.PublishedBy, case.published_by)),
        ("Scope", _word(vocabulary.ContentScope, case.content_scope)),
        ("Platform", case.platform or "Not said"),
    )


def _word(kind: type[StrEnum], value: str | None) -> str:
    return label(kind(value)) if value is not None else "Not said"


def _stage(stage: str | None) -> str:
    """In References and DBS; people beyond recruitment are what their stage says: active, left."""
    if stage is None:
        return "in no stage"
    name = label(Stage(stage))
    return f"in {name}" if Stage(stage) in RECRUITING else lowered(name)


def _breaches(opened: OpenedConcern) -> str:
    if not opened.breaches:
        return "None"
    more = (f"{words.number_word(opened.more_breaches)} more",) if opened.more_breaches else ()
    return words.listed([*opened.breaches, *more])
