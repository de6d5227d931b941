"""What needs the committee now: counts in, sentences out, worst first. Red, amber, green and grey as words."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from bccc_dash.domain.overview import Need, Rag
from bccc_dash.domain.targets import Targets
from bccc_dash.domain.words import capital, count, days, number_word, plural

SILENT_FOR_MONTHS = 12
"""From so many months without a report by a child or a family member the page says so."""

ORDER = (Rag.ACT, Rag.WATCH, Rag.NO_EVIDENCE, Rag.IN_ORDER)


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedCounts:
    """How many of each there are at the as-at day. `late` is past the target day, `soon` due within 14 days."""

    critical_without_action: int = 0
    discussion_late: int = 0
    discussion_soon: int = 0
    sharing_late: int = 0
    sharing_soon: int = 0
    assessment_late: int = 0
    suspension_unratified: int = 0
    own_matters: int = 0
    actions_late: int = 0
    actions_soon: int = 0


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything that the list is made of."""

    counts: NeedCounts
    figures: dict[str, dict[str, Any]]
    targets: Targets


def needs(evidence: Evidence) -> tuple[Need, ...]:
    """The list, worst first; within one status in the order of the page. Empty where there is nothing to say."""
    parts = (_people(evidence), _concerns(evidence), _breaches(evidence), _reviews(evidence), _silence(evidence))
    found = [need for part in parts for need in part]
    return tuple(sorted(found, key=lambda need: ORDER.index(need.status)))


def _some(n: int, status: Rag, panel: str, sentence: str, aside: str = "") -> Iterable[Need]:
    """One need where there is anything to count, none where there is not."""
    return [Need(status, capital(sentence), aside, panel)] if n else []


def _are(n: int) -> str:
    return plural(n, "is", "are")


def _people(evidence: Evidence) -> Iterable[Need]:
    figures, counts = evidence.figures, evidence.counts
    unapproved, early = figures["K1"]["n"], figures["K1"]["in_probation_not_approved"]
    applying = figures["K6"]["n"]
    over = sum(stage["over_target"] for stage in figures["K6"]["by"]["stage"].values())
    own = counts.own_matters
    yield from _some(
        unapproved,
        Rag.ACT,
        "vetting",
        f"{count(unapproved, 'volunteer')} {_are(unapproved)} active without a valid approval.",
        "Target: none.",
    )
    yield from _some(
        own,
        Rag.ACT,
        "vetting",
        f"{count(own, 'record')} {plural(own, 'shows', 'show')} somebody handling a matter about themself.",
    )
    yield from _some(
        over,
        Rag.WATCH,
        "vetting",
        f"{number_word(over)} of {count(applying, 'applicant')} {plural(over, 'has', 'have')} been in their stage "
        "longer than its target.",
    )
    yield from _some(
        early,
        Rag.WATCH,
        "vetting",
        f"{count(early, 'person', 'people')} in probation {_are(early)} not approved yet.",
        "The policy does not say which comes first.",
    )
    yield from _coverage(figures["K2"]["n"], figures["K2"]["d"])


def _coverage(n: int, d: int) -> Iterable[Need]:
    missed = d - n
    if missed:
        aside = f"{number_word(n)} of {number_word(d)} had it."
        sentence = f"{count(missed, 'person', 'people')} left Stage 1 without the online check done in it."
        return [Need(Rag.WATCH, capital(sentence), capital(aside), "vetting")]
    if d == 0:
        return [Need(Rag.NO_EVIDENCE, "Nobody left Stage 1 in this period, so its check is not shown.", "", "vetting")]
    everybody = {1: "The one person", 2: "Both people"}.get(d, f"All {count(d, 'person', 'people')}")
    return [Need(Rag.IN_ORDER, f"{everybody} who left Stage 1 had the online check first.", "", "vetting")]


def _concerns(evidence: Evidence) -> Iterable[Need]:
    counts, targets = evidence.counts, evidence.targets
    within = f"Within {targets.due_soon_days} days."
    rows = (
        (counts.critical_without_action, Rag.ACT, "{} of critical severity {} no action on the day of finding.",
         ("has", "have"), ""),
        (counts.discussion_late, Rag.ACT, "{} {} past the day for talking to the volunteer.", ("is", "are"),
         f"Target: {targets.discussion_working_days} working days."),
        (counts.sharing_late, Rag.ACT, "{} {} not shared with the committee in time.", ("was", "were"), ""),
        (counts.assessment_late, Rag.WATCH, "{} {} overdue for a judgement of the source.", ("is", "are"),
         f"Target: {targets.source_assessment_working_days} working days."),
        (counts.discussion_soon, Rag.WATCH, "{} {} to be discussed with the volunteer soon.", ("is", "are"), within),
        (counts.sharing_soon, Rag.WATCH, "{} {} to be shared with the committee soon.", ("is", "are"), within),
    )  # fmt: skip
    for n, status, sentence, verbs, aside in rows:
        yield from _some(n, status, "concerns", sentence.format(count(n, "concern"), plural(n, *verbs)), aside)
    late, soon = counts.actions_late, counts.actions_soon
    yield from _some(late, Rag.WATCH, "concerns", f"{count(late, 'action')} {_are(late)} overdue.")
    yield from _some(soon, Rag.WATCH, "concerns", f"{count(soon, 'action')} {_are(soon)} due soon.", within)


def _breaches(evidence: Evidence) -> Iterable[Need]:
    targets = evidence.targets
    late, looks = evidence.figures["K14"]["undecided_over_28_days"], evidence.figures["K26"]["n"]
    unratified = evidence.counts.suspension_unratified
    limit = days(targets.undecided_effect_days)
    yield from _some(
        late,
        Rag.ACT,
        "breaches",
        f"{count(late, 'breach', 'breaches')} affecting approval {plural(late, 'has', 'have')} waited more than "
        f"{limit} for a decision.",
    )
    yield from _some(
        unratified,
        Rag.ACT,
        "breaches",
        f"{count(unratified, 'urgent suspension')} {plural(unratified, 'has', 'have')} not been ratified.",
        f"Target: {days(targets.urgent_suspension_days)}.",
    )
    yield from _some(
        looks,
        Rag.WATCH,
        "vetting",
        f"{count(looks, 'person', 'people')} {plural(looks, 'was', 'were')} looked at twice within "
        f"{days(targets.second_look_days)} without a new reason.",
    )


def _reviews(evidence: Evidence) -> Iterable[Need]:
    overdue, unscheduled = evidence.figures["K18"]["n"], evidence.figures["K18"]["unscheduled"]
    yield from _some(overdue, Rag.WATCH, "reviews", f"{count(overdue, 'privacy review')} {_are(overdue)} overdue.")
    yield from _some(
        unscheduled,
        Rag.WATCH,
        "reviews",
        f"{count(unscheduled, 'volunteer')} {plural(unscheduled, 'has', 'have')} no privacy review scheduled and "
        f"would be due one by now.",
    )


def _silence(evidence: Evidence) -> Iterable[Need]:
    since = evidence.figures["K25"]["months_since_last"]
    heard = [since[source] for source in ("CHILD_IN_CONFIDENCE", "FAMILY_MEMBER") if since[source] is not None]
    aside = "Silence is not assurance."
    if not heard:
        return [Need(Rag.NO_EVIDENCE, "No child or family member has ever reported anything.", aside, "concerns")]
    months = min(heard)
    sentence = f"No child or family member has reported anything for {count(months, 'month')}."
    return _some(months >= SILENT_FOR_MONTHS, Rag.NO_EVIDENCE, "concerns", sentence, aside)
