"""Lines about concerns, breaches and silence. Source: P7, P25, P29, P31, P54, P56, P61."""

from collections.abc import Iterable

from bccc_dash.domain.case_vocabulary import Severity
from bccc_dash.domain.links import Link, Place
from bccc_dash.domain.need_evidence import (
    TO_BREACHES,
    Evidence,
    are,
    some,
    to_concerns,
)
from bccc_dash.domain.overview import Need, Rag
from bccc_dash.domain.words import capital, count, days, plural
from bccc_dash.domain.workbench import Choice

SILENT_FOR_MONTHS = 12
"""From so many months without a report by a child or a family member the page says so."""

UNDISCUSSED, UNASSESSED = to_concerns(Choice.UNDISCUSSED), to_concerns(Choice.UNASSESSED)
UNSHARED = to_concerns(Choice.UNSHARED)
CRITICAL = Link(Place.CONCERNS, "See which", ((Choice.SEVERITY.value, Severity.CRITICAL.value),))


def about_concerns(evidence: Evidence) -> Iterable[Need]:
    """Lines about open concerns and actions."""
    counts, targets = evidence.counts, evidence.targets
    within = f"Within {targets.due_soon_days} days."
    rows = (
        (counts.critical_without_action, Rag.ACT, CRITICAL,
         "{} of critical severity {} no action on the day of finding.",
         ("has", "have"), ""),
        (counts.discussion_late, Rag.ACT, UNDISCUSSED,
         "{} {} past the day for talking to the volunteer.", ("is", "are"),
         f"Target: {targets.discussion_working_days} working days."),
        (counts.sharing_late, Rag.ACT, UNSHARED, "{} {} not shared with the committee in time.", ("was", "were"), ""),
        (counts.assessment_late, Rag.WATCH, UNASSESSED,
         "{} {} overdue for a judgement of the source.", ("is", "are"),
         f"Target: {targets.source_assessment_working_days} working days."),
        (counts.discussion_soon, Rag.WATCH, UNDISCUSSED,
         "{} {} to be discussed with the volunteer soon.", ("is", "are"), within),
        (counts.sharing_soon, Rag.WATCH, UNSHARED,
         "{} {} to be shared with the committee soon.", ("is", "are"), within),
    )  # fmt: skip
    for n, status, link, sentence, verbs, aside in rows:
        yield from some(n, status, link, sentence.format(count(n, "concern"), plural(n, *verbs)), aside)
    late, soon = counts.actions_late, counts.actions_soon
    yield from some(late, Rag.WATCH, None, f"{count(late, 'action')} {are(late)} overdue.")
    yield from some(soon, Rag.WATCH, None, f"{count(soon, 'action')} {are(soon)} due soon.", within)


def about_breaches(evidence: Evidence) -> Iterable[Need]:
    """Lines about breaches, urgent suspensions and second looks."""
    targets = evidence.targets
    late, alike = evidence.figures["K14"]["undecided_over_28_days"], evidence.figures["K26"]["n"]
    looks = evidence.counts.second_looks
    unratified = evidence.counts.suspension_unratified
    limit = days(targets.undecided_effect_days)
    yield from some(
        late,
        Rag.ACT,
        TO_BREACHES,
        f"{count(late, 'breach', 'breaches')} affecting approval {plural(late, 'has', 'have')} waited more than "
        f"{limit} for a decision.",
    )
    yield from some(
        unratified,
        Rag.ACT,
        TO_BREACHES,
        f"{count(unratified, 'urgent suspension')} {plural(unratified, 'has', 'have')} not been ratified.",
        f"Target: {days(targets.urgent_suspension_days)}.",
    )
    aside = f"{capital(count(alike, 'person', 'people'))} without a new reason." if alike else ""
    yield from some(
        looks,
        Rag.WATCH,
        None,
        f"{count(looks, 'person', 'people')} {plural(looks, 'was', 'were')} looked at twice within "
        f"{days(targets.second_look_days)}.",
        aside,
    )


def about_silence(evidence: Evidence) -> Iterable[Need]:
    """The line about nobody having reported anything."""
    since = evidence.figures["K25"]["months_since_last"]
    heard = [since[source] for source in ("CHILD_IN_CONFIDENCE", "FAMILY_MEMBER") if since[source] is not None]
    aside = "Silence is not assurance."
    if not heard:
        return [Need(Rag.NO_EVIDENCE, "No child or family member has ever reported anything.", aside)]
    months = min(heard)
    sentence = f"No child or family member has reported anything for {count(months, 'month')}."
    return some(months >= SILENT_FOR_MONTHS, Rag.NO_EVIDENCE, None, sentence, aside)
