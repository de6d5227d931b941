"""The shape of a rule that records must keep."""

from dataclasses import dataclass
from enum import StrEnum

from bccc_dash.domain.overview import Rag


class Kind(StrEnum):
    """The kinds of record that a rule looks at, by the name of their sheet."""

    VOLUNTEER = "volunteers"
    CHECK = "checks"
    CONCERN = "concerns"
    INCIDENT = "incidents"
    ASSESSMENT = "source_assessments"
    DISCUSSION = "discussions"
    SHARE = "committee_shares"
    DECISION = "decisions"

    @property
    def noun(self) -> tuple[str, str]:
        """What people call one of them, and several."""
        return _NOUNS[self]


_NOUNS = {
    Kind.VOLUNTEER: ("volunteer", "volunteers"),
    Kind.CHECK: ("check", "checks"),
    Kind.CONCERN: ("concern", "concerns"),
    Kind.INCIDENT: ("breach", "breaches"),
    Kind.ASSESSMENT: ("source assessment", "source assessments"),
    Kind.DISCUSSION: ("discussion", "discussions"),
    Kind.SHARE: ("sharing with the committee", "sharings with the committee"),
    Kind.DECISION: ("decision", "decisions"),
}

CASES = (Kind.CONCERN, Kind.INCIDENT)


@dataclass(frozen=True)
class Rule:
    """A rule in words: what is wrong where it is broken, by which clause, what to do about it.

    `urgency` is ACT where the committee must act at once; `kinds` are the records that the rule looks at.
    """

    code: str
    title: str
    wrong: str
    clauses: tuple[str, ...]
    remedy: str
    kinds: tuple[Kind, ...]
    urgency: Rag = Rag.WATCH
