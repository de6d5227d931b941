"""The tables of the page about breaches, in the order in which they are read."""

from datetime import date

from bccc_dash.domain import words
from bccc_dash.domain.breaches import TAKE_DOWN_DAYS, Answers, Breaches, BreachKind, BreachLists, Suspended
from bccc_dash.domain.case_vocabulary import ConcernCategory
from bccc_dash.domain.category_clauses import CLAUSE_OF
from bccc_dash.domain.workbench import to_concern
from bccc_dash.views.numbers import EFFECTS, breach_name
from bccc_dash.views.sentence import whole
from bccc_dash.views.table import Cell, Table, table

NONE = "–"


def clause_of(breach_type: str) -> str:
    """Return the number of the clause that a type of breach touches."""
    return CLAUSE_OF[ConcernCategory(breach_type)]


def concern_cell(ref: str) -> Cell:
    """Return the way to a concern, a dash where there is none."""
    return to_concern(ref) if ref else NONE


def _age(facts: Breaches, day: date, target: int) -> str:
    days = (facts.period.as_of - day).days
    return f"{words.days(days)}, past the target" if days > target else words.days(days)


def waiting(facts: Breaches, lists: BreachLists) -> Table:
    """List one part of the breaches that wait for a decision on approval, the longest first.

    Columns: Breach, What it is (with the clause it touches), Recorded, Waiting (days, past the target
    or not), Concern.
    """
    target = facts.targets.undecided_effect_days
    rows = [
        (
            breach.ref,
            f"{breach_name(breach.breach_type)} ({clause_of(breach.breach_type)})",
            words.uk_short(breach.recorded_on),
            _age(facts, breach.recorded_on, target),
            concern_cell(breach.concern_ref),
        )
        for breach in lists.waiting
    ]
    return table(("Breach", "What it is (clause)", "Recorded", "Waiting", "Concern"), rows)


def kinds(facts: Breaches) -> Table:
    """Count the breaches by type, those that wait for a decision first, then the most.

    Columns: Breach, Clause, Recorded (in the window), Effect on approval (of K14's breaches).
    Shape: a row a type, and a row of all.
    """
    counted = {kind.breach_type: kind.n for kind in facts.kinds}
    effects = {name: _effects(facts, name) for name in (*counted, *(effect.breach_type for effect in facts.effects))}
    waits = {effect.breach_type: effect.longest_wait_days or 0 for effect in facts.effects if effect.longest_wait_days}
    order = sorted(effects, key=lambda name: (-waits.get(name, 0), -counted.get(name, 0), breach_name(name)))
    unsaid = {kind.breach_type: kind.approval.unanswered for kind in facts.kinds}
    rows = [
        (
            breach_name(name),
            clause_of(name),
            words.figure(counted.get(name, 0)),
            _effect(effects[name], unsaid.get(name, 0)),
        )
        for name in order
    ]
    everything = {effect: whole(facts.figures, f"K14.by.effect.{effect}") for effect in EFFECTS}
    last = ("All", "", words.figure(sum(counted.values())), _effect(_counts(everything), sum(unsaid.values())))
    shown = [*rows, last] if rows else []
    return table(("Breach", "Clause", "Recorded", "Effect on approval"), shown, figures=("Recorded",))


def _effects(facts: Breaches, breach_type: str) -> str:
    return _counts({effect.effect: effect.n for effect in facts.effects if effect.breach_type == breach_type})


def _effect(effects: str, unanswered: int) -> str:
    """The effects, and how many breaches nobody has said of whether they affect approval."""
    unknown = f"{words.figure(unanswered)} not answered" if unanswered else ""
    return ", ".join(filter(None, (effects, unknown))) or "none on approval"


def _counts(counts: dict[str, int]) -> str:
    return ", ".join(f"{words.figure(counts[e])} {name.lower()}" for e, name in EFFECTS.items() if counts.get(e))


