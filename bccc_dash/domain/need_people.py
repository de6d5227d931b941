"""Lines about people: stages, approval, looks, privacy reviews. Source: P1, P22, P46, P61."""

from collections.abc import Iterable

from bccc_dash.domain.need_evidence import TO_QUALITY, TO_REVIEWS, TO_VETTING, Evidence, are, some
from bccc_dash.domain.overview import Need, Rag
from bccc_dash.domain.words import capital, count, number_word, plural


def about_people(evidence: Evidence) -> Iterable[Need]:
    """Lines about approval, stages and the check in Stage 1."""
    figures, counts = evidence.figures, evidence.counts
    unapproved, early = figures["K1"]["n"], figures["K1"]["in_probation_not_approved"]
    applying = figures["K6"]["n"]
    over = sum(stage["over_target"] for stage in figures["K6"]["by"]["stage"].values())
    own = counts.own_matters
    yield from some(
        unapproved,
        Rag.ACT,
        TO_VETTING,
        f"{count(unapproved, 'volunteer')} {are(unapproved)} active without a valid approval.",
        "Target: none.",
    )
    yield from some(
        own,
        Rag.ACT,
        TO_QUALITY,
        f"{count(own, 'record')} {plural(own, 'shows', 'show')} somebody handling a matter about themself.",
    )
    yield from some(
        over,
        Rag.WATCH,
        TO_VETTING,
        f"{_of_all(over, applying)} {plural(over, 'has', 'have')} been in their stage longer than its target.",
    )
    yield from some(
        early,
        Rag.WATCH,
        TO_VETTING,
        f"{count(early, 'person', 'people')} in probation {are(early)} not approved yet.",
        "The policy does not say which comes first.",
    )
    yield from _coverage(figures["K2"]["n"], figures["K2"]["d"])


def _of_all(n: int, everybody: int) -> str:
    return "the only applicant" if everybody == 1 else f"{number_word(n)} of {count(everybody, 'applicant')}"


def _coverage(n: int, d: int) -> Iterable[Need]:
    missed = d - n
    if missed:
        aside = f"{number_word(n)} of {number_word(d)} had it."
        sentence = f"{count(missed, 'person', 'people')} left Stage 1 without the online check done in it."
        return [Need(Rag.WATCH, capital(sentence), capital(aside), TO_VETTING)]
    if d == 0:
        return [Need(Rag.NO_EVIDENCE, "Nobody left Stage 1 in this period, so its check is not shown.", "", TO_VETTING)]
    everybody = {1: "The one person", 2: "Both people"}.get(d, f"All {count(d, 'person', 'people')}")
    return [Need(Rag.IN_ORDER, f"{everybody} who left Stage 1 had the online check first.", "", TO_VETTING)]


def about_reviews(evidence: Evidence) -> Iterable[Need]:
    """Lines about privacy reviews."""
    overdue, unscheduled = evidence.figures["K18"]["n"], evidence.figures["K18"]["unscheduled"]
    yield from some(overdue, Rag.WATCH, TO_REVIEWS, f"{count(overdue, 'privacy review')} {are(overdue)} overdue.")
    yield from some(
        unscheduled,
        Rag.WATCH,
        TO_REVIEWS,
        f"{count(unscheduled, 'volunteer')} {plural(unscheduled, 'has', 'have')} no privacy review scheduled and "
        f"would be due one by now.",
    )
    soon = evidence.counts.reviews_soon
    yield from some(
        soon,
        Rag.WATCH,
        TO_REVIEWS,
        f"{count(soon, 'privacy review')} {plural(soon, 'falls', 'fall')} due soon.",
        f"Within {evidence.targets.due_soon_days} days.",
    )
