"""What is missing next in a concern, and why: the most urgent duty with its day, its clause and its target."""

from datetime import date

from bccc_dash.domain import words
from bccc_dash.domain.case_vocabulary import Severity
from bccc_dash.domain.concern_case import ConcernCase, OpenedConcern, Presence
from bccc_dash.domain.concern_duties import CLAUSES, LONGEST_OPEN_DAYS, Asked, Duty, duties, most_urgent
from bccc_dash.domain.deputies import ACTS
from bccc_dash.domain.overview import Need, Rag
from bccc_dash.domain.standing import Standing
from bccc_dash.domain.targets import DEFAULTS, Targets
from bccc_dash.views.chronology import put_off

_MISSING = {
    Asked.DISCUSSED: "discussing it with the volunteer",
    Asked.ASSESSED: "assessing its source",
    Asked.JUDGED: "judging how to act on it",
    Asked.SHARED: "sharing it with the committee",
    Asked.REFERRED: "considering the referrals",
    Asked.BELIEF: "answering whether it is about conduct or belief",
    Asked.DECIDED: "a decision",
    Asked.CLOSED: "closing it",
}
_WHY = {
    Asked.DISCUSSED: "The policy asks for a talk at the first opportunity.",
    Asked.ASSESSED: "The policy asks for it in every case.",
    Asked.JUDGED: "The policy asks for it in every case.",
    Asked.SHARED: "The policy asks for every concern to be shared.",
    Asked.REFERRED: "A concern of this kind may have to go to others outside the centre.",
    Asked.BELIEF: "Views are involved: nothing may be decided because of a belief.",
    Asked.DECIDED: "No decision has been ratified.",
    Asked.CLOSED: "All else is done.",
}
_RED = (Asked.DISCUSSED, Asked.SHARED, Asked.REFERRED)


def acting(matter: OpenedConcern) -> tuple[Need, ...]:
    """Return who acts instead, for each duty whose every holder is conflicted; red where nobody is left."""
    settled = ACTS.format(name="")
    return tuple(Need(Rag.WATCH if said.endswith(settled) else Rag.ACT, said) for said in matter.instead)


def missing_next(case: ConcernCase, day: date, targets: Targets) -> Need | None:
    """Return what is missing next, and why; None in a concern that is closed.

    Its status is that of the Overview: red for a talk, sharing or referral that is late, amber for the rest.
    """
    asked = duties(case, day)
    duty = most_urgent(asked)
    if duty is None or case.presence is not Presence.OPEN:
        return None
    late = [other.asked for other in asked if other.standing is Standing.LATE and other is not duty]
    more = f"Also late: {words.listed([_MISSING[other] for other in late])}." if late else ""
    sentence = f"Missing next: {_MISSING[duty.asked]}. {_why(duty, day)}"
    return Need(_status(duty, late), sentence, " ".join(part for part in (_target(case, duty, targets), more) if part))


def _status(duty: Duty, late: list[Asked]) -> Rag:
    if duty.standing is Standing.LATE and any(asked in _RED for asked in (duty.asked, *late)):
        return Rag.ACT
    return Rag.WATCH


def _why(duty: Duty, day: date) -> str:
    if duty.put_off is not None:
        return f"It was put off {put_off(duty.put_off)}."
    if duty.due is None:
        return _WHY[duty.asked]
    if duty.standing is Standing.LATE:
        return f"It was due by {words.uk_date(duty.due)}, {words.days((day - duty.due).days)} ago."
    return f"It is due {'today' if duty.standing is Standing.DUE_TODAY else f'by {words.uk_date(duty.due)}'}."


def _target(case: ConcernCase, duty: Duty, targets: Targets) -> str:
    """Return the clause, and the target where there is one, with who set it."""
    clause = f"{CLAUSES[duty.asked]}." if CLAUSES[duty.asked] else ""
    found = _targets(case, targets).get(duty.asked) if duty.due is not None else None
    if found is None:
        return clause
    words_, names = found
    own = any(getattr(targets, name) != getattr(DEFAULTS, name) for name in names)
    return f"{clause} Target: {words_} ({'set by the committee' if own else 'BCCC default'}).".strip()


def _targets(case: ConcernCase, targets: Targets) -> dict[Asked, tuple[str, tuple[str, ...]]]:
    """The targets in words, each with the settings that it is made of."""
    discussed: tuple[str, tuple[str, ...]]
    shared: tuple[str, tuple[str, ...]]
    talk, tell = targets.discussion_working_days, targets.sharing_working_days
    critical = targets.critical_discussion_working_days
    discussed = (f"{_working(talk)} after it was found", ("discussion_working_days",))
    shared = (
        f"the first meeting at least {_working(tell)} off, at most {words.days(targets.sharing_days_at_most)}",
        ("sharing_working_days", "sharing_days_at_most"),
    )
    if case.severity == Severity.CRITICAL:
        discussed = (
            f"the day of the referral advice, at most {_working(critical)} after it was found",
            ("critical_discussion_working_days",),
        )
        shared = ("the day it was found", ())
    elif case.severity == Severity.HIGH:
        shared = (f"{_working(tell)} after it was found", ("sharing_working_days",))
    return {
        Asked.DISCUSSED: discussed,
        Asked.ASSESSED: (
            f"{_working(targets.source_assessment_working_days)} after it was found",
            ("source_assessment_working_days",),
        ),
        Asked.SHARED: shared,
        Asked.REFERRED: ("the working day after it was recorded", ()),
        Asked.CLOSED: (f"none open for more than {LONGEST_OPEN_DAYS} days", ()),
    }


def _working(n: int) -> str:
    return words.count(n, "working day")