def answers(facts: Breaches) -> Table:
    """Say by type what the breaches recorded in the window are said to affect.

    Columns: Breach, Assessment (P55), Approval (P56), Length of service (P57): how many yes, no, not answered.
    Shape: a row a type in the order of `kinds`, and a row of all.
    """
    found = {breach_name(kind.breach_type): kind for kind in facts.kinds}
    order = [str(row[0]) for row in kinds(facts).rows if row[0] in found]
    rows = [(name, *(_said(answer) for answer in _three(found[name]))) for name in order]
    summed = [_sum(several) for several in zip(*(_three(kind) for kind in facts.kinds), strict=True)]
    last = [("All", *map(_said, summed))] if rows else []
    return table(("Breach", "Assessment (P55)", "Approval (P56)", "Length of service (P57)"), [*rows, *last])


def _three(kind: BreachKind) -> tuple[Answers, Answers, Answers]:
    return kind.assessment, kind.approval, kind.length_of_service


def _sum(answers: tuple[Answers, ...]) -> Answers:
    return Answers(
        sum(answer.yes for answer in answers),
        sum(answer.no for answer in answers),
        sum(answer.unanswered for answer in answers),
    )


def _said(answer: Answers) -> str:
    counts = ((answer.yes, "yes"), (answer.no, "no"), (answer.unanswered, "not answered"))
    return ", ".join(f"{words.figure(n)} {word}" for n, word in counts if n)


def suspended(facts: Breaches) -> Table:
    """List the people suspended at the day, the longest first, and the days of service that suspension cost.

    Columns: Volunteer, Suspended since, Days, Decision, Days lost (in the window).
    Shape: a row a person, then those not listed, those who are back, and all, which is K16.
    """
    held, lost = facts.suspended, whole(facts.figures, "K16.n")
    rows = [_person(facts, person) for person in held.people]
    listed = sum(person.lost_days for person in held.people)
    more = held.n - len(held.people)
    if more:
        people = words.plural(more, "person", "people")
        rows.append((f"{words.figure(more)} more {people}", "", "", "", words.figure(held.lost_days - listed)))
    if lost > held.lost_days:
        rows.append(("No longer suspended", "", "", "", words.figure(lost - held.lost_days)))
    if rows:
        rows.append(("All", "", "", "", words.figure(lost)))
    columns = ("Volunteer", "Suspended since", "Days", "Decision", "Days lost")
    return table(columns, rows, figures=("Days", "Days lost"))


def _person(facts: Breaches, person: Suspended) -> tuple[str, ...]:
    days = (facts.period.as_of - person.since).days
    target = facts.targets.urgent_suspension_days
    late = ", past the target" if days > target else ""
    unratified = f"not ratified: urgent, {words.days(days)}{late}; target {target}"
    decision = f"ratified on {words.uk_short(person.ratified_on)}" if person.ratified_on else unratified
    return person.ref, words.uk_short(person.since), words.figure(days), decision, words.figure(person.lost_days)


def online(facts: Breaches, lists: BreachLists) -> Table:
    """List what is still online, the longest first.

    Columns: Breach, What it is, Online for (days, since the day of discovery), Take-down requested (the day, or no).
    """
    rows = [
        (
            breach.ref,
            breach_name(breach.breach_type),
            f"{_age(facts, breach.discovered_on, TAKE_DOWN_DAYS)} (since {words.uk_short(breach.discovered_on)})",
            words.uk_short(breach.requested_on) if breach.requested_on else "no",
        )
        for breach in lists.online
    ]
    return table(("Breach", "What it is", "Online for", "Take-down requested"), rows)


def unratified(facts: Breaches, lists: BreachLists) -> Table:
    """List the decisions to suspend that nobody has ratified, the longest first.

    Columns: Decision, About, In effect since, Days.
    """
    rows = [
        (
            decision.ref,
            decision.subject_ref,
            words.uk_short(decision.effective_on),
            words.figure((facts.period.as_of - decision.effective_on).days),
        )
        for decision in lists.unratified
    ]
    return table(("Decision", "About", "In effect since", "Days"), rows, figures=("Days",))
