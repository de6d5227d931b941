"""What needs the committee now: counts in, sentences out, worst first. Red, amber, green and grey as words."""

from bccc_dash.domain.need_cases import about_breaches, about_concerns, about_silence
from bccc_dash.domain.need_evidence import Evidence, NeedCounts
from bccc_dash.domain.need_people import about_people, about_reviews
from bccc_dash.domain.overview import Need, Rag

ORDER = (Rag.ACT, Rag.WATCH, Rag.NO_EVIDENCE, Rag.IN_ORDER)
NOTHING_RECORDED = Need(Rag.NO_EVIDENCE, "Nothing is recorded yet.", "Silence is not assurance.")
PARTS = (about_people, about_concerns, about_breaches, about_reviews, about_silence)


def needs(evidence: Evidence) -> tuple[Need, ...]:
    """The list, worst first; within one status in the order of the page. Empty where there is nothing to say."""
    found = [need for part in PARTS for need in part(evidence)]
    return tuple(sorted(found, key=lambda need: ORDER.index(need.status)))


__all__ = ["Evidence", "NeedCounts", "needs"]
